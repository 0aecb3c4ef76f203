// A table of people on its way into the register: which column is what, what would come of it, what was done. Only samples of the
// table are ever in the page; the core reads the file.
import { asFailure, call, type Reply } from '../../host';
import type { ImportField } from '../../host/gen';
import { announce } from '../../kit/announce.svelte';
import { refusal } from '../../texts/refusal';
import { people } from './people.svelte';

type Never = Reply<'read_table'>['forbidden'][number]['kind'];
/** Any of these is enough of a name. */
const NAMES: readonly ImportField[] = ['given', 'family', 'full_name'];

export class Importing {
  table: Reply<'read_table'> | null = $state.raw(null);
  /** What each column holds; null is not taken. */
  mapping: (ImportField | null)[] = $state.raw([]);
  /** What would come of it, for the mapping there is. */
  preview: Reply<'preview_import'> | null = $state.raw(null);
  /** How many people of the table stand before those that are shown. */
  from = $state(0);
  /** What happens to those who are in the register already. */
  known: 'skip' | 'add' | 'complete' = $state('skip');
  /** The groups that are none yet are made: everybody reads their names, so that it is asked. */
  makesGroups = $state(false);
  done: Reply<'import_people'> | null = $state.raw(null);
  problem: string | null = $state(null);
  busy = $state(false);

  readonly step = $derived(this.done ? 'done' : this.preview ? 'preview' : 'columns');
  /** Somebody without a name cannot be found again. */
  readonly hasName: boolean = $derived(NAMES.some((name) => this.mapping.includes(name)));
  /** How many would be added, or completed. */
  readonly coming: number = $derived(
    this.preview ? this.preview.count - (this.known === 'skip' ? this.preview.known : 0) : 0,
  );
  #asked = 0;

  constructor(private readonly path: string) {}

  /** Reads the table, or another sheet of it; what was said of the columns of the one before is forgotten. */
  async read(sheet?: string): Promise<void> {
    await this.#ask(
      () => call('read_table', { path: this.path, ...(sheet === undefined ? {} : { sheet }) }),
      (table) => {
        const never = new Set(table.forbidden.map(({ column }) => column));
        [this.table, this.preview] = [table, null];
        this.mapping = table.headers.map((_, column) => (never.has(column) ? null : (table.mapping[column] ?? null)));
      },
    );
  }

  /** Why a column is never taken. */
  forbidden(column: number): Never | null {
    return this.table?.forbidden.find((one) => one.column === column)?.kind ?? null;
  }

  /** Says what a column holds. A field comes from one column: the one that had it holds nothing any more. */
  choose(column: number, field: ImportField | null): void {
    if (this.forbidden(column) !== null) return;
    this.mapping = this.mapping.map((had, at) =>
      at === column ? field : field !== null && had === field ? null : had,
    );
  }

  async look(): Promise<void> {
    await this.#look(
      0,
      (preview) => ([this.preview, this.from, this.known, this.makesGroups] = [preview, 0, 'skip', false]),
    );
  }

  /** Shows those who stand behind so many others; what was answered stays. */
  async turn(from: number): Promise<void> {
    if (!this.preview || from < 0 || from >= this.preview.count) return;
    await this.#look(from, (preview) => ([this.preview, this.from] = [preview, from]));
  }

  async #look(from: number, take: (preview: Reply<'preview_import'>) => void): Promise<void> {
    const { table, mapping, path } = this;
    if (!table || !this.hasName) return;
    const asked = { path, sheet: table.sheet, mapping: [...mapping], ...(from > 0 && { from }) };
    await this.#ask(() => call('preview_import', asked), take);
  }

  /** Back to the columns, as they were chosen. */
  back(): void {
    [this.preview, this.problem] = [null, null];
  }

  /** Takes them in, once, as they were shown. */
  async take(): Promise<void> {
    const { table, mapping, known, preview } = this;
    if (!table || !preview || this.done || this.coming === 0) return;
    const groups = this.makesGroups ? [...preview.new_groups] : [];
    await this.#ask(
      () =>
        people.change('import_people', { path: this.path, sheet: table.sheet, mapping: [...mapping], known, groups }),
      (done) => (this.done = done),
    );
  }

  /** Ends what is being taken in: nothing of it is in the register then. */
  stop(): void {
    if (this.busy && this.step === 'preview') call('cancel_import', {}).catch(() => {});
  }

  // One question at a time; a second press is the same question.
  async #ask<Answer>(ask: () => Promise<Answer>, take: (answer: Answer) => void): Promise<void> {
    if (this.busy) return;
    const mine = (this.#asked += 1);
    [this.busy, this.problem] = [true, null];
    try {
      const answer = await ask();
      if (mine === this.#asked) take(answer);
    } catch (cause) {
      if (mine === this.#asked) this.problem = refusal(cause);
      // Whoever left in the middle hears that nothing came in.
      else if (asFailure(cause).code === 'cancelled') announce(refusal(cause));
    } finally {
      if (mine === this.#asked) this.busy = false;
    }
  }

  /** Nobody looks at it any more. */
  leave(): void {
    this.stop();
    this.#asked += 1;
    [this.table, this.preview, this.mapping] = [null, null, []];
  }
}

/** The fields a column may hold, in the order they are offered. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  'given',
  'family',
  'full_name',
  'birth',
  'told_age',
  'role',
  'group',
  'phone',
  'address',
  'commune',
  'insurance',
  'sex',
  'occupation',
  'qpv',
  'qpv_code',
  'leaves_alone',
  'guardian1_name',
  'guardian1_relation',
  'guardian1_phone',
  'guardian2_name',
  'guardian2_relation',
  'guardian2_phone',
  'emergency_name',
  'emergency_phone',
  'pickup_name',
  'pickup_phone',
];
