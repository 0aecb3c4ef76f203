// What is chosen on the board, and how the choice moves: by hand, by the arrows, and when what was chosen leaves.
// It holds no row: those are the open film's. It changes nothing in the film.

import { tick } from 'svelte';
import type { Id } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import { cellFor, cellsOf } from './cells';
import { heldEntity, movableOf, type Cell } from './drop';
import { step, type Arrow } from './steps';

export class BoardChoice {
  readonly film: OpenFilm;
  /** How many cases stand side by side; the screen tells. */
  columns = $state(3);

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
  async reach(id: Id, list = this.list()): Promise<void> {
    const element = await this.#bring(id);
    const inList = list && this.#sceneId !== null;
    const wanted = inList ? list.querySelector<HTMLElement>(`[data-scene="${this.#sceneId}"]`) : element;
    wanted?.focus({ preventScroll: true });
    wanted?.scrollIntoView({ block: 'nearest' });
  }

  /** Chooses and brings it into sight; the focus stays on a button or in a field elsewhere. */
  async show(id: Id): Promise<void> {
    const list = this.list();
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || list || this.#root?.contains(activeElement))
      await this.reach(id, list);
    else await this.#bring(id);
  }

  /** Chooses, and scrolls the board to it. */
  async #bring(id: Id): Promise<HTMLElement | null> {
    if (this.film.scene(id)) this.chooseScene(id);
    else this.choose(cellFor(this.film, id)?.id ?? id);
    await tick();
    const wanted = this.#sceneId ? `[data-heading="${this.#sceneId}"]` : `[data-cell="${this.#cellId}"]`;
    const element = this.#root?.querySelector<HTMLElement>(wanted) ?? null;
    element?.scrollIntoView({ block: 'nearest' });
    return element;
  }

  /** The list of scenes when the focus is in it: who works there stays there. */
  protected list(): Element | null {
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

  /** The chosen case or scene itself, as the screen names it. */
  protected get focused(): Id | null {
    return this.#cellId ?? this.#sceneId;
  }

  /** What the commands act on: the shot of a single case, the panel of several, or the chosen scene. */
  get entity(): Id | null {
    return this.chosenScene?.id ?? (this.cell ? heldEntity(this.cell) : null);
  }

  /** What can be moved from here: `entity` first, then the shot or the panel it stands for. */
  get movable(): readonly Id[] {
    if (this.chosenScene) return [this.chosenScene.id];
    return this.cell ? movableOf(this.cell) : [];
  }

  /** The only panel of its shot: the commands hold them together, those for a panel alone name this one. */
  get alone(): Id | null {
    return this.cell?.siblings === 1 ? this.cell.panel : null;
  }
}
