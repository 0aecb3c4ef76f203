/**
 * The drawing frame: its units, the tools, the six colours, the sizes.
 *
 * The frame is 16,384 units wide whatever the film's ratio, origin top left; its height follows the ratio.
 * Nothing here knows the DOM.
 */
import type { Colour, FilmInk, Layer, Ratio } from '../host/gen';

/** Width of every frame, in frame units. */
export const FRAME = 16384;

/** Outlines are computed in a frame this many units wide, on screen and in Rust alike. */
export const OUTLINE_FRAME = 1024;

/** Frame units in one outline unit. */
export const OUTLINE_SCALE = FRAME / OUTLINE_FRAME;

/** Strokes may leave the frame, but stay close enough for any two points to differ by an i16. */
export const LEAST = -8192;
export const MOST = 24575;

/** What draws strokes. It is a byte of the ink, and no row names it. */
export type Tool = 'pencil' | 'brush' | 'pen';

/** The order of these lists is the order of the codes in ink v1. */
export const TOOLS: readonly Tool[] = ['pencil', 'brush', 'pen'];
export const COLOURS: readonly Colour[] = ['ink', 'blue', 'film', 'film_pale', 'grey', 'grey_light'];

/** Everything the left toolbar offers, in the order of the keys 1 to 6. */
export type Gear = Tool | 'eraser' | 'arrow' | 'text';
export const GEARS: readonly Gear[] = ['pencil', 'brush', 'pen', 'eraser', 'arrow', 'text'];

/** Fine, middle, thick: diameters in frame units (for `text`, the height of a line's letters). */
export const SIZES: Record<Gear, readonly [number, number, number]> = {
  pencil: [40, 80, 150],
  brush: [80, 170, 330],
  pen: [30, 56, 110],
  eraser: [80, 170, 330],
  arrow: [56, 90, 150],
  text: [420, 620, 920],
};

const FLATS: Record<FilmInk, [flat: string, pale: string]> = {
  orange: ['#FF8747', '#FFC9A6'],
  sky: ['#7CC3EE', '#C4E4F7'],
  mint: ['#63CDB0', '#BDE9DC'],
  sun: ['#FFC52E', '#FFE6A3'],
  rose: ['#FF9CC0', '#FFD6E4'],
};

/** The paint of a drawing colour; two of the six follow the film's own ink. */
export function paintOf(colour: Colour, film: FilmInk): string {
  switch (colour) {
    case 'ink':
      return '#1C1B19';
    case 'blue':
      return '#86ADE6';
    case 'film':
      return FLATS[film][0];
    case 'film_pale':
      return FLATS[film][1];
    case 'grey':
      return '#A39E95';
    case 'grey_light':
      return '#D8D5CE';
  }
}

/**
 * The paint of the same colour seen through the paper: all pink, the dark ones strong and the light ones pale, so that a
 * night scene is still read as one.
 */
export function onionPaintOf(colour: Colour): string {
  switch (colour) {
    case 'ink':
      return '#CF3F7E';
    case 'blue':
      return '#E79ABD';
    case 'grey':
      return '#E58FB5';
    case 'film':
      return '#F2BCD3';
    case 'grey_light':
    case 'film_pale':
      return '#F9DFEA';
  }
}

/** The blue pencil draws on the sketch layer, every other tool on the ink layer. */
export function layerOf(tool: Tool): Layer {
  return tool === 'pencil' ? 'sketch' : 'ink';
}

/** Width divided by height. */
export function ratioOf(ratio: Ratio): number {
  const [width, height] = ratio.split(':').map(Number);
  return (width ?? 16) / (height ?? 9);
}

/** Height of the frame, in frame units. */
export function frameHeight(ratio: Ratio): number {
  return Math.round(FRAME / ratioOf(ratio));
}
