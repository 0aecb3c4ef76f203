/**
 * Where the paper lies in the stage and how large it is seen. Knows css pixels and frame units, no DOM.
 */
import { FRAME } from './frame';

/** Paper to stage: `stage = frame × scale + (x, y)`, css pixels. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export const ZOOM_LEAST = 0.5;
export const ZOOM_MOST = 12;
const MARGIN = 12;
const STEP = 1.25;

export class Camera {
  width = 1;
  height = 1;
  /** 1 shows the whole paper. */
  zoom = 1;
  #frame: number;
  #x = 0;
  #y = 0;

  /** `frameHeight` in frame units. */
  constructor(frameHeight: number) {
    this.#frame = frameHeight;
  }

  get frameHeight(): number {
    return this.#frame;
  }

  /** The stage changed its size: the whole paper stays whole, a magnified one keeps its centre. */
  resize(width: number, height: number): void {
    const [x, y] = this.toFrame(this.width / 2, this.height / 2);
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    if (this.zoom === 1) this.fit();
    else this.#centre(x, y);
  }

  setFrameHeight(height: number): void {
    if (height === this.#frame) return;
    this.#frame = height;
    this.fit();
  }

  fit(): void {
    this.zoom = 1;
    this.#centre(FRAME / 2, this.#frame / 2);
  }

  get view(): View {
    return { scale: this.#scale, x: this.#x, y: this.#y };
  }

  toFrame(x: number, y: number): [number, number] {
    return [(x - this.#x) / this.#scale, (y - this.#y) / this.#scale];
  }

  toStage(x: number, y: number): [number, number] {
    return [x * this.#scale + this.#x, y * this.#scale + this.#y];
  }

  /** Zooms by a factor around a place of the stage, which stays under the hand. */
  zoomAt(factor: number, x: number, y: number): void {
    const [frameX, frameY] = this.toFrame(x, y);
    const zoom = Math.min(ZOOM_MOST, Math.max(ZOOM_LEAST, this.zoom * factor));
    // Near the whole paper it snaps, so that people find their way back.
    this.zoom = Math.abs(zoom - 1) < 0.04 ? 1 : zoom;
    if (this.zoom === 1) return this.fit();
    this.#x = x - frameX * this.#scale;
    this.#y = y - frameY * this.#scale;
    this.#hold();
  }

  /** One step closer (1) or further (-1), around the middle. */
  step(direction: 1 | -1): void {
    this.zoomAt(direction === 1 ? STEP : 1 / STEP, this.width / 2, this.height / 2);
  }

  pan(dx: number, dy: number): void {
    this.#x += dx;
    this.#y += dy;
    this.#hold();
  }

  /** Moves as little as needed to have this place of the frame in sight. */
  reveal(x: number, y: number): void {
    const [stageX, stageY] = this.toStage(x, y);
    const edge = 40;
    this.#x += Math.max(0, edge - stageX) - Math.max(0, stageX - (this.width - edge));
    this.#y += Math.max(0, edge - stageY) - Math.max(0, stageY - (this.height - edge));
    this.#hold();
  }

  get #scale(): number {
    const whole = Math.min((this.width - MARGIN * 2) / FRAME, (this.height - MARGIN * 2) / this.#frame);
    return Math.max(0.002, whole) * this.zoom;
  }

  #centre(x: number, y: number): void {
    this.#x = this.width / 2 - x * this.#scale;
    this.#y = this.height / 2 - y * this.#scale;
    this.#hold();
  }

  // A smaller paper stays in the middle; a larger one never leaves more than half of the stage empty.
  #hold(): void {
    this.#x = held(this.#x, FRAME * this.#scale, this.width);
    this.#y = held(this.#y, this.#frame * this.#scale, this.height);
  }
}

function held(at: number, size: number, room: number): number {
  if (size <= room) return (room - size) / 2;
  return Math.min(room / 2, Math.max(room / 2 - size, at));
}
