// The panel the settings are tried on: a real one of the open file when there is one.
import { call } from '../../host';
import type { Panel, Ratio, Shot } from '../../host/gen';

export interface Tried {
  heading: string;
  ratio: Ratio;
  panel: Panel;
  shot: Shot;
  version: string;
}

/** The first inked panel with words, else the first inked one; null when the file has none. */
export async function findPanel(): Promise<Tried | null> {
  const { films } = await call('list_films', {});
  const card = films.find((one) => one.totals.drawn > 0);
  if (!card) return null;
  const view = await call('get_film', { film: card.film.id });
  const inked = view.panels.filter(
    (panel) => panel.life === 'live' && (panel.look === 'drawn' || panel.look === 'finished'),
  );
  const panel =
    inked.find((one) => one.action !== '' && one.dialogue !== '') ?? inked.find((one) => one.action !== '') ?? inked[0];
  const shot = view.shots.find((one) => one.id === panel?.shot);
  const drawing = view.drawings.find((one) => one.id === panel?.drawing);
  const scene = view.scenes.find((one) => one.id === shot?.scene);
  if (!panel || !shot || !drawing || !scene) return null;
  return { heading: scene.heading, ratio: view.film.ratio, panel, shot, version: drawing.version };
}
