// The way to an attendance sheet: from the home page and from the list, open or sealed.
import type { Id } from '../host/gen';
import { register } from '../rows';
import { panes } from './panes.svelte';
import { go } from './routes.svelte';

/** Runs with the register open: at once, or after its passphrase. */
export function unlocked(run: () => void): void {
  if (register.unlocked) run();
  else panes.unlock = { then: run };
}

/** Goes to the sheet of a session, its names readable. */
export const toSheet = (session: Id): void => unlocked(() => go({ at: 'sheet', session }));
