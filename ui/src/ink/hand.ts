/**
 * What the hand does on the stage: mouse, pen, fingers. It tells drawing from zooming and never loses the end of a
 * stroke; what is drawn is not its business.
 *
 * WebKitGTK gives no touch PointerEvents, so fingers are also read from TouchEvents; a browser that gives both is
 * recognised by its first touch pointer, and its TouchEvents are then left alone.
 */

/** A place on the stage (css pixels from its corner), pressure as told, milliseconds. */
export interface Touch2d {
  x: number;
  y: number;
  pressure: number;
  time: number;
}

export interface HandWays {
  /** `flipped`: the pen's other end, or its eraser button. */
  press(at: Touch2d, flipped: boolean): void;
  move(way: Touch2d[]): void;
  /** The stroke ends here and is kept. */
  lift(): void;
  /** The press was the beginning of a zoom. */
  drop(): void;
  /** Something took the hand away: the window lost the focus, hides or closes. */
  away(): void;
  hover(at: { x: number; y: number } | null): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
}

/** A second finger turns a stroke shorter than this (css pixels) into a zoom; a longer one is kept. */
const SHORT = 24;
/** For so long after the pen left, a finger on the paper is a palm (milliseconds). */
const PALM = 700;

interface Finger {
  x: number;
  y: number;
}

export class Hand {
  #stage: HTMLElement;
  #ways: HandWays;
  #undo: (() => void)[] = [];
  #pointer: number | null = null;
  #panning: { id: number; x: number; y: number } | null = null;
  #fingers = new Map<number, Finger>();
  #mode: 'none' | 'draw' | 'zoom' = 'none';
  #travel = 0;
  #pressure = 0.5;
  #penTime = -Infinity;
  #penDown = false;
  #pointerTouch = false;
  #corner = { x: 0, y: 0 };

  constructor(stage: HTMLElement, ways: HandWays) {
    this.#stage = stage;
    this.#ways = ways;
    this.#on(stage, 'pointerdown', (event) => this.#down(event as PointerEvent));
    this.#on(stage, 'pointermove', (event) => this.#moved(event as PointerEvent));
    for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'])
      this.#on(stage, name, (event) => this.#up(event as PointerEvent));
    this.#on(stage, 'pointerleave', () => ways.hover(null));
    this.#on(stage, 'contextmenu', (event) => event.preventDefault());
    this.#on(stage, 'wheel', (event) => this.#wheel(event as WheelEvent), { passive: false });
    this.#on(stage, 'touchstart', (event) => this.#touch(event as TouchEvent, 'down'), { passive: false });
    this.#on(stage, 'touchmove', (event) => this.#touch(event as TouchEvent, 'move'), { passive: false });
    this.#on(stage, 'touchend', (event) => this.#touch(event as TouchEvent, 'up'));
    this.#on(stage, 'touchcancel', (event) => this.#touch(event as TouchEvent, 'up'));
    const away = () => ways.away();
    this.#on(window, 'blur', away);
    this.#on(window, 'pagehide', away);
    this.#on(document, 'freeze', away);
    this.#on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && away());
  }

  /** Ends whatever is under way and keeps it. */
  release(): void {
    const drawing = this.#mode === 'draw';
    this.#mode = 'none';
    this.#pointer = null;
    this.#panning = null;
    this.#penDown = false;
    this.#fingers.clear();
    if (drawing) this.#ways.lift();
  }

  dispose(): void {
    this.release();
    for (const undo of this.#undo) undo();
  }

  #on(target: EventTarget, name: string, heard: (event: Event) => void, options?: AddEventListenerOptions): void {
    target.addEventListener(name, heard, options);
    this.#undo.push(() => target.removeEventListener(name, heard, options));
  }

  #place(from: { clientX: number; clientY: number }, pressure: number, time: number): Touch2d {
    return { x: from.clientX - this.#corner.x, y: from.clientY - this.#corner.y, pressure, time };
  }

  #measure(): void {
    const { left, top } = this.#stage.getBoundingClientRect();
    this.#corner = { x: left, y: top };
  }

  #down(event: PointerEvent): void {
    this.#measure();
    const at = this.#place(event, event.pressure, event.timeStamp);
    if (event.pointerType === 'touch') {
      this.#pointerTouch = true;
      this.#capture(event.pointerId);
      return this.#fingerDown(event.pointerId, at);
    }
    if (event.button === 1 || event.button === 2) {
      this.#panning = { id: event.pointerId, x: at.x, y: at.y };
      this.#capture(event.pointerId);
      return event.preventDefault();
    }
    if (event.pointerType === 'pen') {
      this.#penDown = true;
      this.#penTime = event.timeStamp;
      // A palm came down before the pen: what it began is no drawing.
      if (this.#fingers.size > 0) this.#dropFingers();
    }
    this.#pointer = event.pointerId;
    this.#capture(event.pointerId);
    this.#start(at, event.button === 5 || (event.buttons & 32) !== 0);
  }

  // A pointer may be gone before it can be captured; the stroke then ends by one of the other ways.
  #capture(pointer: number): void {
    try {
      this.#stage.setPointerCapture(pointer);
    } catch {
      return;
    }
  }

  #start(at: Touch2d, flipped = false): void {
    this.#mode = 'draw';
    this.#travel = 0;
    this.#pressure = at.pressure;
    this.#ways.press(at, flipped);
  }

  #moved(event: PointerEvent): void {
    if (event.pointerType === 'pen') this.#penTime = event.timeStamp;
    if (event.pointerType === 'touch') {
      if (this.#fingers.has(event.pointerId)) this.#fingerMove(event.pointerId, this.#way(event));
      return;
    }
    if (this.#panning?.id === event.pointerId) {
      const { x, y } = this.#place(event, 0, 0);
      this.#ways.pan(x - this.#panning.x, y - this.#panning.y);
      this.#panning = { id: event.pointerId, x, y };
      return;
    }
    if (this.#pointer !== event.pointerId || this.#mode !== 'draw') {
      if (this.#mode === 'none') this.#measure();
      return this.#ways.hover(this.#place(event, 0, 0));
    }
    // The button went up where nobody could see it: outside the window, behind a dialog, while the lid was closed.
    if (event.buttons === 0) return this.#finish();
    const way = this.#way(event);
    this.#ways.move(way);
    const last = way[way.length - 1];
    if (!last) return;
    this.#pressure = last.pressure;
    this.#ways.hover(last);
  }

  #way(event: PointerEvent): Touch2d[] {
    const all = event.getCoalescedEvents?.() ?? [];
    return (all.length > 0 ? all : [event]).map((one) => this.#place(one, one.pressure, one.timeStamp));
  }

  #up(event: PointerEvent): void {
    if (event.pointerType === 'touch') return this.#fingerUp(event.pointerId);
    if (this.#panning?.id === event.pointerId) this.#panning = null;
    if (this.#pointer !== event.pointerId) return;
    // A lifted pen presses no more: the end of the stroke keeps the pressure it had.
    if (event.type === 'pointerup' && this.#mode === 'draw')
      this.#ways.move(this.#way(event).map((at) => ({ ...at, pressure: this.#pressure })));
    this.#finish();
  }

  #finish(): void {
    this.#pointer = null;
    this.#penDown = false;
    if (this.#mode !== 'draw') return;
    this.#mode = 'none';
    this.#ways.lift();
  }

  #touch(event: TouchEvent, what: 'down' | 'move' | 'up'): void {
    if (this.#pointerTouch) return;
    if (event.cancelable) event.preventDefault();
    if (what === 'down') {
      this.#measure();
      this.#stage.focus({ preventScroll: true });
    }
    for (const touch of Array.from(event.changedTouches)) {
      const at = this.#place(touch, touch.force || 0.5, event.timeStamp);
      if (what === 'down') this.#fingerDown(touch.identifier, at);
      else if (what === 'move') this.#fingerMove(touch.identifier, [at]);
      else this.#fingerUp(touch.identifier);
    }
  }

  #fingerDown(id: number, at: Touch2d): void {
    if (this.#penDown || at.time - this.#penTime < PALM) return;
    this.#fingers.set(id, { x: at.x, y: at.y });
    if (this.#fingers.size === 1 && this.#mode === 'none') return this.#start(at);
    if (this.#fingers.size !== 2) return;
    if (this.#mode === 'draw') {
      if (this.#travel < SHORT) this.#ways.drop();
      else this.#ways.lift();
    }
    this.#mode = 'zoom';
  }

  #fingerMove(id: number, way: Touch2d[]): void {
    const finger = this.#fingers.get(id);
    const last = way[way.length - 1];
    if (!finger || !last) return;
    if (this.#mode === 'zoom') return this.#pinch(id, finger, last);
    this.#travel += Math.hypot(last.x - finger.x, last.y - finger.y);
    this.#fingers.set(id, { x: last.x, y: last.y });
    if (this.#mode === 'draw') this.#ways.move(way);
  }

  #pinch(id: number, before: Finger, now: Finger): void {
    const [first, second] = [...this.#fingers.keys()];
    const other = this.#fingers.get(id === first ? (second ?? -1) : (first ?? -1));
    this.#fingers.set(id, { x: now.x, y: now.y });
    if (!other || (id !== first && id !== second)) return;
    const wide = Math.hypot(before.x - other.x, before.y - other.y);
    const wider = Math.hypot(now.x - other.x, now.y - other.y);
    if (wide > 8 && wider > 8) this.#ways.zoom(wider / wide, (now.x + other.x) / 2, (now.y + other.y) / 2);
    this.#ways.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  }

  #fingerUp(id: number): void {
    if (!this.#fingers.delete(id)) return;
    if (this.#mode === 'draw') this.#ways.lift();
    // After a zoom nothing is drawn until every finger has left.
    if (this.#mode === 'draw' || this.#fingers.size === 0) this.#mode = 'none';
  }

  #dropFingers(): void {
    this.#fingers.clear();
    if (this.#mode === 'draw') this.#ways.drop();
    this.#mode = 'none';
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    this.#measure();
    const { x, y } = this.#place(event, 0, 0);
    const lines = event.deltaMode === 1 ? 18 : 1;
    if (event.ctrlKey || event.metaKey) this.#ways.zoom(Math.exp((-event.deltaY * lines) / 240), x, y);
    else if (event.shiftKey && event.deltaX === 0) this.#ways.pan(-event.deltaY * lines, 0);
    else this.#ways.pan(-event.deltaX * lines, -event.deltaY * lines);
  }
}
