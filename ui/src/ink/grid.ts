/**
 * Which strokes pass near a place: a coarse grid over the frame, so that an eraser looks at a few strokes out of a thousand.
 */
import type { Id } from '../host/gen';
import type { Box, Drawn } from './stroke';

const CELL = 1024;
/** Cells are numbered row by row in a square wide enough for any coordinate ink can hold. */
const ROW = 256;
const HALF = ROW / 2;

function cell(value: number): number {
  return Math.min(ROW - 1, Math.max(0, Math.floor(value / CELL) + HALF));
}

export class Grid {
  #cells = new Map<number, Set<Drawn>>();
  #homes = new Map<Id, number[]>();

  add(stroke: Drawn): void {
    if (this.#homes.has(stroke.id)) return;
    const homes = new Set<number>();
    const { points } = stroke.ink;
    for (let at = 0; at < points.length; at += 3) {
      const x = points[at] ?? 0;
      const y = points[at + 1] ?? 0;
      // A long jump between two points passes through cells where no point lies.
      const fromX = at === 0 ? x : (points[at - 3] ?? x);
      const fromY = at === 0 ? y : (points[at - 2] ?? y);
      const steps = Math.ceil(Math.hypot(x - fromX, y - fromY) / (CELL / 2));
      for (let step = Math.max(1, steps); step >= 1; step--) {
        const t = steps === 0 ? 1 : step / steps;
        homes.add(cell(fromY + (y - fromY) * t) * ROW + cell(fromX + (x - fromX) * t));
      }
    }
    for (const home of homes) {
      const there = this.#cells.get(home);
      if (there) there.add(stroke);
      else this.#cells.set(home, new Set([stroke]));
    }
    this.#homes.set(stroke.id, [...homes]);
  }

  remove(stroke: Drawn): void {
    for (const home of this.#homes.get(stroke.id) ?? []) this.#cells.get(home)?.delete(stroke);
    this.#homes.delete(stroke.id);
  }

  clear(): void {
    this.#cells.clear();
    this.#homes.clear();
  }

  /** Strokes with a point in or beside the cells of this rectangle. */
  near(box: Box): Set<Drawn> {
    const found = new Set<Drawn>();
    for (let y = cell(box.top - CELL / 2); y <= cell(box.bottom + CELL / 2); y++)
      for (let x = cell(box.left - CELL / 2); x <= cell(box.right + CELL / 2); x++)
        for (const stroke of this.#cells.get(y * ROW + x) ?? []) found.add(stroke);
    return found;
  }
}
