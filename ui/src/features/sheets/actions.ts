// What is done to a sheet or a session, each told when it is refused, with its way back where there is one.
import { call, type CommandName, type Reply, type Request } from '../../host';
import type { Id, SessionRow } from '../../host/gen';
import { announce } from '../../kit/announce.svelte';
import { tell } from '../../places/files';
import { askPath } from '../../places/paths.svelte';
import { brief, t } from '../../texts/index.svelte';

/** Sends one change; null when it was refused, which is told. */
export async function send<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K> | null> {
  try {
    return await call(name, request);
  } catch (cause) {
    tell(cause);
    return null;
  }
}

export async function deleteSession(session: SessionRow): Promise<boolean> {
  if (!(await send('delete_session', { session: session.id }))) return false;
  announce(t('session-deleted', { title: brief(session.title) }), {
    label: t('put-back'),
    run: () => void send('restore_session', { session: session.id }),
  });
  return true;
}

export async function takeOff(session: Id, person: Id, name: string): Promise<void> {
  if (!(await send('remove_from_sheet', { session, person }))) return;
  announce(t('sheet-taken-off', { name: brief(name) }), {
    label: t('put-back'),
    run: () => void send('add_to_sheet', { session, person }),
  });
}

/** Asks for a photo of the sheet on this computer, and keeps it with the sheet. */
export async function addScan(session: Id): Promise<void> {
  const path = await askPath('open_picture');
  if (path === null) return;
  const added = await send('attach_scan', { session, path });
  if (added) announce(added.pages > 0 ? t('sheet-scan-added', added) : t('sheet-scan-known'));
}

/** Takes a photo of the sheet away; its bytes go when the register is sealed. */
export async function removeScan(session: Id, scan: Id): Promise<boolean> {
  if (!(await send('remove_scan', { session, scan }))) return false;
  announce(t('sheet-scan-removed'), { label: t('put-back'), run: () => void send('restore_scan', { session, scan }) });
  return true;
}

/** Puts on the sheet those of its group who are not on it yet. */
export async function fillSheet(session: Id): Promise<void> {
  const filled = await send('fill_sheet', { session });
  if (filled) announce(t('sheet-filled', { count: filled.added }));
}
