// What things are called when they are spoken of: "le plan 2C", "la case 2C/1", "la scène 3".

import type { Id } from '../host/gen';
import type { OpenFilm } from '../rows';
import { t } from '../texts/index.svelte';

/** A row's name in a sentence; empty when it is not in the film. */
export function nameOf(film: OpenFilm, id: Id): string {
  const scene = film.scene(id);
  if (scene) return t('board-name-scene', { number: scene.number });
  const shot = film.shot(id);
  if (shot) return t('board-name-shot', { label: shot.label });
  const panel = film.panel(id);
  return panel ? t('board-name-panel', { label: panel.label }) : '';
}
