// Opening, starting and restoring files. A refusal is announced with its way out; the file in use stays open.
import { asFailure, call } from '../host';
import type { Session } from '../host/gen';
import { session } from '../host/session.svelte';
import { announce } from '../kit/announce.svelte';
import { t } from '../texts/index.svelte';
import { askPath, type Purpose } from './paths.svelte';
import { go } from './routes.svelte';

/** Says what is safe and what to do about a failure. */
export function tell(cause: unknown): void {
  const { code } = asFailure(cause);
  announce(`${t(`error-${code}`)} ${t(`error-${code}-hint`)}`, null, 'trouble');
}

async function enter(opening: Promise<Session>): Promise<boolean> {
  try {
    session.replace(await opening);
    go({ at: 'home' });
    return true;
  } catch (cause) {
    tell(cause);
    return false;
  }
}

async function withPath(purpose: Purpose, open: (path: string) => Promise<Session>): Promise<boolean> {
  const path = await askPath(purpose);
  return path ? enter(open(path)) : false;
}

export const openFile = (path: string): Promise<boolean> => enter(call('open_workspace', { path }));
export const openAnother = (): Promise<boolean> =>
  withPath('open_workspace', (path) => call('open_workspace', { path }));
export const startAnother = (): Promise<boolean> =>
  withPath('new_workspace', (path) => call('open_workspace', { path, create: true }));
export const openReadOnly = (path: string): Promise<boolean> =>
  enter(call('open_workspace', { path, read_only: true }));

/** Opens a backup as the file in use; what was in use stays beside it under another name. */
export async function restoreFrom(path: string): Promise<boolean> {
  const done = await enter(call('restore_backup', { path }));
  if (done) announce(t('backup-restored'));
  return done;
}

/** Puts the demo into the open file, and shows it. */
export async function showDemo(): Promise<void> {
  try {
    const { film } = await call('add_demo', {});
    go({ at: 'storyboard', film });
  } catch (cause) {
    tell(cause);
  }
}
