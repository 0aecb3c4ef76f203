/**
 * The golden vectors: strokes with the shapes they must give, here and in Rust (`assets/ink-golden.json`).
 *
 * The cases are computed, not drawn, so that writing the file twice gives the same bytes:
 * `WRITE_INK_GOLDEN=1 npx vitest run src/ink/golden.test.ts`.
 */
import type { Colour } from '../host/gen';
import { encodeInk, toBase64, type Ink } from './codec';
import type { Cut } from './cuts';
import { COLOURS, SIZES, TOOLS, type Tool } from './frame';
import { outline, type Polygon } from './outline';

/**
 * `points`: x, y (frame units), pressure (0 to 255). `outlines`: one shape per run, in a frame 1,024 wide, without the
 * corners that repeat the one before them (see `plain`).
 */
export interface GoldenStroke {
  name: string;
  tool: Tool;
  colour: Colour;
  size: number;
  simulated: boolean;
  points: [number, number, number][];
  cuts: [number, number][];
  /** The same stroke as ink v1, base64. */
  ink: string;
  outlines: [number, number][][];
}

/** What the file says of itself, for whoever checks it in another language. */
export const GOLDEN_ABOUT =
  'Strokes and the shapes they must give. points: x, y in frame units, pressure 0-255; ink: the same as ink v1. ' +
  'outlines: one per run left by cuts, frame 1024 wide, without corners closer than 0.01 to the one kept before ' +
  '(drop them from yours too), agreeing within 0.01. A pair of points becomes five: lerp at 0, .25, .5, .75, 1, ' +
  'pressure 0.5 but for the first, source indices 0, .25, .5, .75, 1.';

type Points = [number, number, number][];

const HANDS: Record<string, Points> = {
  dot: [[8000, 4000, 128]],
  still: Array.from({ length: 5 }, (): [number, number, number] => [8000, 4000, 90]),
  pair: [
    [1000, 1000, 40],
    [9000, 5200, 220],
  ],
  short: [
    [500, 500, 128],
    [510, 508, 130],
    [522, 511, 120],
  ],
  wave: Array.from({ length: 60 }, (_, at): [number, number, number] => [
    600 + at * 240,
    Math.round(4600 + Math.sin(at / 5) * 2200),
    Math.round(128 + Math.sin(at / 9) * 110),
  ]),
  zigzag: Array.from({ length: 24 }, (_, at): [number, number, number] => [
    2000 + at * 350,
    at % 2 === 0 ? 2000 : 6400,
    60 + at * 7,
  ]),
  corner: [
    [3000, 3000, 200],
    [3600, 3000, 210],
    [4200, 3010, 220],
    [4800, 3000, 225],
    [4200, 3020, 200],
    [3600, 3040, 150],
    [3000, 3060, 90],
    [2400, 3080, 20],
  ],
  outside: Array.from({ length: 20 }, (_, at): [number, number, number] => [-3000 + at * 1200, 9500 - at * 700, 255]),
  repeats: Array.from({ length: 30 }, (_, at): [number, number, number] => [
    4000 + Math.floor(at / 3) * 200,
    5000 - Math.floor(at / 3) * 90,
    at * 8,
  ]),
  spiral: Array.from({ length: 120 }, (_, at): [number, number, number] => [
    Math.round(8192 + Math.cos(at / 7) * (3600 - at * 28)),
    Math.round(4608 + Math.sin(at / 7) * (3600 - at * 28)),
    255 - at * 2,
  ]),
};

const CUTS: Record<string, Cut[]> = {
  wave: [[20, 30.5]],
  spiral: [
    [-5, 8],
    [40.2, 41.9],
    [60, 75],
    [110, 999],
  ],
  pair: [[0.3, 0.6]],
  zigzag: [[2.5, 2.6]],
};

function goldenStroke(name: string, tool: Tool, at: number, hand: Points, cuts: Cut[]): GoldenStroke {
  const ink: Ink = {
    tool,
    colour: COLOURS[at % COLOURS.length] ?? 'ink',
    size: SIZES[tool][at % 3] ?? 80,
    simulated: at % 2 === 1,
    points: Int32Array.from(hand.flat()),
  };
  const outlines = outline(ink, cuts).map((polygon) =>
    plain(polygon).map(([x, y]): [number, number] => [round(x), round(y)]),
  );
  return {
    name,
    tool,
    colour: ink.colour,
    size: ink.size,
    simulated: ink.simulated,
    points: hand,
    cuts: cuts.map(([from, to]) => [from, to]),
    ink: toBase64(encodeInk(ink)),
    outlines,
  };
}

/**
 * A shape without corners closer than 0.01 to the one kept before them. perfect-freehand ends its round cap with such a
 * corner in JavaScript (29 times 1/29 stays under 1 there) and without it in Rust; the shape is the same.
 */
export function plain(polygon: Polygon): [number, number][] {
  const kept: [number, number][] = [];
  for (const [x = 0, y = 0] of polygon) {
    const last = kept[kept.length - 1];
    if (!last || Math.hypot(x - last[0], y - last[1]) >= 0.01) kept.push([x, y]);
  }
  return kept;
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}

/** Every hand with every tool, and the cut ones once more. */
export function goldenStrokes(): GoldenStroke[] {
  const strokes: GoldenStroke[] = [];
  for (const tool of TOOLS) {
    Object.entries(HANDS).forEach(([name, hand], at) => {
      strokes.push(goldenStroke(`${tool} ${name}`, tool, at, hand, []));
      const cuts = CUTS[name];
      if (cuts) strokes.push(goldenStroke(`${tool} ${name} cut`, tool, at, hand, cuts));
    });
  }
  return strokes;
}
