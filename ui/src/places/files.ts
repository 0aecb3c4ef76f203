// Opening, starting and restoring files. A refusal is announced with its way out; the file in use stays open.
import { asFailure, call, saving, type FailureCode } from '../host';
import type { Session } from '../host/gen';
import { session } from '../host/session.svelte';
import { announce } from '../kit/announce.svelte';
import { t } from '../texts/index.svelte';
import { refusal } from '../texts/refusal';
import { showTrouble, stayHere } from './elsewhere.svelte';
import { askPath, type Purpose } from './paths.svelte';
import { go } from './routes.svelte';

/** Says what is safe and what to do about a failure. */
export function tell(cause: unknown): void {
  announce(refusal(cause), null, 'trouble');
}

/** Refusals of a file that have a door out; the others are told, and change nothing. */
const DOORS: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'workspace_in_use',
  'workspace_damaged',
  'workspace_newer',
  'folder_read_only',
  'disk_full',
  'file_missing',
  'file_unreadable',
  'storage',
]);

async function enter(opening: Promise<Session>, path?: string): Promise<boolean> {
  const { now } = session;
  try {
    const next = await opening;
    const waits = saving.held.strokes ?? saving.held.texts;
    session.replace(next);
    stayHere();
    go({ at: 'home' });
    const left = now?.workspace;
    if (waits && left && left.path !== next.workspace?.path)
      announce(t('not-saved-elsewhere', { name: left.name }), null, 'trouble');
    return true;
  } catch (cause) {
    const { code } = asFailure(cause);
    if (path !== undefined && session.now?.workspace && code !== 'connection_lost' && DOORS.has(code)) {
      void showTrouble(code, path).catch(tell);
    } else tell(cause);
    return false;
  }
}

const open = (path: string, how: { read_only?: true } = {}): Promise<boolean> =>
  enter(call('open_workspace', { path, ...how }), path);

async function withPath(purpose: Purpose, open: (path: string) => Promise<boolean>): Promise<boolean> {
  const path = await askPath(purpose);
  return path ? open(path) : false;
}

export const openFile = (path: string): Promise<boolean> => open(path);
export const openAnother = (): Promise<boolean> => withPath('open_workspace', openFile);
export const startAnother = (): Promise<boolean> =>
  withPath('new_workspace', (path) => enter(call('open_workspace', { path, create: true })));
export const openReadOnly = (path: string): Promise<boolean> => open(path, { read_only: true });

/** Opens a backup in the place of a file, else of the one in use; what was there stays beside it under another name. */
export async function restoreFrom(path: string, workspace?: string): Promise<boolean> {
  const done = await enter(call('restore_backup', workspace === undefined ? { path } : { path, workspace }));
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
