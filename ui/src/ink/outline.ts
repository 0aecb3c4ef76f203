/**
 * From points to the shape that is filled. Rust computes the same shapes for thumbnails and papers; the golden vectors
 * of `assets/ink-golden.json` hold both to it. Shapes are in outline units (a frame 1,024 wide), fill rule nonzero.
 */
import { getStrokeOutlinePoints, getStrokePoints, type StrokeOptions, type StrokePoint } from 'perfect-freehand';
import type { Ink } from './codec';
import { isCut, parts, type Cut } from './cuts';
import { OUTLINE_SCALE, type Tool } from './frame';

export type Polygon = number[][];

const FEEL: Record<Tool, { thinning: number; smoothing: number; streamline: number }> = {
  pencil: { thinning: 0.35, smoothing: 0.5, streamline: 0.35 },
  brush: { thinning: 0.7, smoothing: 0.5, streamline: 0.4 },
  pen: { thinning: 0.12, smoothing: 0.5, streamline: 0.35 },
};

function optionsOf(tool: Tool, size: number): StrokeOptions {
  return { ...FEEL[tool], size: size / OUTLINE_SCALE, simulatePressure: false, last: true };
}

/** One smoothed point and the index of the recorded point it comes from. */
export interface Spot {
  source: number;
  point: StrokePoint;
}

/**
 * The smoothed points of a stroke with their sources. perfect-freehand drops some points and does not say which; but it
 * carries the pressure along untouched and never looks at it here, so the index travels in its place.
 */
export function spotsOf(ink: Pick<Ink, 'tool' | 'size' | 'points'>): Spot[] {
  const count = ink.points.length / 3;
  const pressures: number[] = [];
  const input: [number, number, number][] = [];
  for (let at = 0; at < count; at++) {
    input.push([(ink.points[at * 3] ?? 0) / OUTLINE_SCALE, (ink.points[at * 3 + 1] ?? 0) / OUTLINE_SCALE, at]);
    pressures.push((ink.points[at * 3 + 2] ?? 0) / 255);
  }
  if (input.length === 2) spreadPair(input, pressures);
  const step = count === 2 ? 0.25 : 1;
  return getStrokePoints(input, optionsOf(ink.tool, ink.size)).map((point) => {
    const at = point.pressure;
    return { source: at * step, point: { ...point, pressure: pressures[at] ?? 0.5 } };
  });
}

/** perfect-freehand turns two points into five, with pressure 0.5 on the added ones; done here to keep the sources. */
function spreadPair(input: [number, number, number][], pressures: number[]): void {
  const [first, last] = input as [[number, number, number], [number, number, number]];
  input.length = 1;
  pressures.length = 1;
  for (let at = 1; at < 5; at++) {
    const t = at / 4;
    input.push([first[0] + (last[0] - first[0]) * t, first[1] + (last[1] - first[1]) * t, at]);
    pressures.push(0.5);
  }
}

/** The shapes left of a stroke: one per run of points that no cut took. */
export function outline(ink: Pick<Ink, 'tool' | 'size' | 'points'>, cuts: readonly Cut[] = []): Polygon[] {
  return runsOf(spotsOf(ink), cuts).map((run) => outlineRun(run, ink.tool, ink.size));
}

/** The shape of one run of smoothed points. Points repeated at the origin can give corners that are no numbers: left out, as in Rust. */
export function outlineRun(run: StrokePoint[], tool: Tool, size: number): Polygon {
  return getStrokeOutlinePoints(run, optionsOf(tool, size)).filter(
    ([x, y]) => Number.isFinite(x) && Number.isFinite(y),
  );
}

function runsOf(spots: Spot[], cuts: readonly Cut[]): StrokePoint[][] {
  if (cuts.length === 0) return [spots.map((spot) => spot.point)];
  const runs: StrokePoint[][] = [];
  let before: number | null = null;
  for (const { source, point } of spots) {
    if (isCut(cuts, source)) {
      before = null;
      continue;
    }
    const run = runs[runs.length - 1];
    if (run && before !== null && !parts(cuts, before, source)) run.push(point);
    else runs.push([point]);
    before = source;
  }
  return runs;
}

/** What a path is traced on: a canvas context or a Path2D. */
export type Trace = Pick<Path2D, 'moveTo' | 'quadraticCurveTo' | 'closePath'>;

/** Traces a shape with its corners rounded through the middles of its sides. */
export function trace(path: Trace, polygon: Polygon): void {
  const count = polygon.length;
  if (count < 3) return;
  const [lastX, lastY] = polygon[count - 1] as [number, number];
  const [firstX, firstY] = polygon[0] as [number, number];
  path.moveTo((lastX + firstX) / 2, (lastY + firstY) / 2);
  for (let at = 0; at < count; at++) {
    const [x, y] = polygon[at] as [number, number];
    const [nextX, nextY] = polygon[(at + 1) % count] as [number, number];
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  path.closePath();
}
