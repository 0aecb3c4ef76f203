// The commands of a case and of a scene, as their menus list them. The same commands have keys and dialogs.

import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import cornerUpRight from 'lucide-static/icons/corner-up-right.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import pen from 'lucide-static/icons/pen.svg?raw';
import pencilLine from 'lucide-static/icons/pencil-line.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import type { Scene } from '../../host/gen';
import { session } from '../../host/session.svelte';
import type { MenuItem } from '../../kit/Menu.svelte';
import { panes } from '../../places/panes.svelte';
import { t } from '../../texts/index.svelte';
import type { Board } from './board.svelte';

export function cellItems(board: Board): MenuItem[] {
  const disabled = session.readOnly;
  const { alone, film, shot } = board;
  return [
    {
      label: t(disabled ? 'board-look' : 'board-draw'),
      icon: disabled ? eye : pen,
      key: t('key-enter'),
      disabled: disabled && board.panel === null,
      run: () => void board.draw(),
    },
    { label: t('board-add-panel'), icon: plus, key: 'N', disabled, run: () => void board.addPanel() },
    {
      label: t('board-add-shot-after'),
      icon: plus,
      key: t('key-shift', { key: 'N' }),
      disabled,
      run: () => void board.addShot(),
    },
    {
      label: t('board-duplicate'),
      icon: copy,
      key: t('key-ctrl', { key: 'D' }),
      disabled,
      run: () => void board.duplicate(),
    },
    ...(alone
      ? [{ label: t('board-duplicate-panel'), icon: copy, disabled, run: () => void board.duplicate(alone) }]
      : []),
    {
      label: t('board-earlier'),
      icon: arrowLeft,
      key: t('key-alt', { key: '←' }),
      disabled,
      run: () => board.moveStep(-1),
    },
    {
      label: t('board-later'),
      icon: arrowRight,
      key: t('key-alt', { key: '→' }),
      disabled,
      run: () => board.moveStep(1),
    },
    { label: t('board-move-to'), icon: cornerUpRight, key: 'M', disabled, run: () => (board.moving = true) },
    ...(shot
      ? [
          {
            label: t('print-shot'),
            icon: printer,
            run: () => void (panes.print = { film: film.id, kind: 'storyboard.pdf', shots: [shot.id] }),
          },
        ]
      : []),
    {
      label: t('board-delete'),
      icon: trash,
      danger: true,
      key: t('key-delete'),
      disabled,
      run: () => void board.remove(),
    },
  ];
}

export function sceneItems(board: Board, scene: Scene): MenuItem[] {
  const on = (run: () => void) => () => {
    board.chooseScene(scene.id);
    run();
  };
  const disabled = session.readOnly;
  return [
    { label: t('board-rename'), icon: pencilLine, key: 'F2', disabled, run: on(() => board.rename()) },
    { label: t('board-add-shot'), icon: plus, disabled, run: () => void board.addShot(scene.id) },
    { label: t('board-add-scene-after'), icon: plus, disabled, run: on(() => void board.addScene()) },
    {
      label: t('board-duplicate'),
      icon: copy,
      key: t('key-ctrl', { key: 'D' }),
      disabled,
      run: on(() => void board.duplicate()),
    },
    {
      label: t('board-earlier'),
      icon: arrowUp,
      key: t('key-alt', { key: '↑' }),
      disabled,
      run: on(() => board.moveStep(-1)),
    },
    {
      label: t('board-later'),
      icon: arrowDown,
      key: t('key-alt', { key: '↓' }),
      disabled,
      run: on(() => board.moveStep(1)),
    },
    { label: t('board-move-to'), icon: cornerUpRight, key: 'M', disabled, run: on(() => (board.moving = true)) },
    {
      label: t('board-delete'),
      icon: trash,
      danger: true,
      key: t('key-delete'),
      disabled,
      run: on(() => void board.remove()),
    },
  ];
}
