// Where the hand is in the shot list: the active cell, and where the keys take it. It holds no row and changes none.

import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Id, Shot } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import type { Direction } from '../../rows/moves';
import type { Column, ColumnId } from './columns';
import { ShownColumns } from './shownColumns.svelte';

export interface Active {
  shot: Id;
  column: ColumnId;
}

export class TableWalk {
  readonly film: OpenFilm;
  active: Active | null = $state.raw(null);
  /** Blocks of rows asked for by the keyboard before they came near the screen. */
  readonly wanted = new SvelteSet<string>();

  #shown = new ShownColumns();
  columns: Column[] = $derived.by(() => this.#shown.list);
  /** Every line in order: the shots, and those a locked film keeps as omitted. */
  order: Shot[] = $derived.by(() => this.film.listedScenes.flatMap((scene) => this.film.listedShots(scene.id)));
  /** The active line, omitted or not. */
  line = $derived.by(() => (this.active ? (this.film.listedShot(this.active.shot) ?? null) : null));
  /** The active shot; null on an omitted line, which only comes back. */
  shot = $derived.by(() => (this.active ? (this.film.shot(this.active.shot) ?? null) : null));

  #root: HTMLElement | null = null;
  #at = 0;

  constructor(film: OpenFilm) {
    this.film = film;
  }

  root = (element: HTMLElement): (() => void) => {
    this.#root = element;
    return () => (this.#root = null);
  };

  isShown = (id: ColumnId): boolean => this.#shown.has(id);

  show(id: ColumnId, shown: boolean): void {
    this.#shown.show(id, shown);
    if (!shown && this.active?.column === id) this.active = { ...this.active, column: 'label' };
  }

  /** Puts the active cell and the focus there, however far it is. */
  async reach(shot: Id, column: ColumnId = this.active?.column ?? 'label'): Promise<void> {
    this.active = { shot, column };
    this.wanted.add(shot);
    await tick();
    const cell = this.#root?.querySelector<HTMLElement>(`[data-row="${shot}"] [data-column="${column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Brings the heading of a scene into sight. */
  showScene(scene: Id): void {
    this.#root?.querySelector(`[data-section="${scene}"]`)?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }

  /** Moves by rows and columns; stops at the edges and says whether it moved. */
  step(rows: number, columns: number): boolean {
    const { active } = this;
    if (!active) return false;
    const row = this.order.findIndex((shot) => shot.id === active.shot);
    const column = this.columns.findIndex((one) => one.id === active.column);
    const toRow = this.order[clamp(row + rows, this.order.length)];
    const toColumn = this.columns[clamp(column + columns, this.columns.length)];
    if (!toRow || !toColumn || (toRow.id === active.shot && toColumn.id === active.column)) return false;
    void this.reach(toRow.id, toColumn.id);
    return true;
  }

  /** The next cell in reading order, past the end of the line; null at the ends. */
  next(direction: Direction): Active | null {
    const { active } = this;
    if (!active) return null;
    const row = this.order.findIndex((shot) => shot.id === active.shot);
    const flat = row * this.columns.length + this.columns.findIndex((one) => one.id === active.column) + direction;
    const shot = this.order[Math.floor(flat / this.columns.length)];
    const column = this.columns[flat % this.columns.length];
    return flat >= 0 && shot && column ? { shot: shot.id, column: column.id } : null;
  }

  /** Keeps the active cell on a row that exists: the place of a row that left is taken by its neighbour. */
  settle(): void {
    if (this.active) {
      const at = this.order.findIndex((shot) => shot.id === this.active?.shot);
      if (at >= 0) return void (this.#at = at);
    }
    const near = this.order[Math.min(this.#at, this.order.length - 1)];
    const held =
      this.active !== null &&
      (document.activeElement === document.body || this.#root?.contains(document.activeElement));
    if (!near) this.active = null;
    else if (held) void this.reach(near.id);
    else this.active = { shot: near.id, column: this.active?.column ?? 'label' };
  }
}

const clamp = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
