// What is chosen on the board and what can be done with it. It holds no row: those are the open film's.
// Nothing here waits for a commit before the screen answers; new things are chosen when the core has named them.

import { tick } from 'svelte';
import type { Id } from '../../host/gen';
import { announce } from '../../kit/announce.svelte';
import { go } from '../../places/routes.svelte';
import { edit, type OpenFilm } from '../../rows';
import { panelStep, sceneStep, shotStep, shotToScene, type Direction, type Move } from '../../rows/moves';
import { cellFor, cellsOf } from './cells';
import { heldEntity, type Cell } from './drop';
import { nameOf, said } from './names';
import { step, type Arrow } from './steps';

export class Board {
  readonly film: OpenFilm;
  /** How many cases stand side by side; the screen tells. */
  columns = $state(3);
  /** The dialog that chooses where the chosen thing goes. */
  moving = $state(false);
  /** The scene whose heading is being written in place. */
  renaming: Id | null = $state(null);

  #cellId: Id | null = $state(null);
  #sceneId: Id | null = $state(null);
  /** The chosen case; null when a scene is chosen, or nothing. */
  cell: Cell | null = $derived.by(() => (this.#cellId === null ? null : cellFor(this.film, this.#cellId)));
  /** The scene chosen by its heading. */
  chosenScene = $derived.by(() => (this.#sceneId === null ? null : (this.film.scene(this.#sceneId) ?? null)));
  /** The scene the work is in: the chosen one, or the chosen case's. */
  scene = $derived.by(() => this.chosenScene ?? (this.cell ? (this.film.scene(this.cell.scene) ?? null) : null));
  shot = $derived.by(() => (this.cell ? (this.film.shot(this.cell.shot) ?? null) : null));
  panel = $derived.by(() => (this.cell?.panel ? (this.film.panel(this.cell.panel) ?? null) : null));

  /** The scene whose first case is in the tab order while no case is chosen. */
  tabScene = $derived.by(() =>
    this.cell ? null : (this.scene?.id ?? this.film.scenes.find((scene) => scene.shots > 0)?.id ?? null),
  );

  #root: HTMLElement | null = null;
  #gone: { section: number; index: number } | null = null;

  constructor(film: OpenFilm) {
    this.film = film;
  }

  /** The element whose `data-cell` and `data-scene` children take the focus. */
  root = (element: HTMLElement): (() => void) => {
    this.#root = element;
    return () => (this.#root = null);
  };

  choose(id: Id): void {
    this.#cellId = id;
    this.#sceneId = null;
  }

  chooseScene(id: Id): void {
    this.#sceneId = id;
    this.#cellId = null;
  }

  /** Chooses and focuses; the element may only be about to exist. */
  async reach(id: Id, list = this.#list()): Promise<void> {
    if (this.film.scene(id)) this.chooseScene(id);
    else this.choose(cellFor(this.film, id)?.id ?? id);
    await tick();
    const inList = list && this.#sceneId !== null;
    const wanted = this.#sceneId
      ? `[data-${inList ? 'scene' : 'heading'}="${this.#sceneId}"]`
      : `[data-cell="${this.#cellId}"]`;
    const element = (inList ? list : this.#root)?.querySelector<HTMLElement>(wanted);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }

  /** The list of scenes when the focus is in it: who works there stays there. */
  #list(): Element | null {
    return document.activeElement?.closest('[data-scene]')?.parentElement ?? null;
  }

  /** First case of the film, or its first scene: something is always chosen when there is something to choose. */
  chooseFirst(): void {
    const panel = this.film.panels[0];
    const scene = this.film.scenes[0];
    if (panel) this.choose(panel.id);
    else if (scene) this.chooseScene(scene.id);
  }

  /** Keeps the choice on something that exists; the place of what left is taken by its neighbour. */
  settle(): void {
    const { cell, chosenScene } = this;
    if (cell || chosenScene) {
      const section = this.film.scenes.findIndex((scene) => scene.id === chosenScene?.id);
      this.#gone = cell ? this.#placeOf(cell) : { section, index: -1 };
      return;
    }
    if (!this.#gone) return this.chooseFirst();
    const scene = this.film.scenes[Math.min(this.#gone.section, this.film.scenes.length - 1)];
    const cells = scene && this.#gone.index >= 0 ? cellsOf(this.film, scene.id) : [];
    const next = cells[Math.min(this.#gone.index, cells.length - 1)]?.id ?? scene?.id;
    if (!next) return this.chooseFirst();
    // The focus follows only when it was on what left: someone may be writing elsewhere meanwhile.
    if (document.activeElement === document.body || this.#root?.contains(document.activeElement)) void this.reach(next);
    else if (scene?.id === next) this.chooseScene(next);
    else this.choose(next);
  }

  #placeOf(cell: Cell): { section: number; index: number } {
    const section = this.film.scenes.findIndex((scene) => scene.id === cell.scene);
    return { section, index: cellsOf(this.film, cell.scene).findIndex((other) => other.id === cell.id) };
  }

  arrow(arrow: Arrow): void {
    if (!this.cell) return this.#enterScene();
    const sections = this.film.scenes.map((scene) => cellsOf(this.film, scene.id));
    const to = step(
      sections.map((cells) => cells.length),
      this.columns,
      this.#placeOf(this.cell),
      arrow,
    );
    const next = sections[to.section]?.[to.index];
    if (next) void this.reach(next.id);
  }

  #enterScene(): void {
    const first = this.chosenScene && cellsOf(this.film, this.chosenScene.id)[0];
    if (first) void this.reach(first.id);
  }

  async draw(): Promise<void> {
    if (!this.cell) return;
    const panel = this.cell.panel ?? (await edit('add_panel', { shot: this.cell.shot }))?.id;
    if (!panel) return;
    // Coming back from the drawing comes back to this case.
    go({ at: 'storyboard', film: this.film.id, panel }, true);
    go({ at: 'draw', film: this.film.id, panel });
  }

  async addPanel(): Promise<void> {
    if (!this.cell) return this.addShot();
    const made = await edit('add_panel', { shot: this.cell.shot, after: this.cell.panel });
    if (made) await this.reach(made.id);
  }

  /** A shot after the chosen one, or at the end of `scene`; without any scene, one is made first. */
  async addShot(scene?: Id): Promise<void> {
    const into =
      scene ?? this.scene?.id ?? this.film.scenes.at(-1)?.id ?? (await edit('add_scene', { film: this.film.id }))?.id;
    if (!into) return;
    const after = this.cell && scene === undefined ? this.cell.shot : (this.film.shotsOf(into).at(-1)?.id ?? null);
    const made = await edit('add_shot', { scene: into, after, with_panel: true });
    if (made) await this.reach(made.panel ?? made.id);
  }

  async addScene(): Promise<void> {
    const after = this.scene?.id ?? this.film.scenes.at(-1)?.id ?? null;
    const made = await edit('add_scene', { film: this.film.id, after });
    if (!made) return;
    await this.reach(made.id);
    this.renaming = made.id;
  }

  /** What the commands act on: the shot of a single case, the panel of several, or the chosen scene. */
  get entity(): Id | null {
    return this.chosenScene?.id ?? (this.cell ? heldEntity(this.cell) : null);
  }

  async remove(): Promise<void> {
    const entity = this.entity;
    if (!entity) return;
    const name = nameOf(this.film, entity);
    const done = await edit('delete_entity', { entity });
    if (!done) return;
    announce(said('deleted', name), {
      label: said('put-back', name),
      run: () => void edit('restore_entity', { entity }).then((back) => back && this.reach(entity)),
    });
  }

  async duplicate(): Promise<void> {
    const entity = this.entity;
    if (!entity) return;
    const made = await edit('duplicate_entity', { entity });
    if (!made) return;
    await this.reach(made.id);
    announce(said('duplicated', nameOf(this.film, made.id)));
  }

  /** Sends one move and keeps the focus on what moved; null means that it is already at the edge. */
  async move(move: Move | null): Promise<void> {
    if (!move) return announce(said('at-the-edge', nameOf(this.film, this.entity ?? '')));
    const before = nameOf(this.film, move.entity);
    const focused = this.#cellId ?? this.#sceneId;
    // Asked before the move: an element that changes place loses the focus.
    const list = this.#list();
    if (!(await edit('move_entity', { ...move }))) return;
    await this.reach(focused ?? move.entity, list);
    announce(said('moved', nameOf(this.film, move.entity), before));
  }

  moveStep(direction: Direction): void {
    const id = this.cell ? (this.cell.panel ?? this.cell.shot) : this.chosenScene?.id;
    if (!id) return;
    if (this.chosenScene) void this.move(sceneStep(this.film, id, direction));
    else if (this.cell?.panel) void this.move(panelStep(this.film, id, direction));
    else void this.move(shotStep(this.film, id, direction));
  }

  /** A shot goes to the scene before or after; a scene only has earlier and later. */
  moveScene(direction: Direction): void {
    if (this.cell) void this.move(shotToScene(this.film, this.cell.shot, direction));
    else this.moveStep(direction);
  }

  rename(): void {
    if (this.chosenScene) this.renaming = this.chosenScene.id;
    else document.querySelector<HTMLElement>('[data-inspector] [data-field="action"]')?.focus();
  }

  async undo(redo = false): Promise<void> {
    const answer = await (redo ? this.film.redo() : this.film.undo()).catch(() => null);
    // Refused: the bar says it, like every edit that was not kept.
    if (!answer) return;
    const { done, entity } = answer;
    announce(said(redo ? 'redone' : 'undone', done ?? ''));
    if (entity && (this.film.scene(entity) || cellFor(this.film, entity))) await this.reach(entity);
  }
}
