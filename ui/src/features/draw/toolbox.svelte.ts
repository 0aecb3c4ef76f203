// What lies in the hand: the tool, its size, its colour. Kept while the window lives, so that going to another panel or
// to the storyboard and back changes nothing in the hand.
import type { Colour } from '../../host/gen';
import { SIZES, type Gear } from '../../ink';

export type SizeAt = 0 | 1 | 2;

export const toolbox = $state({
  gear: 'pencil' as Gear,
  /** Each tool remembers its own. */
  sizes: { pencil: 1, brush: 1, pen: 1, eraser: 1, arrow: 1, text: 0 } as Record<Gear, SizeAt>,
  colours: { pencil: 'blue', brush: 'ink', pen: 'ink', eraser: 'ink', arrow: 'ink', text: 'ink' } as Record<
    Gear,
    Colour
  >,
  /** The eraser takes parts of strokes instead of whole ones. */
  partly: false,
  onion: false,
  guides: false,
});

export const sizeAt = (): SizeAt => toolbox.sizes[toolbox.gear];
export const sizeNow = (): number => SIZES[toolbox.gear][toolbox.sizes[toolbox.gear]];
export const colourNow = (): Colour => toolbox.colours[toolbox.gear];

/** One size down (-1) or up (1). */
export function stepSize(direction: -1 | 1): void {
  const to = sizeAt() + direction;
  if (to === 0 || to === 1 || to === 2) toolbox.sizes[toolbox.gear] = to;
}
