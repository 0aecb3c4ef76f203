// Taking a thing of a list in the hand: one pointer at a time. It knows when something is held, carries its copy and
// scrolls at the edges; what the place under the hand means is asked of the host, which moves the row itself.
//
// Mouse, pen and most touch screens speak in pointer events. WebKitGTK has none for fingers, only touch events: where
// no pointer event announced the finger, the touch events say the same.

/** Pixels a mouse or pen must travel, and milliseconds a finger must rest, before a thing is held. */
const FAR = 6;
const REST = 350;
/** Pixels from the edge where the list scrolls by itself, and its fastest step for each frame. */
const EDGE = 70;
const FASTEST = 18;

export interface GripHost {
  /** What would be held at this place; null when there is nothing to hold, or nothing may move. */
  find(target: Element): HTMLElement | null;
  taken(element: HTMLElement): void;
  /** The hand is here over the list, in the window's coordinates. */
  aim(x: number, y: number): void;
  /** The hand is here, over something else: what it means there, or nothing. */
  away(x: number, y: number): void;
  /** The hand opened, on purpose or because everything goes back. */
  released(dropped: boolean): void;
}

interface Pending {
  /** The pointer's id; null when touch events tell the finger. */
  pointer: number | null;
  x: number;
  y: number;
  touch: boolean;
  element: HTMLElement;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Grip {
  #host: GripHost;
  #scroller: HTMLElement | null = null;
  #pending: Pending | null = null;
  #held = false;
  #ghost: HTMLElement | null = null;
  #offset = { x: 0, y: 0 };
  #at = { x: 0, y: 0 };
  #frame = 0;
  #justDropped = false;

  constructor(host: GripHost) {
    this.#host = host;
  }

  /** Attachment for the element that scrolls. */
  attach = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    const stop = new AbortController();
    const { signal } = stop;
    scroller.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    // A drop ends with a click on what lies below: it must choose nothing. A long press asks for no menu either.
    const swallow = (event: Event): void => {
      if (!this.#justDropped && !(event.type === 'contextmenu' && this.#pending?.touch)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    scroller.addEventListener('click', swallow, { signal, capture: true });
    scroller.addEventListener('contextmenu', swallow, { signal, capture: true });
    window.addEventListener('pointermove', (event) => event.pointerId === this.#pending?.pointer && this.#move(event), {
      signal,
    });
    window.addEventListener('pointerup', (event) => event.pointerId === this.#pending?.pointer && this.#up(), {
      signal,
    });
    window.addEventListener('pointercancel', (event) => event.pointerId === this.#pending?.pointer && this.cancel(), {
      signal,
    });
    scroller.addEventListener('touchstart', (event) => this.#touched(event), { signal, passive: true });
    // While a finger holds something the page must not scroll under it.
    scroller.addEventListener('touchmove', (event) => this.#dragged(event), { signal, passive: false });
    scroller.addEventListener('touchend', (event) => this.#lifted(event), { signal, passive: false });
    scroller.addEventListener('touchcancel', () => this.#pending?.pointer === null && this.cancel(), { signal });
    window.addEventListener('blur', () => this.cancel(), { signal });
    window.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
    return () => {
      this.cancel();
      stop.abort();
    };
  };

  #down(event: PointerEvent): void {
    this.#justDropped = false;
    if (this.#pending) {
      // A second finger: whatever it wants, it is not to hold this.
      if (!this.#held) this.cancel();
      return;
    }
    if (event.button !== 0 || !event.isPrimary || event.ctrlKey) return;
    this.#begin(event.target as Element, event.clientX, event.clientY, event.pointerId, event.pointerType === 'touch');
  }

  #touched(event: TouchEvent): void {
    if (event.touches.length > 1) {
      if (this.#pending?.pointer === null && !this.#held) this.cancel();
      return;
    }
    const finger = event.touches[0];
    if (!this.#pending && finger) this.#begin(event.target as Element, finger.clientX, finger.clientY, null, true);
  }

  #begin(target: Element, x: number, y: number, pointer: number | null, touch: boolean): void {
    const element = this.#host.find(target);
    if (!element) return;
    const timer = touch ? setTimeout(() => this.#take(), REST) : undefined;
    this.#at = { x, y };
    this.#pending = { pointer, x, y, touch, element, timer };
  }

  #dragged(event: TouchEvent): void {
    if (this.#held && event.cancelable) event.preventDefault();
    const finger = event.touches[0];
    if (this.#pending?.pointer === null && finger) this.#move(finger);
  }

  #lifted(event: TouchEvent): void {
    if (this.#pending?.pointer !== null) return;
    // The mouse events made up from this touch would press what lies below.
    if (this.#held && event.cancelable) event.preventDefault();
    this.#up();
  }

  #move(point: { clientX: number; clientY: number }): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#at = { x: point.clientX, y: point.clientY };
    if (!this.#held) {
      if (Math.hypot(point.clientX - pending.x, point.clientY - pending.y) < FAR) return;
      // A finger that moves at once scrolls.
      if (pending.touch) return this.cancel();
      this.#take();
    }
    this.#frame ||= requestAnimationFrame(() => this.#follow());
  }

  #up(): void {
    const held = this.#held;
    // Where the hand is now, not where it was at the last frame.
    if (held) this.#tell();
    this.#justDropped = held;
    setTimeout(() => (this.#justDropped = false), 50);
    this.#open(held);
  }

  #key(event: KeyboardEvent): void {
    if (!this.#held) return;
    // The keyboard waits while the hand is full; Escape opens it.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') this.cancel();
  }

  /** Puts everything back where it was. */
  cancel(): void {
    if (this.#pending) this.#open(false);
  }

  #open(dropped: boolean): void {
    clearTimeout(this.#pending?.timer);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#ghost?.remove();
    this.#ghost = null;
    this.#pending = null;
    const held = this.#held;
    this.#held = false;
    if (held) this.#host.released(dropped);
  }

  #take(): void {
    const pending = this.#pending;
    if (!pending || !this.#scroller) return;
    const box = pending.element.getBoundingClientRect();
    this.#offset = { x: pending.x - box.left, y: pending.y - box.top };
    this.#ghost = ghostOf(pending.element, box);
    this.#ghost.style.transformOrigin = [this.#offset.x, this.#offset.y].map((at) => `${at}px`).join(' ');
    this.#scroller.append(this.#ghost);
    this.#held = true;
    this.#host.taken(pending.element);
    this.#frame ||= requestAnimationFrame(() => this.#follow());
  }

  #follow(): void {
    this.#frame = 0;
    const scroller = this.#scroller;
    if (!this.#held || !this.#ghost || !scroller) return;
    const { x, y } = this.#at;
    const frame = scroller.getBoundingClientRect();
    // Beside its list the copy is small in the hand, so that what it would be dropped on is seen.
    const size = this.#isOver() ? '' : ' scale(0.4)';
    this.#ghost.style.transform = `translate(${x - this.#offset.x}px, ${y - this.#offset.y - 6}px) rotate(-2deg)${size}`;
    const pull = y < frame.top + EDGE ? y - frame.top - EDGE : Math.max(0, y - frame.bottom + EDGE);
    if (pull !== 0 && x >= frame.left && x <= frame.right) {
      scroller.scrollTop += Math.max(-1, Math.min(1, pull / EDGE)) * FASTEST;
      this.#frame = requestAnimationFrame(() => this.#follow());
    }
    this.#tell();
  }

  #tell(): void {
    const { x, y } = this.#at;
    if (this.#isOver()) this.#host.aim(x, y);
    else this.#host.away(x, y);
  }

  /** Whether the hand is over the list. */
  #isOver(): boolean {
    const { x, y } = this.#at;
    const box = this.#scroller?.getBoundingClientRect();
    return !!box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  }
}

/** A copy that follows the hand; what it was taken from stays as its place. */
function ghostOf(element: HTMLElement, box: DOMRect): HTMLElement {
  const ghost = element.cloneNode(true) as HTMLElement;
  for (const { name } of [...ghost.attributes]) if (name !== 'class' && name !== 'style') ghost.removeAttribute(name);
  ghost.setAttribute('aria-hidden', 'true');
  ghost.classList.add('in-hand');
  ghost.style.width = `${box.width}px`;
  return ghost;
}
