// Moving shots by hand in the table, by the number of their line. The hand itself is `Grip`, and the move is the table's.

import type { Id } from '../../host/gen';
import { Grip } from '../../kit/grip';
import type { OpenFilm } from '../../rows';
import type { Move } from '../../rows/moves';

export interface RowDragHost {
  film: OpenFilm;
  mayMove(): boolean;
  dropped(move: Move): void;
}

/** The line shown where the held shot would go, in the window's coordinates. */
export interface Line {
  left: number;
  top: number;
  width: number;
}

/** What a drop reads of an open film: its shots, and the lines shown, which hold omitted ones too. */
export type Lines = Pick<OpenFilm, 'shot' | 'shotsOf' | 'listedShots'>;

/** The move of putting `held` into `scene` before the line `before` (null: at the end); null when nothing would change. */
export function rowDrop(film: Lines, scene: Id, held: Id, before: Id | null): Move | null {
  const lines = film.listedShots(scene);
  const at = before === null ? lines.length : lines.findIndex((line) => line.id === before);
  const passed = lines.slice(0, at).filter((line) => film.shot(line.id) && line.id !== held);
  const after = passed.at(-1)?.id ?? null;
  const now = film.shotsOf(scene);
  const place = now.findIndex((shot) => shot.id === held);
  if (place >= 0 && (now[place - 1]?.id ?? null) === after) return null;
  return { entity: held, parent: scene, after };
}

export class RowDrag {
  /** The shot in the hand. */
  held: Id | null = $state(null);
  line: Line | null = $state.raw(null);
  #host: RowDragHost;
  #frame: HTMLElement | null = null;
  #move: Move | null = null;
  #grip = new Grip({
    find: (target) => {
      const cell = target.closest<HTMLElement>('[data-column=label]');
      return cell && this.#host.mayMove() && this.#host.film.shot(rowOf(cell)) ? cell : null;
    },
    taken: (cell) => (this.held = rowOf(cell)),
    aim: (_, y) => this.#aim(y),
    away: () => (this.#move = this.line = null),
    released: (dropped) => {
      const move = dropped ? this.#move : null;
      this.#move = this.held = this.line = null;
      if (move) this.#host.dropped(move);
    },
  });

  constructor(host: RowDragHost) {
    this.#host = host;
  }

  /** Attachment for the element that scrolls; lines inside carry `data-row`, scenes `data-section`. */
  attach = (frame: HTMLElement): (() => void) => {
    this.#frame = frame;
    return this.#grip.attach(frame);
  };

  #aim(y: number): void {
    const section = this.#sectionAt(y);
    const scene = section?.dataset.section;
    if (!section || !scene || this.held === null) return;
    const lines = [...section.querySelectorAll<HTMLElement>('[data-row]')];
    const boxes = lines.map((line) => line.getBoundingClientRect());
    const past = boxes.findIndex((box) => y < (box.top + box.bottom) / 2);
    this.#move = rowDrop(this.#host.film, scene, this.held, lines[past]?.dataset.row ?? null);
    const { left, width, bottom } = section.getBoundingClientRect();
    this.line = this.#move && { left, width, top: (boxes[past]?.top ?? boxes.at(-1)?.bottom ?? bottom) - 2 };
  }

  /** The scene under the hand, or the nearest: an omitted one takes nothing. */
  #sectionAt(y: number): HTMLElement | null {
    let best: HTMLElement | null = null;
    let least = Infinity;
    for (const section of this.#frame?.querySelectorAll<HTMLElement>('[data-section]') ?? []) {
      const box = section.getBoundingClientRect();
      const far = y < box.top ? box.top - y : Math.max(0, y - box.bottom);
      if (far < least) [least, best] = [far, section];
    }
    return best;
  }
}

const rowOf = (cell: HTMLElement): Id => cell.closest<HTMLElement>('[data-row]')?.dataset.row ?? '';
