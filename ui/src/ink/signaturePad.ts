/**
 * A pad to sign on: the hand's strokes in fountain pen ink, painted on one canvas. It joins the hand and the pen of the drawing
 * screen; it has no tools, no zoom and no memory beyond what lies on it, and sends nothing.
 *
 * Whatever its size on the screen, a pad is `FRAME` units wide, as a drawing is.
 */
import { encodeInk, newId, toBase64, type Ink } from './codec';
import { FRAME, OUTLINE_FRAME, SIZES } from './frame';
import { Hand, type Touch2d } from './hand';
import { outline, trace } from './outline';
import { Pen } from './pen';
import { Recorder, type Sample } from './recorder';

/** The ink of signatures. The pad is paper, by day and by night. */
export const PEN_INK = '#223a7a';

/** The thick pen: on a small pad too a signature is seen from the other side of the table. */
const SIZE = SIZES.pen[2];

export class SignaturePad {
  #stage: HTMLElement;
  #canvas: HTMLCanvasElement;
  #changed: (empty: boolean) => void;
  #hand: Hand;
  #pen: Pen;
  #kept: { ink: Ink; gesture: string; path: Path2D | null }[] = [];
  // A palm that turned into two fingers takes back what its first finger began.
  #gesture = '';
  #resizes: ResizeObserver;
  #frame = 0;
  #locked = false;

  /** `changed` hears whether there is anything on the pad, each time that changes. */
  constructor(place: { stage: HTMLElement; canvas: HTMLCanvasElement }, changed: (empty: boolean) => void) {
    this.#stage = place.stage;
    this.#canvas = place.canvas;
    this.#changed = changed;
    this.#pen = new Pen({
      recorder: () => new Recorder('pen', 'ink', SIZE),
      keep: (ink, gesture) => this.#keep(ink, gesture),
      changed: () => this.#wake(),
      newGesture: () => (this.#gesture = newId()),
    });
    this.#hand = new Hand(place.stage, {
      press: (at) => this.#press(at),
      move: (way) => this.#pen.move(way.map((at) => this.#sample(at))),
      lift: () => this.#pen.lift(),
      drop: () => this.#drop(),
      away: () => this.lift(),
      hover: () => undefined,
      pan: () => undefined,
      zoom: () => undefined,
    });
    this.#resizes = new ResizeObserver(() => this.#wake());
    this.#resizes.observe(place.stage);
    this.#wake();
  }

  get empty(): boolean {
    return this.#kept.length === 0 && !this.#pen.down;
  }

  /** Nothing can be drawn while it is: what lies on it is on its way. */
  set locked(locked: boolean) {
    this.#locked = locked;
    if (locked) this.lift();
  }

  /** The stroke under way is finished and kept. */
  lift(): void {
    this.#hand.release();
    this.#pen.lift();
  }

  /** What lies on the pad, one text a stroke, as the core takes strokes. */
  strokes(): string[] {
    this.lift();
    return this.#kept.map(({ ink }) => toBase64(encodeInk(ink)));
  }

  /** Takes back the last stroke. */
  undo(): void {
    if (this.#locked) return;
    this.lift();
    this.#kept.pop();
    this.#tell();
  }

  clear(): void {
    this.#hand.release();
    this.#pen.drop();
    this.#kept = [];
    this.#tell();
  }

  dispose(): void {
    this.lift();
    this.#hand.dispose();
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = -1;
  }

  #press(at: Touch2d): void {
    if (this.#locked) return;
    this.#pen.press(this.#sample(at));
    this.#tell();
  }

  #keep(ink: Ink, gesture: string): void {
    this.#kept.push({ ink, gesture, path: null });
    this.#tell();
  }

  #drop(): void {
    this.#pen.drop();
    this.#kept = this.#kept.filter(({ gesture }) => gesture !== this.#gesture);
    this.#tell();
  }

  #tell(): void {
    this.#changed(this.empty);
    this.#wake();
  }

  // A hand that slips off the pad draws along its edge: far strokes would make the rest of the signature too small to be read.
  #sample({ x, y, pressure, time }: Touch2d): Sample {
    const { clientWidth, clientHeight } = this.#stage;
    const scale = FRAME / Math.max(1, clientWidth);
    const within = (at: number, end: number): number => Math.min(Math.max(at, 0), end) * scale;
    return { x: within(x, clientWidth), y: within(y, clientHeight), pressure, time };
  }

  #wake(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    if (this.#frame === -1) return;
    this.#frame = 0;
    const context = this.#canvas.getContext('2d');
    const { clientWidth, clientHeight } = this.#stage;
    if (!context || clientWidth === 0) return;
    const density = Math.min(3, window.devicePixelRatio || 1);
    // Setting the size clears the canvas, even to the same.
    this.#canvas.width = Math.round(clientWidth * density);
    this.#canvas.height = Math.round(clientHeight * density);
    const scale = (clientWidth * density) / OUTLINE_FRAME;
    context.scale(scale, scale);
    context.fillStyle = PEN_INK;
    for (const stroke of this.#kept) context.fill((stroke.path ??= shapeOf(stroke.ink)), 'nonzero');
    const live = this.#pen.ink();
    if (live) context.fill(shapeOf(live), 'nonzero');
  }
}

function shapeOf(ink: Ink): Path2D {
  const path = new Path2D();
  for (const polygon of outline(ink)) trace(path, polygon);
  return path;
}
