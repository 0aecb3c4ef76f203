/**
 * Where edits of drawings wait in the browser's storage. Alone in a file, so that asking whether there is any loads none of
 * the ink.
 */
export const PREFIX = 'ql-unsent:';

/** The browser's storage, or nothing where it refuses. */
export function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Whether an earlier window left something that the core may not have. */
export function anyUnsent(storage: Storage | null = openStorage()): boolean {
  try {
    for (let at = 0; at < (storage?.length ?? 0); at++) if (storage?.key(at)?.startsWith(PREFIX)) return true;
  } catch {
    return false;
  }
  return false;
}
