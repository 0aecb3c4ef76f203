// The keyboard's way onto the paper and off it. The focus that a pointer brings leaves the arrows to the film strip; the one
// that Tab brings shows the crosshair. One that comes back by itself (a text is finished, a dialog closed, the window in
// front again) finds the crosshair as it was.
import type { Drawing } from './drawing.svelte';

export class PaperFocus {
  /** Shown around the paper: the keyboard is there, crosshair or not. */
  ringed = $state(false);
  #drawing: Drawing;
  #byPointer = false;
  #away = false;
  #crossed = false;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  /** A pointer is on the paper. */
  pointed = (): void => {
    this.#byPointer = true;
    this.ringed = false;
    this.#drawing.showCross(false);
  };

  /** A pointer is anywhere: the crosshair is not to come back. */
  forget = (): void => void (this.#crossed = false);

  came = ({ currentTarget: paper }: FocusEvent): void => {
    const isBack = this.#away || this.#drawing.returning;
    if (!this.#byPointer) this.#drawing.showCross(isBack ? this.#crossed : true);
    this.ringed = !this.#byPointer && paper instanceof Element && paper.matches(':focus-visible');
    this.#byPointer = this.#away = false;
  };

  left = ({ currentTarget: paper, relatedTarget: to }: FocusEvent): void => {
    this.#byPointer = this.ringed = false;
    // Another window, or a dialog in front: what had the focus will have it again.
    this.#away = document.activeElement === paper || (to instanceof Element && to.closest('dialog') !== null);
    this.#crossed = this.#drawing.cross !== null;
    this.#drawing.easel?.keys.lift();
    this.#drawing.showCross(false);
  };
}
