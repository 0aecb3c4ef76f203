import type { CommandName } from './link';

/** Commands that only read: they may be asked again after a lost connection. All the others change something. */
const reads: ReadonlySet<CommandName> = new Set<CommandName>([
  'get_session',
  'list_films',
  'get_film',
  'get_drawing',
  'list_faces',
  'list_trash',
  'list_lost',
  'search',
  'list_backups',
  'get_print_look',
  'get_register',
  'rate_passphrase',
  'list_people',
  'get_person',
  'get_health',
  'get_calendar',
  'get_retention',
  'get_sheet',
  'list_sheets',
  'get_handover',
  'list_refused',
  'list_expired',
  'preview_erasure',
  'preview_erase_people',
  'find_duplicates',
  'read_table',
  'preview_import',
]);

/** Commands that neither read rows nor change them: they concern files and the register's key, and are waited for in their own screen. */
const files: ReadonlySet<CommandName> = new Set<CommandName>([
  'choose_path',
  'open_workspace',
  'backup',
  'restore_backup',
  'check',
  'preview_paper',
  'end_preview',
  'export_film',
  'print_film',
  'cancel_export',
  'create_register',
  'unlock_register',
  'lock_register',
  'keep_unlocked',
  'change_passphrase',
  'renew_recovery',
  'confirm_recovery',
  'cancel_import',
  'export_paper',
  'hand_over',
  'end_handover',
]);

export const isRead = (name: string): boolean => reads.has(name as CommandName);

/** True for commands whose durable commit the bar reports as "saved". */
export const isEdit = (name: string): boolean => !reads.has(name as CommandName) && !files.has(name as CommandName);
