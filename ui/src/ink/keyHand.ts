/**
 * Drawing without a pointer: arrows move a crosshair over the paper, Space puts the pen down and lifts it.
 */
import type { Camera } from './camera';
import { FRAME } from './frame';
import type { Sample } from './recorder';

export interface KeyHandWays {
  press(at: Sample): void;
  move(at: Sample): void;
  lift(): void;
  /** The view moved to keep the crosshair in sight. */
  revealed(): void;
  /** The pen went down or up, whoever asked for it. */
  turned(): void;
}

const STEP = FRAME / 64;
const FINE = FRAME / 512;

const WAYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far an arrow key goes to the right and down, frame units: a step, or a fine one; null for any other key. */
export function stepOf(key: string, fine: boolean): [number, number] | null {
  const way = WAYS[key];
  const reach = fine ? FINE : STEP;
  return way ? [way[0] * reach, way[1] * reach] : null;
}

export class KeyHand {
  #camera: Camera;
  #ways: KeyHandWays;
  #x: number;
  #y: number;
  #down = false;

  constructor(camera: Camera, ways: KeyHandWays) {
    this.#camera = camera;
    this.#ways = ways;
    this.#x = FRAME / 2;
    this.#y = camera.frameHeight / 2;
  }

  get down(): boolean {
    return this.#down;
  }

  /** The crosshair, frame units. */
  get at(): { x: number; y: number } {
    return { x: this.#x, y: this.#y };
  }

  /** Arrow keys: one step, a fine one with Shift. False when the key is none of its own. */
  step(key: string, fine: boolean): boolean {
    const way = stepOf(key, fine);
    if (!way) return false;
    this.#x = Math.min(FRAME, Math.max(0, this.#x + way[0]));
    this.#y = Math.min(this.#camera.frameHeight, Math.max(0, this.#y + way[1]));
    this.#camera.reveal(this.#x, this.#y);
    this.#ways.revealed();
    if (this.#down) this.#ways.move(this.#sample());
    return true;
  }

  /** Pen down, or up again. */
  toggle(): void {
    if (this.#down) return this.lift();
    this.#down = true;
    this.#ways.press(this.#sample());
    this.#ways.turned();
  }

  lift(): void {
    if (!this.#down) return;
    this.#ways.lift();
    this.#down = false;
    this.#ways.turned();
  }

  /** The press opened something instead of drawing (a text): there is nothing to lift. */
  forget(): void {
    this.#down = false;
  }

  #sample(): Sample {
    return { x: this.#x, y: this.#y, pressure: 0.5, time: performance.now() };
  }
}
