// Taking an arrow or a text in the hand, or one of an arrow's grips: mouse, pen or finger. Nothing here knows what moves;
// it says how far the hand went.
//
// WebKitGTK has no pointer events for fingers, only touch events: where no pointer event announced the finger, the touch
// events say the same.
import type { Mark } from '../../host/gen';
import type { Grip } from './marks.svelte';

/** Pixels the hand travels before it moves something: less is a press. */
const FAR = 4;

export interface TakingWays {
  taken(mark: Mark): void;
  moved(mark: Mark, grip: Grip, dx: number, dy: number): void;
  /** The hand opened; `far`: it had moved something. */
  put(mark: Mark, far: boolean): void;
  /** What was held is no more in sight, the hand still closed: another tool, another panel, or someone removed it. */
  slipped(mark: Mark, far: boolean): void;
}

interface Held {
  element: Element;
  mark: Mark;
  grip: Grip;
  x: number;
  y: number;
  far: boolean;
  /** The pointer's id, or the finger's. */
  id: number;
}

export class Taking {
  #ways: TakingWays;
  #held: Held | null = null;
  // A browser whose pointer events tell fingers tells them a second time as touches.
  #pointers = false;

  constructor(ways: TakingWays) {
    this.#ways = ways;
  }

  /** Attachment of what is taken. The mark is asked for when the hand comes. */
  hold(mark: () => Mark, grip: Grip): (element: Element) => () => void {
    return (element) => {
      const stop = new AbortController();
      const on = (name: string, heard: (event: never) => void) =>
        element.addEventListener(name, heard as (event: Event) => void, { signal: stop.signal, passive: false });
      on('pointerdown', (event: PointerEvent) => {
        if (event.pointerType === 'touch') this.#pointers = true;
        if (event.button !== 0 || !this.#take(element, mark(), grip, event, event.pointerId)) return;
        element.setPointerCapture(event.pointerId);
      });
      on('pointermove', (event: PointerEvent) => this.#move(event, event.pointerId));
      for (const name of ['pointerup', 'pointercancel']) on(name, (event: PointerEvent) => this.#put(event.pointerId));
      for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'])
        on(name, (event: TouchEvent) => this.#touch(element, mark, grip, event));
      return () => {
        stop.abort();
        const held = this.#held;
        if (held?.element !== element) return;
        this.#held = null;
        this.#ways.slipped(held.mark, held.far);
      };
    };
  }

  #touch(element: Element, mark: () => Mark, grip: Grip, event: TouchEvent): void {
    if (this.#pointers) return;
    // The mouse events made up from this touch would take it a second time; so the focus is given here.
    if (event.cancelable) event.preventDefault();
    for (const touch of Array.from(event.changedTouches)) {
      if (event.type === 'touchmove') this.#move(touch, touch.identifier);
      else if (event.type !== 'touchstart') this.#put(touch.identifier);
      else if (this.#take(element, mark(), grip, touch, touch.identifier))
        (element as SVGElement).focus({ preventScroll: true });
    }
  }

  #take(element: Element, mark: Mark, grip: Grip, at: { clientX: number; clientY: number }, id: number): boolean {
    if (this.#held) return false;
    this.#held = { element, mark, grip, x: at.clientX, y: at.clientY, far: false, id };
    this.#ways.taken(mark);
    return true;
  }

  #move({ clientX, clientY }: { clientX: number; clientY: number }, id: number): void {
    const held = this.#held;
    if (held?.id !== id) return;
    const [dx, dy] = [clientX - held.x, clientY - held.y];
    held.far ||= Math.hypot(dx, dy) >= FAR;
    if (held.far) this.#ways.moved(held.mark, held.grip, dx, dy);
  }

  #put(id: number): void {
    const held = this.#held;
    if (held?.id !== id) return;
    this.#held = null;
    this.#ways.put(held.mark, held.far);
  }
}
