// The rows of one open film, kept equal to the core's by its change events.
// It owns no order, label or total: Rust computes those; this only files rows under their parents.
// An event touches what it names: lists are rebuilt for the touched scenes and shots alone.

import { SvelteMap } from 'svelte/reactivity';
import { call, listen } from '../host';
import type { Changes, Drawing, Event, Film, FilmView, Id, Life, Panel, Scene, Shot, Totals } from '../host/gen';
import { onFieldSet } from './edit';
import { Filed } from './filed.svelte';
import { Hopes } from './hopes';
import { byPosition, type Placed } from './order';

interface UndoCodes {
  undo: string | null;
  redo: string | null;
}

/** The actor of edits made without a face, as the core names it. */
const DESK = 'desk';

export class OpenFilm {
  readonly id: Id;
  film: Film = $state.raw() as unknown as Film;
  totals: Totals = $state.raw() as unknown as Totals;

  #face: Id | null = $state(null);
  #codes = new SvelteMap<string, UndoCodes>();
  #scenes = new Filed<Scene>((scene) => scene.film);
  #shots = new Filed<Shot>((shot) => shot.scene);
  #panels = new Filed<Panel>((panel) => panel.shot);
  #omittedScenes = new Filed<Scene>((scene) => scene.film);
  #omittedShots = new Filed<Shot>((shot) => shot.scene);
  #filed = [this.#scenes, this.#shots, this.#panels, this.#omittedScenes, this.#omittedShots];
  #drawings = new SvelteMap<Id, Drawing>();
  #hopes = new Hopes((row) => this.#show(row));
  #stop: () => void = () => {};
  // Events that came while the film was being read; null once it is filled.
  #early: Event[] | null = [];

  #board: Panel[] = $derived.by(() => {
    const all: Panel[] = [];
    for (const scene of this.scenes)
      for (const shot of this.shotsOf(scene.id)) for (const panel of this.panelsOf(shot.id)) all.push(panel);
    return all;
  });
  #places: Map<Id, number> = $derived(new Map(this.#board.map((panel, at) => [panel.id, at])));

  private constructor(id: Id, face: Id | null) {
    this.id = id;
    this.#face = face;
  }

  /** Reads the film and keeps it fresh until `dispose()`. Rejects with the core's error. */
  static async load(film: Id, face: Id | null = null): Promise<OpenFilm> {
    const open = new OpenFilm(film, face);
    const unheard = [listen((event) => open.receive(event)), onFieldSet((...set) => open.expect(...set))];
    open.#stop = () => unheard.forEach((stop) => stop());
    try {
      open.#fill(await call('get_film', { film, face }));
    } catch (error) {
      open.dispose();
      throw error;
    }
    return open;
  }

  /** A film from rows already in hand, without a listener: for tests and previews. */
  static from(view: FilmView, face: Id | null = null): OpenFilm {
    const open = new OpenFilm(view.film.id, face);
    open.#fill(view);
    return open;
  }

  dispose(): void {
    this.#stop();
    this.#stop = () => {};
  }

  /** Code of the edit that undo would take back for the current face, e.g. "move_entity"; null when there is none. */
  get undoCode(): string | null {
    return this.#codes.get(this.#face ?? DESK)?.undo ?? null;
  }
  get redoCode(): string | null {
    return this.#codes.get(this.#face ?? DESK)?.redo ?? null;
  }

  /** Every panel in board order. */
  get panels(): Panel[] {
    return this.#board;
  }

  /** Scenes, shots and panels, in board order. */
  get rows(): (Scene | Shot | Panel)[] {
    return [...this.scenes, ...this.scenes.flatMap((scene) => this.shotsOf(scene.id)), ...this.#board];
  }

  /** Scenes in order. */
  get scenes(): Scene[] {
    return this.#scenes.of(this.id);
  }

  scene = (id: Id): Scene | undefined => this.#scenes.get(id);
  shot = (id: Id): Shot | undefined => this.#shots.get(id);
  panel = (id: Id): Panel | undefined => this.#panels.get(id);
  drawing = (id: Id): Drawing | undefined => this.#drawings.get(id);
  shotsOf = (scene: Id): Shot[] => this.#shots.of(scene);
  panelsOf = (shot: Id): Panel[] => this.#panels.of(shot);

  /** Scenes with those a locked film keeps as omitted (OMIS), in order: what is printed, not what is worked on. */
  get listedScenes(): Scene[] {
    return merged(this.scenes, this.#omittedScenes.of(this.id));
  }
  /** Shots of a scene with the omitted ones, in order. */
  listedShots = (scene: Id): Shot[] => merged(this.#shots.of(scene), this.#omittedShots.of(scene));
  omittedShots = (scene: Id): Shot[] => this.#omittedShots.of(scene);
  listedShot = (id: Id): Shot | undefined => this.#shots.get(id) ?? this.#omittedShots.get(id);

  panelBefore(id: Id): Panel | undefined {
    const at = this.#places.get(id);
    return at === undefined ? undefined : this.#board[at - 1];
  }
  panelAfter(id: Id): Panel | undefined {
    const at = this.#places.get(id);
    return at === undefined ? undefined : this.#board[at + 1];
  }

  /** Follows another face: its own undo stack is asked for once, then kept by events. */
  async setFace(face: Id | null): Promise<void> {
    this.#face = face;
    const actor = face ?? DESK;
    if (this.#codes.has(actor)) return;
    const view = await call('get_film', { film: this.id, face });
    if (!this.#codes.has(actor)) this.#codes.set(actor, { undo: view.undo, redo: view.redo });
  }

  /** Takes back (or does again) the last step of the current face; says what it was and which entity it touched. */
  undo(): Promise<{ done: string | null; entity: Id | null }> {
    return call('undo', { film: this.id, face: this.#face });
  }
  redo(): Promise<{ done: string | null; entity: Id | null }> {
    return call('redo', { film: this.id, face: this.#face });
  }

  /** One event of the core. */
  receive(event: Event): void {
    if (this.#early) {
      this.#early.push(event);
    } else if (event.type === 'changes') {
      if (event.document === this.id) this.#apply(event.changes, event.totals);
    } else if (event.type === 'undo') {
      if (event.film === this.id) this.#codes.set(event.actor, { undo: event.undo, redo: event.redo });
    } else if (event.type === 'session') {
      void this.#reload();
    }
  }

  /** A field was chosen: it shows at once, and what the core says in the end stays. */
  expect(entity: Id, field: string, value: unknown): (kept: boolean) => void {
    const row = entity === this.id ? this.film : this.#row(entity);
    return row && field in row ? this.#hopes.hope(row, field, value) : () => {};
  }

  #row(id: Id): Scene | Shot | Panel | Drawing | undefined {
    return this.#scenes.get(id) ?? this.#shots.get(id) ?? this.#panels.get(id) ?? this.#drawings.get(id);
  }

  // A row that has left meanwhile stays away.
  #show(row: { id: Id }): void {
    const { id } = row;
    if (id === this.id) this.film = row as Film;
    else if (this.#drawings.has(id)) this.#drawings.set(id, row as Drawing);
    else if (this.#scenes.get(id)) this.#scenes.put(row as Scene);
    else if (this.#shots.get(id)) this.#shots.put(row as Shot);
    else if (this.#panels.get(id)) this.#panels.put(row as Panel);
    for (const kind of this.#filed) kind.sort();
  }

  async #reload(): Promise<void> {
    this.#early = [];
    try {
      this.#fill(await call('get_film', { film: this.id, face: this.#face }));
    } catch {
      // The workspace that holds this film was closed: the place that shows it hears the same event and leaves.
      this.#early = null;
    }
  }

  #fill(view: FilmView): void {
    for (const kind of this.#filed) kind.clear();
    this.#drawings.clear();
    this.#hopes.clear();
    this.film = view.film;
    this.#codes.clear();
    this.#codes.set(this.#face ?? DESK, { undo: view.undo, redo: view.redo });
    const { scenes, shots, panels, drawings } = view;
    this.#apply(
      { films: [], scenes, shots, panels, drawings, strokes: [], marks: [], faces: [], deleted: [] },
      view.totals,
    );
    const early = this.#early ?? [];
    this.#early = null;
    // Rows are final states, so applying events the view may already contain ends in the same place.
    for (const event of early) this.receive(event);
  }

  #apply(changes: Changes, totals: Totals | null): void {
    const { over } = this.#hopes;
    for (const film of changes.films) if (film.id === this.id) this.film = over(film);
    for (const row of changes.scenes) file(over(row), this.#scenes, this.#omittedScenes);
    for (const row of changes.shots) file(over(row), this.#shots, this.#omittedShots);
    for (const row of changes.panels) file(over(row), this.#panels);
    for (const row of changes.drawings) {
      if (row.life === 'live') this.#drawings.set(row.id, over(row));
      else this.#drawings.delete(row.id);
    }
    for (const id of changes.deleted) {
      for (const kind of this.#filed) kind.drop(id);
      this.#drawings.delete(id);
    }
    for (const kind of this.#filed) kind.sort();
    if (totals) this.totals = totals;
  }
}

/** Both lists in one order; the first itself when there is nothing to add, so that nothing is drawn again. */
const merged = <Row extends Placed>(rows: Row[], more: Row[]): Row[] =>
  more.length === 0 ? rows : [...rows, ...more].sort(byPosition);

/** A live row goes where it is worked on; what a locked film keeps the label of, among the omitted; the rest leaves. */
function file<Row extends Placed & { life: Life; omitted?: boolean }>(
  row: Row,
  live: Filed<Row>,
  omitted?: Filed<Row>,
): void {
  if (row.life === 'live') live.put(row);
  else live.drop(row.id);
  if (row.life !== 'live' && row.omitted) omitted?.put(row);
  else omitted?.drop(row.id);
}
