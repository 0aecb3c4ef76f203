// How far each sheet is, for the list of sessions: known while the register is open, dropped at the seal.
import { call, listen, type Reply } from '../host';
import type { Id } from '../host/gen';
import { register } from './register.svelte';

export type Line = Reply<'list_sheets'>['sheets'][number];

export class SheetLines {
  #lines: ReadonlyMap<Id, Line> = $state.raw(new Map());
  #asked = 0;

  /** Null while nothing is known of it. */
  of(session: Id): Line | null {
    return this.#lines.get(session) ?? null;
  }

  /** Reads and follows until the returned function is called. */
  follow(): () => void {
    const deaf = listen(({ type }) => {
      if (type === 'sheet' || type === 'sheets' || type === 'calendar' || type === 'register') void this.#read();
    });
    const sealed = register.onSealed(() => this.#drop());
    void this.#read();
    return () => {
      deaf();
      sealed();
      this.#drop();
    };
  }

  async #read(): Promise<void> {
    if (!register.unlocked) return;
    const mine = (this.#asked += 1);
    const sheets = (await call('list_sheets', {}).catch(() => null))?.sheets ?? [];
    if (mine === this.#asked) this.#lines = new Map(sheets.map((line) => [line.session, line]));
  }

  #drop(): void {
    this.#asked += 1;
    this.#lines = new Map();
  }
}
