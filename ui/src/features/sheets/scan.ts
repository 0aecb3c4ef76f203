// The bytes of a photo of a sheet, while it is shown: never in the cache of other pictures, and let go of at the seal with the page
// that shows them. A name is written on it.
import { bytes } from '../../host';
import type { Id } from '../../host/gen';
import { askUntil, type Asking } from '../../kit/asking';

/** Asks for a photo until it came; the returned function lets go of it. */
export function holdScan(session: Id, hash: string, { found, gaveUp }: Asking<string>): () => void {
  let held: string | null = null;
  const stop = askUntil(() => bytes(`scan/${session}/${hash}`), {
    found: (content) => found((held = URL.createObjectURL(new Blob([content])))),
    gaveUp,
  });
  return () => {
    stop();
    if (held !== null) URL.revokeObjectURL(held);
  };
}
