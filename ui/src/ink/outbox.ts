/**
 * Edits of drawings on their way to the core, in order. The screen never waits for it, and nothing leaves it before the
 * core has answered: what cannot be sent is kept (in the browser's storage too, so that a reload or a restart sends it
 * again under the same ids) and tried again.
 */
import type { Commands, Id } from '../host/gen';
import { openStorage, PREFIX } from './unsent';

/** The edits that pass through here. */
export type InkEdit = 'add_stroke' | 'erase_strokes' | 'cut_strokes' | 'add_mark';

export interface Parcel<K extends InkEdit = InkEdit> {
  key: string;
  drawing: Id;
  name: K;
  request: Commands[K][0];
}

/** `wait`: the same edit may pass later. `refused`: it never will; the person decides. `done`: the core had it all along. */
export type Verdict = 'wait' | 'refused' | 'done';

/** What keeps edits from being durable, for the banner. `waiting` counts edits, the refused ones too. */
export interface Trouble {
  verdict: 'wait' | 'refused';
  error: unknown;
}

export interface OutboxWays {
  /** `again`: it was sent before, or by an earlier window, and may have arrived. */
  send(name: InkEdit, request: Commands[InkEdit][0], again: boolean): Promise<unknown>;
  judge(error: unknown, parcel: Parcel): Verdict;
  /** After each change. */
  changed(waiting: number, trouble: Trouble | null): void;
  /** The core has it: its rows now say what the parcel said. `reply` is its answer, if it gave one. */
  landed(parcel: Parcel, reply: unknown): void;
}

const PAUSES = [500, 1000, 2000, 5000, 10_000];

export class Outbox {
  #ways: OutboxWays;
  #storage: Storage | null;
  #parcels: Parcel[] = [];
  // Set aside so that one bad edit does not hold up the others.
  #refused: Parcel[] = [];
  // For a file that is not open now.
  #aside: Parcel[] = [];
  // Keys of those that may have arrived although no answer did.
  #tried = new Set<string>();
  #sending = false;
  #failures = 0;
  #trouble: Trouble | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: (() => void)[] = [];

  constructor(ways: OutboxWays, storage: Storage | null = openStorage()) {
    this.#ways = ways;
    this.#storage = storage;
  }

  /** Edits the core does not have yet, in order. */
  get waiting(): readonly Parcel[] {
    return [...this.#refused, ...this.#parcels];
  }

  /** Parcels of an earlier window, or set aside, for these drawings; they are sent again from now on. */
  recover(drawings: ReadonlySet<Id>): Parcel[] {
    const own = new Set(this.waiting.map((parcel) => parcel.key));
    const kept = new Map([...this.#stored(), ...this.#aside].map((parcel) => [parcel.key, parcel]));
    const found = [...kept.values()].filter(({ key, drawing }) => drawings.has(drawing) && !own.has(key)).sort(byKey);
    this.#aside = this.#aside.filter((parcel) => !found.includes(parcel));
    this.#parcels.push(...found);
    for (const { key } of found) this.#tried.add(key);
    if (found.length > 0) this.#tell();
    void this.#run();
    return found;
  }

  /** Takes an edit; its key names it until it landed. `tried`: it was sent before, by other ways, without an answer. */
  push<K extends InkEdit>(name: K, drawing: Id, request: Commands[K][0], tried = false): string {
    const parcel: Parcel = { key: nextKey(), drawing, name, request };
    this.#parcels.push(parcel);
    if (tried) this.#tried.add(parcel.key);
    this.#keep(parcel);
    this.#tell();
    void this.#run();
    return parcel.key;
  }

  /** Tries everything again at once: the person asked, or the link is back. */
  retry(): void {
    this.#parcels.unshift(...this.#refused.splice(0));
    this.#trouble = null;
    this.#tell();
    void this.#run();
  }

  /** Lets go of what the core refused; only when the person gave it up. */
  discard(): Parcel[] {
    const given = this.#refused.splice(0);
    for (const parcel of given) this.#forget(parcel);
    this.#trouble = null;
    this.#tell();
    return given;
  }

  /** Another file is opened: what waits is kept for the one it belongs to, until `recover` meets its drawings again. */
  setAside(): void {
    this.#aside.push(...this.#refused.splice(0), ...this.#parcels.splice(0));
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#trouble = null;
    this.#tell();
  }

  /** Resolves true once nothing is on its way, false when the core cannot be reached. */
  settled(): Promise<boolean> {
    if (!this.#sending) return Promise.resolve(this.#parcels.length === 0);
    return new Promise((resolve) => this.#idle.push(() => resolve(this.#parcels.length === 0)));
  }

  async #run(): Promise<void> {
    if (this.#sending) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    try {
      for (let parcel = this.#parcels[0]; parcel; parcel = this.#parcels[0]) {
        if (!(await this.#deliver(parcel))) break;
      }
    } finally {
      // Whoever hears of a delivery may fail at it; the next stroke must leave all the same.
      this.#sending = false;
      for (const settled of this.#idle.splice(0)) settled();
    }
  }

  /** False when the rest has to wait. */
  async #deliver(parcel: Parcel): Promise<boolean> {
    let reply: unknown;
    const again = this.#tried.has(parcel.key);
    this.#tried.add(parcel.key);
    try {
      reply = await this.#ways.send(parcel.name, parcel.request, again);
    } catch (error) {
      // Set aside meanwhile: the answer may be that of another file.
      if (!this.#parcels.includes(parcel)) return true;
      const verdict = this.#ways.judge(error, parcel);
      if (verdict === 'wait') return this.#wait(error);
      if (verdict === 'refused') {
        this.#parcels = without(this.#parcels, parcel);
        this.#refused.push(parcel);
        this.#trouble = { verdict, error };
        this.#tell();
        return true;
      }
    }
    this.#failures = 0;
    if (this.#refused.length === 0) this.#trouble = null;
    this.#parcels = without(this.#parcels, parcel);
    this.#aside = without(this.#aside, parcel);
    this.#forget(parcel);
    this.#ways.landed(parcel, reply);
    this.#tell();
    return true;
  }

  #wait(error: unknown): false {
    this.#trouble = { verdict: 'wait', error };
    this.#timer = setTimeout(() => void this.#run(), PAUSES[Math.min(this.#failures, PAUSES.length - 1)]);
    this.#failures += 1;
    this.#tell();
    return false;
  }

  #tell(): void {
    this.#ways.changed(this.#parcels.length + this.#refused.length, this.#trouble);
  }

  // Storage may be full, or refused altogether: the parcels then live as long as the window, and are still sent.
  #keep(parcel: Parcel): void {
    try {
      this.#storage?.setItem(PREFIX + parcel.key, JSON.stringify(parcel));
    } catch {
      return;
    }
  }

  #forget(parcel: Parcel): void {
    this.#tried.delete(parcel.key);
    try {
      this.#storage?.removeItem(PREFIX + parcel.key);
    } catch {
      return;
    }
  }

  #stored(): Parcel[] {
    const found: Parcel[] = [];
    try {
      for (let at = 0; at < (this.#storage?.length ?? 0); at++) {
        const key = this.#storage?.key(at);
        if (!key?.startsWith(PREFIX)) continue;
        const parcel = readParcel(this.#storage?.getItem(key) ?? '');
        if (parcel) found.push(parcel);
      }
    } catch {
      return [];
    }
    return found;
  }
}

const byKey = (a: Parcel, b: Parcel): number => (a.key < b.key ? -1 : 1);
const without = (parcels: Parcel[], gone: Parcel): Parcel[] => parcels.filter((parcel) => parcel !== gone);

let made = 0;
/** Keys sort in the order they were made, also across a reload. */
function nextKey(): string {
  made += 1;
  const chance = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `${Date.now().toString(36).padStart(9, '0')}-${made.toString(36).padStart(6, '0')}-${chance.toString(36)}`;
}

function readParcel(text: string): Parcel | null {
  try {
    const parcel = JSON.parse(text) as Parcel;
    return typeof parcel.key === 'string' && typeof parcel.drawing === 'string' && parcel.request ? parcel : null;
  } catch {
    return null;
  }
}
