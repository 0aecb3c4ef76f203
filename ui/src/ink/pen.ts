/**
 * The pen between down and up. It owns when a stroke ends and that nothing drawn is ever thrown away.
 *
 * A stroke ends when the pen is lifted or when whatever held it goes away (`lift`). While the pen stays down it ends by
 * itself too, and goes on as a new stroke from the same point, under the same gesture: after 1.5 s without a move (the
 * lid may be closing), after 5 s of drawing, or when it becomes very long. So what a power cut can take is seconds.
 */
import type { Ink } from './codec';
import type { Recorder, Sample } from './recorder';

export const STILL = 1500;
export const LASTING = 5000;
export const LONG = 1500;

export interface PenWays {
  /** A recorder with the tool of this moment. */
  recorder(): Recorder;
  /** A finished stroke, to be kept. `gesture` is the same for all strokes of one pen-down. */
  keep(ink: Ink, gesture: string): void;
  /** The stroke under way changed, or there is none any more. */
  changed(): void;
  newGesture(): string;
}

export class Pen {
  #ways: PenWays;
  #recorder: Recorder | null = null;
  #gesture = '';
  #began = 0;
  #going = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ways: PenWays) {
    this.#ways = ways;
  }

  get down(): boolean {
    return this.#recorder !== null;
  }

  /** The stroke under way, as it would be kept now. */
  ink(): Ink | null {
    return this.#recorder?.ink() ?? null;
  }

  press(sample: Sample): void {
    this.lift();
    this.#gesture = this.#ways.newGesture();
    this.#begin(sample, false);
    this.#ways.changed();
  }

  move(samples: readonly Sample[]): void {
    if (!this.#recorder) return;
    for (const sample of samples) {
      this.#recorder.add(sample);
      if (sample.time - this.#began > LASTING || this.#recorder.length > LONG) this.#carryOn(sample.time);
    }
    this.#watch();
    this.#ways.changed();
  }

  /** The stroke is finished and kept. Called for every way a pen can leave the paper. */
  lift(): void {
    clearTimeout(this.#timer);
    const recorder = this.#recorder;
    if (!recorder) return;
    this.#recorder = null;
    this.#keep(recorder);
    this.#ways.changed();
  }

  /** The pen-down was no stroke (a second finger came to zoom): only what was not yet kept is dropped. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#recorder = null;
    this.#ways.changed();
  }

  #begin(sample: Sample, going: boolean): void {
    this.#recorder = this.#ways.recorder();
    this.#recorder.add(sample);
    this.#began = sample.time;
    this.#going = going;
    this.#watch();
  }

  #carryOn(time: number): void {
    const recorder = this.#recorder;
    const last = recorder?.last;
    if (!recorder || !last) return;
    this.#keep(recorder);
    this.#begin({ ...last, time }, true);
  }

  // The rest of a stroke that was already kept is only worth keeping once it has gone somewhere.
  #keep(recorder: Recorder): void {
    const ink = recorder.ink();
    if (ink && !(this.#going && recorder.count < 2)) this.#ways.keep(ink, this.#gesture);
  }

  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#recorder || (this.#going && this.#recorder.count < 2)) return;
      this.#carryOn(performance.now());
      this.#ways.changed();
    }, STILL);
  }
}
