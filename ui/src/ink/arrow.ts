/**
 * The shape of an arrow mark: a curve from tail to head through a bent middle, and its head. Frame units.
 */
export interface Arrow {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** How far the curve's middle lies from the straight line, to the right of tail-to-head as seen on the screen. */
  bend: number;
  size: number;
}

/** The control point of the quadratic curve whose middle is off the straight line by `bend`. */
export function controlOf({ x0, y0, x1, y1, bend }: Omit<Arrow, 'size'>): [number, number] {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  return [(x0 + x1) / 2 - ((y1 - y0) / length) * bend * 2, (y0 + y1) / 2 + ((x1 - x0) / length) * bend * 2];
}

/** SVG path of the shaft, then of the head. */
export function arrowPath(arrow: Arrow): string {
  const { x0, y0, x1, y1, size } = arrow;
  const [cx, cy] = controlOf(arrow);
  const back = Math.atan2(cy - y1, cx - x1);
  const barb = Math.max(size * 4, 260);
  const left = [x1 + Math.cos(back + 0.55) * barb, y1 + Math.sin(back + 0.55) * barb];
  const right = [x1 + Math.cos(back - 0.55) * barb, y1 + Math.sin(back - 0.55) * barb];
  const write = (numbers: (number | undefined)[]) => numbers.map((number) => Math.round(number ?? 0)).join(' ');
  return `M${write([x0, y0])}Q${write([cx, cy, x1, y1])}M${write(left)}L${write([x1, y1])}L${write(right)}`;
}

/** The bend a hand drew between tail and head: how far its way went from the straight line; a shaky line is straight. */
export function bendOf(way: readonly (readonly [number, number])[]): number {
  const [x0, y0] = way[0] ?? [0, 0];
  const [x1, y1] = way[way.length - 1] ?? [0, 0];
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length === 0) return 0;
  let bend = 0;
  for (const [x, y] of way) {
    const off = ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length;
    if (Math.abs(off) > Math.abs(bend)) bend = off;
  }
  if (Math.abs(bend) < length * 0.04) return 0;
  return Math.round(Math.max(-length / 2, Math.min(length / 2, bend)));
}

/** Distance from a place to the arrow's curve. */
export function awayFromArrow(arrow: Arrow, x: number, y: number): number {
  const [cx, cy] = controlOf(arrow);
  let away = Infinity;
  for (let at = 0; at <= 24; at++) {
    const t = at / 24;
    const px = (1 - t) ** 2 * arrow.x0 + 2 * (1 - t) * t * cx + t ** 2 * arrow.x1;
    const py = (1 - t) ** 2 * arrow.y0 + 2 * (1 - t) * t * cy + t ** 2 * arrow.y1;
    away = Math.min(away, Math.hypot(px - x, py - y));
  }
  return away;
}
