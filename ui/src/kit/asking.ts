// Asking for something that may not be there yet: a thumbnail being made, a connection coming back.

/** Milliseconds before each further try. */
export const PAUSES: readonly number[] = [700, 2_000, 6_000];

export interface Asking<Found> {
  found: (value: Found) => void;
  /** Every try failed; nobody asks any more. */
  gaveUp: () => void;
}

/** Asks, and asks again after each pause, until an answer came or the returned function is called. */
export function askUntil<Found>(
  ask: () => Promise<Found>,
  { found, gaveUp }: Asking<Found>,
  pauses: readonly number[] = PAUSES,
): () => void {
  let current = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = (left: readonly number[]): void => {
    ask().then(
      (value) => current && found(value),
      () => {
        if (!current) return;
        const [pause, ...later] = left;
        if (pause === undefined) gaveUp();
        else timer = setTimeout(() => attempt(later), pause);
      },
    );
  };
  attempt(pauses);
  return () => {
    current = false;
    clearTimeout(timer);
  };
}
