// The session as the core sees it: which file is open, why it is not, and how this computer shows things.
import { asFailure, call, listen, type Failure } from './index';
import type { Event, Session, Settings } from './gen';

class OpenSession {
  /** Null until the core has answered. */
  now: Session | null = $state.raw(null);
  /** Why the core could not even answer. */
  failure: Failure | null = $state.raw(null);
  /** Goes up each time another file is open: everything read before belongs to the past. */
  generation = $state(0);

  get settings(): Settings | null {
    return this.now?.settings ?? null;
  }

  get readOnly(): boolean {
    return this.now?.workspace?.read_only ?? false;
  }

  /** Reads the session and follows it for the life of the page. */
  async start(): Promise<void> {
    listen((event) => this.receive(event));
    await this.read();
  }

  async read(): Promise<void> {
    try {
      this.replace(await call('get_session', {}));
    } catch (cause) {
      this.failure = asFailure(cause);
    }
  }

  /** Takes the reply of a command that opened, restored or created a file. */
  replace(session: Session): void {
    this.now = session;
    this.failure = null;
    this.generation += 1;
  }

  /** Changes settings: shown at once, kept by the core. Rejects with the core's error after putting them back. */
  async set(changes: Partial<Settings>): Promise<void> {
    const before = this.now;
    if (!before) return;
    this.now = { ...before, settings: { ...before.settings, ...changes } };
    try {
      const settings = await call('set_settings', changes);
      if (this.now) this.now = { ...this.now, settings };
    } catch (cause) {
      this.now = before;
      throw cause;
    }
  }

  receive(event: Event): void {
    if (event.type === 'settings' && this.now) this.now = { ...this.now, settings: event.settings };
    if (event.type === 'session') void this.read();
  }
}

export const session = new OpenSession();
