/**
 * Erased ranges of a stroke, in point indices (fractional, both ends included).
 *
 * Two erasers unite: the order in which ranges arrive never matters.
 */
export type Cut = readonly [from: number, to: number];

/** The same erased points as sorted ranges that neither touch nor overlap. Ranges that are not numbers are dropped. */
export function unite(cuts: readonly Cut[]): [number, number][] {
  const sorted = cuts
    .filter(([from, to]) => Number.isFinite(from) && Number.isFinite(to))
    .map(([from, to]): [number, number] => (from <= to ? [from, to] : [to, from]))
    .sort((a, b) => a[0] - b[0]);
  const united: [number, number][] = [];
  for (const cut of sorted) {
    const last = united[united.length - 1];
    if (last && cut[0] <= last[1]) last[1] = Math.max(last[1], cut[1]);
    else united.push(cut);
  }
  return united;
}

/** Whether the point of this index is erased. */
export function isCut(cuts: readonly Cut[], index: number): boolean {
  for (const [from, to] of cuts) if (index >= from && index <= to) return true;
  return false;
}

/** Whether a range lies between two points that are left, so that what joins them is erased. */
export function parts(cuts: readonly Cut[], before: number, after: number): boolean {
  for (const [from, to] of cuts) if (to >= before && from <= after) return true;
  return false;
}

/** Whether nothing is left of a stroke of `count` points. */
export function isAllCut(cuts: readonly Cut[], count: number): boolean {
  for (let index = 0; index < count; index++) if (!isCut(cuts, index)) return false;
  return true;
}

/** Whether two lists erase the same ranges, written the same way. */
export function sameCuts(a: readonly Cut[], b: readonly Cut[]): boolean {
  return a.length === b.length && a.every((cut, at) => cut[0] === b[at]?.[0] && cut[1] === b[at]?.[1]);
}
