// What is said of what just happened on the board.

import { t } from '../../texts/index.svelte';

export type Happening = 'deleted' | 'put-back' | 'duplicated' | 'at-the-edge' | 'moved';

/** The sentence of what just happened to `name`. */
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
  }
}
