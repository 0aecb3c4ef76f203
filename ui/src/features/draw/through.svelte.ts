// The panel before, seen through the paper: its strokes go to the easel's canvas, its picture and marks to the page.
import type { Id, Mark } from '../../host/gen';
import type { Drawn } from '../../ink';
import { readThrough } from './page.svelte';

export class Through {
  picture: string | null = $state(null);
  marks: Mark[] = $state.raw([]);
  #paint: (strokes: Drawn[]) => void;
  #shown: Id | null = null;
  // The latest wish: what was read for an earlier one is not shown any more.
  #wish = 0;

  constructor(paint: (strokes: Drawn[]) => void) {
    this.#paint = paint;
  }

  /** Shows this drawing as it is now, or nothing. */
  async show(drawing: Id | null): Promise<void> {
    const wish = ++this.#wish;
    // Another panel must not stay in sight while this one is read; the same one does, so that nothing flickers.
    if (drawing !== this.#shown) this.#put([], [], null);
    this.#shown = drawing;
    if (!drawing) return;
    const seen = await readThrough(drawing).catch(() => null);
    if (seen && wish === this.#wish) this.#put(seen.strokes, seen.marks, seen.picture);
  }

  #put(strokes: Drawn[], marks: Mark[], picture: string | null): void {
    this.#paint(strokes);
    this.marks = marks;
    this.picture = picture;
  }
}
