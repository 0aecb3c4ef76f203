// What things are called when they are spoken of: "le plan 2C", "la case 2C/1", "la scène 3".

import type { Id } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import { hasText, t } from '../../texts/index.svelte';

/** A row's name in a sentence; empty when it is not in the film. */
export function nameOf(film: OpenFilm, id: Id): string {
  const scene = film.scene(id);
  if (scene) return t('board-name-scene', { number: scene.number });
  const shot = film.shot(id);
  if (shot) return t('board-name-shot', { label: shot.label });
  const panel = film.panel(id);
  return panel ? t('board-name-panel', { label: panel.label }) : '';
}

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
