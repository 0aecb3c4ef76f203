// The keys of the board. Registered while it is shown, so that the keys dialog lists exactly what works.

import { session } from '../../host/session.svelte';
import type { Shortcut } from '../../places/keys';
import type { Board } from './board.svelte';
import type { Arrow } from './steps';

const ends: Record<string, Arrow> = { Home: 'Home', End: 'End', 'Ctrl+Home': 'FirstOfAll', 'Ctrl+End': 'LastOfAll' };

/** `focused` says whether the focus is on the board itself, where the arrows are ours. */
export function boardKeys(board: Board, focused: () => boolean): Shortcut[] {
  const group = 'board-keys';
  const may = (): boolean => !session.readOnly;
  const chosen = (): boolean => may() && board.entity !== null;
  const rightToLeft = (): boolean => document.dir === 'rtl';
  const turned: Record<string, Arrow> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
  const go = (event: KeyboardEvent): void => {
    const key = event.key as Arrow;
    board.arrow(rightToLeft() ? (turned[key] ?? key) : key);
  };
  return [
    {
      keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      text: 'board-key-arrows',
      group,
      when: focused,
      run: go,
    },
    {
      keys: Object.keys(ends),
      text: 'board-key-ends',
      group,
      when: focused,
      run: (event) => board.arrow(ends[(event.ctrlKey ? 'Ctrl+' : '') + event.key] ?? 'Home'),
    },
    {
      keys: ['Enter'],
      text: 'board-key-draw',
      group,
      when: () => focused() && board.cell !== null,
      run: () => void board.draw(),
    },
    { keys: ['N'], text: 'board-key-panel', group, when: may, run: () => void board.addPanel() },
    { keys: ['Shift+N'], text: 'board-key-shot', group, when: may, run: () => void board.addShot() },
    { keys: ['Delete', 'Backspace'], text: 'board-key-delete', group, when: chosen, run: () => void board.remove() },
    { keys: ['F2'], text: 'board-key-rename', group, when: chosen, run: () => board.rename() },
    { keys: ['Ctrl+D'], text: 'board-key-duplicate', group, when: chosen, run: () => void board.duplicate() },
    {
      keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
      text: 'board-key-move',
      group,
      when: chosen,
      run: (event) => board.moveStep((event.key === 'ArrowRight') !== rightToLeft() ? 1 : -1),
    },
    {
      keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
      text: 'board-key-move-scene',
      group,
      when: chosen,
      run: (event) => board.moveScene(event.key === 'ArrowDown' ? 1 : -1),
    },
    { keys: ['M'], text: 'board-key-move-to', group, when: chosen, run: () => (board.moving = true) },
    { keys: ['Ctrl+Z'], text: 'board-key-undo', group, when: may, run: () => void board.undo() },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'board-key-redo', group, when: may, run: () => void board.undo(true) },
  ];
}
