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

/** Where the curve is at its furthest from the straight line. */
export function middleOf({ x0, y0, x1, y1, bend }: Omit<Arrow, 'size'>): [number, number] {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  return [(x0 + x1) / 2 - ((y1 - y0) / length) * bend, (y0 + y1) / 2 + ((x1 - x0) / length) * bend];
}

/** Where the head's two barbs end. */
function barbsOf(arrow: Arrow): [left: [number, number], right: [number, number]] {
  const { x1, y1, size } = arrow;
  const [cx, cy] = controlOf(arrow);
  const back = Math.atan2(cy - y1, cx - x1);
  const barb = Math.max(size * 4, 260);
  const end = (turn: number): [number, number] => [
    x1 + Math.cos(back + turn) * barb,
    y1 + Math.sin(back + turn) * barb,
  ];
  return [end(0.55), end(-0.55)];
}

/** SVG path of the shaft, then of the head. */
export function arrowPath(arrow: Arrow): string {
  const { x0, y0, x1, y1 } = arrow;
  const [cx, cy] = controlOf(arrow);
  const [left, right] = barbsOf(arrow);
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

/** The arrow as straight pieces, its head's barbs last. */
export function piecesOf(arrow: Arrow): [number, number, number, number][] {
  const { x0, y0, x1, y1 } = arrow;
  const [cx, cy] = controlOf(arrow);
  const pieces: [number, number, number, number][] = [];
  let from: [number, number] = [x0, y0];
  for (let at = 1; at <= 24; at++) {
    const t = at / 24;
    const to: [number, number] = [
      (1 - t) ** 2 * x0 + 2 * (1 - t) * t * cx + t ** 2 * x1,
      (1 - t) ** 2 * y0 + 2 * (1 - t) * t * cy + t ** 2 * y1,
    ];
    pieces.push([...from, ...to]);
    from = to;
  }
  for (const barb of barbsOf(arrow)) pieces.push([...barb, x1, y1]);
  return pieces;
}
