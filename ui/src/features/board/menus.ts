// The commands of a case and of a scene, as their menus list them. The same commands have keys and dialogs.

import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import cornerUpRight from 'lucide-static/icons/corner-up-right.svg?raw';
import pen from 'lucide-static/icons/pen.svg?raw';
import pencilLine from 'lucide-static/icons/pencil-line.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import type { Scene } from '../../host/gen';
import { t } from '../../texts/index.svelte';
import type { Board } from './board.svelte';

export interface MenuItem {
  label: string;
  icon?: string;
  run: () => void;
  danger?: boolean;
  disabled?: boolean;
  key?: string;
}

export function cellItems(board: Board): MenuItem[] {
  return [
    { label: t('board-draw'), icon: pen, key: t('key-enter'), run: () => void board.draw() },
    { label: t('board-add-panel'), icon: plus, key: 'N', run: () => void board.addPanel() },
    {
      label: t('board-add-shot-after'),
      icon: plus,
      key: t('key-shift', { key: 'N' }),
      run: () => void board.addShot(),
    },
    { label: t('board-duplicate'), icon: copy, key: t('key-ctrl', { key: 'D' }), run: () => void board.duplicate() },
    { label: t('board-earlier'), icon: arrowLeft, key: t('key-alt', { key: '←' }), run: () => board.moveStep(-1) },
    { label: t('board-later'), icon: arrowRight, key: t('key-alt', { key: '→' }), run: () => board.moveStep(1) },
    { label: t('board-move-to'), icon: cornerUpRight, key: 'M', run: () => (board.moving = true) },
    { label: t('board-delete'), icon: trash, danger: true, key: t('key-delete'), run: () => void board.remove() },
  ];
}

export function sceneItems(board: Board, scene: Scene): MenuItem[] {
  const on = (run: () => void) => () => {
    board.chooseScene(scene.id);
    run();
  };
  return [
    { label: t('board-rename'), icon: pencilLine, key: 'F2', run: on(() => board.rename()) },
    { label: t('board-add-shot'), icon: plus, run: () => void board.addShot(scene.id) },
    { label: t('board-add-scene-after'), icon: plus, run: on(() => void board.addScene()) },
    {
      label: t('board-duplicate'),
      icon: copy,
      key: t('key-ctrl', { key: 'D' }),
      run: on(() => void board.duplicate()),
    },
    { label: t('board-earlier'), icon: arrowUp, key: t('key-alt', { key: '↑' }), run: on(() => board.moveStep(-1)) },
    { label: t('board-later'), icon: arrowDown, key: t('key-alt', { key: '↓' }), run: on(() => board.moveStep(1)) },
    { label: t('board-move-to'), icon: cornerUpRight, key: 'M', run: on(() => (board.moving = true)) },
    { label: t('board-delete'), icon: trash, danger: true, key: t('key-delete'), run: on(() => void board.remove()) },
  ];
}
