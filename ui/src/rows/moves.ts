// Where a scene, a shot or a panel goes when it moves one step. It only names neighbours; Rust decides the order.

import type { Id, Panel, Scene, Shot } from '../host/gen';

/** What `move_entity` asks: `after` null puts it first in `parent`. */
export interface Move {
  entity: Id;
  parent: Id;
  after: Id | null;
}

/** What a move reads of an open film. */
export interface Outline {
  id: Id;
  scenes: Scene[];
  shot(id: Id): Shot | undefined;
  panel(id: Id): Panel | undefined;
  shotsOf(scene: Id): Shot[];
  panelsOf(shot: Id): Panel[];
}

/** -1 is earlier, 1 is later. */
export type Direction = -1 | 1;

/** One place earlier or later among `list`; null at the ends. */
function beside(list: { id: Id }[], id: Id, parent: Id, direction: Direction): Move | null {
  const at = list.findIndex((row) => row.id === id);
  const to = at + direction;
  if (at < 0 || to < 0 || to >= list.length) return null;
  const after = direction === 1 ? list[to] : list[to - 1];
  return { entity: id, parent, after: after?.id ?? null };
}

export function sceneStep(film: Outline, id: Id, direction: Direction): Move | null {
  return beside(film.scenes, id, film.id, direction);
}

/** One shot earlier or later; past the edge of its scene it enters the neighbour by the near side. */
export function shotStep(film: Outline, id: Id, direction: Direction): Move | null {
  const shot = film.shot(id);
  if (!shot) return null;
  return beside(film.shotsOf(shot.scene), id, shot.scene, direction) ?? shotToScene(film, id, direction);
}

/** Into the scene before (at its end) or after (at its beginning). */
export function shotToScene(film: Outline, id: Id, direction: Direction): Move | null {
  const shot = film.shot(id);
  const at = film.scenes.findIndex((scene) => scene.id === shot?.scene);
  const scene = at < 0 ? undefined : film.scenes[at + direction];
  if (!scene) return null;
  const after = direction === 1 ? null : (film.shotsOf(scene.id).at(-1)?.id ?? null);
  return { entity: id, parent: scene.id, after };
}

/** A panel moves inside its shot; the only panel of a shot takes its shot along. */
export function panelStep(film: Outline, id: Id, direction: Direction): Move | null {
  const panel = film.panel(id);
  if (!panel) return null;
  const list = film.panelsOf(panel.shot);
  return list.length > 1 ? beside(list, id, panel.shot, direction) : shotStep(film, panel.shot, direction);
}
