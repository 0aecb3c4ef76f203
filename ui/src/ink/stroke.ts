/**
 * A stroke on the screen: its ink, what erasers left of it, and the shape that is painted, computed when first needed.
 */
import type { Id, Layer } from '../host/gen';
import { decodeInk, type Ink } from './codec';
import { isCut, type Cut } from './cuts';
import { layerOf, OUTLINE_SCALE } from './frame';
import { outline, spotsOf, trace } from './outline';

/** A rectangle in frame units. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function touches(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

export function around(a: Box | null, b: Box): Box {
  if (!a) return { ...b };
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** The frame units an ink can touch: its points, and half its largest width around them. */
export function boxOf(ink: Ink): Box {
  const { points, size } = ink;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let at = 0; at < points.length; at += 3) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  // A dot is drawn towards a point one outline unit away; the rest is half the width and the edge's softness.
  const reach = size / 2 + OUTLINE_SCALE * 2;
  return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
}

/** Four numbers a spot: x, y (frame units), index of its source point, half width. */
export const TRAIL = 4;

export class Drawn {
  readonly id: Id;
  readonly ink: Ink;
  readonly box: Box;
  readonly layer: Layer;
  /** Paint order inside its layer; a stroke not yet answered for is above all others. */
  order: number;
  face: Id | null;
  #cuts: readonly Cut[] = [];
  #path: Path2D | null = null;
  #trail: Float32Array | null = null;
  #gap = 0;

  constructor(id: Id, ink: Ink, order: number, face: Id | null, cuts: readonly Cut[] = [], layer = layerOf(ink.tool)) {
    this.id = id;
    this.ink = ink;
    this.box = boxOf(ink);
    this.layer = layer;
    this.order = order;
    this.face = face;
    this.#cuts = cuts;
  }

  static fromBytes(
    id: Id,
    bytes: Uint8Array,
    order: number,
    face: Id | null,
    cuts: readonly Cut[],
    layer?: Layer,
  ): Drawn {
    return new Drawn(id, decodeInk(bytes), order, face, cuts, layer);
  }

  get cuts(): readonly Cut[] {
    return this.#cuts;
  }

  set cuts(cuts: readonly Cut[]) {
    this.#cuts = cuts;
    this.#path = null;
  }

  /** The shape to fill (nonzero), in outline units. */
  get path(): Path2D {
    if (this.#path) return this.#path;
    const path = new Path2D();
    for (const polygon of outline(this.ink, this.#cuts)) trace(path, polygon);
    this.#path = path;
    return path;
  }

  /** The middle line as it is seen, for hit tests: `TRAIL` numbers a spot. */
  get trail(): Float32Array {
    if (this.#trail) return this.#trail;
    const spots = spotsOf(this.ink);
    const trail = new Float32Array(spots.length * TRAIL);
    spots.forEach(({ source, point }, at) => {
      trail[at * TRAIL] = (point.point[0] ?? 0) * OUTLINE_SCALE;
      trail[at * TRAIL + 1] = (point.point[1] ?? 0) * OUTLINE_SCALE;
      trail[at * TRAIL + 2] = source;
      trail[at * TRAIL + 3] = (this.ink.size / 2) * (0.4 + 0.6 * point.pressure);
    });
    for (let at = TRAIL; at < trail.length; at += TRAIL) {
      const [x, y, beforeX, beforeY] = [
        trail[at] ?? 0,
        trail[at + 1] ?? 0,
        trail[at - TRAIL] ?? 0,
        trail[at - TRAIL + 1] ?? 0,
      ];
      this.#gap = Math.max(this.#gap, Math.hypot(x - beforeX, y - beforeY));
    }
    this.#trail = trail;
    return trail;
  }

  /** The longest way between two of its spots, frame units: how far a cut can be seen from the eraser that made it. */
  get gap(): number {
    void this.trail;
    return this.#gap;
  }

  /** Whether erasers took all of it, with these cuts in place of its own. */
  isGone(cuts: readonly Cut[] = this.#cuts): boolean {
    if (cuts.length === 0) return false;
    const trail = this.trail;
    for (let at = 2; at < trail.length; at += TRAIL) if (!isCut(cuts, trail[at] ?? 0)) return false;
    return true;
  }
}

/** The paint order of the core: by order, ids between equals. */
export function byOrder(a: Drawn, b: Drawn): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
