// Moving cases by hand on the board, and onto the scenes listed beside it. It reads boxes from the screen and asks `drop`
// what a gap means; the hand itself is `Grip`, and the move is the board's. Anywhere else the case goes back to its place.

import type { Id } from '../../host/gen';
import { drop, gapAt, type Box, type Cell, type Drop } from './drop';
import { Grip } from '../../kit/grip';

export interface DragHost {
  /** The case an element shows; null when it may not move. */
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
  /** The scene of the list under the hand, where the case would go to the end. */
  over: Id | null = $state(null);
  #host: DragHost;
  #scroller: HTMLElement | null = null;
  #drop: Drop | null = null;
  #grip = new Grip({
    find: (target) => {
      const element = target.closest<HTMLElement>('[data-cell]');
      return element && this.#host.cellOf(element) ? element : null;
    },
    taken: (element) => (this.held = this.#host.cellOf(element)),
    aim: (x, y) => this.#aim(x, y),
    away: (x, y) => this.#away(x, y),
    released: (dropped) => {
      const { held } = this;
      const done = dropped ? this.#drop : null;
      this.#drop = this.held = this.marker = this.over = null;
      if (done && held) this.#host.dropped(done, held);
    },
  });

  constructor(host: DragHost) {
    this.#host = host;
  }

  /** Attachment for the element that scrolls; cases inside carry `data-cell`, scenes `data-section`. */
  attach = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    return this.#grip.attach(scroller);
  };

  #aim(x: number, y: number): void {
    const section = this.#sectionAt(y);
    this.over = null;
    if (!section || !this.held) return;
    const scene = section.dataset.section!;
    const elements = [...section.querySelectorAll<HTMLElement>('[data-cell]')];
    const boxes: Box[] = elements.map((element) => element.getBoundingClientRect());
    const rightToLeft = document.dir === 'rtl';
    this.#drop = drop(this.#host.cellsOf(scene), scene, this.held, gapAt(boxes, x, y, rightToLeft));
    this.marker = this.#drop && markerAt(boxes, this.#drop.gap, section.getBoundingClientRect(), rightToLeft);
  }

  #away(x: number, y: number): void {
    this.#drop = this.marker = this.over = null;
    const scene = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-scene]')?.dataset.scene;
    if (!scene || !this.held) return;
    const cells = this.#host.cellsOf(scene);
    this.#drop = drop(cells, scene, this.held, cells.length);
    if (this.#drop) this.over = scene;
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
