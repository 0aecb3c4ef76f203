/**
 * One stroke while it is made: samples in, ink out.
 *
 * Two things are done to the hand's samples. Where the device gives no pressure (a mouse says 0.5 for ever, some say 0)
 * it is made from the speed of the hand and written into the points, so that what is stored is what is seen. And where
 * a slow screen leaves long gaps, points are added along a smooth curve, so that a fast circle is not a polygon and an
 * eraser finds points to take.
 */
import type { Colour } from '../host/gen';
import type { Ink } from './codec';
import { LEAST, MOST, type Tool } from './frame';

/** Where the hand was: frame units, pressure 0 to 1 as the device said it, milliseconds. */
export interface Sample {
  x: number;
  y: number;
  pressure: number;
  time: number;
}

/** Samples closer than this to the one before say nothing new. */
const NEAR = 6;
/** No two stored points are further apart than this, unless the hand jumped the whole frame. */
const GAP = 160;

/** Frame units per millisecond under which the simulated pressure is at its heaviest, and the span to its lightest. */
const SLOW = 1;
const FAST_SPAN = 22;
const HEAVY = 0.78;
const LIGHT = 0.26;
/** Milliseconds the simulated pressure takes to follow the speed. */
const FOLLOW = 70;
const START = 0.42;

/** The pressure a hand of this speed seems to have, coming from `before` after `span` milliseconds. */
export function simulatePressure(before: number, distance: number, span: number): number {
  const elapsed = Math.max(1, span);
  const speed = Math.min(1, Math.max(0, (distance / elapsed - SLOW) / FAST_SPAN));
  const target = HEAVY - (HEAVY - LIGHT) * Math.sqrt(speed);
  return before + (target - before) * (1 - Math.exp(-elapsed / FOLLOW));
}

interface Spot {
  x: number;
  y: number;
  told: number;
  made: number;
}

export class Recorder {
  readonly tool: Tool;
  readonly colour: Colour;
  readonly size: number;
  #spots: Spot[] = [];
  // Points up to the last sample but one, gaps filled; the last gap waits for the next sample to know its curve.
  #filled: Spot[] = [];
  #time = 0;
  #varies = false;
  #steady: boolean;

  /** `steady`: a keyboard draws; its pressure is even, whatever its speed. */
  constructor(tool: Tool, colour: Colour, size: number, steady = false) {
    this.tool = tool;
    this.colour = colour;
    this.size = size;
    this.#steady = steady;
  }

  /** Samples kept so far. */
  get count(): number {
    return this.#spots.length;
  }

  /** Points that `ink()` would hold, more or less: what tells a very long stroke. */
  get length(): number {
    return this.#filled.length + 1;
  }

  /** Where the hand was last. */
  get last(): { x: number; y: number; pressure: number } | null {
    const spot = this.#spots[this.#spots.length - 1];
    return spot ? { x: spot.x, y: spot.y, pressure: spot.told } : null;
  }

  add(sample: Sample): void {
    if (!Number.isFinite(sample.x) || !Number.isFinite(sample.y)) return;
    const x = clamp(sample.x);
    const y = clamp(sample.y);
    const told = Number.isFinite(sample.pressure) ? Math.min(1, Math.max(0, sample.pressure)) : 0.5;
    const before = this.#spots[this.#spots.length - 1];
    if (!before) {
      this.#spots.push({ x, y, told, made: this.#steady ? 0.5 : START });
      this.#time = sample.time;
      return;
    }
    const distance = Math.hypot(x - before.x, y - before.y);
    if (distance < NEAR) return;
    if (Math.abs(told - (this.#spots[0]?.told ?? told)) > 0.004) this.#varies = true;
    const made = this.#steady ? 0.5 : simulatePressure(before.made, distance, sample.time - this.#time);
    this.#time = sample.time;
    this.#spots.push({ x, y, told, made });
    this.#fill(this.#spots.length - 3);
  }

  /** The stroke so far, as it would be kept if the pen were lifted now. Null before the first sample. */
  ink(): Ink | null {
    const last = this.#spots[this.#spots.length - 1];
    if (!last) return null;
    const filled = [...this.#filled];
    gap(this.#spots, this.#spots.length - 2, filled);
    const all = [...filled, last];
    const points = new Int32Array(all.length * 3);
    all.forEach((spot, at) => {
      points[at * 3] = Math.round(spot.x);
      points[at * 3 + 1] = Math.round(spot.y);
      points[at * 3 + 2] = Math.round((this.#varies ? spot.told : spot.made) * 255);
    });
    return { tool: this.tool, colour: this.colour, size: this.size, simulated: !this.#varies, points };
  }

  #fill(at: number): void {
    gap(this.#spots, at, this.#filled);
  }
}

function clamp(value: number): number {
  return Math.min(MOST, Math.max(LEAST, value));
}

/** Adds the spot `at` and the points between it and the next to `into`, along a curve that never overshoots. */
function gap(spots: Spot[], at: number, into: Spot[]): void {
  const from = spots[at];
  const to = spots[at + 1];
  if (!from || !to) return;
  into.push(from);
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const parts = Math.ceil(distance / GAP);
  if (parts < 2) return;
  const [ax, ay] = tangent(spots[at - 1], from, to, distance);
  const [bx, by] = tangent(from, to, spots[at + 2], distance);
  for (let part = 1; part < parts; part++) {
    const t = part / parts;
    const t2 = t * t;
    const t3 = t2 * t;
    const [h0, h1, h2, h3] = [2 * t3 - 3 * t2 + 1, t3 - 2 * t2 + t, -2 * t3 + 3 * t2, t3 - t2];
    into.push({
      x: clamp(h0 * from.x + h1 * ax + h2 * to.x + h3 * bx),
      y: clamp(h0 * from.y + h1 * ay + h2 * to.y + h3 * by),
      told: from.told + (to.told - from.told) * t,
      made: from.made + (to.made - from.made) * t,
    });
  }
}

/** The curve's direction at `here`, no longer than the gap it serves. */
function tangent(before: Spot | undefined, here: Spot, after: Spot | undefined, reach: number): [number, number] {
  const x = ((after ?? here).x - (before ?? here).x) / (before && after ? 2 : 1);
  const y = ((after ?? here).y - (before ?? here).y) / (before && after ? 2 : 1);
  const length = Math.hypot(x, y);
  const scale = length > reach ? reach / length : 1;
  return [x * scale, y * scale];
}
