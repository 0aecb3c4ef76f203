/**
 * The canvases of the easel, from below: onion skin, sketch strokes, ink strokes, the stroke under way. It owns what is
 * painted where and in which slice of a frame; it knows no hand and keeps no stroke.
 */
import type { FilmInk, Layer } from '../host/gen';
import { begin, Bitmap, pixels, size, type Sight } from './bitmap';
import type { Camera } from './camera';
import type { Ink } from './codec';
import { onionPaintOf, paintOf } from './frame';
import { hollow } from './onion';
import { outline, trace } from './outline';
import { boxOf, type Box, type Drawn } from './stroke';

/** The canvases, inside the stage, in this order from below. */
export interface EaselPlace {
  stage: HTMLElement;
  onion: HTMLCanvasElement;
  sketch: HTMLCanvasElement;
  ink: HTMLCanvasElement;
  live: HTMLCanvasElement;
}

/** Milliseconds of silence after which a moved view is rendered sharp. */
const SETTLE = 120;

export class Layers {
  #place: EaselPlace;
  #camera: Camera;
  #film: FilmInk;
  #wake: () => void;
  #bitmaps: { sketch: Bitmap; ink: Bitmap; onion: Bitmap };
  #live: CanvasRenderingContext2D;
  #liveRect: [number, number, number, number] | null = null;
  #liveStale = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  /** `wake` asks for a frame, in which `work` is called. */
  constructor(place: EaselPlace, camera: Camera, film: FilmInk, wake: () => void) {
    this.#place = place;
    this.#camera = camera;
    this.#film = film;
    this.#wake = wake;
    const paint = (stroke: Drawn) => paintOf(stroke.ink.colour, this.#film);
    this.#bitmaps = {
      onion: new Bitmap(place.onion, (stroke) => onionPaintOf(stroke.ink.colour), hollow),
      sketch: new Bitmap(place.sketch, paint),
      ink: new Bitmap(place.ink, paint),
    };
    const live = place.live.getContext('2d');
    if (!live) throw new Error('this browser has no 2d canvas');
    this.#live = live;
  }

  /** Whether everything there is is on the screen. */
  get complete(): boolean {
    return !Object.values(this.#bitmaps).some((bitmap) => bitmap.busy);
  }

  fill(strokes: readonly Drawn[]): void {
    for (const layer of ['sketch', 'ink'] as const)
      this.#bitmaps[layer].fill(strokes.filter((stroke) => stroke.layer === layer));
    this.#wake();
  }

  showOnion(strokes: Drawn[]): void {
    this.#bitmaps.onion.fill(strokes);
    this.#wake();
  }

  added(stroke: Drawn): void {
    this.#bitmaps[stroke.layer].add(stroke);
    this.#wake();
  }

  removed(stroke: Drawn): void {
    this.#bitmaps[stroke.layer].remove(stroke);
    this.#wake();
  }

  changed(stroke: Drawn, where?: Box): void {
    this.#bitmaps[stroke.layer].change(stroke, where);
    this.#wake();
  }

  /** The film's ink: two of the six colours follow it. */
  dye(film: FilmInk): void {
    if (film !== this.#film) for (const bitmap of Object.values(this.#bitmaps)) bitmap.redraw();
    this.#film = film;
    this.#wake();
  }

  /** The camera moved: shown at once by moving what is painted, painted anew when the view rests or is `settled`. */
  look(settled: boolean): void {
    const sight = this.#sight();
    for (const bitmap of Object.values(this.#bitmaps)) bitmap.look(sight, settled);
    this.#liveStale = true;
    clearTimeout(this.#settling);
    if (!settled) this.#settling = setTimeout(() => this.look(true), SETTLE);
    this.#wake();
  }

  /** The live stroke lies where it will stay: the pencil's under the ink. */
  liveOn(layer: Layer): void {
    this.#place.live.dataset['layer'] = layer;
  }

  liveChanged(): void {
    this.#liveStale = true;
    this.#wake();
  }

  /** Paints the live stroke if it changed. */
  paintLive(ink: Ink | null): void {
    if (!this.#liveStale) return;
    this.#liveStale = false;
    const sight = this.#sight();
    const context = this.#live;
    const canvas = this.#place.live;
    const wide = Math.round(sight.width * sight.density);
    if (canvas.width !== wide || canvas.height !== Math.round(sight.height * sight.density)) size(canvas, sight);
    if (this.#liveRect) context.clearRect(...this.#liveRect);
    this.#liveRect = null;
    if (!ink) return;
    begin(context, sight);
    context.beginPath();
    for (const polygon of outline(ink)) trace(context, polygon);
    context.fillStyle = paintOf(ink.colour, this.#film);
    context.fill('nonzero');
    context.restore();
    this.#liveRect = pixels(boxOf(ink), sight);
  }

  /** Paints what is missing until `until` (performance.now) and a little longer. */
  work(until: number): void {
    const { ink, sketch, onion } = this.#bitmaps;
    for (const bitmap of [ink, sketch, onion]) {
      while (bitmap.busy && performance.now() < until) bitmap.work(until);
    }
  }

  dispose(): void {
    clearTimeout(this.#settling);
  }

  #sight(): Sight {
    const { width, height, view, frameHeight } = this.#camera;
    return { view, width, height, density: Math.min(3, window.devicePixelRatio || 1), frameHeight };
  }
}
