// Taking a case in the hand: pointer events only, one pointer at a time. It reads boxes from the screen and asks
// `drop` what a gap means; it moves nothing itself.

import { drop, gapAt, type Box, type Cell, type Drop } from './drop';

/** Pixels a mouse or pen must travel, and milliseconds a finger must rest, before a case is held. */
const FAR = 6;
const REST = 350;
/** Pixels from the edge where the board scrolls by itself, and its fastest step for each frame. */
const EDGE = 70;
const FASTEST = 18;

interface Pending {
  pointer: number;
  x: number;
  y: number;
  touch: boolean;
  element: HTMLElement;
  cell: Cell;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface DragHost {
  /** The case an element shows. */
  cellOf(element: HTMLElement): Cell | null;
  /** The cases of a scene, in order. */
  cellsOf(scene: string): Cell[];
  dropped(drop: Drop, held: Cell): void;
}

/** The line shown where the held case would go, in the window's coordinates. */
export interface Marker {
  left: number;
  top: number;
  height: number;
}

export class Drag {
  /** The case in the hand. */
  held: Cell | null = $state.raw(null);
  marker: Marker | null = $state.raw(null);
  #host: DragHost;
  #scroller: HTMLElement | null = null;
  #pending: Pending | null = null;
  #ghost: HTMLElement | null = null;
  #offset = { x: 0, y: 0 };
  #at = { x: 0, y: 0 };
  #drop: Drop | null = null;
  #frame = 0;
  #justDropped = false;

  constructor(host: DragHost) {
    this.#host = host;
  }

  /** Attachment for the element that scrolls; cases inside carry `data-cell`, scenes `data-section`. */
  attach = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    const stop = new AbortController();
    const { signal } = stop;
    scroller.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    // A drop ends with a click on what lies below: it must choose nothing.
    scroller.addEventListener('click', (event) => this.#justDropped && event.stopPropagation(), {
      signal,
      capture: true,
    });
    window.addEventListener('pointermove', (event) => this.#move(event), { signal });
    window.addEventListener('pointerup', (event) => this.#up(event), { signal });
    window.addEventListener('pointercancel', (event) => event.pointerId === this.#pending?.pointer && this.cancel(), {
      signal,
    });
    window.addEventListener('blur', () => this.cancel(), { signal });
    window.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
    // While a finger holds a case the page must not scroll under it.
    scroller.addEventListener('touchmove', (event) => this.held && event.preventDefault(), { signal, passive: false });
    return () => {
      this.cancel();
      stop.abort();
    };
  };

  #down(event: PointerEvent): void {
    this.#justDropped = false;
    if (this.#pending) {
      // A second finger: whatever it wants, it is not to hold this case.
      if (!this.held) this.cancel();
      return;
    }
    if (event.button !== 0 || !event.isPrimary || event.ctrlKey) return;
    const element = (event.target as Element).closest<HTMLElement>('[data-cell]');
    const cell = element && this.#host.cellOf(element);
    if (!element || !cell) return;
    const touch = event.pointerType === 'touch';
    const timer = touch ? setTimeout(() => this.#take(), REST) : undefined;
    this.#pending = { pointer: event.pointerId, x: event.clientX, y: event.clientY, touch, element, cell, timer };
  }

  #move(event: PointerEvent): void {
    const pending = this.#pending;
    if (!pending || event.pointerId !== pending.pointer) return;
    this.#at = { x: event.clientX, y: event.clientY };
    if (!this.held) {
      if (Math.hypot(event.clientX - pending.x, event.clientY - pending.y) < FAR) return;
      // A finger that moves at once scrolls.
      if (pending.touch) return this.cancel();
      this.#take();
    }
    event.preventDefault();
    this.#frame ||= requestAnimationFrame(() => this.#follow());
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#pending?.pointer) return;
    const done = this.held ? this.#drop : null;
    const held = this.held;
    this.#justDropped = this.held !== null;
    setTimeout(() => (this.#justDropped = false));
    this.cancel();
    if (done && held) this.#host.dropped(done, held);
  }

  #key(event: KeyboardEvent): void {
    if (!this.held) return;
    // The keyboard waits while the hand is full; Escape opens it.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') this.cancel();
  }

  /** Puts the case back where it was. */
  cancel(): void {
    clearTimeout(this.#pending?.timer);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#ghost?.remove();
    this.#ghost = null;
    this.#pending = null;
    this.#drop = null;
    this.held = null;
    this.marker = null;
  }

  #take(): void {
    const pending = this.#pending;
    if (!pending || !this.#scroller) return;
    const box = pending.element.getBoundingClientRect();
    this.#offset = { x: pending.x - box.left, y: pending.y - box.top };
    this.#at = { x: pending.x, y: pending.y };
    this.#ghost = ghostOf(pending.element, box);
    this.#scroller.append(this.#ghost);
    this.held = pending.cell;
    this.#frame ||= requestAnimationFrame(() => this.#follow());
  }

  #follow(): void {
    this.#frame = 0;
    const scroller = this.#scroller;
    if (!this.held || !this.#ghost || !scroller) return;
    const { x, y } = this.#at;
    this.#ghost.style.transform = `translate(${x - this.#offset.x}px, ${y - this.#offset.y - 6}px) rotate(-2deg)`;
    const frame = scroller.getBoundingClientRect();
    const pull = y < frame.top + EDGE ? y - frame.top - EDGE : Math.max(0, y - frame.bottom + EDGE);
    if (pull !== 0) {
      scroller.scrollTop += Math.max(-1, Math.min(1, pull / EDGE)) * FASTEST;
      this.#frame = requestAnimationFrame(() => this.#follow());
    }
    this.#aim(x, y);
  }

  #aim(x: number, y: number): void {
    const section = this.#sectionAt(y);
    if (!section || !this.held) return;
    const scene = section.dataset.section!;
    const elements = [...section.querySelectorAll<HTMLElement>('[data-cell]')];
    const boxes: Box[] = elements.map((element) => element.getBoundingClientRect());
    const rightToLeft = document.dir === 'rtl';
    this.#drop = drop(this.#host.cellsOf(scene), scene, this.held, gapAt(boxes, x, y, rightToLeft));
    this.marker = this.#drop && markerAt(boxes, this.#drop.gap, section.getBoundingClientRect(), rightToLeft);
  }

  #sectionAt(y: number): HTMLElement | null {
    let best: HTMLElement | null = null;
    let least = Infinity;
    for (const section of this.#scroller?.querySelectorAll<HTMLElement>('[data-section]') ?? []) {
      const box = section.getBoundingClientRect();
      const far = y < box.top ? box.top - y : Math.max(0, y - box.bottom);
      if (far < least) [least, best] = [far, section];
    }
    return best;
  }
}

/** A copy of the case that follows the hand; the one it was taken from stays as its place. */
function ghostOf(element: HTMLElement, box: DOMRect): HTMLElement {
  const ghost = element.cloneNode(true) as HTMLElement;
  for (const name of ['role', 'data-cell', 'tabindex', 'aria-label', 'aria-selected']) ghost.removeAttribute(name);
  ghost.setAttribute('aria-hidden', 'true');
  ghost.classList.add('in-hand');
  ghost.style.width = `${box.width}px`;
  return ghost;
}

function markerAt(boxes: readonly Box[], gap: number, section: DOMRect, rightToLeft: boolean): Marker {
  const after = boxes[gap];
  const before = boxes[gap - 1];
  // At the end of a line the mark stands behind the last case rather than before the first of the next line.
  const behind = before && (!after || after.top >= before.bottom);
  const box = behind ? before : after;
  if (!box) return { left: section.left + 8, top: section.top + 48, height: 120 };
  const start = rightToLeft ? box.right : box.left;
  const end = rightToLeft ? box.left : box.right;
  const out = rightToLeft ? -9 : 9;
  return { left: (behind ? end + out : start - out) - 2, top: box.top, height: box.bottom - box.top };
}
