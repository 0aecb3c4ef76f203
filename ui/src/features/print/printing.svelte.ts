// What is to be printed, the page that is looked at, and the file that is being made.
// It knows no dialog of the system: where the file goes is asked of whoever opened it.

import { asFailure, call, image, listen, openPrinted, type FailureCode } from '../../host';
import type { ExportChoice, ExportKind, ExportPhase, Id, Preview, PrintLook } from '../../host/gen';
import type { OpenFilm } from '../../rows';

/** How long a choice may change before its page is asked for, in milliseconds. */
const CALM = 150;
/** Width of the picture of a page, in pixels: it stays sharp at twice the size it is shown in. */
const WIDTH = 1240;

export type AskPath = (film: Id, kind: ExportKind) => Promise<string | null>;

/** How far the file is. */
export interface Progress {
  phase: ExportPhase;
  done: number;
  of: number;
}

/** What came of it, told outside. */
export interface Outcome {
  name: string;
  pages: number | null;
  shortened: boolean;
}

export class Printing {
  readonly film: OpenFilm;
  kind: ExportKind = $state('storyboard.pdf');
  look: PrintLook | null = $state.raw(null);
  /** Chosen scenes; none chosen is all of them. */
  scenes: readonly Id[] = $state.raw([]);
  /** Chosen shots; none chosen is all of them. */
  shots: readonly Id[] = $state.raw([]);

  preview: Preview | null = $state.raw(null);
  /** The page looked at, from 1. */
  page = $state(1);
  address: string | null = $state(null);
  failure: FailureCode | null = $state(null);
  progress: Progress | null = $state.raw(null);

  readonly isPaper = $derived(this.kind.endsWith('.pdf'));
  readonly pages = $derived(this.preview?.pages ?? 0);
  readonly missing = $derived(
    this.preview?.warnings.find((warning) => warning.code === 'letters_missing')?.detail ?? '',
  );

  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void;
  #job: string | null = null;

  constructor(film: OpenFilm) {
    this.film = film;
    this.#stop = listen((event) => {
      if (event.type === 'export' && event.job === this.#job)
        this.progress = { phase: event.phase, done: event.done, of: event.of };
      if (event.type === 'changes' && (event.document === film.id || event.changes.faces.length > 0)) this.refresh();
    });
  }

  /** Reads how this film was last printed; `kind` and `shot` come from the door that was used. */
  async begin(kind: ExportKind | null, shot: Id | null): Promise<void> {
    try {
      const memory = await call('get_print_look', { film: this.film.id });
      this.kind = kind ?? memory.kind;
      this.look = memory.look;
      if (shot) this.shots = [shot];
      await this.#show();
    } catch (cause) {
      this.failure = asFailure(cause).code;
    }
  }

  end(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#round += 1;
    void call('end_preview', {}).catch(() => {});
  }

  choose(kind: ExportKind): void {
    this.kind = kind;
    this.page = 1;
    this.refresh(0);
  }

  change(part: Partial<PrintLook>): void {
    if (this.look) this.look = { ...this.look, ...part };
    this.refresh();
  }

  /** Puts a scene among the chosen ones, or takes it out; null chooses the whole film. */
  toggleScene(scene: Id | null): void {
    this.shots = [];
    if (scene === null) this.scenes = [];
    else if (this.scenes.includes(scene)) this.scenes = this.scenes.filter((id) => id !== scene);
    else this.scenes = [...this.scenes, scene];
    this.page = 1;
    this.refresh();
  }

  turn(page: number): void {
    this.page = Math.min(Math.max(1, page), Math.max(1, this.pages));
    void this.#picture(this.#round);
  }

  refresh(after = CALM): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), after);
  }

  get choice(): ExportChoice {
    const choice: ExportChoice = {
      film: this.film.id,
      kind: this.kind,
      scenes: [...this.scenes],
      shots: [...this.shots],
    };
    return this.look ? { ...choice, look: this.look } : choice;
  }

  async #show(): Promise<void> {
    const round = ++this.#round;
    try {
      const preview = await call('preview_paper', this.choice);
      // A choice that was made meanwhile has its own answer coming.
      if (round !== this.#round) return;
      this.preview = preview;
      this.page = Math.min(this.page, preview.pages);
      if (this.isPaper) await this.#picture(round);
      else this.failure = null;
    } catch (cause) {
      if (round === this.#round) this.failure = asFailure(cause).code;
    }
  }

  async #picture(round: number): Promise<void> {
    const { preview, page } = this;
    if (!preview) return;
    try {
      const found = await image(`page/${preview.key}/${page}/${WIDTH}`);
      const picture = new Image();
      picture.src = found;
      await picture.decode();
      if (round !== this.#round || page !== this.page) return;
      this.address = found;
      this.failure = null;
    } catch (cause) {
      if (round === this.#round) this.failure = asFailure(cause).code;
    }
  }

  /** Makes the file where `ask` says; null when the person changed their mind or stopped it. */
  async save(ask: AskPath): Promise<Outcome | null> {
    const to = await ask(this.film.id, this.kind);
    if (!to) return null;
    return this.#work(async (job) => {
      const made = await call('export_film', { choice: this.choice, to, job });
      return { ...made, shortened: made.warnings.some((warning) => warning.code === 'texts_shortened') };
    });
  }

  /** Makes the paper and shows it in the system's viewer, else in the browser. */
  async print(): Promise<Outcome | null> {
    return this.#work(async (job) => {
      const made = await call('print_film', { choice: this.choice, job });
      if (!made.shown) await openPrinted(made.name);
      return { ...made, shortened: false };
    });
  }

  stop(): void {
    if (this.#job) void call('cancel_export', { job: this.#job }).catch(() => {});
  }

  async #work(work: (job: string) => Promise<Outcome>): Promise<Outcome | null> {
    const numbers = crypto.getRandomValues(new Uint32Array(2));
    this.#job = `${numbers[0]}-${numbers[1]}`;
    this.progress = { phase: 'drawings', done: 0, of: 0 };
    try {
      return await work(this.#job);
    } catch (cause) {
      if (asFailure(cause).code === 'cancelled') return null;
      throw cause;
    } finally {
      this.#job = null;
      this.progress = null;
    }
  }
}
