// Undo and redo on the drawing screen. They are the person's and the film's, and older than this screen: what they change
// may lie on another panel, or be no drawing at all.
import { turn as turnFilm, type Way } from '../../fields/turned';
import type { Id } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import { t } from '../../texts/index.svelte';

export type { Way };

export interface Turned {
  words: string;
  /** The other panel whose drawing changed: it is gone to. */
  panel: Id | null;
  /** The paper itself shows it: the words are for ears alone. */
  seen: boolean;
}

/** Edits of a drawing whose undoing is seen on the paper, as all those of marks are. */
const SEEN = new Set(['add_stroke', 'erase_strokes', 'cut_strokes']);

/** Takes back (or does again) one step; `here` is the panel on the easel. Rejects with the core's error. */
export async function turn(film: OpenFilm, way: Way, here: Id): Promise<Turned> {
  const { words, row, done, drawn, mark } = await turnFilm(film, way, here);
  if (done === null) return { words, panel: null, seen: false };
  const panel = drawn && row !== null && row !== here && film.panel(row) ? row : null;
  const gone = film.panel(here) ? '' : `. ${t('draw-panel-gone')}`;
  return { words: words + gone, panel, seen: drawn && row === here && (mark || SEEN.has(done)) };
}
