import type { ExportKind, Id } from '../host/gen';

/** What is printed: of which film; what the door that was used already chose, else as it was last time. */
export interface PrintDoor {
  film: Id;
  kind?: ExportKind;
  shots?: readonly Id[];
}

/** The register is asked for: opened, or made where there is none. `then` runs once it is open, and never when it stays sealed. */
export interface UnlockDoor {
  then?: () => void;
}

/** What can be laid over any place. */
export const panes = $state({
  search: false,
  keys: false,
  faces: false,
  print: null as PrintDoor | null,
  unlock: null as UnlockDoor | null,
  /** A session is prepared; only with the register open. */
  prepare: false,
});
