// The text of a note on health, while it is looked at: read when it is asked for, dropped after half a minute.

import { call, type Reply } from '../../host';
import type { Id } from '../../host/gen';
import { refusal } from '../../texts/refusal';

/** Milliseconds a note stays in sight. */
export const SHOWN = 30_000;

export class HealthNote {
  shown: Reply<'get_health'> | null = $state.raw(null);
  problem: string | null = $state(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(private readonly person: Id) {}

  async show(): Promise<void> {
    const mine = (this.#asked += 1);
    this.problem = null;
    try {
      const read = await call('get_health', { person: this.person });
      // Hidden again before it came.
      if (mine !== this.#asked) return;
      this.shown = read;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.hide(), SHOWN);
    } catch (cause) {
      if (mine === this.#asked) this.problem = refusal(cause);
    }
  }

  hide(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
    [this.shown, this.problem] = [null, null];
  }
}
