// Shapes and colours of stickers, and which pairs are still free: two people never carry the same one.
import type { Face, FaceColour, Id, Shape } from '../../host/gen';

export const SHAPES: readonly Shape[] = [
  'circle',
  'square',
  'triangle',
  'star',
  'diamond',
  'hexagon',
  'plus',
  'drop',
  'dome',
  'heart',
];
export const FACE_COLOURS: readonly FaceColour[] = [
  'raspberry',
  'lagoon',
  'brick',
  'green',
  'ochre',
  'plum',
  'slate',
  'night',
];

/** Who carries this pair already, the one being changed left out. */
export function carrier(
  list: readonly Face[],
  shape: Shape,
  colour: FaceColour,
  but: Id | null = null,
): Face | undefined {
  return list.find((face) => face.id !== but && face.shape === shape && face.colour === colour);
}

/**
 * A free pair: the least carried shape with the least carried colour first, so that stickers differ in both as long as
 * they can. When all eighty are carried, the first pair.
 */
export function freePair(list: readonly Face[]): { shape: Shape; colour: FaceColour } {
  const few = <T>(all: readonly T[], count: (one: T) => number) =>
    all
      .map((one, at) => ({ one, rank: count(one) * 100 + at }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one);
  const shapes = few(SHAPES, (shape) => list.filter((face) => face.shape === shape).length);
  const colours = few(FACE_COLOURS, (colour) => list.filter((face) => face.colour === colour).length);
  for (const shape of shapes) for (const colour of colours) if (!carrier(list, shape, colour)) return { shape, colour };
  return { shape: 'circle', colour: 'raspberry' };
}

/** The colour to show for a shape just chosen: the one at hand if free, else the first free one. */
export function freeColour(list: readonly Face[], shape: Shape, wanted: FaceColour, but: Id | null = null): FaceColour {
  if (!carrier(list, shape, wanted, but)) return wanted;
  return FACE_COLOURS.find((colour) => !carrier(list, shape, colour, but)) ?? wanted;
}
