// The page that is looked at. It stays in sight until the next one is there, and an answer that comes too late is let go.
// One question at a time, and one page at a time: what is chosen or turned to meanwhile is asked for as soon as the answer is
// there, and nothing in between is.

import { asFailure, call, type Failure } from '../../host';
import type { ExportChoice, Preview as Reply, Warning } from '../../host/gen';
import { pagePicture, type HeldPicture } from '../../host/papers';

/** Rest between two looks at a film that goes on changing by itself, in milliseconds. What is chosen here never waits for it. */
export const REST = 150;
/** How long nothing says that something is waited for. */
export const PATIENCE = 400;
/** Widths in which a page is asked for, in pixels: few, so that a window that is resized asks rarely. */
const [STEP, WIDEST] = [200, 2400];

/** A page as it is shown. */
export interface Shown {
  address: string;
  page: number;
  pages: number;
  choice: ExportChoice;
}

/** The core, as far as papers are looked at. */
export interface Core {
  preview: (choice: ExportChoice) => Promise<Reply>;
  page: (key: string, page: number, width: number) => Promise<HeldPicture>;
  end: () => void;
}

const core: Core = {
  preview: (choice) => call('preview_paper', choice),
  page: pagePicture,
  end: () => void call('end_preview', {}).catch(() => undefined),
};

export class Preview {
  shown: Shown | null = $state.raw(null);
  /** The page that is wanted, from 1. */
  page = $state(1);
  /** 0 until they are counted. */
  pages = $state(0);
  warnings: readonly Warning[] = $state.raw([]);
  failure: Failure | null = $state.raw(null);
  /** It takes long enough to say so. */
  slow = $state(false);
  /** The core has counted what is chosen. */
  #known = $state(false);

  #core: Core;
  #choice: ExportChoice | null = $state.raw(null);
  #key: string | null = null;
  #held: HeldPicture | null = null;
  #width = 1200;
  #round = 0;
  #taking = false;
  /** What is being asked for is no longer all that is wanted. */
  #stale = false;
  #drawing = false;
  /** Another page is wanted than the one that is being drawn. */
  #turned = false;
  /** A key that was over has been asked for again. */
  #retried = false;
  #seen = -REST;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(ways: Core = core) {
    this.#core = ways;
  }

  /** Pages of what is chosen; 0 until they are known. */
  get counted(): number {
    return this.#known ? this.pages : 0;
  }

  /** What is in sight has not been what was chosen for long enough to say so. */
  get behind(): boolean {
    return this.slow && (this.shown?.choice !== this.#choice || this.shown?.page !== this.page);
  }

  /** Looks at another choice; null looks at nothing, and keeps what was seen. */
  want(choice: ExportChoice | null): void {
    const before = this.#choice;
    if (JSON.stringify(choice) === JSON.stringify(before)) return;
    this.#choice = choice;
    this.#known = false;
    if (choice === null) return this.#leave();
    if (before && before.kind !== choice.kind) this.page = 1;
    this.#ask();
  }

  /** Something of the film changed. */
  refresh(): void {
    if (!this.#choice) return;
    if (this.#taking) {
      this.#stale = true;
      return;
    }
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#ask(), Math.max(0, this.#seen + REST - performance.now()));
  }

  /** Asks again after a failure. */
  again(): void {
    this.failure = null;
    this.#ask();
  }

  /** What went wrong before there was a choice is told in the same place. */
  fail(cause: unknown): void {
    this.failure = asFailure(cause);
    this.#known = false;
    this.warnings = [];
    this.#arrived();
  }

  goTo(page: number): void {
    const to = Math.max(1, Math.min(page, Math.max(1, this.pages)));
    if (to === this.page) return;
    this.page = to;
    void this.#show();
  }

  /** The page is shown this wide, in pixels of the screen. */
  fit(width: number): void {
    const wanted = Math.min(WIDEST, Math.max(STEP * 2, Math.ceil(width / STEP) * STEP));
    if (wanted <= this.#width) return;
    this.#width = wanted;
    if (this.shown) void this.#show();
  }

  end(): void {
    this.#choice = null;
    this.#leave();
    this.#held?.release();
    this.#held = null;
    this.shown = null;
    this.#core.end();
  }

  #leave(): void {
    clearTimeout(this.#rest);
    this.#round += 1;
    this.#taking = this.#stale = false;
    this.#key = null;
    this.failure = null;
    this.warnings = [];
    this.#arrived();
  }

  #ask(): void {
    clearTimeout(this.#rest);
    if (this.#taking) this.#stale = true;
    else void this.#take();
  }

  async #take(retried = false): Promise<void> {
    const choice = this.#choice;
    if (!choice) return;
    const round = ++this.#round;
    this.#taking = true;
    this.#stale = false;
    this.#retried = retried;
    // Pages of what is being counted again are shown once it is.
    this.#key = null;
    this.#wait();
    try {
      const reply = await this.#core.preview(choice);
      if (round !== this.#round) return;
      this.#taking = false;
      if (this.#choice !== choice) return void this.#take();
      this.#key = reply.key;
      this.#known = true;
      this.pages = reply.pages;
      this.warnings = reply.warnings;
      this.page = Math.max(1, Math.min(this.page, reply.pages));
      await this.#show();
    } catch (cause) {
      if (round !== this.#round) return;
      this.#taking = false;
      if (this.#choice !== choice) return void this.#take();
      this.fail(cause);
    }
    if (this.#stale && round === this.#round) {
      this.#stale = false;
      this.refresh();
    }
  }

  async #show(): Promise<void> {
    const [key, choice, page, pages, round] = [this.#key, this.#choice, this.page, this.pages, this.#round];
    if (!key || !choice) return;
    this.#turned = this.#drawing;
    if (this.#drawing) return;
    this.#drawing = true;
    this.#wait();
    try {
      const held = await this.#core.page(key, page, this.#width);
      this.#drawing = false;
      if (this.#turned || round !== this.#round) {
        held.release();
        return this.#show();
      }
      this.#held?.release();
      this.#held = held;
      this.shown = { address: held.address, page, pages, choice };
      this.failure = null;
      this.#retried = false;
      this.#seen = performance.now();
      this.#arrived();
    } catch (cause) {
      this.#drawing = false;
      if (this.#turned || round !== this.#round) return this.#show();
      // Whoever looked at a paper after us has taken the place of ours: it is asked for once more.
      if (asFailure(cause).code === 'not_found' && !this.#retried) void this.#take(true);
      else this.fail(cause);
    }
  }

  #wait(): void {
    this.#patience ??= setTimeout(() => (this.slow = true), PATIENCE);
  }

  #arrived(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.slow = false;
  }
}
