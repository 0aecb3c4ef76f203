// The two ways out: a file where one says, or the system's viewer. What went wrong stays in sight with the choice intact.

import { call } from '../../host';
import type { ExportChoice, Exported, Printed, Warning } from '../../host/gen';
import { openPrinted, type HeldPicture } from '../../host/papers';
import { announce, unsay } from '../../kit/announce.svelte';
import { askPath } from '../../places/paths.svelte';
import { t } from '../../texts/index.svelte';
import type { PrintChoice } from './choice.svelte';
import type { PrintJob } from './job.svelte';

export class Making {
  readonly job: PrintJob;
  /** Texts that a table could not hold whole, as the core counts them. */
  shortened: string | null = $state(null);
  /** The PDF that nobody could show: by a link where there are tabs, else only said. */
  unshown: { paper: HeldPicture | null } | null = $state.raw(null);

  /** A place is asked for: nothing else begins until it is known. */
  asking = $state(false);
  /** The way that was taken last: who pressed its button finds the focus there afterwards. */
  way: 'save' | 'print' = $state('save');

  #choice: PrintChoice;
  #chosen = '';
  #again: () => void = () => {};
  #said: string | null = null;
  #over = false;

  constructor(choice: PrintChoice, job: PrintJob) {
    this.#choice = choice;
    this.job = job;
  }

  again(): void {
    if (!this.#busy) this.#again();
  }

  /** What was said of the last making was about what was chosen then: it goes with that choice. */
  follow(choice: ExportChoice | null): void {
    const chosen = JSON.stringify(choice);
    if (chosen !== this.#chosen) this.#forget();
    this.#chosen = chosen;
  }

  async save(): Promise<void> {
    const choice = this.#choice.asked;
    if (this.#busy || !choice) return;
    this.asking = true;
    const to = await askPath('save_export', { film: choice.film, kind: choice.kind });
    this.asking = false;
    // The system's own dialog outlives ours: its answer comes when nobody could see what is made of it, or stop it.
    if (to && !this.#over) await this.#write(choice, to);
  }

  // What was chosen when the place was: a table must not take the name of a paper because the choice went on changing.
  async #write(choice: ExportChoice, to: string): Promise<void> {
    this.way = 'save';
    const made = await this.#make((job) => call('export_film', { choice, to, job }));
    this.#again = () => void this.#write(choice, to);
    if (!made) return;
    this.#say(
      made.pages === null
        ? t('print-saved-table', { name: made.name })
        : t('print-saved', { name: made.name, pages: made.pages }),
    );
  }

  async print(): Promise<void> {
    const choice = this.#choice.asked;
    if (this.#busy || !choice) return;
    this.way = 'print';
    const made = await this.#make(async (job) => {
      const printed = await call('print_film', { choice, job });
      return { ...printed, tab: printed.shown ? null : await openPrinted(printed.name) };
    });
    this.#again = () => void this.print();
    if (!made) return;
    if (made.shown || made.tab?.shown) this.#say(t('print-opened'));
    else this.unshown = { paper: made.tab?.paper ?? null };
  }

  /** What is held for a link goes with the dialog, and nothing is written any more. */
  end(): void {
    this.#over = true;
    this.#release();
  }

  get #busy(): boolean {
    return this.job.running || this.asking;
  }

  async #make<Made extends Exported | Printed>(work: (job: string) => Promise<Made>): Promise<Made | null> {
    if (this.job.running) return null;
    this.#forget();
    const made = await this.job.run(work);
    if (made) this.shortened = told(made.warnings, 'texts_shortened');
    if (this.job.failure?.code === 'cancelled') {
      this.job.failure = null;
      this.#say(`${t('error-cancelled')} ${t('error-cancelled-hint')}`);
    }
    return made;
  }

  #say(text: string): void {
    this.#said = text;
    announce(text);
  }

  #forget(): void {
    if (this.#said !== null) unsay(this.#said);
    this.#said = this.shortened = this.job.failure = null;
    this.#again = () => {};
    this.#release();
  }

  #release(): void {
    this.unshown?.paper?.release();
    this.unshown = null;
  }
}

/** What a warning says, if it was given. */
export const told = (warnings: readonly Warning[], code: string): string | null =>
  warnings.find((warning) => warning.code === code)?.detail ?? null;
