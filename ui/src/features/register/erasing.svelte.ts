// Erasing somebody: first what goes, what remains and what is out of reach, as the core knows it; then, once, the erasing.
import { call, type Reply } from '../../host';
import type { Id } from '../../host/gen';
import { refusal } from '../../texts/refusal';

export class Erasing {
  /** What it will come to; nothing is erased before it was read. */
  preview: Reply<'preview_erasure'> | null = $state.raw(null);
  /** What it came to. */
  done: Reply<'erase_person'> | null = $state.raw(null);
  problem: string | null = $state(null);
  busy = $state(false);

  constructor(private readonly person: Id) {}

  async look(): Promise<void> {
    this.problem = null;
    try {
      this.preview = await call('preview_erasure', { person: this.person });
    } catch (cause) {
      this.problem = refusal(cause);
    }
  }

  /** Erases for good; a second press finds it under way, or done. True once it is done. */
  async erase(): Promise<boolean> {
    if (this.busy || this.done || !this.preview) return false;
    [this.busy, this.problem] = [true, null];
    try {
      this.done = await call('erase_person', { person: this.person });
      return true;
    } catch (cause) {
      this.problem = refusal(cause);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
