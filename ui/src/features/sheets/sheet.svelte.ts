// The sheet that is shown: read while the register is open, read again when the core says so, dropped when it is sealed.
import { untrack } from 'svelte';
import { asFailure, call, listen, type Failure } from '../../host';
import type { Event, Id, Sheet } from '../../host/gen';
import { register } from '../../rows';

/** What may concern any sheet: its title, its names, what was signed while the laptop went round. */
const WIDER: ReadonlySet<Event['type']> = new Set<Event['type']>(['sheets', 'people', 'calendar', 'session']);

export class OpenSheet {
  /** Null until it was read, and while the register is sealed. */
  now: Sheet | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  #session: Id | null = null;
  #asked = 0;

  /** Reads the sheet of a session and follows it; the returned function stops and forgets. */
  follow(session: Id): () => void {
    this.#session = session;
    // What it reads is no reason to follow anew: somebody may be signing.
    untrack(() => void this.read());
    const forget = (): void => {
      this.#asked += 1;
      this.now = null;
    };
    const sealed = register.onSealed(forget);
    const stop = listen((event) => {
      const ours = event.type === 'sheet' && event.session === session;
      if (ours || WIDER.has(event.type)) void this.read();
    });
    return () => {
      stop();
      sealed();
      forget();
      this.#session = null;
    };
  }

  /** Reads again; only the answer to the last question is shown. */
  async read(): Promise<void> {
    const session = this.#session;
    if (!session || !register.unlocked) return;
    const mine = (this.#asked += 1);
    try {
      const sheet = await call('get_sheet', { session });
      if (mine !== this.#asked) return;
      this.now = sheet;
      this.failure = null;
    } catch (cause) {
      if (mine === this.#asked) this.failure = asFailure(cause);
    }
  }
}
