/**
 * One layer of finished strokes as a cached bitmap.
 *
 * A new stroke is painted over it at once. What disappears repairs its rectangle, in slices into a second bitmap that is
 * laid over when it is whole: mostly in the same frame. A new view is rendered the same way, while the old bitmap is
 * shown moved and scaled. So no frame ever waits for a thousand strokes.
 *
 * Browsers write canvas commands down and paint them later. A bitmap that is not on the page is painted when it is first
 * read, all at once: so every few strokes one pixel of it is read, which makes the clock tell the truth.
 */
import type { View } from './camera';
import { OUTLINE_SCALE } from './frame';
import { around, byOrder, touches, type Box, type Drawn } from './stroke';

/** Strokes painted between two looks at the clock. */
const FEW = 6;

export interface Sight {
  view: View;
  /** Size of the stage, css pixels. */
  width: number;
  height: number;
  /** Device pixels per css pixel. */
  density: number;
  /** Height of the frame in frame units: paint is clipped to it. */
  frameHeight: number;
}

interface Job {
  sight: Sight;
  /** Device pixels to replace; null replaces everything and the view. */
  rect: [x: number, y: number, width: number, height: number] | null;
  list: Drawn[];
  at: number;
}

type Paint = (stroke: Drawn) => string;
/** Changes the whole picture before it is shown. */
type Finish = (context: CanvasRenderingContext2D, sight: Sight) => void;

export class Bitmap {
  readonly canvas: HTMLCanvasElement;
  #context: CanvasRenderingContext2D;
  #items: Drawn[] = [];
  #sorted = true;
  #paint: Paint;
  #finish: Finish | null;
  // What the canvas shows, and what it should show.
  #shown: Sight | null = null;
  #wanted: Sight | null = null;
  #dirty: Box | null = null;
  #whole = false;
  #job: Job | null = null;
  #scratch: CanvasRenderingContext2D | null = null;

  /** `finish` only for a layer that is always filled whole. */
  constructor(canvas: HTMLCanvasElement, paint: Paint, finish: Finish | null = null) {
    this.canvas = canvas;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser has no 2d canvas');
    this.#context = context;
    this.#paint = paint;
    this.#finish = finish;
  }

  get items(): readonly Drawn[] {
    this.#sort();
    return this.#items;
  }

  /** True while the canvas does not yet show everything. */
  get busy(): boolean {
    return this.#job !== null || this.#dirty !== null || this.#whole;
  }

  fill(items: Drawn[]): void {
    this.#items = [...items];
    this.#sorted = false;
    this.redraw();
  }

  /** Everything is painted anew, in slices. */
  redraw(): void {
    this.#whole = true;
    this.#sorted = false;
  }

  /** A stroke is there now: painted at once when it lies above all others. */
  add(stroke: Drawn): void {
    const top = this.items[this.#items.length - 1];
    this.#items.push(stroke);
    if (top && byOrder(top, stroke) > 0) {
      this.#sorted = false;
      this.#mark(stroke.box);
      return;
    }
    this.canvas.hidden = false;
    if (this.#shown) {
      begin(this.#context, this.#shown);
      fill(this.#context, stroke, this.#paint);
      this.#context.restore();
    }
    this.#job?.list.push(stroke);
  }

  remove(stroke: Drawn): void {
    const at = this.#items.indexOf(stroke);
    if (at < 0) return;
    this.#items.splice(at, 1);
    this.#mark(stroke.box);
  }

  /** A stroke changed its shape or its place in the order; `where` when it only changed there. */
  change(stroke: Drawn, where: Box = stroke.box): void {
    this.#sorted = false;
    this.#mark(where);
  }

  /** The camera moved: shown at once by moving the old bitmap, rendered anew when `settled`. */
  look(sight: Sight, settled: boolean): void {
    this.#wanted = sight;
    if (!this.#shown) return this.redraw();
    const { view: from, width, height } = this.#shown;
    const { view: to } = sight;
    const scale = to.scale / from.scale;
    const same = scale === 1 && to.x === from.x && to.y === from.y;
    const x = to.x - from.x * scale;
    const y = to.y - from.y * scale;
    this.canvas.style.transform = same ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    const resized = width !== sight.width || height !== sight.height || this.#shown.density !== sight.density;
    if (settled && (!same || resized || this.#shown.frameHeight !== sight.frameHeight)) this.redraw();
  }

  /** Works until `until` (performance.now) and a little longer. */
  work(until: number): void {
    if (!this.#job) this.#start();
    const job = this.#job;
    const scratch = this.#scratch;
    if (!job || !scratch) return;
    while (job.at < job.list.length && performance.now() < until) {
      begin(scratch, job.sight);
      if (job.rect) clip(scratch, job.rect);
      for (let few = 0; few < FEW && job.at < job.list.length; few++) {
        const stroke = job.list[job.at++];
        if (stroke) fill(scratch, stroke, this.#paint);
      }
      scratch.restore();
      scratch.getImageData(0, 0, 1, 1);
    }
    if (job.at < job.list.length) return;
    if (job.list.length > 0) this.#finish?.(scratch, job.sight);
    this.#land(job, scratch.canvas);
  }

  #start(): void {
    const sight = this.#whole ? this.#wanted : this.#shown;
    if (!sight) return;
    this.#sort();
    if (this.#whole) {
      this.#job = { sight, rect: null, list: [...this.#items], at: 0 };
    } else if (this.#dirty) {
      const box = this.#dirty;
      const list = this.#items.filter((stroke) => touches(stroke.box, box));
      this.#job = { sight, rect: pixels(box, sight), list, at: 0 };
    } else return;
    this.#whole = false;
    this.#dirty = null;
    this.#scratch ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const canvas = this.#scratch?.canvas;
    if (!canvas) return;
    size(canvas, sight);
    this.#scratch?.clearRect(...(this.#job.rect ?? [0, 0, canvas.width, canvas.height]));
  }

  #land(job: Job, from: HTMLCanvasElement): void {
    this.#job = null;
    // A layer without anything on it costs the compositor nothing.
    this.canvas.hidden = this.#items.length === 0;
    if (!job.rect) {
      size(this.canvas, job.sight);
      this.#shown = job.sight;
      this.canvas.style.transform = '';
      if (this.#wanted) this.look(this.#wanted, false);
    }
    const [x, y, width, height] = job.rect ?? [0, 0, from.width, from.height];
    if (width <= 0 || height <= 0) return;
    this.#context.clearRect(x, y, width, height);
    this.#context.drawImage(from, x, y, width, height, x, y, width, height);
  }

  #mark(box: Box): void {
    this.#dirty = around(this.#dirty, box);
  }

  #sort(): void {
    if (!this.#sorted) this.#items.sort(byOrder);
    this.#sorted = true;
  }
}

/** A canvas of the stage's size; setting a size also clears it, so it is only set when it differs. */
export function size(canvas: HTMLCanvasElement, { width, height, density }: Sight): void {
  const [w, h] = [Math.max(1, Math.round(width * density)), Math.max(1, Math.round(height * density))];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

/** Outline units from here on, nothing painted beside the frame. Ends with `restore`. */
export function begin(context: CanvasRenderingContext2D, { view, density, frameHeight }: Sight): void {
  const scale = view.scale * OUTLINE_SCALE * density;
  context.save();
  context.setTransform(scale, 0, 0, scale, view.x * density, view.y * density);
  context.beginPath();
  context.rect(0, 0, 1024, frameHeight / OUTLINE_SCALE);
  context.clip();
}

function clip(context: CanvasRenderingContext2D, rect: [number, number, number, number]): void {
  const held = context.getTransform();
  context.resetTransform();
  context.beginPath();
  context.rect(...rect);
  context.clip();
  context.setTransform(held);
}

function fill(context: CanvasRenderingContext2D, stroke: Drawn, paint: Paint): void {
  context.fillStyle = paint(stroke);
  context.fill(stroke.path, 'nonzero');
}

/** The whole device pixels a box covers, one more on each side for soft edges. */
export function pixels(box: Box, { view, density, width, height }: Sight): [number, number, number, number] {
  const left = Math.max(0, Math.floor((box.left * view.scale + view.x) * density) - 1);
  const top = Math.max(0, Math.floor((box.top * view.scale + view.y) * density) - 1);
  const right = Math.min(Math.round(width * density), Math.ceil((box.right * view.scale + view.x) * density) + 1);
  const bottom = Math.min(Math.round(height * density), Math.ceil((box.bottom * view.scale + view.y) * density) + 1);
  return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)];
}
