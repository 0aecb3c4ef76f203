/**
 * The drawing surface: it joins the hand, the pen, the eraser, the camera and the layers, and shares out each frame. It
 * keeps no strokes of its own and sends nothing: finished things leave through `EaselWays`. Marks, guides and cursor lie
 * above the layers and belong to the page.
 */
import type { Colour, FilmInk, Ratio } from '../host/gen';
import { bendOf, type Arrow } from './arrow';
import { Camera, type View } from './camera';
import { newId, type Ink } from './codec';
import { frameHeight, layerOf, SIZES, TOOLS, type Gear } from './frame';
import { Hand, type Touch2d } from './hand';
import { KeyHand } from './keyHand';
import { Layers, type EaselPlace } from './layers';
import { Pen } from './pen';
import { Recorder, type Sample } from './recorder';
import { Rubber, type RubberWays } from './rubber';
import type { Sheet, SheetEyes } from './sheet';
import type { Box, Drawn } from './stroke';

export interface EaselWays extends RubberWays {
  /** The tool was put on the paper. */
  began(): void;
  /** A finished stroke; strokes of one pen-down share a gesture. */
  drawn(ink: Ink, gesture: string): void;
  /** The arrow under the hand; null when there is none. */
  arrowDraft(arrow: Arrow | null): void;
  arrowDrawn(arrow: Arrow): void;
  /** The text tool was put here, frame units. */
  textAt(x: number, y: number): void;
  viewed(view: View, zoom: number): void;
  /** Where the hand is (stage, css pixels), and half of what its tool covers. */
  hovered(at: { x: number; y: number } | null, radius: number): void;
  /** The keyboard's pen went down or up. */
  keyed(): void;
  /** Milliseconds of work in one frame, for measures. */
  onFrame?(work: number): void;
}

export class Easel implements SheetEyes {
  gear: Gear = 'pencil';
  colour: Colour = 'ink';
  /** Frame units. */
  size: number = SIZES.pencil[1];
  /** Only looked at: the hand pans and zooms, and changes nothing. */
  locked = false;
  readonly camera: Camera;
  readonly keys: KeyHand;
  #ways: EaselWays;
  #sheet: Sheet | null = null;
  #stage: HTMLElement;
  #layers: Layers;
  #rubber: Rubber;
  #hand: Hand;
  #pen: Pen;
  #frame = 0;
  #resizes: ResizeObserver;
  // What the press under way does.
  #doing: 'none' | 'pen' | 'erase' | 'arrow' = 'none';
  #way: [number, number][] = [];

  constructor(place: EaselPlace, look: { film: FilmInk; ratio: Ratio }, ways: EaselWays) {
    this.#stage = place.stage;
    this.#ways = ways;
    this.camera = new Camera(frameHeight(look.ratio));
    this.#layers = new Layers(place, this.camera, look.film, () => this.#wake());
    this.#rubber = new Rubber(ways);
    this.#pen = new Pen({
      recorder: () => new Recorder(penOf(this.gear), this.colour, this.size, this.keys.down),
      keep: (ink, gesture) => {
        this.#ways.drawn(ink, gesture);
        this.#layers.liveChanged();
        this.#layers.paintLive(this.#liveInk());
      },
      changed: () => this.#layers.liveChanged(),
      newGesture: newId,
    });
    this.#hand = new Hand(place.stage, {
      press: (at, flipped) => {
        // The paper is the pointer's now: the keyboard's pen must not stay down, nor lend its steadiness.
        this.keys.lift();
        this.#press(this.#sample(at), flipped);
      },
      move: (way) => this.#move(way.map((at) => this.#sample(at))),
      lift: () => this.lift(),
      drop: () => this.#drop(),
      // The keyboard's stroke too: nothing may be lost because the window closes.
      away: () => this.release(),
      hover: (at) => this.#ways.hovered(at, this.#radius()),
      pan: (dx, dy) => this.#moveView(() => this.camera.pan(dx, dy)),
      zoom: (factor, x, y) => this.#moveView(() => this.camera.zoomAt(factor, x, y)),
    });
    this.keys = new KeyHand(this.camera, {
      press: (sample) => this.#press(sample, false),
      move: (sample) => this.#move([sample]),
      lift: () => this.lift(),
      revealed: () => this.#moveView(() => undefined),
      turned: () => this.#ways.keyed(),
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
    this.#layers.showOnion(strokes);
  }

  dress(look: { film: FilmInk; ratio: Ratio }): void {
    const height = frameHeight(look.ratio);
    if (height !== this.camera.frameHeight) this.#moveView(() => this.camera.setFrameHeight(height));
    this.#layers.dye(look.film);
  }

  /** The eraser takes what it passes over, instead of whole strokes. */
  set partly(partly: boolean) {
    this.#rubber.partly = partly;
  }

  get drawing(): boolean {
    return this.#doing !== 'none';
  }

  /** Whether everything there is is on the screen; for measures and tests. */
  get complete(): boolean {
    return this.#layers.complete && !this.#rubber.busy;
  }

  /** Moves the view as little as needed to have this place of the paper in sight, frame units. */
  reveal(x: number, y: number): void {
    this.#moveView(() => this.camera.reveal(x, y));
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
    if (doing === 'erase') this.#rubber.finish(this.#sheet);
    if (doing === 'arrow') this.#finishArrow();
  }

  /** Finishes what is under way from outside: the place is left, the window closes. */
  release(): void {
    this.#hand.release();
    this.keys.lift();
    this.lift();
  }

  dispose(): void {
    this.release();
    this.#hand.dispose();
    this.#resizes.disconnect();
    this.#layers.dispose();
    cancelAnimationFrame(this.#frame);
    this.#frame = -1;
  }

  // ---- what the sheet tells

  reset(): void {
    this.#layers.fill([...(this.#sheet?.strokes.values() ?? [])]);
  }

  added(stroke: Drawn): void {
    this.#layers.added(stroke);
  }

  removed(stroke: Drawn): void {
    this.#layers.removed(stroke);
  }

  changed(stroke: Drawn, where?: Box): void {
    this.#layers.changed(stroke, where);
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
    if (this.locked) return;
    this.#ways.began();
    const gear = flipped ? 'eraser' : this.gear;
    if (gear === 'text') return this.#ways.textAt(at.x, at.y);
    if (gear === 'eraser') {
      this.#doing = 'erase';
      this.#rubber.press(at, this.size);
      this.#wake();
    } else if (gear === 'arrow') {
      this.#doing = 'arrow';
      this.#way = [[at.x, at.y]];
    } else {
      this.#doing = 'pen';
      this.#layers.liveOn(layerOf(gear));
      this.#pen.press(at);
    }
  }

  #move(way: Sample[]): void {
    if (this.#doing === 'pen') return this.#pen.move(way);
    if (this.#doing === 'erase') {
      for (const at of way) this.#rubber.move(at, this.size);
      this.#wake();
    }
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

  // ---- what is painted

  #liveInk(): Ink | null {
    return this.#doing === 'pen' ? this.#pen.ink() : null;
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#stage;
    if (clientWidth === 0 || clientHeight === 0) return;
    const first = this.camera.width === 1;
    this.#moveView(() => this.camera.resize(clientWidth, clientHeight), first);
    if (first) this.camera.fit();
    this.#moveView(() => undefined, first);
  }

  #moveView(move: () => void, settled = false): void {
    move();
    this.#layers.look(settled);
    this.#ways.viewed(this.camera.view, this.camera.zoom);
  }

  #wake(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #tick(): void {
    if (this.#frame === -1) return;
    this.#frame = 0;
    const began = performance.now();
    // While the hand draws it has the frame; what is left of it paints.
    const until = began + (this.#doing === 'pen' ? 4 : 7);
    this.#layers.paintLive(this.#liveInk());
    this.#rubber.work(this.#sheet, until);
    this.#layers.work(until);
    this.#ways.onFrame?.(performance.now() - began);
    if (!this.complete) this.#wake();
  }
}

function penOf(gear: Gear) {
  return TOOLS.find((tool) => tool === gear) ?? 'pencil';
}
