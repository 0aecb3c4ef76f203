/**
 * What an eraser takes on its way: whole strokes, or the part of them it passed over. It decides nothing about undo or
 * storage; it only says what was touched.
 */
import type { Id } from '../host/gen';
import { piecesOf, type Arrow } from './arrow';
import { isCut, unite } from './cuts';
import type { Grid } from './grid';
import { touches, TRAIL, type Box, type Drawn } from './stroke';

/** One straight step of the eraser, frame units; `radius` is half of what the ring shows. */
export interface Sweep {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  radius: number;
}

export function sweepBox({ x0, y0, x1, y1, radius }: Sweep): Box {
  return {
    left: Math.min(x0, x1) - radius,
    top: Math.min(y0, y1) - radius,
    right: Math.max(x0, x1) + radius,
    bottom: Math.max(y0, y1) + radius,
  };
}

/** Strokes whose paint the eraser touched on this step. */
export function touched(grid: Grid, sweep: Sweep): Drawn[] {
  const box = sweepBox(sweep);
  const found: Drawn[] = [];
  for (const stroke of grid.near(box)) if (touches(stroke.box, box) && isTouched(stroke, sweep)) found.push(stroke);
  return found;
}

function isTouched(stroke: Drawn, sweep: Sweep): boolean {
  const trail = stroke.trail;
  for (let at = 0; at < trail.length; at += TRAIL) {
    if (isCut(stroke.cuts, trail[at + 2] ?? 0)) continue;
    const next = at + TRAIL < trail.length && !isCut(stroke.cuts, trail[at + TRAIL + 2] ?? 0) ? at + TRAIL : at;
    const reach = sweep.radius + (trail[at + 3] ?? 0);
    const far = between(sweep, trail[at] ?? 0, trail[at + 1] ?? 0, trail[next] ?? 0, trail[next + 1] ?? 0);
    if (far <= reach) return true;
  }
  return false;
}

/** The ranges of point indices the eraser passed over on this step, by stroke. */
export function taken(grid: Grid, sweep: Sweep): Map<Drawn, [number, number][]> {
  const box = sweepBox(sweep);
  const found = new Map<Drawn, [number, number][]>();
  for (const stroke of grid.near(box)) {
    if (!touches(stroke.box, box)) continue;
    const ranges = takenFrom(stroke, sweep);
    if (ranges.length > 0) found.set(stroke, ranges);
  }
  return found;
}

// The eraser takes what its ring covers of the middle line; of a stroke wider than the ring, a little less.
function takenFrom(stroke: Drawn, sweep: Sweep): [number, number][] {
  const trail = stroke.trail;
  const ranges: [number, number][] = [];
  const grain = Math.max(8, sweep.radius / 4);
  for (let at = 0; at < trail.length; at += TRAIL) {
    const last = at + TRAIL >= trail.length;
    const next = last ? at : at + TRAIL;
    const [x0, y0, s0] = [trail[at] ?? 0, trail[at + 1] ?? 0, trail[at + 2] ?? 0];
    const [x1, y1, s1] = [trail[next] ?? 0, trail[next + 1] ?? 0, trail[next + 2] ?? 0];
    if (between(sweep, x0, y0, x1, y1) > sweep.radius) continue;
    const parts = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / grain));
    for (let part = 0; part <= (last ? 0 : parts); part++) {
      const t = part / parts;
      if (away(sweep, x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) > sweep.radius) continue;
      const source = Math.fround(s0 + (s1 - s0) * t);
      const open = ranges[ranges.length - 1];
      if (open && source - open[1] <= (s1 - s0) / parts + 0.001) open[1] = source;
      else ranges.push([source, source]);
    }
  }
  return ranges.map(([from, to]): [number, number] => [Math.fround(Math.max(0, from - 0.01)), Math.fround(to + 0.01)]);
}

/** Whether the eraser touched an arrow's paint on this step. */
export function sweepsArrow(sweep: Sweep, arrow: Arrow): boolean {
  const reach = sweep.radius + arrow.size / 2;
  return piecesOf(arrow).some((piece) => between(sweep, ...piece) <= reach);
}

/** Whether the eraser touched a rectangle on this step. */
export function sweepsBox(sweep: Sweep, { left, top, right, bottom }: Box): boolean {
  const { x0, y0, radius } = sweep;
  if (x0 >= left && x0 <= right && y0 >= top && y0 <= bottom) return true;
  const sides = [
    [left, top, right, top],
    [right, top, right, bottom],
    [right, bottom, left, bottom],
    [left, bottom, left, top],
  ] as const;
  return sides.some((side) => between(sweep, ...side) <= radius);
}

/** Distance from a place to the eraser's way. */
function away(sweep: Sweep, x: number, y: number): number {
  const dx = sweep.x1 - sweep.x0;
  const dy = sweep.y1 - sweep.y0;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - sweep.x0) * dx + (y - sweep.y0) * dy) / length));
  return Math.hypot(x - sweep.x0 - dx * t, y - sweep.y0 - dy * t);
}

/** Distance between the eraser's way and a stretch of a stroke. */
function between(sweep: Sweep, x0: number, y0: number, x1: number, y1: number): number {
  if (cross(sweep, x0, y0, x1, y1)) return 0;
  const stretch: Sweep = { x0, y0, x1, y1, radius: 0 };
  return Math.min(
    away(sweep, x0, y0),
    away(sweep, x1, y1),
    away(stretch, sweep.x0, sweep.y0),
    away(stretch, sweep.x1, sweep.y1),
  );
}

function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

function cross(sweep: Sweep, x0: number, y0: number, x1: number, y1: number): boolean {
  return (
    side(sweep.x0, sweep.y0, sweep.x1, sweep.y1, x0, y0) * side(sweep.x0, sweep.y0, sweep.x1, sweep.y1, x1, y1) < 0 &&
    side(x0, y0, x1, y1, sweep.x0, sweep.y0) * side(x0, y0, x1, y1, sweep.x1, sweep.y1) < 0
  );
}

/** What one pass of the eraser took so far: strokes gone, and new ranges of strokes that are left in part. */
export class Erasing {
  readonly gone = new Set<Id>();
  readonly ranges = new Map<Id, [number, number][]>();

  get isEmpty(): boolean {
    return this.gone.size === 0 && this.ranges.size === 0;
  }

  takeWhole(stroke: Drawn): void {
    this.ranges.delete(stroke.id);
    this.gone.add(stroke.id);
  }

  /** True when the stroke lost something it still had. */
  takePart(stroke: Drawn, ranges: readonly [number, number][]): boolean {
    if (this.gone.has(stroke.id)) return false;
    const own = unite([...(this.ranges.get(stroke.id) ?? []), ...ranges]);
    const all = unite([...stroke.cuts, ...own]);
    if (stroke.isGone(all)) {
      this.takeWhole(stroke);
      return true;
    }
    const before = this.ranges.get(stroke.id);
    this.ranges.set(stroke.id, own);
    return !before || JSON.stringify(before) !== JSON.stringify(own);
  }
}
