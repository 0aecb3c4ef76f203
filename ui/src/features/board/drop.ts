// What dropping a held cell between two others means. A shot of one panel is held whole; a panel of several stays a
// panel. Nothing here reads the screen: the gap comes in as a number.

import type { Id } from '../../host/gen';
import type { Move } from '../../rows/moves';

/** One case of the board: a panel, or a shot that has none yet. */
export interface Cell {
  /** The panel, or the shot when it has no panel. */
  id: Id;
  panel: Id | null;
  shot: Id;
  scene: Id;
  /** How many panels its shot has. */
  siblings: number;
}

export interface Drop {
  move: Move;
  /** The gap really used, which a shot may have had to leave the inside of another shot for. */
  gap: number;
}

/** What is held with this cell: the panel when its shot has several, else the shot. */
export const heldEntity = (cell: Cell): Id => (cell.panel !== null && cell.siblings > 1 ? cell.panel : cell.shot);

/** The shot and the panel of this cell, what is held with it first. */
export function movableOf(cell: Cell): readonly Id[] {
  if (cell.panel === null) return [cell.shot];
  return cell.siblings > 1 ? [cell.panel, cell.shot] : [cell.shot, cell.panel];
}

/** The move of dropping `held` at `gap` (0 before the first) among `cells` of `scene`; null when nothing would change. */
export function drop(cells: readonly Cell[], scene: Id, held: Cell, gap: number): Drop | null {
  return heldEntity(held) === held.shot ? dropShot(cells, scene, held, gap) : dropPanel(cells, held, gap);
}

function dropShot(cells: readonly Cell[], scene: Id, held: Cell, wanted: number): Drop | null {
  let gap = Math.max(0, Math.min(wanted, cells.length));
  while (gap > 0 && gap < cells.length && cells[gap - 1]!.shot === cells[gap]!.shot) gap += 1;
  if (cells[gap - 1]?.shot === held.shot || cells[gap]?.shot === held.shot) return null;
  return { move: { entity: held.shot, parent: scene, after: cells[gap - 1]?.shot ?? null }, gap };
}

function dropPanel(cells: readonly Cell[], held: Cell, wanted: number): Drop | null {
  const gap = Math.max(0, Math.min(wanted, cells.length));
  const before = cells[gap - 1];
  const after = cells[gap];
  if (before?.id === held.id || after?.id === held.id) return null;
  // Between two shots the panel's own is preferred, then the one before.
  const shot = [before, after].find((cell) => cell?.shot === held.shot)?.shot ?? before?.shot ?? after?.shot;
  if (shot === undefined) return null;
  const behind = before?.shot === shot ? before.panel : null;
  return { move: { entity: held.id, parent: shot, after: behind }, gap };
}

/** A cell's box on the board, in the board's own coordinates. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The gap nearest to a point among boxes laid in lines: before the first cell of its line whose middle lies beyond it. */
export function gapAt(boxes: readonly Box[], x: number, y: number, rightToLeft = false): number {
  if (boxes.length === 0) return 0;
  const line = nearestLine(boxes, y);
  for (let at = line.from; at < line.to; at += 1) {
    const middle = (boxes[at]!.left + boxes[at]!.right) / 2;
    if (rightToLeft ? x > middle : x < middle) return at;
  }
  return line.to;
}

function nearestLine(boxes: readonly Box[], y: number): { from: number; to: number } {
  let best = { from: 0, to: boxes.length };
  let least = Infinity;
  for (let from = 0; from < boxes.length;) {
    let to = from + 1;
    while (to < boxes.length && boxes[to]!.top < boxes[from]!.bottom) to += 1;
    const far = y < boxes[from]!.top ? boxes[from]!.top - y : Math.max(0, y - boxes[from]!.bottom);
    if (far < least) [least, best] = [far, { from, to }];
    from = to;
  }
  return best;
}
