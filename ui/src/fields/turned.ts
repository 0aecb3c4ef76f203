// Undo and redo away from the paper: what they changed, where, and which row shows it. The core answers with a command and
// the thing it touched; which of its fields it was is seen in the row itself, before and after.

import { listen } from '../host';
import type { Field } from '../host/codes';
import type { Drawing, Film, Id, Panel, Scene, Shot } from '../host/gen';
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

/** Takes back (or does again) one step of the current face. Rejects with the core's error. */
export async function turn(film: OpenFilm, way: Way): Promise<Turned> {
  const before = new Before(film);
  try {
    const { done, entity } = await film[way]();
    if (done === null) return { words: t(`board-said-nothing-to-${way}`), row: null, fields: [] };
    if (entity === null) return { words: sentence(way, nameOfEdit(done), ''), row: null, fields: [] };
    const home = await before.changed(entity);
    const fields = done === 'set_field' || done === 'splice_text' ? before.fields(entity) : [];
    const what =
      fields.length > 0
        ? fields.map((field) => t(`field-${field}`)).join(', ')
        : nameOfEdit(before.isMark(entity) && done !== 'delete_entity' ? 'add_mark' : done);
    return { words: sentence(way, what, nameOf(film, home) || before.name(home)), row: home, fields };
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
  #drawings = new Map<Id, Id>();
  #came: () => void = () => {};
  #stop = listen((event) => {
    if (event.type !== 'changes') return;
    for (const { id, drawing } of event.changes.marks) this.#drawings.set(id, drawing);
    this.#came();
  });

  constructor(film: OpenFilm) {
    this.#film = film;
    const drawings = film.panels.flatMap((panel) => film.drawing(panel.drawing) ?? []);
    this.#rows = new Map([film.film, ...film.rows, ...drawings].map((row) => [row.id, row]));
    this.#names = new Map(film.rows.map((row) => [row.id, nameOf(film, row.id)]));
  }

  /** Waits for the event of `entity`; the row that shows it: itself, or the panel of a drawing or of a mark. */
  async changed(entity: Id): Promise<Id> {
    const late = Date.now() + LATE;
    while (this.#now(entity) === this.#rows.get(entity) && !this.#drawings.has(entity) && Date.now() < late)
      await this.#next(late - Date.now());
    const drawing = this.#drawings.get(entity) ?? entity;
    const now = this.#film.drawing(drawing) ?? this.#rows.get(drawing);
    return now && 'panel' in now ? now.panel : entity;
  }

  isMark = (entity: Id): boolean => this.#drawings.has(entity);

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
