// The keys of the drawing screen, as the keys dialog lists them. The paper's own keys (arrows, Space) are in stageKeys.ts
// and listed here so that `?` tells them too.
import type { Id } from '../../host/gen';
import { GEARS } from '../../ink';
import { keyAt, type Shortcut } from '../../places/keys';
import type { Drawing } from './drawing.svelte';
import { stepSize, toolbox } from './toolbox.svelte';

export interface DrawWays {
  panelBefore(): Id | undefined;
  panelAfter(): Id | undefined;
  go(panel: Id): void;
  leave(): void;
}

const group = 'keys-draw';

/** Signs that zoom. */
const CLOSER = ['+', '='] as const;
const FURTHER = [';', '-'] as const;

/** A key for the thickness: known by its place, and by the sign that English keyboards have there. */
function sizeKey(code: string, sign: string, text: string, direction: -1 | 1): Shortcut {
  // A German keyboard has + there, which zooms.
  const isFree = () => ![...CLOSER, ...FURTHER].some((other) => other === keyAt(code));
  return {
    get keys() {
      return [isFree() ? keyAt(code) : sign];
    },
    get codes() {
      return isFree() ? [code] : [];
    },
    also: [sign],
    text,
    group,
    run: () => stepSize(direction),
  };
}

export function drawKeys(drawing: Drawing, ways: DrawWays): Shortcut[] {
  const to = (panel: Id | undefined) => panel && ways.go(panel);
  const tools = GEARS.map((gear, at): Shortcut => ({
    keys: [String(at + 1)],
    codes: [`Digit${at + 1}`],
    text: `draw-gear-${gear}`,
    group,
    run: () => (toolbox.gear = gear),
  }));
  const { marks } = drawing;
  return [
    { keys: ['Ctrl+Z'], text: 'draw-undo', group, run: () => void drawing.undo() },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'draw-redo', group, run: () => void drawing.redo() },
    { keys: ['PageUp', 'ArrowLeft'], text: 'key-draw-before', group, run: () => to(ways.panelBefore()) },
    { keys: ['PageDown', 'ArrowRight'], text: 'key-draw-after', group, run: () => to(ways.panelAfter()) },
    { keys: ['O'], text: 'key-draw-onion', group, run: () => (toolbox.onion = !toolbox.onion) },
    { keys: ['G'], text: 'draw-guides', group, run: () => (toolbox.guides = !toolbox.guides) },
    { keys: CLOSER, text: 'draw-zoom-in', group, run: () => drawing.easel?.zoomStep(1) },
    { keys: FURTHER, text: 'draw-zoom-out', group, run: () => drawing.easel?.zoomStep(-1) },
    { keys: ['0'], codes: ['Digit0'], text: 'key-draw-whole', group, run: () => drawing.easel?.zoomWhole() },
    {
      keys: ['Delete'],
      text: 'key-draw-remove-mark',
      group,
      when: () => marks.selected !== null,
      run: () => marks.selected && marks.remove(marks.selected),
    },
    { keys: ['Space'], text: 'key-draw-pen', group, run: () => undefined, when: () => false },
    {
      keys: ['Escape'],
      text: 'key-draw-leave',
      group,
      run: () => {
        if (marks.selected) marks.selected = null;
        else ways.leave();
      },
    },
    // Last, so that they win: the place of 6 is the minus sign of a French keyboard.
    ...tools,
    // On a French keyboard a bracket is on the key of a tool.
    sizeKey('BracketLeft', '[', 'key-draw-thinner', -1),
    sizeKey('BracketRight', ']', 'key-draw-thicker', 1),
  ];
}
