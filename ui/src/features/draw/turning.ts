// Undo and redo on the drawing screen. They are the person's and the film's, and older than this screen: what they change
// may lie on another panel, or be no drawing at all. So they say what was changed where, and which panel shows it.
import { nameOf } from '../../fields/names';
import { listen } from '../../host';
import type { Changes, Id } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import { hasText, t } from '../../texts/index.svelte';

export type Way = 'undo' | 'redo';

export interface Turned {
  words: string;
  /** The other panel whose drawing changed: it is gone to. */
  panel: Id | null;
  /** The paper itself shows it: the words are for ears alone. */
  seen: boolean;
}

/** Edits of a drawing whose undoing is seen on the paper, as all those of marks are. */
const SEEN = new Set(['add_stroke', 'erase_strokes', 'cut_strokes']);
/** Milliseconds in which the event that names what was changed may follow the answer. */
const LATE = 400;

/** Takes back (or does again) one step; `here` is the panel on the easel. Rejects with the core's error. */
export async function turn(film: OpenFilm, way: Way, here: Id): Promise<Turned> {
  const homes = new Homes();
  try {
    const { done, entity } = await film[way]();
    if (!done) return { words: t(`draw-nothing-to-${way}`), panel: null, seen: false };
    const drawn = entity === null || isRow(film, entity) ? null : await homes.of(film, entity);
    const panel = drawn !== here && drawn !== null && film.panel(drawn) ? drawn : null;
    const mark = drawn !== null && !film.drawing(entity ?? '');
    const what = nameOfEdit(mark && done !== 'delete_entity' ? 'add_mark' : done);
    const where = drawn === here || entity === null ? '' : nameOf(film, panel ?? entity);
    const words = sentence(way, what, where);
    const gone = film.panel(here) ? '' : `. ${t('draw-panel-gone')}`;
    return { words: words + gone, panel, seen: drawn === here && (mark || SEEN.has(done)) };
  } finally {
    homes.forget();
  }
}

const nameOfEdit = (code: string): string => (hasText(`edit-${code}`) ? t(`edit-${code}`) : t('draw-something'));

function sentence(way: Way, what: string, where: string): string {
  if (where === '') return t(way === 'undo' ? 'draw-undone' : 'draw-redone', { what });
  return t(way === 'undo' ? 'draw-undone-at' : 'draw-redone-at', { what, where });
}

/** Whether it is the board's: a scene, a shot or a panel. */
const isRow = (film: OpenFilm, id: Id): boolean => Boolean(film.scene(id) ?? film.shot(id) ?? film.panel(id));

/** Where marks are, learned from the events of the undoing itself: a film's rows hold no marks. */
class Homes {
  // Null: the board's own row, which is on no drawing.
  #drawings = new Map<Id, Id | null>();
  #came: (() => void) | null = null;
  #stop = listen((event) => {
    if (event.type !== 'changes') return;
    this.#learn(event.changes);
    this.#came?.();
  });

  /** The panel of a drawing, or of a mark's drawing; null when it is of neither. */
  async of(film: OpenFilm, entity: Id): Promise<Id | null> {
    const drawing = film.drawing(entity);
    if (drawing) return drawing.panel;
    await this.#until(() => this.#drawings.has(entity));
    return film.drawing(this.#drawings.get(entity) ?? '')?.panel ?? null;
  }

  forget(): void {
    this.#stop();
  }

  #learn({ scenes, shots, panels, drawings, marks, deleted }: Changes): void {
    // A mark that was never made has no row any more; but its drawing looks different, and is told with it.
    const [changed, another] = drawings.filter((drawing) => drawing.life === 'live');
    for (const id of deleted) this.#drawings.set(id, changed && !another ? changed.id : null);
    for (const { id } of [scenes, shots, panels].flat()) this.#drawings.set(id, null);
    for (const { id, drawing } of marks) this.#drawings.set(id, drawing);
  }

  async #until(known: () => boolean): Promise<void> {
    if (known()) return;
    await new Promise<void>((resolve) => {
      this.#came = () => known() && resolve();
      setTimeout(resolve, LATE);
    });
  }
}
