// What the open register asks to be looked at: files that may be of one person, files and attendance sheets whose time is over. Read again a while
// after something changed, dropped at the seal.
import { call, listen, type Reply } from '../../host';
import type { Event, Id } from '../../host/gen';
import { register } from '../../rows';
import { people } from './people.svelte';

export type Pair = Reply<'find_duplicates'>['pairs'][number];
type Expired = Reply<'list_expired'>;

/** Milliseconds of quiet before it is looked again: each field of a form that is kept is a change. */
export const QUIET = 1_200;

export class Tidying {
  pairs: readonly Pair[] = $state.raw([]);
  expired: Expired['people'] = $state.raw([]);
  /** Attendance sheets whose time is over. */
  over: Expired['sheets'] = $state.raw([]);
  /** How long all of it is kept. */
  kept: Expired['kept'] | null = $state.raw(null);
  busy = $state(false);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads and follows until the returned function is called. */
  follow(): () => void {
    const deaf = listen((event) => this.receive(event));
    const sealed = register.onSealed(() => this.drop());
    void this.read();
    return () => {
      deaf();
      sealed();
      this.drop();
    };
  }

  receive(event: Event): void {
    if (event.type !== 'people' || !register.unlocked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.read(), QUIET);
  }

  /** Both are only hints: what cannot be read is not shown. */
  async read(): Promise<void> {
    const mine = (this.#asked += 1);
    const [found, over] = await Promise.all([
      call('find_duplicates', {}).catch(() => null),
      call('list_expired', {}).catch(() => null),
    ]);
    if (mine !== this.#asked) return;
    [this.pairs, this.expired, this.over] = [found?.pairs ?? [], over?.people ?? [], over?.sheets ?? []];
    this.kept = over?.kept ?? null;
  }

  /** Makes two files one; the name of `keep` is hers from then on. Null where something else is still being done. Rejects with the core's error. */
  async merge(pair: Pair, keep: Id): Promise<Reply<'merge_people'> | null> {
    const drop = keep === pair.a.id ? pair.b.id : pair.a.id;
    let done: Reply<'merge_people'> | null = null;
    await this.#once(async () => {
      done = await people.change('merge_people', { keep, drop });
      // Whoever is gone is compared with nobody any more.
      this.#without(({ a, b }) => a.id === drop || b.id === drop);
    });
    return done;
  }

  /** Says that they are two people; it is not asked again. */
  apart(pair: Pair): Promise<boolean> {
    return this.#once(async () => {
      await people.change('keep_apart', { a: pair.a.id, b: pair.b.id });
      this.#without((other) => other === pair);
    });
  }

  /** Erases files whose time is over: how many, and how many backups could not follow. */
  async erase(chosen: readonly Id[]): Promise<Reply<'erase_people'>> {
    let done: Reply<'erase_people'> = { erased: 0, copies_left: 0 };
    await this.#once(async () => {
      done = await call('erase_people', { people: [...chosen] });
      // An answer that was on its way still has them.
      this.#asked += 1;
      this.expired = this.expired.filter(({ id }) => !chosen.includes(id));
    });
    return done;
  }

  /** Destroys attendance sheets whose time is over: how many, and how many backups could not follow. */
  async destroy(chosen: readonly Id[]): Promise<Reply<'erase_sheets'>> {
    let done = { erased: 0, copies_left: 0 };
    await this.#once(async () => {
      done = await call('erase_sheets', { sessions: [...chosen] });
      this.#asked += 1;
      this.over = this.over.filter(({ session }) => !chosen.includes(session));
    });
    return done;
  }

  /** Says how long all of it is kept. Rejects with the core's error. */
  async keep(kept: Expired['kept']): Promise<void> {
    await this.#once(async () => {
      this.kept = await call('set_retention', kept);
    });
    await this.read();
  }

  #without(gone: (pair: Pair) => boolean): void {
    this.#asked += 1;
    this.pairs = this.pairs.filter((pair) => !gone(pair));
  }

  // One thing at a time: a second press on a button that acts does nothing.
  async #once(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await act();
      return true;
    } finally {
      this.busy = false;
    }
  }

  drop(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
    [this.pairs, this.expired, this.over, this.kept] = [[], [], [], null];
  }
}

export const tidying = new Tidying();
