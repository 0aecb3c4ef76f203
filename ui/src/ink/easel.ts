/**
 * The drawing surface: it joins the hand, the pen, the eraser, the camera and the bitmaps, and decides what is painted
 * in which frame. It keeps no strokes of its own and sends nothing: finished things leave through `EaselWays`.
 *
 * Layers, from below: onion skin, sketch strokes, ink strokes, the live stroke. Marks, guides and cursor lie above and
 * belong to the page.
 */
import type { Colour, FilmInk, Ratio } from '../host/gen';
import { bendOf, type Arrow } from './arrow';
import { begin, Bitmap, pixels, size, type Sight } from './bitmap';
import { Camera, type View } from './camera';
import { newId, type Ink } from './codec';
import { Erasing, sweepBox, taken, touched, type Sweep } from './eraser';
import { frameHeight, layerOf, onionPaintOf, paintOf, SIZES, TOOLS, type Gear } from './frame';
import { Hand, type Touch2d } from './hand';
import { KeyHand } from './keyHand';
import { outline, trace } from './outline';
import { Pen } from './pen';
import { Recorder, type Sample } from './recorder';
import type { Sheet, SheetEyes } from './sheet';
import { boxOf, type Box, type Drawn } from './stroke';

/** The canvases, inside the stage, in this order from below. */
export interface EaselPlace {
  stage: HTMLElement;
  onion: HTMLCanvasElement;
  sketch: HTMLCanvasElement;
  ink: HTMLCanvasElement;
  live: HTMLCanvasElement;
}

export interface EaselWays {
  /** A finished stroke; strokes of one pen-down share a gesture. */
  drawn(ink: Ink, gesture: string): void;
  /** One finished pass of the eraser over strokes. */
  erased(erasing: Erasing, gesture: string): void;
  /** The eraser passed here: marks are the page's to remove. */
  swept(sweep: Sweep, gesture: string): void;
  /** The arrow under the hand; null when there is none. */
  arrowDraft(arrow: Arrow | null): void;
  arrowDrawn(arrow: Arrow): void;
  /** The text tool was put here, frame units. */
  textAt(x: number, y: number): void;
  viewed(view: View, zoom: number): void;
  /** Where the hand is (stage, css pixels), and half of what its tool covers. */
  hovered(at: { x: number; y: number } | null, radius: number): void;
  /** Milliseconds of work in one frame, for measures. */
  onFrame?(work: number): void;
}

/** Milliseconds of silence after which a moved view is rendered sharp. */
const SETTLE = 120;

export class Easel implements SheetEyes {
  gear: Gear = 'pencil';
  colour: Colour = 'ink';
  /** Frame units. */
  size: number = SIZES.pencil[1];
  /** The eraser takes what it passes over, instead of whole strokes. */
  partly = false;
  readonly camera: Camera;
  readonly keys: KeyHand;
  #ways: EaselWays;
  #place: EaselPlace;
  #film: FilmInk;
  #sheet: Sheet | null = null;
  #layers: { sketch: Bitmap; ink: Bitmap; onion: Bitmap };
  #live: CanvasRenderingContext2D;
  #hand: Hand;
  #pen: Pen;
  #liveRect: [number, number, number, number] | null = null;
  #liveStale = false;
  #frame = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #resizes: ResizeObserver;
  // What the press under way does.
  #doing: 'none' | 'pen' | 'erase' | 'arrow' = 'none';
  #erasing = new Erasing();
  #gesture = '';
  #way: [number, number][] = [];
  #sweeps: Sweep[] = [];

  constructor(place: EaselPlace, look: { film: FilmInk; ratio: Ratio }, ways: EaselWays) {
    this.#place = place;
    this.#ways = ways;
    this.#film = look.film;
    this.camera = new Camera(frameHeight(look.ratio));
    const paint = (stroke: Drawn) => paintOf(stroke.ink.colour, this.#film);
    this.#layers = {
      onion: new Bitmap(place.onion, (stroke) => onionPaintOf(stroke.ink.colour)),
      sketch: new Bitmap(place.sketch, paint),
      ink: new Bitmap(place.ink, paint),
    };
    const live = place.live.getContext('2d');
    if (!live) throw new Error('this browser has no 2d canvas');
    this.#live = live;
    this.#pen = new Pen({
      recorder: () => new Recorder(penOf(this.gear), this.colour, this.size, this.keys.down),
      keep: (ink, gesture) => {
        this.#ways.drawn(ink, gesture);
        this.#paintLive();
      },
      changed: () => this.#wake((this.#liveStale = true)),
      newGesture: newId,
    });
    this.#hand = new Hand(place.stage, {
      press: (at, flipped) => this.#press(this.#sample(at), flipped),
      move: (way) => this.#move(way.map((at) => this.#sample(at))),
      lift: () => this.lift(),
      drop: () => this.#drop(),
      hover: (at) => this.#ways.hovered(at, this.#radius()),
      pan: (dx, dy) => this.#moveView(() => this.camera.pan(dx, dy)),
      zoom: (factor, x, y) => this.#moveView(() => this.camera.zoomAt(factor, x, y)),
    });
    this.keys = new KeyHand(this.camera, {
      press: (sample) => this.#press(sample, false),
      move: (sample) => this.#move([sample]),
      lift: () => this.lift(),
      revealed: () => this.#moveView(() => undefined),
    });
    this.#resizes = new ResizeObserver(() => this.#resize());
    this.#resizes.observe(place.stage);
    this.#resize();
  }

  /** Shows a drawing; the stroke under way is finished on the one before. */
  open(sheet: Sheet | null): void {
    this.lift();
    this.#sheet = sheet;
    this.reset();
  }

  /** The panel seen through the paper, or nothing. */
  showOnion(strokes: Drawn[]): void {
    this.#layers.onion.fill(strokes);
    this.#wake();
  }

  dress(look: { film: FilmInk; ratio: Ratio }): void {
    const inked = look.film !== this.#film;
    this.#film = look.film;
    const height = frameHeight(look.ratio);
    if (height !== this.camera.frameHeight) this.#moveView(() => this.camera.setFrameHeight(height));
    if (inked) for (const layer of Object.values(this.#layers)) layer.redraw();
    this.#wake();
  }

  get drawing(): boolean {
    return this.#doing !== 'none';
  }

  /** Whether everything there is is on the screen; for measures and tests. */
  get complete(): boolean {
    return !Object.values(this.#layers).some((layer) => layer.busy);
  }

  zoomStep(direction: 1 | -1): void {
    this.#moveView(() => this.camera.step(direction));
  }

  zoomWhole(): void {
    this.#moveView(() => this.camera.fit());
  }

  /** Whatever the hand does is finished and kept. */
  lift(): void {
    const doing = this.#doing;
    this.#doing = 'none';
    if (doing === 'pen') this.#pen.lift();
    if (doing === 'erase') this.#finishErasing();
    if (doing === 'arrow') this.#finishArrow();
  }

  /** Finishes what is under way from outside: the place is left, the window closes. */
  release(): void {
    this.#hand.release();
    this.lift();
  }

  dispose(): void {
    this.release();
    this.#hand.dispose();
    this.#resizes.disconnect();
    clearTimeout(this.#settling);
    cancelAnimationFrame(this.#frame);
    this.#frame = -1;
  }

  // ---- what the sheet tells

  reset(): void {
    const strokes = [...(this.#sheet?.strokes.values() ?? [])];
    this.#layers.sketch.fill(strokes.filter((stroke) => stroke.layer === 'sketch'));
    this.#layers.ink.fill(strokes.filter((stroke) => stroke.layer === 'ink'));
    this.#wake();
  }

  added(stroke: Drawn): void {
    this.#layers[stroke.layer].add(stroke);
    this.#wake();
  }

  removed(stroke: Drawn): void {
    this.#layers[stroke.layer].remove(stroke);
    this.#wake();
  }

  changed(stroke: Drawn, where?: Box): void {
    this.#layers[stroke.layer].change(stroke, where);
    this.#wake();
  }

  // ---- what the hand does

  #sample({ x, y, pressure, time }: Touch2d): Sample {
    const [frameX, frameY] = this.camera.toFrame(x, y);
    return { x: frameX, y: frameY, pressure, time };
  }

  #radius(): number {
    return this.gear === 'arrow' || this.gear === 'text' ? 0 : (this.size / 2) * this.camera.view.scale;
  }

  #press(at: Sample, flipped: boolean): void {
    this.lift();
    const gear = flipped ? 'eraser' : this.gear;
    if (gear === 'text') return this.#ways.textAt(at.x, at.y);
    if (gear === 'eraser') {
      this.#doing = 'erase';
      this.#erasing = new Erasing();
      this.#gesture = newId();
      this.#way = [[at.x, at.y]];
      this.#sweep(at);
    } else if (gear === 'arrow') {
      this.#doing = 'arrow';
      this.#way = [[at.x, at.y]];
    } else {
      this.#doing = 'pen';
      // The pencil's live stroke goes under the ink, where it will stay.
      this.#place.live.dataset['layer'] = layerOf(gear);
      this.#pen.press(at);
    }
  }

  #move(way: Sample[]): void {
    if (this.#doing === 'pen') return this.#pen.move(way);
    if (this.#doing === 'erase') for (const at of way) this.#sweep(at);
    if (this.#doing !== 'arrow') return;
    for (const at of way) this.#way.push([at.x, at.y]);
    this.#ways.arrowDraft(this.#arrow());
  }

  // A second finger came: a pen stroke or an arrow was none; what was already rubbed out stays so.
  #drop(): void {
    const doing = this.#doing;
    if (doing === 'erase') return this.lift();
    this.#doing = 'none';
    if (doing === 'pen') this.#pen.drop();
    if (doing === 'arrow') this.#ways.arrowDraft(null);
  }

  #arrow(): Arrow {
    const [x0, y0] = this.#way[0] ?? [0, 0];
    const [x1, y1] = this.#way[this.#way.length - 1] ?? [0, 0];
    const [a, b, c, d] = [x0, y0, x1, y1].map(Math.round) as [number, number, number, number];
    return { x0: a, y0: b, x1: c, y1: d, bend: bendOf(this.#way), size: this.size };
  }

  #finishArrow(): void {
    const arrow = this.#arrow();
    this.#ways.arrowDraft(null);
    // A click is no arrow.
    if (Math.hypot(arrow.x1 - arrow.x0, arrow.y1 - arrow.y0) > 200) this.#ways.arrowDrawn(arrow);
  }

  #sweep(at: Sample): void {
    const [x0, y0] = this.#way[this.#way.length - 1] ?? [at.x, at.y];
    this.#way = [[at.x, at.y]];
    this.#sweeps.push({ x0, y0, x1: at.x, y1: at.y, radius: this.size / 2 });
    this.#wake();
  }

  #rub(): void {
    const sheet = this.#sheet;
    for (const sweep of this.#sweeps.splice(0)) {
      this.#ways.swept(sweep, this.#gesture);
      if (!sheet) continue;
      if (!this.partly) {
        for (const stroke of touched(sheet.grid, sweep).flatMap((one) => sheet.joined(one))) {
          this.#erasing.takeWhole(stroke);
          sheet.hide(stroke);
        }
        continue;
      }
      for (const [stroke, ranges] of taken(sheet.grid, sweep)) {
        if (!this.#erasing.takePart(stroke, ranges)) continue;
        if (this.#erasing.gone.has(stroke.id)) sheet.hide(stroke);
        else sheet.showCut(stroke, this.#erasing.ranges.get(stroke.id) ?? [], sweepBox(sweep));
      }
    }
  }

  #finishErasing(): void {
    this.#rub();
    if (!this.#erasing.isEmpty) this.#ways.erased(this.#erasing, this.#gesture);
    this.#erasing = new Erasing();
  }

  // ---- what is painted

  #sight(): Sight {
    const { width, height, view, frameHeight: frame } = this.camera;
    return { view, width, height, density: Math.min(3, window.devicePixelRatio || 1), frameHeight: frame };
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#place.stage;
    if (clientWidth === 0 || clientHeight === 0) return;
    const first = this.camera.width === 1;
    this.#moveView(() => this.camera.resize(clientWidth, clientHeight), first);
    if (first) this.camera.fit();
    this.#moveView(() => undefined, first);
  }

  #moveView(move: () => void, settled = false): void {
    move();
    const sight = this.#sight();
    for (const layer of Object.values(this.#layers)) layer.look(sight, settled);
    this.#liveStale = true;
    this.#ways.viewed(this.camera.view, this.camera.zoom);
    clearTimeout(this.#settling);
    if (!settled)
      this.#settling = setTimeout(() => {
        const now = this.#sight();
        for (const layer of Object.values(this.#layers)) layer.look(now, true);
        this.#wake();
      }, SETTLE);
    this.#wake();
  }

  #paintLive(): void {
    this.#liveStale = false;
    const sight = this.#sight();
    const context = this.#live;
    const canvas = this.#place.live;
    const wide = Math.round(sight.width * sight.density);
    if (canvas.width !== wide || canvas.height !== Math.round(sight.height * sight.density)) size(canvas, sight);
    if (this.#liveRect) context.clearRect(...this.#liveRect);
    this.#liveRect = null;
    const ink = this.#doing === 'pen' ? this.#pen.ink() : null;
    if (!ink) return;
    begin(context, sight);
    context.beginPath();
    for (const polygon of outline(ink)) trace(context, polygon);
    context.fillStyle = paintOf(ink.colour, this.#film);
    context.fill('nonzero');
    context.restore();
    this.#liveRect = pixels(boxOf(ink), sight);
  }

  #wake(_?: unknown): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #tick(): void {
    if (this.#frame === -1) return;
    this.#frame = 0;
    const began = performance.now();
    if (this.#liveStale) this.#paintLive();
    if (this.#sweeps.length > 0) this.#rub();
    // While the hand draws it has the frame; what is left of it paints.
    const until = began + (this.#doing === 'pen' ? 4 : 7);
    const { ink, sketch, onion } = this.#layers;
    for (const layer of [ink, sketch, onion]) {
      while (layer.busy && performance.now() < until) layer.work(until);
    }
    this.#ways.onFrame?.(performance.now() - began);
    if (!this.complete) this.#wake();
  }
}

function penOf(gear: Gear) {
  return TOOLS.find((tool) => tool === gear) ?? 'pencil';
}
