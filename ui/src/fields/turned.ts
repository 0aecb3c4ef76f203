// Undo and redo: what they changed, where, and which row shows it. The core answers with a command and
// the thing it touched; which of its fields it was is seen in the row itself, before and after.

import { listen } from '../host';
import type { Field } from '../host/codes';
import type { Changes, Drawing, Film, Id, Panel, Scene, Shot } from '../host/gen';
import type { OpenFilm } from '../rows';
import { hasText, t } from '../texts/index.svelte';
import { nameOf } from './names';

export type Way = 'undo' | 'redo';

export interface Turned {
  words: string;
  /** The scene, the shot or the panel that shows it; null when none does. */
  row: Id | null;
  /** What of that row changed, where fields did. */
  fields: readonly Field[];
  /** The command that was taken back or done again; null when there was none. */
  done: string | null;
  /** Whether it changed what is on the paper of `row`: ink, an arrow, a text, a picture; `mark`: an arrow or a text. */
  drawn: boolean;
  mark: boolean;
}

/** The order in which they are told. What the core computes (labels, sums) is not among them. */
const FIELDS: readonly Field[] = [
  'title',
  'ink',
  'pattern',
  'ratio',
  'numbering',
  'heading',
  'subset',
  'int_ext',
  'time_of_day',
  'story_day',
  'summary',
  'action',
  'dialogue',
  'characters',
  'notes',
  'size',
  'shot_type',
  'angle',
  'side',
  'movement',
  'support',
  'lens',
  'light',
  'sound',
  'status',
  'setup_minutes',
  'estimate_ms',
  'duration_ms',
  'picture',
  'finished',
];

type Row = Film | Scene | Shot | Panel | Drawing;

/** Milliseconds in which the event that changes the rows may follow the answer. */
const LATE = 400;

/** Takes back (or does again) one step of the current face. `here` is the panel on the easel, which one sees. Rejects with the core's error. */
export async function turn(film: OpenFilm, way: Way, here: Id | null = null): Promise<Turned> {
  const before = new Before(film);
  const nowhere = { row: null, fields: [], drawn: false, mark: false };
  try {
    const { done, entity } = await film[way]();
    if (done === null) return { words: t(`board-said-nothing-to-${way}`), done, ...nowhere };
    if (entity === null) return { words: sentence(way, nameOfEdit(done), ''), done, ...nowhere };
    const written = done === 'set_field' || done === 'splice_text';
    await before.changed(entity, written);
    const { row, drawn, mark } = before.home(entity);
    const fields = written ? before.fields(entity) : [];
    const what =
      fields.length > 0
        ? fields.map((field) => t(`field-${field}`)).join(', ')
        : nameOfEdit(mark && done !== 'delete_entity' ? 'add_mark' : done);
    const where = drawn && row === here ? '' : nameOf(film, row) || before.name(row);
    return { words: sentence(way, what, where), row, fields, done, drawn, mark };
  } finally {
    before.forget();
  }
}

const nameOfEdit = (code: string): string => (hasText(`edit-${code}`) ? t(`edit-${code}`) : t('board-some-edit'));

function sentence(way: Way, what: string, where: string): string {
  if (where === '') return t(way === 'undo' ? 'board-said-undone' : 'board-said-redone', { what });
  return t(way === 'undo' ? 'board-said-undone-at' : 'board-said-redone-at', { what, where });
}

/** The film as it was when undo was asked for, and where marks are: a film's rows hold none, its events name them. */
class Before {
  #film: OpenFilm;
  #rows: Map<Id, Row>;
  #names: Map<Id, string>;
  // Null: the board's own row, which is on no drawing.
  #drawings = new Map<Id, Id | null>();
  #came: () => void = () => {};
  #stop = listen((event) => {
    if (event.type !== 'changes') return;
    this.#learn(event.changes);
    this.#came();
  });

  constructor(film: OpenFilm) {
    this.#film = film;
    const drawings = film.panels.flatMap((panel) => film.drawing(panel.drawing) ?? []);
    this.#rows = new Map([film.film, ...film.rows, ...drawings].map((row) => [row.id, row]));
    this.#names = new Map(film.rows.map((row) => [row.id, nameOf(film, row.id)]));
  }

  /** Waits for the event of `entity`, where one has to be seen: for what it holds, or for where it is. */
  async changed(entity: Id, written: boolean): Promise<void> {
    if (!written && this.#rows.has(entity)) return;
    const late = Date.now() + LATE;
    while (this.#now(entity) === this.#rows.get(entity) && !this.#drawings.has(entity) && Date.now() < late)
      await this.#next(late - Date.now());
  }

  /** The row that shows it: itself, or the panel of a drawing or of a mark. */
  home(entity: Id): { row: Id; drawn: boolean; mark: boolean } {
    const on = this.#rows.has(entity) ? null : (this.#drawings.get(entity) ?? null);
    const drawing = this.#film.drawing(on ?? entity) ?? this.#rows.get(on ?? entity);
    const drawn = drawing !== undefined && 'panel' in drawing;
    return { row: drawn ? drawing.panel : entity, drawn, mark: on !== null };
  }

  /** The fields of `entity` that are not what they were. */
  fields(entity: Id): Field[] {
    const [old, now] = [this.#rows.get(entity), this.#now(entity)] as (Partial<Record<Field, unknown>> | undefined)[];
    if (!old || !now) return [];
    // Only a panel has a duration of its own, and only a shot a shooting time: the others are sums.
    const own = (field: Field): boolean =>
      (field !== 'duration_ms' || 'shot' in now) && (field !== 'setup_minutes' || 'scene' in now);
    return FIELDS.filter((field) => own(field) && JSON.stringify(old[field]) !== JSON.stringify(now[field]));
  }

  /** What a row that left was called; empty when it was none. */
  name = (row: Id): string => this.#names.get(row) ?? '';

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

  #now(id: Id): Row | undefined {
    const { film } = this.#film;
    if (id === film.id) return film;
    return this.#film.scene(id) ?? this.#film.shot(id) ?? this.#film.panel(id) ?? this.#film.drawing(id);
  }

  #next(wait: number): Promise<void> {
    return new Promise((resolve) => {
      this.#came = resolve;
      setTimeout(resolve, wait);
    });
  }
}
