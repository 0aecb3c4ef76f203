// Rows of one kind, filed under their parents. It owns each parent's list, in the order Rust gave the rows;
// it does not know what a parent is. Only the lists a change touched are built again.

import { SvelteMap } from 'svelte/reactivity';
import type { Id } from '../host/gen';
import { byPosition, type Placed } from './order';

export class Filed<Row extends Placed> {
  #rows = new SvelteMap<Id, Row>();
  #lists = new SvelteMap<Id, Row[]>();
  // Children by parent, without order: which list to rebuild is known without reading every row.
  #ids = new Map<Id, Set<Id>>();
  #touched = new Set<Id>();
  #parentOf: (row: Row) => Id;
  readonly #none: Row[] = [];

  constructor(parentOf: (row: Row) => Id) {
    this.#parentOf = parentOf;
  }

  get = (id: Id): Row | undefined => this.#rows.get(id);

  /** The rows of one parent, in order; the same array until one of them changes. */
  of = (parent: Id): Row[] => this.#lists.get(parent) ?? this.#none;

  /** Takes a row as it is now, wherever it was before. Lists follow at `sort()`. */
  put(row: Row): void {
    this.#leave(row.id);
    this.#rows.set(row.id, row);
    const parent = this.#parentOf(row);
    const own = this.#ids.get(parent);
    if (own) own.add(row.id);
    else this.#ids.set(parent, new Set([row.id]));
    this.#touched.add(parent);
  }

  drop(id: Id): void {
    this.#leave(id);
    this.#rows.delete(id);
  }

  /** Builds the touched lists again: once for each change, however many rows it carried. */
  sort(): void {
    for (const parent of this.#touched) {
      const list: Row[] = [];
      for (const id of this.#ids.get(parent) ?? []) {
        const row = this.#rows.get(id);
        if (row) list.push(row);
      }
      this.#lists.set(parent, list.sort(byPosition));
    }
    this.#touched.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#lists.clear();
    this.#ids.clear();
    this.#touched.clear();
  }

  #leave(id: Id): void {
    const old = this.#rows.get(id);
    if (!old) return;
    const parent = this.#parentOf(old);
    this.#ids.get(parent)?.delete(id);
    this.#touched.add(parent);
  }
}
