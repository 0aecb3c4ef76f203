// Where the arrows go in a board of several scenes, each wrapped over the same number of columns.

export interface Place {
  /** Which scene, counted from 0. */
  section: number;
  /** Which cell of it, counted from 0. */
  index: number;
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'FirstOfAll' | 'LastOfAll';

/**
 * The cell reached from `at`. `counts` holds the number of cells of each scene; scenes without cells are skipped.
 * Left and right run through the whole film, up and down keep the column. At the edges the place does not change.
 */
export function step(counts: readonly number[], columns: number, at: Place, arrow: Arrow): Place {
  const count = counts[at.section] ?? 0;
  const column = at.index % columns;
  switch (arrow) {
    case 'ArrowLeft':
      return at.index > 0 ? { ...at, index: at.index - 1 } : (enter(counts, at.section, -1, (n) => n - 1) ?? at);
    case 'ArrowRight':
      return at.index < count - 1 ? { ...at, index: at.index + 1 } : (enter(counts, at.section, 1, () => 0) ?? at);
    case 'ArrowUp':
      if (at.index >= columns) return { ...at, index: at.index - columns };
      return enter(counts, at.section, -1, (n) => Math.min(n - 1, lastRow(n, columns) + column)) ?? at;
    case 'ArrowDown':
      if (at.index + columns < count) return { ...at, index: at.index + columns };
      // The last line may be shorter than this one: its last cell is still below.
      if (at.index < lastRow(count, columns)) return { ...at, index: count - 1 };
      return enter(counts, at.section, 1, (n) => Math.min(n - 1, column)) ?? at;
    case 'Home':
      return { ...at, index: 0 };
    case 'End':
      return { ...at, index: Math.max(0, count - 1) };
    case 'FirstOfAll':
      return enter(counts, -1, 1, () => 0) ?? at;
    case 'LastOfAll':
      return enter(counts, counts.length, -1, (n) => n - 1) ?? at;
  }
}

const lastRow = (count: number, columns: number): number => Math.floor((count - 1) / columns) * columns;

/** The nearest scene with cells from `section` (excluded) in one direction, entered where `pick` says. */
function enter(
  counts: readonly number[],
  section: number,
  direction: -1 | 1,
  pick: (count: number) => number,
): Place | null {
  for (let at = section + direction; at >= 0 && at < counts.length; at += direction) {
    const count = counts[at] ?? 0;
    if (count > 0) return { section: at, index: pick(count) };
  }
  return null;
}
