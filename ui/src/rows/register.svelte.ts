// The register of people, as far as the window may know of it: is there one, is it open, and since when it is sealed. It reads
// nothing personal itself; whoever does says here what is to be forgotten the moment the register is sealed.

import { call, listen } from '../host';
import type { Event, Register } from '../host/gen';

/** Milliseconds between two words to the core that somebody is still at work. */
export const KEEP = 20_000;

/** Milliseconds that what is being written is waited for before the register is sealed. */
const WAIT = 2_000;

/** Milliseconds without a key or a movement after which what is being written is kept: after ten minutes the core seals. */
export const BEFORE_IDLE = 9 * 60_000;

/** What somebody at work does. */
const activity = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

class OpenRegister {
  /** Null until the core has answered. */
  now: Register | null = $state.raw(null);
  /** Out of sight already, and the core has not answered yet: something long is still being written. */
  sealing = $state(false);
  /**
   * It was sealed from elsewhere (ten idle minutes, a sleep, another window), and something that was being written could not be kept: to be
   * said when it opens again.
   */
  lost = $state(false);
  #forget = new Set<() => void>();
  #keep = new Set<() => boolean | Promise<boolean>>();
  #stop: (() => void) | null = null;
  #kept = 0;
  #asked = 0;

  /** Mode Formateur: what is personal may be read and changed. Else Atelier. */
  get unlocked(): boolean {
    return this.now?.unlocked ?? false;
  }

  /** Reads the mode and follows it; calling it again only reads anew. */
  async load(): Promise<void> {
    this.#stop ??= listen((event) => this.receive(event));
    const mine = (this.#asked += 1);
    const register = await call('get_register', {});
    // An event that came meanwhile knows better.
    if (mine === this.#asked) this.#take(register);
  }

  /** Takes the mode as a command answered it. */
  take(register: Register): void {
    this.#asked += 1;
    this.#take(register);
  }

  /**
   * What is personal is out of sight and out of memory before the core has answered; what was being written has been sent to be kept, and
   * false says that some of it was not. Rejects when it does not seal.
   */
  async lock(): Promise<boolean> {
    const keeping = this.keepAll();
    this.sealing = true;
    if (this.now) this.take({ ...this.now, unlocked: false });
    try {
      const all = await Promise.race([keeping, new Promise<false>((late) => setTimeout(late, WAIT, false))]);
      this.take(await call('lock_register', {}));
      return all;
    } catch (cause) {
      void this.load().catch(() => {});
      throw cause;
    } finally {
      this.sealing = false;
    }
  }

  /** Somebody is at work: the core hears it at most every 20 seconds, and only while the register is open. */
  keepUnlocked(now: number = Date.now()): void {
    // The clock of a computer may be set back.
    if (!this.unlocked || Math.abs(now - this.#kept) < KEEP) return;
    this.#kept = now;
    call('keep_unlocked', {}).catch(() => {});
  }

  /** Keeps what is being written, before it is out of sight; false where something could not be. */
  async keepAll(): Promise<boolean> {
    const asked = [...this.#keep].map(async (keep) => keep());
    const kept = await Promise.all(asked.map((one) => one.catch(() => false)));
    return !kept.includes(false);
  }

  /**
   * Is asked to keep what is being written before the register is sealed, until the returned function is called; false says that something is
   * lost with the seal.
   */
  beforeSeal(keep: () => boolean | Promise<boolean>): () => void {
    this.#keep.add(keep);
    return () => this.#keep.delete(keep);
  }

  /** Follows pointer and keys until the returned function is called: made for `$effect(() => register.watch())`. */
  watch(): () => void {
    let idle: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      this.keepUnlocked();
      clearTimeout(idle);
      idle = setTimeout(() => void this.keepAll(), BEFORE_IDLE);
    };
    for (const name of activity) addEventListener(name, heard, { capture: true, passive: true });
    return () => {
      clearTimeout(idle);
      for (const name of activity) removeEventListener(name, heard, { capture: true });
    };
  }

  /** Hears at once that the register is sealed, until the returned function is called: what was read of people is dropped. */
  onSealed(forget: () => void): () => void {
    this.#forget.add(forget);
    return () => this.#forget.delete(forget);
  }

  receive(event: Event): void {
    if (event.type === 'register') this.take(event.register);
  }

  /** The file was left, or nobody answers: nothing is known any more. */
  leave(): void {
    this.#asked += 1;
    this.now = null;
    this.lost = false;
    this.#seal();
  }

  #take(register: Register): void {
    const wasOpen = this.unlocked;
    this.now = register;
    if (wasOpen && !register.unlocked) {
      // Nothing is kept any more: whoever still has something answers so.
      if (!this.sealing) void this.keepAll().then((all) => (this.lost ||= !all));
      this.#seal();
    }
    if (!wasOpen && register.unlocked) this.#kept = Date.now();
  }

  #seal(): void {
    for (const forget of this.#forget) forget();
  }
}

export const register = new OpenRegister();
