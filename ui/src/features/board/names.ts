// What is said of what just happened on the board.

import { hasText, t } from '../../texts/index.svelte';

export type Happening = 'deleted' | 'put-back' | 'duplicated' | 'at-the-edge' | 'moved' | 'undone' | 'redone';

/** The sentence of what just happened to `name`; for undo, `name` is the code of the edit, empty when there was none. */
export function said(what: Happening, name: string, before = ''): string {
  switch (what) {
    case 'deleted':
      return t('board-said-deleted', { name });
    case 'put-back':
      return t('board-put-back');
    case 'duplicated':
      return t('board-said-duplicated', { name });
    case 'at-the-edge':
      return t('board-said-at-the-edge');
    case 'moved':
      return name === before ? t('board-said-moved', { name }) : t('board-said-renamed', { before, name });
    case 'undone':
      return name === '' ? t('board-said-nothing-to-undo') : t('board-said-undone', { what: editName(name) });
    case 'redone':
      return name === '' ? t('board-said-nothing-to-redo') : t('board-said-redone', { what: editName(name) });
  }
}

const editName = (code: string): string => (hasText(`edit-${code}`) ? t(`edit-${code}`) : t('board-some-edit'));
