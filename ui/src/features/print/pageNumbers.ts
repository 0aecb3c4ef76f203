/** The numbers beside "Avant" and "Après": the ends, the page looked at and its neighbours; null where some are left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  if (pages <= MOST) return Array.from({ length: pages }, (_, at) => at + 1);
  // As many places whatever the page, so that no button moves under the hand.
  const from = Math.max(3, Math.min(page - 1, pages - 4));
  const near = [from, from + 1, from + 2];
  return [1, from > 3 ? null : 2, ...near, from + 3 < pages - 1 ? null : pages - 1, pages];
}

/** Pages that all have their number. */
export const MOST = 7;
