import type { ExportKind, Id } from '../host/gen';

/** What is printed: of which film; what the door that was used already chose, else as it was last time. */
export interface PrintDoor {
  film: Id;
  kind?: ExportKind;
  shots?: readonly Id[];
}

/** What can be laid over any place. */
export const panes = $state({ search: false, keys: false, faces: false, print: null as PrintDoor | null });
