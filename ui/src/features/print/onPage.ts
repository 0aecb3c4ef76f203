import type { ExportChoice } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import { t } from '../../texts/index.svelte';

/**
 * What stands on a page of the storyboard, by its first and last label: for who cannot see it. Null on the cover, on an
 * empty page and on a shot list, whose pages only the core knows.
 */
export function labelsOn(film: OpenFilm, choice: ExportChoice, page: number): { first: string; last: string } | null {
  const { look, kind } = choice;
  if (kind !== 'storyboard.pdf' || !look) return null;
  const from = (page - 1 - (look.cover ? 1 : 0)) * look.per_page;
  if (from < 0) return null;
  const labels = labelsOf(film, choice).slice(from, from + look.per_page);
  const [first, last] = [labels[0], labels.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** One label for each case: the panels of a shot, the shot that has none or is left out, the scene that has no shot. */
function labelsOf(film: OpenFilm, { scenes = [], shots = [] }: ExportChoice): string[] {
  return film.listedScenes
    .filter(({ id }) => scenes.length === 0 || scenes.includes(id))
    .flatMap(({ id, number }) => {
      const listed = film.listedShots(id).filter((shot) => shots.length === 0 || shots.includes(shot.id));
      if (listed.length === 0 && shots.length === 0) return [t('print-scene', { number })];
      return listed.flatMap((shot) => {
        const panels = shot.omitted || shot.status === 'omitted' ? [] : film.panelsOf(shot.id);
        return panels.length > 0 ? panels.map(({ label }) => label) : [shot.label];
      });
    });
}
