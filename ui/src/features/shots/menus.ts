// The commands of a line of the shot list. An omitted line has one: to come back.

import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import cornerUpRight from 'lucide-static/icons/corner-up-right.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import grid from 'lucide-static/icons/layout-grid.svg?raw';
import list from 'lucide-static/icons/list-checks.svg?raw';
import pen from 'lucide-static/icons/pen.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import { session } from '../../host/session.svelte';
import type { MenuItem } from '../../kit/Menu.svelte';
import { t } from '../../texts/index.svelte';
import type { ShotTable } from './table.svelte';

export function lineItems(table: ShotTable): MenuItem[] {
  const disabled = session.readOnly;
  if (!table.shot) return [{ label: t('board-put-back'), icon: undo, disabled, run: () => void table.putBack() }];
  return [
    { label: t('shots-all-fields'), icon: list, run: () => (table.whole = table.active?.shot ?? null) },
    {
      label: t(disabled ? 'board-look' : 'board-draw'),
      icon: disabled ? eye : pen,
      disabled: disabled && table.shot.panels === 0,
      run: () => void table.draw(),
    },
    { label: t('shots-on-board'), icon: grid, run: () => table.board() },
    {
      label: t('board-add-shot-after'),
      icon: plus,
      key: t('key-ctrl', { key: t('key-enter') }),
      disabled,
      run: () => void table.add(),
    },
    {
      label: t('board-duplicate'),
      icon: copy,
      key: t('key-ctrl', { key: 'D' }),
      disabled,
      run: () => void table.duplicate(),
    },
    {
      label: t('board-earlier'),
      icon: arrowUp,
      key: t('key-alt', { key: '↑' }),
      disabled,
      run: () => void table.move(-1),
    },
    {
      label: t('board-later'),
      icon: arrowDown,
      key: t('key-alt', { key: '↓' }),
      disabled,
      run: () => void table.move(1),
    },
    { label: t('board-move-to'), icon: cornerUpRight, key: 'M', disabled, run: () => (table.moving = true) },
    {
      label: t('board-delete'),
      icon: trash,
      danger: true,
      key: t('key-ctrl', { key: t('key-delete') }),
      disabled,
      run: () => void table.remove(),
    },
  ];
}
