// Another file that was asked for and does not open, while the one in use stays open behind the doors out of it.
import { call } from '../host';
import type { Backup, ErrorCode } from '../host/gen';

export interface Trouble {
  code: ErrorCode;
  path: string;
  backups: Backup[];
}

let trouble = $state.raw<Trouble | null>(null);

/** The file that does not open, or null. */
export const elsewhere = (): Trouble | null => trouble;

/** Back to the file in use. */
export function stayHere(): void {
  trouble = null;
}

/** Shows the ways out of a file that does not open. */
export async function showTrouble(code: ErrorCode, path: string): Promise<void> {
  trouble = { code, path, backups: [] };
  if (code !== 'workspace_damaged') return;
  const { backups } = await call('list_backups', { workspace: path });
  if (trouble?.path === path) trouble = { code, path, backups };
}
