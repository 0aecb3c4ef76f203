// The two ways out: a file where one says, or the system's viewer. What went wrong stays in sight with the choice intact.

import { call } from '../../host';
import type { ExportChoice, Exported, Printed, Warning } from '../../host/gen';
import { openPrinted, type HeldPicture } from '../../host/papers';
import { announce } from '../../kit/announce.svelte';
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

  #choice: PrintChoice;
  #again: () => void = () => {};

  constructor(choice: PrintChoice, job: PrintJob) {
    this.#choice = choice;
    this.job = job;
  }

  again(): void {
    this.#again();
  }

  async save(): Promise<void> {
    if (this.job.running) return;
    const choice = this.#choice.asked;
    if (!choice) return;
    const to = await askPath('save_export', { film: choice.film, kind: choice.kind });
    if (to) await this.#write(choice, to);
  }

  // What was chosen when the place was: a table must not take the name of a paper because the choice went on changing.
  async #write(choice: ExportChoice, to: string): Promise<void> {
    this.#again = () => void this.#write(choice, to);
    const made = await this.#make((job) => call('export_film', { choice, to, job }));
    if (!made) return;
    announce(
      made.pages === null
        ? t('print-saved-table', { name: made.name })
        : t('print-saved', { name: made.name, pages: made.pages }),
    );
  }

  async print(): Promise<void> {
    const choice = this.#choice.asked;
    if (!choice) return;
    this.#again = () => void this.print();
    const made = await this.#make(async (job) => {
      const printed = await call('print_film', { choice, job });
      return { ...printed, tab: printed.shown ? null : await openPrinted(printed.name) };
    });
    if (!made) return;
    if (made.shown || made.tab?.shown) announce(t('print-opened'));
    else this.unshown = { paper: made.tab?.paper ?? null };
  }

  /** What is held for a link goes with the dialog. */
  end(): void {
    this.unshown?.paper?.release();
    this.unshown = null;
  }

  async #make<Made extends Exported | Printed>(work: (job: string) => Promise<Made>): Promise<Made | null> {
    if (this.job.running) return null;
    this.end();
    this.shortened = null;
    const made = await this.job.run(work);
    if (made) this.shortened = told(made.warnings, 'texts_shortened');
    if (this.job.failure?.code === 'cancelled') {
      this.job.failure = null;
      announce(`${t('error-cancelled')} ${t('error-cancelled-hint')}`);
    }
    return made;
  }
}

/** What a warning says, if it was given. */
export const told = (warnings: readonly Warning[], code: string): string | null =>
  warnings.find((warning) => warning.code === code)?.detail ?? null;
