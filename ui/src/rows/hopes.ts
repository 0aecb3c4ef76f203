// What people just chose, shown over the rows until the core says it too, so that the screen never waits for the disk.
// A value that was refused, or that something else came after, gives way to what the core told.

import type { Id } from '../host/gen';

/** Milliseconds after its commit in which a value may still wait for its event. */
const GRACE = 1_000;

interface Told {
  id: Id;
}

interface Over {
  /** The row as the core last told it. */
  told: Told;
  values: Map<string, { value: unknown; kept: boolean }>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export class Hopes {
  #over = new Map<Id, Over>();
  #file: (row: Told) => void;

  /** `file` puts a row where it is shown. */
  constructor(file: (row: Told) => void) {
    this.#file = file;
  }

  /** A row as the core tells it now, with what is hoped over it. */
  over = <Row extends Told>(told: Row): Row => {
    const over = this.#over.get(told.id);
    if (!over) return told;
    over.told = told;
    for (const [field, hope] of over.values) {
      if (hope.kept && same(value(told, field), hope.value)) over.values.delete(field);
    }
    if (over.values.size === 0) this.#over.delete(told.id);
    return shown(over) as Row;
  };

  /** Shows a value of a row's field; to be told how it ended. */
  hope(row: Told, field: string, wanted: unknown): (kept: boolean) => void {
    const over: Over = this.#over.get(row.id) ?? { told: row, values: new Map() };
    const hope = { value: wanted, kept: false };
    over.values.set(field, hope);
    this.#over.set(row.id, over);
    this.#file(shown(over));
    const give = () => {
      if (over.values.get(field) !== hope) return;
      over.values.delete(field);
      if (over.values.size === 0) this.#over.delete(row.id);
      this.#file(shown(over));
    };
    return (kept) => {
      hope.kept = kept;
      if (!kept || same(value(over.told, field), wanted)) give();
      else setTimeout(give, GRACE);
    };
  }

  clear(): void {
    this.#over.clear();
  }
}

const value = (row: Told, field: string): unknown => (row as unknown as Record<string, unknown>)[field];
const shown = (over: Over): Told => ({
  ...over.told,
  ...Object.fromEntries([...over.values].map(([field, hope]) => [field, hope.value])),
});
