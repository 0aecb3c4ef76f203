// A file that is being made: how far it is, and the way to stop it. One at a time.

import { asFailure, call, type Failure } from '../../host';
import type { Event, ExportPhase } from '../../host/gen';

/** Most files are there before anyone needs to be told that they are being made, in milliseconds. */
export const PATIENCE = 400;

export interface Progress {
  phase: ExportPhase;
  done: number;
  /** 0 while it is not known. */
  of: number;
}

export class PrintJob {
  /** Something is being made; no second one begins. */
  running = $state(false);
  /** It takes long enough to show how far it is. */
  shown = $state(false);
  stopping = $state(false);
  progress: Progress = $state.raw({ phase: 'drawings', done: 0, of: 0 });
  /** Why the last one was not made, until the next begins. */
  failure: Failure | null = $state.raw(null);

  #id: string | null = null;

  /** Runs one command that makes a file; null when it was stopped, could not be made, or another is being made. */
  async run<Made>(work: (job: string) => Promise<Made>): Promise<Made | null> {
    if (this.running) return null;
    const id = (this.#id = crypto.getRandomValues(new Uint32Array(4)).join('-'));
    this.running = true;
    this.stopping = false;
    this.failure = null;
    this.progress = { phase: 'drawings', done: 0, of: 0 };
    const patience = setTimeout(() => (this.shown = true), PATIENCE);
    try {
      return await work(id);
    } catch (cause) {
      this.failure = asFailure(cause);
      return null;
    } finally {
      clearTimeout(patience);
      this.#id = null;
      this.running = this.shown = this.stopping = false;
    }
  }

  /** Hears how far it is; what is told of another's work is not ours. */
  hear(event: Event): void {
    if (event.type !== 'export' || event.job !== this.#id) return;
    this.progress = { phase: event.phase, done: event.done, of: event.of };
  }

  /** Stops what is being made. Says whether anything was. */
  stop(): boolean {
    if (this.#id === null) return false;
    if (!this.stopping) void call('cancel_export', { job: this.#id }).catch(() => undefined);
    this.stopping = true;
    return true;
  }
}
