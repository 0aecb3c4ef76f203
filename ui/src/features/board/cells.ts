// The cases of a scene, in order: its panels, and its shots that have none yet.

import type { Id } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import type { Cell } from './drop';

export function cellsOf(film: OpenFilm, scene: Id): Cell[] {
  const cells: Cell[] = [];
  for (const shot of film.shotsOf(scene)) {
    const panels = film.panelsOf(shot.id);
    if (panels.length === 0) cells.push({ id: shot.id, panel: null, shot: shot.id, scene, siblings: 0 });
    for (const panel of panels)
      cells.push({ id: panel.id, panel: panel.id, shot: shot.id, scene, siblings: panels.length });
  }
  return cells;
}

/** The case of a panel, of a shot (its first panel, or itself) or of a drawing's panel; null when it is not on the board. */
export function cellFor(film: OpenFilm, id: Id): Cell | null {
  const shot = film.shot(id);
  const panel = film.panel(shot ? (film.panelsOf(id)[0]?.id ?? '') : (film.drawing(id)?.panel ?? id));
  if (panel) {
    const parent = film.shot(panel.shot);
    if (!parent) return null;
    return {
      id: panel.id,
      panel: panel.id,
      shot: panel.shot,
      scene: parent.scene,
      siblings: film.panelsOf(panel.shot).length,
    };
  }
  return shot ? { id: shot.id, panel: null, shot: shot.id, scene: shot.scene, siblings: 0 } : null;
}
