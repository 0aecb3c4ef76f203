// Which columns of the shot list are shown. The choice belongs to this machine, not to the film.

import { COLUMNS, type Column, type ColumnId } from './columns';

const KEPT = 'ql-shot-columns';

export class ShownColumns {
  #hidden: Set<ColumnId> = $state.raw(readHidden());
  list: Column[] = $derived(COLUMNS.filter((column) => column.fixed || !this.#hidden.has(column.id)));

  has = (id: ColumnId): boolean => !this.#hidden.has(id);

  show(id: ColumnId, shown: boolean): void {
    const hidden = new Set(this.#hidden);
    if (shown) hidden.delete(id);
    else hidden.add(id);
    this.#hidden = hidden;
    try {
      localStorage.setItem(KEPT, JSON.stringify([...hidden]));
    } catch {
      // The choice lasts as long as the window.
    }
  }
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
