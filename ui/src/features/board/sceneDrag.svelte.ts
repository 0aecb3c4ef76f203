// Moving scenes by hand in the list of scenes.

import type { Id, Scene } from '../../host/gen';
import type { Move } from '../../rows/moves';
import { Grip } from '../../kit/grip';

export interface SceneDragHost {
  film: Id;
  /** Scenes in order; empty when nothing may move. */
  scenes(): readonly Scene[];
  dropped(move: Move): void;
}

/** The line shown where the held scene would go, in the window's coordinates. */
export interface Line {
  left: number;
  top: number;
  width: number;
}

/** The move of putting `held` at `gap` (0 before the first); null when nothing would change. */
export function sceneDrop(scenes: readonly { id: Id }[], film: Id, held: Id, gap: number): Move | null {
  if (scenes[gap]?.id === held || scenes[gap - 1]?.id === held) return null;
  return { entity: held, parent: film, after: scenes[gap - 1]?.id ?? null };
}

export class SceneDrag {
  held: Id | null = $state(null);
  line: Line | null = $state.raw(null);
  #host: SceneDragHost;
  #list: HTMLElement | null = null;
  #move: Move | null = null;
  #grip = new Grip({
    find: (target) => (this.#host.scenes().length > 1 ? target.closest<HTMLElement>('[data-scene]') : null),
    taken: (element) => (this.held = element.dataset.scene ?? null),
    aim: (_, y) => this.#aim(y),
    away: () => (this.#move = this.line = null),
    released: (dropped) => {
      const move = dropped ? this.#move : null;
      this.#move = this.held = this.line = null;
      if (move) this.#host.dropped(move);
    },
  });

  constructor(host: SceneDragHost) {
    this.#host = host;
  }

  attach = (list: HTMLElement): (() => void) => {
    this.#list = list;
    return this.#grip.attach(list);
  };

  #aim(y: number): void {
    if (!this.#list || this.held === null) return;
    const elements = [...this.#list.querySelectorAll<HTMLElement>('[data-scene]')];
    const boxes = elements.map((element) => element.getBoundingClientRect());
    const past = boxes.findIndex((box) => y < (box.top + box.bottom) / 2);
    const gap = past < 0 ? boxes.length : past;
    this.#move = sceneDrop(this.#host.scenes(), this.#host.film, this.held, gap);
    const box = boxes[gap] ?? boxes.at(-1);
    const top = boxes[gap]?.top ?? boxes.at(-1)?.bottom;
    this.line = this.#move && box && top !== undefined ? { left: box.left, top: top - 3, width: box.width } : null;
  }
}
