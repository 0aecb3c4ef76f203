// The keys of the board. Registered while it is shown, so that the keys dialog lists exactly what works.

import { session } from '../../host/session.svelte';
import { isFocusNowhere, type Shortcut } from '../../places/keys';
import type { Board } from './board.svelte';
import type { Arrow } from './steps';

const ends: Record<string, Arrow> = { Home: 'Home', End: 'End', 'Ctrl+Home': 'FirstOfAll', 'Ctrl+End': 'LastOfAll' };

/** The scene whose button has the focus, in the list or above its shots. */
function focusedScene(): string | null {
  const at = document.activeElement?.closest<HTMLElement>('[data-scene], [data-heading]');
  return at?.dataset.scene ?? at?.dataset.heading ?? null;
}

/** `focused` says whether the focus is on the board itself, where the arrows are ours. */
export function boardKeys(board: Board, focused: () => boolean): Shortcut[] {
  const group = 'board-keys';
  const may = (): boolean => !session.readOnly;
  // What changes a thing is done to the one that has the focus; from a field or a button elsewhere nothing is.
  const onCell = (): boolean => !!document.activeElement?.closest('[data-cell]');
  const aimed = (): boolean =>
    may() && (focusedScene() !== null || ((onCell() || isFocusNowhere()) && board.entity !== null));
  const aim =
    (run: (event: KeyboardEvent) => void) =>
    (event: KeyboardEvent): void => {
      const scene = focusedScene();
      if (scene && board.chosenScene?.id !== scene) board.chooseScene(scene);
      run(event);
    };
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
    {
      keys: ['Delete', 'Backspace'],
      text: 'board-key-delete',
      group,
      when: aimed,
      run: aim(() => void board.remove()),
    },
    { keys: ['F2'], text: 'board-key-rename', group, when: aimed, run: aim(() => board.rename()) },
    { keys: ['Ctrl+D'], text: 'board-key-duplicate', group, when: aimed, run: aim(() => void board.duplicate()) },
    {
      keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
      text: 'board-key-move',
      group,
      when: aimed,
      run: aim((event) => board.moveStep((event.key === 'ArrowRight') !== rightToLeft() ? 1 : -1)),
    },
    {
      keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
      text: 'board-key-move-scene',
      group,
      when: aimed,
      run: aim((event) => board.moveScene(event.key === 'ArrowDown' ? 1 : -1)),
    },
    { keys: ['M'], text: 'board-key-move-to', group, when: aimed, run: aim(() => (board.moving = true)) },
    { keys: ['Ctrl+Z'], text: 'board-key-undo', group, when: may, run: () => void board.undo() },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'board-key-redo', group, when: may, run: () => void board.undo(true) },
  ];
}
