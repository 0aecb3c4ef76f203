// The session as the core sees it: which file is open, why it is not, and how this computer shows things.
import { asFailure, call, listen, type Failure } from './index';
import type { Event, Session, Settings } from './gen';
import { leaveFile } from './state.svelte';

class OpenSession {
  // Who holds something for the open file, and hears that another one takes its place.
  #leaving = new Set<() => void>();

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
    const left = this.now !== null && this.now.workspace?.path !== session.workspace?.path;
    if (left) {
      for (const heard of this.#leaving) heard();
      leaveFile();
    }
    this.now = session;
    this.failure = null;
    this.generation += 1;
  }

  /** Hears that another file takes the place of the open one, for the life of the page: what waits for one must not go to another. */
  onLeft(heard: () => void): void {
    this.#leaving.add(heard);
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
