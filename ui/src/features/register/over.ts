// What may be laid over the open register, one at a time.
import type { Id, Person } from '../../host/gen';

export type Over =
  | 'add'
  | 'passphrase'
  | 'sheet'
  | 'pairs'
  | 'expired'
  | 'over'
  | 'retention'
  | 'damaged'
  | 'refused'
  | { edit: Id }
  | { erase: Person }
  | { table: string }
  | null;
