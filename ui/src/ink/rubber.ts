/**
 * One pass of the eraser over a sheet: where it went, what it took so far. What it takes shows at once; it is only
 * erased when the pass is finished, as one edit.
 */
import { newId } from './codec';
import { Erasing, sweepBox, taken, touched, type Sweep } from './eraser';
import type { Sheet } from './sheet';

export interface RubberWays {
  /** One finished pass over strokes. */
  erased(erasing: Erasing, gesture: string): void;
  /** The eraser passed here: marks are the page's to remove. */
  swept(sweep: Sweep, gesture: string): void;
}

export class Rubber {
  /** It takes what it passes over, instead of whole strokes. */
  partly = false;
  #ways: RubberWays;
  #erasing = new Erasing();
  #gesture = '';
  #at = { x: 0, y: 0 };
  // Steps of the hand not yet rubbed.
  #sweeps: Sweep[] = [];

  constructor(ways: RubberWays) {
    this.#ways = ways;
  }

  /** Whether there is still something to rub. */
  get busy(): boolean {
    return this.#sweeps.length > 0;
  }

  press(at: { x: number; y: number }, size: number): void {
    this.#erasing = new Erasing();
    this.#gesture = newId();
    this.#at = at;
    this.move(at, size);
  }

  move({ x, y }: { x: number; y: number }, size: number): void {
    this.#sweeps.push({ x0: this.#at.x, y0: this.#at.y, x1: x, y1: y, radius: size / 2 });
    this.#at = { x, y };
  }

  /** Rubs until `until` (performance.now), one step of the hand at least. */
  work(sheet: Sheet | null, until: number): void {
    for (let sweep = this.#sweeps.shift(); sweep; sweep = this.#sweeps.shift()) {
      this.#ways.swept(sweep, this.#gesture);
      if (sheet) this.#rub(sheet, sweep);
      if (performance.now() >= until) return;
    }
  }

  /** The pass is over: what is left to rub is rubbed, and all of it is erased. */
  finish(sheet: Sheet | null): void {
    this.work(sheet, Infinity);
    if (!this.#erasing.isEmpty) this.#ways.erased(this.#erasing, this.#gesture);
    this.#erasing = new Erasing();
  }

  #rub(sheet: Sheet, sweep: Sweep): void {
    if (!this.partly) {
      for (const stroke of touched(sheet.grid, sweep).flatMap((one) => sheet.joined(one))) {
        this.#erasing.takeWhole(stroke);
        sheet.hide(stroke);
      }
      return;
    }
    for (const [stroke, ranges] of taken(sheet.grid, sweep)) {
      if (!this.#erasing.takePart(stroke, ranges)) continue;
      if (this.#erasing.gone.has(stroke.id)) sheet.hide(stroke);
      else sheet.showCut(stroke, this.#erasing.ranges.get(stroke.id) ?? [], sweepBox(sweep));
    }
  }
}
