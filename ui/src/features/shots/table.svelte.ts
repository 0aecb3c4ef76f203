// Where the hand is in the shot list: the active cell, and whether it is being changed. It holds no row.

import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Id, Shot } from '../../host/gen';
import { announce } from '../../kit/announce.svelte';
import { go } from '../../places/routes.svelte';
import { edit, setField, type OpenFilm } from '../../rows';
import { shotStep, type Direction } from '../../rows/moves';
import { t } from '../../texts/index.svelte';
import { COLUMNS, type Column, type ColumnId } from './columns';

const KEPT = 'ql-shot-columns';

export interface Active {
  shot: Id;
  column: ColumnId;
}

export class ShotTable {
  readonly film: OpenFilm;
  active: Active | null = $state.raw(null);
  /** What the cell is changed with: nothing, in place, or starting with a letter that was typed. */
  editing: { typed: string } | null = $state.raw(null);
  /** The shot whose every field is shown. */
  whole: Id | null = $state(null);
  /** Blocks of rows asked for by the keyboard before they came near the screen. */
  readonly wanted = new SvelteSet<string>();

  #hidden: Set<ColumnId> = $state.raw(readHidden());
  columns: Column[] = $derived(COLUMNS.filter((column) => column.fixed || !this.#hidden.has(column.id)));
  /** Every shot in order. */
  order: Shot[] = $derived.by(() => this.film.scenes.flatMap((scene) => this.film.shotsOf(scene.id)));
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

  isShown = (id: ColumnId): boolean => !this.#hidden.has(id);

  show(id: ColumnId, shown: boolean): void {
    const hidden = new Set(this.#hidden);
    if (shown) hidden.delete(id);
    else hidden.add(id);
    this.#hidden = hidden;
    if (!shown && this.active?.column === id) this.active = { ...this.active, column: 'label' };
    try {
      localStorage.setItem(KEPT, JSON.stringify([...hidden]));
    } catch {
      // The choice lasts as long as the window.
    }
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

  /** Begins to change the active cell; cells that are not written open what they stand for. */
  begin(typed = ''): void {
    const { shot, active } = this;
    if (!shot || !active) return;
    if (active.column === 'label') this.whole = shot.id;
    else if (active.column === 'thumb') void this.draw();
    else if (active.column === 'duration' && shot.panels > 1) {
      announce(t('shots-duration-of-panels', { count: shot.panels }), {
        label: t('shots-see-panels'),
        run: () => this.board(),
      });
    } else this.editing = { typed };
  }

  /** Leaves the cell as it is now; the focus comes back to it, or goes on. */
  end(then: Active | null = this.active): void {
    this.editing = null;
    if (then) void this.reach(then.shot, then.column);
  }

  /** Empties the active cell, or throws the whole shot away from its number. */
  clear(): void {
    const { shot, active } = this;
    if (!shot || !active) return;
    const { column } = active;
    if (column === 'label' || column === 'thumb') return void this.remove();
    if (column === 'light' || column === 'sound') void setField(shot.id, column, []);
    else if (column === 'description') void this.#empty(shot, ['action', 'dialogue']);
    else if (column === 'notes') void this.#empty(shot, ['notes']);
    else if (column === 'setup_minutes') void setField(shot.id, column, 0);
    else if (column === 'support' || column === 'lens' || column === 'characters') void setField(shot.id, column, '');
    else if (column !== 'duration' && column !== 'status') void setField(shot.id, column, null);
  }

  async #empty(shot: Shot, fields: readonly ('action' | 'dialogue' | 'notes')[]): Promise<void> {
    const gesture = `clear-${shot.id}-${performance.now()}`;
    for (const field of fields) {
      if (shot[field]) await edit('splice_text', { entity: shot.id, field, seen: shot[field], text: '', gesture });
    }
  }

  async add(): Promise<void> {
    const scene =
      this.shot?.scene ?? this.film.scenes.at(-1)?.id ?? (await edit('add_scene', { film: this.film.id }))?.id;
    if (!scene) return;
    const after = this.shot?.id ?? this.film.shotsOf(scene).at(-1)?.id ?? null;
    const made = await edit('add_shot', { scene, after, with_panel: true });
    if (made) await this.reach(made.id);
  }

  async remove(): Promise<void> {
    const { shot } = this;
    if (!shot) return;
    if (!(await edit('delete_entity', { entity: shot.id }))) return;
    announce(t('board-said-deleted', { name: t('board-name-shot', { label: shot.label }) }), {
      label: t('board-put-back'),
      run: () => void edit('restore_entity', { entity: shot.id }).then((back) => back && this.reach(shot.id)),
    });
  }

  async duplicate(): Promise<void> {
    const made = this.shot && (await edit('duplicate_entity', { entity: this.shot.id }));
    if (made) await this.reach(made.id);
  }

  async move(direction: Direction): Promise<void> {
    const move = this.shot && shotStep(this.film, this.shot.id, direction);
    if (!move) return announce(t('board-said-at-the-edge'));
    if (await edit('move_entity', { ...move })) await this.reach(move.entity);
  }

  async draw(): Promise<void> {
    if (!this.shot) return;
    const panel = this.film.panelsOf(this.shot.id)[0]?.id ?? (await edit('add_panel', { shot: this.shot.id }))?.id;
    if (!panel) return;
    // Coming back from the drawing comes back to this line.
    go({ at: 'shots', film: this.film.id, shot: this.shot.id }, true);
    go({ at: 'draw', film: this.film.id, panel });
  }

  board(): void {
    if (this.active) go({ at: 'storyboard', film: this.film.id, shot: this.active.shot });
  }

  async undo(redo = false): Promise<void> {
    const answer = await (redo ? this.film.redo() : this.film.undo()).catch(() => null);
    if (!answer) return;
    announce(said(answer.done, redo));
    const panel = answer.entity ? this.film.panel(answer.entity) : undefined;
    const shot = answer.entity ? this.film.shot(panel?.shot ?? answer.entity) : undefined;
    if (shot) await this.reach(shot.id);
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

function said(done: string | null, redo: boolean): string {
  if (done === null) return t(redo ? 'board-said-nothing-to-redo' : 'board-said-nothing-to-undo');
  return t(redo ? 'board-said-redone' : 'board-said-undone', { what: t(`edit-${done}`) });
}

function readHidden(): Set<ColumnId> {
  const usual = COLUMNS.filter((column) => !column.usual).map((column) => column.id);
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    if (!Array.isArray(kept)) return new Set(usual);
    return new Set(COLUMNS.map((column) => column.id).filter((id) => kept.includes(id)));
  } catch {
    return new Set(usual);
  }
}
