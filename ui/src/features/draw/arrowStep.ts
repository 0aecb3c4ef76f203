// Which way an arrow key points.
const WAYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One step right and down for an arrow key; null for any other, and for one that belongs to a shortcut. */
export function arrowStep({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): readonly [number, number] | null {
  return ctrlKey || metaKey || altKey ? null : (WAYS[key] ?? null);
}
