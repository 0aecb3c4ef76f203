// The keys of the shot list. A letter begins to write in a cell that is written; it is a command only on the others.

import { session } from '../../host/session.svelte';
import { isFocusNowhere, type Shortcut } from '../../places/keys';
import type { ShotTable } from './table.svelte';

/** `onCell` says whether the focus is on a cell that nobody is changing. */
export function tableKeys(table: ShotTable, onCell: () => boolean): Shortcut[] {
  const group = 'shots-keys';
  const rows: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -8, PageDown: 8 };
  const aside = (event: KeyboardEvent): number => ((event.key === 'ArrowRight') !== (document.dir === 'rtl') ? 1 : -1);
  const may = (): boolean => !session.readOnly;
  const active = (): boolean => may() && table.shot !== null && (onCell() || isFocusNowhere());
  return [
    {
      keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'],
      text: 'shots-key-arrows',
      group,
      when: onCell,
      run: (event) => void (event.key in rows ? table.step(rows[event.key] ?? 0, 0) : table.step(0, aside(event))),
    },
    {
      keys: ['Home', 'End', 'Ctrl+Home', 'Ctrl+End'],
      text: 'shots-key-ends',
      group,
      when: onCell,
      run: (event) => {
        const far = event.key === 'Home' ? -Infinity : Infinity;
        table.step(event.ctrlKey ? far : 0, far);
      },
    },
    { keys: ['Enter', 'F2'], text: 'shots-key-change', group, when: onCell, run: () => table.begin() },
    {
      keys: ['Delete', 'Backspace'],
      text: 'shots-key-clear',
      group,
      when: () => may() && onCell(),
      run: () => table.clear(),
    },
    { keys: ['Ctrl+Enter'], text: 'shots-key-add', group, when: may, run: () => void table.add() },
    { keys: ['Ctrl+D'], text: 'board-key-duplicate', group, when: active, run: () => void table.duplicate() },
    {
      keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
      text: 'shots-key-move',
      group,
      when: active,
      run: (event) => void table.move(event.key === 'ArrowUp' ? -1 : 1),
    },
    {
      keys: ['M'],
      text: 'shots-key-move-to',
      group,
      when: () => active() && onCell(),
      run: () => (table.moving = true),
    },
    {
      keys: ['Ctrl+Delete', 'Ctrl+Backspace'],
      text: 'board-key-delete',
      group,
      when: active,
      run: () => void table.remove(),
    },
    { keys: ['Ctrl+Z'], text: 'board-key-undo', group, when: may, run: () => void table.undo() },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'board-key-redo', group, when: may, run: () => void table.undo(true) },
  ];
}

/** What the registry cannot know: a letter begins to write, and Tab walks the line before it leaves the table. */
export function writeOrWalk(table: ShotTable, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
    if (table.step(0, event.shiftKey ? -1 : 1)) event.preventDefault();
    return;
  }
  const column = table.columns.find((one) => one.id === table.active?.column);
  const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!letter || !column || !['line', 'words', 'number'].includes(column.kind)) return;
  event.preventDefault();
  table.begin(event.key);
}
