// The rows of one open film, kept equal to the core's by its change events.
// It owns no order, label or total: Rust computes those; this only files rows under their parents.
// An event touches what it names: lists are rebuilt for the touched scenes and shots alone.

import { SvelteMap } from 'svelte/reactivity';
import { call, listen } from '../host';
import type { Changes, Drawing, Event, Film, FilmView, Id, Panel, Scene, Shot, Totals } from '../host/gen';
import { byPosition } from './order';

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
  /** Scenes in order. */
  scenes: Scene[] = $state.raw([]);

  #face: Id | null = $state(null);
  #codes = new SvelteMap<string, UndoCodes>();
  #scenes = new SvelteMap<Id, Scene>();
  #shots = new SvelteMap<Id, Shot>();
  #panels = new SvelteMap<Id, Panel>();
  #drawings = new SvelteMap<Id, Drawing>();
  #shotLists = new SvelteMap<Id, Shot[]>();
  #panelLists = new SvelteMap<Id, Panel[]>();
  // Children by parent, without order: which lists to rebuild is known without reading every row.
  #shotIds = new Map<Id, Set<Id>>();
  #panelIds = new Map<Id, Set<Id>>();
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
    open.#stop = listen((event) => open.receive(event));
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

  scene = (id: Id): Scene | undefined => this.#scenes.get(id);
  shot = (id: Id): Shot | undefined => this.#shots.get(id);
  panel = (id: Id): Panel | undefined => this.#panels.get(id);
  drawing = (id: Id): Drawing | undefined => this.#drawings.get(id);
  shotsOf = (scene: Id): Shot[] => this.#shotLists.get(scene) ?? NO_SHOTS;
  panelsOf = (shot: Id): Panel[] => this.#panelLists.get(shot) ?? NO_PANELS;

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
    for (const map of [this.#scenes, this.#shots, this.#panels, this.#drawings, this.#shotLists, this.#panelLists])
      map.clear();
    this.#shotIds.clear();
    this.#panelIds.clear();
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
    const scenes = new Set<Id>();
    const shots = new Set<Id>();
    let outline = false;
    for (const film of changes.films) if (film.id === this.id) this.film = film;
    for (const row of changes.scenes) {
      outline = true;
      if (row.life === 'live') this.#scenes.set(row.id, row);
      else this.#scenes.delete(row.id);
    }
    for (const row of changes.shots) {
      this.#dropShot(row.id, scenes, row.life !== 'live');
      if (row.life !== 'live') continue;
      this.#shots.set(row.id, row);
      child(this.#shotIds, row.scene, row.id);
      scenes.add(row.scene);
    }
    for (const row of changes.panels) {
      this.#dropPanel(row.id, shots, row.life !== 'live');
      if (row.life !== 'live') continue;
      this.#panels.set(row.id, row);
      child(this.#panelIds, row.shot, row.id);
      shots.add(row.shot);
    }
    for (const row of changes.drawings) {
      if (row.life === 'live') this.#drawings.set(row.id, row);
      else this.#drawings.delete(row.id);
    }
    for (const id of changes.deleted) {
      outline = this.#scenes.delete(id) || outline;
      this.#dropShot(id, scenes, true);
      this.#dropPanel(id, shots, true);
      this.#drawings.delete(id);
    }
    for (const id of scenes) this.#shotLists.set(id, ordered(this.#shotIds.get(id), this.#shots));
    for (const id of shots) this.#panelLists.set(id, ordered(this.#panelIds.get(id), this.#panels));
    if (outline) this.scenes = [...this.#scenes.values()].sort(byPosition);
    if (totals) this.totals = totals;
  }

  #dropShot(id: Id, touched: Set<Id>, forget: boolean): void {
    const old = this.#shots.get(id);
    if (!old) return;
    this.#shotIds.get(old.scene)?.delete(id);
    touched.add(old.scene);
    if (forget) this.#shots.delete(id);
  }

  #dropPanel(id: Id, touched: Set<Id>, forget: boolean): void {
    const old = this.#panels.get(id);
    if (!old) return;
    this.#panelIds.get(old.shot)?.delete(id);
    touched.add(old.shot);
    if (forget) this.#panels.delete(id);
  }
}

const NO_SHOTS: Shot[] = [];
const NO_PANELS: Panel[] = [];

function child(children: Map<Id, Set<Id>>, parent: Id, id: Id): void {
  const own = children.get(parent);
  if (own) own.add(id);
  else children.set(parent, new Set([id]));
}

function ordered<Row extends { id: Id; position: number }>(ids: Set<Id> | undefined, rows: Map<Id, Row>): Row[] {
  const list: Row[] = [];
  for (const id of ids ?? []) {
    const row = rows.get(id);
    if (row) list.push(row);
  }
  return list.sort(byPosition);
}
