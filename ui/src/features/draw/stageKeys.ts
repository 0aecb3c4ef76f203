// The keys of the paper itself, while it has the focus: Enter shows the crosshair, arrows move it, Space puts the pen down and
// lifts it. Escape, or a pointer on the paper, gives the arrows back to the film strip.
import type { Drawing } from './drawing.svelte';

export function stageKey(event: KeyboardEvent, drawing: Drawing): void {
  const { easel } = drawing;
  if (!easel || event.ctrlKey || event.metaKey || event.altKey) return;
  const { keys } = easel;
  if (event.key === 'Escape' && drawing.cross) {
    keys.lift();
    drawing.showCross(false);
  } else if (event.key === 'Enter' && !drawing.cross) {
    // An Enter too many, on the way from the board, leaves no ink.
    if (!event.repeat) drawing.showCross(true);
  } else if (event.key === ' ' || event.key === 'Enter') {
    if (!event.repeat && !easel.locked) keys.toggle();
    drawing.showCross(true);
  } else if (drawing.cross && keys.step(event.key, event.shiftKey)) {
    drawing.showCross(true);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
