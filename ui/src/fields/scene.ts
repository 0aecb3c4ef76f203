import type { Scene } from '../host/gen';
import { t } from '../texts/index.svelte';

/** The pair of inside or outside and time of day, which sets call the effect: "INT · Jour". */
export function effectOf(scene: Scene): string {
  return [scene.int_ext && t(`int-ext-${scene.int_ext}`), scene.time_of_day && t(`time-${scene.time_of_day}`)]
    .filter(Boolean)
    .join(' · ');
}

/** The set, and in brackets the part of it: "Hall, bâtiment C (ascenseur)". */
export function headingOf(scene: Scene): string {
  const heading = scene.heading || t('board-untitled-scene');
  return scene.subset ? t('scene-subset', { heading, subset: scene.subset }) : heading;
}
