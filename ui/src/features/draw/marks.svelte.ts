// Arrows and texts on the drawing: made, moved, bent, written, removed. Each is an entity of its own, so that two people
// can move two of them at once; none of them is ink.
import { saving } from '../../host';
import type { Colour, Id, Mark } from '../../host/gen';
import { sweepsArrow, sweepsBox, type Arrow, type Parcel, type Sweep } from '../../ink';
import { edit, faces, newGesture, waitingText } from '../../rows';
import { inkedBoxes } from './lettering';
import type { Page } from './page.svelte';
import { toolbox } from './toolbox.svelte';
import { outbox, unsentMarks } from './unsent.svelte';
import { Writer, type Start } from './writer.svelte';

/** What a handle moves. */
export type Grip = 'all' | 'tail' | 'head' | 'bend';

export class Marks {
  selected: Id | null = $state(null);
  writing: Writer | null = $state.raw(null);
  /** The arrow under the hand. */
  draft: Arrow | null = $state.raw(null);
  /** Where a mark is while it is dragged: shown in place of its row. */
  moved: Mark | null = $state.raw(null);
  #page: () => Page | null;
  // What this pass of the eraser already asked to remove.
  #rubbed = new Set<Id>();
  #pass = '';
  // The arrow just drawn, on its way.
  #made: string | null = null;

  constructor(page: () => Page | null) {
    this.#page = page;
  }

  /** The rows as they are seen now, with those on their way. */
  get list(): Mark[] {
    const page = this.#page();
    if (!page) return [];
    // Words that wait for the core are in sight all the while.
    const kept = saving.held.texts ? page.marks.map(asWritten) : page.marks;
    const marks = [...kept, ...unsentMarks(page.drawing)];
    const { moved } = this;
    return moved ? marks.map((mark) => (mark.id === moved.id ? moved : mark)) : marks;
  }

  /** Whether the core has it: only then can it be moved, written, removed. */
  isKept(mark: Mark): boolean {
    return this.#page()?.marks.some((one) => one.id === mark.id) ?? false;
  }

  addArrow(arrow: Arrow, colour: Colour): void {
    const page = this.#page();
    if (!page) return;
    const { drawing } = page;
    this.#made = outbox.push('add_mark', drawing, { drawing, kind: 'arrow', colour, ...arrow, face: faces.id });
  }

  /** The core answered: a new arrow is in the hand, ready to be bent. */
  landed = (parcel: Parcel, reply: unknown): void => {
    if (parcel.key !== this.#made) return;
    this.#made = null;
    // Chosen is only what is seen to be: the hand may hold another tool by now.
    if (toolbox.gear === 'arrow') this.selected = (reply as { id: Id }).id;
  };

  /** Nothing is chosen any more: another tool is in the hand, or it began something else. */
  letGo(): void {
    this.selected = null;
    this.#made = null;
  }

  /** Opens a text for writing: an existing one, or a new one at this place. */
  write(at: Start | Mark): void {
    const page = this.#page();
    if (!page) return;
    this.finishWriting();
    this.selected = 'id' in at ? at.id : null;
    this.writing = new Writer(page.drawing, at);
  }

  finishWriting(): void {
    void this.writing?.finish();
    this.writing = null;
  }

  remove(mark: Id, gesture?: string): void {
    if (this.selected === mark) this.selected = null;
    void edit('delete_entity', gesture === undefined ? { entity: mark } : { entity: mark, gesture });
  }

  /** Shows a mark moved by this much. */
  drag(mark: Mark, grip: Grip, dx: number, dy: number): void {
    const to = { ...mark };
    if (grip === 'all' || grip === 'tail') [to.x0, to.y0] = [Math.round(mark.x0 + dx), Math.round(mark.y0 + dy)];
    if (grip === 'all' || grip === 'head') [to.x1, to.y1] = [Math.round(mark.x1 + dx), Math.round(mark.y1 + dy)];
    if (grip === 'bend') {
      const length = Math.hypot(mark.x1 - mark.x0, mark.y1 - mark.y0) || 1;
      const off = ((mark.x1 - mark.x0) * dy - (mark.y1 - mark.y0) * dx) / length;
      to.bend = Math.round(Math.max(-length / 2, Math.min(length / 2, mark.bend + off)));
    }
    this.moved = to;
  }

  /** Keeps where it was dragged, as one step of undo. */
  async settle(mark: Mark, gesture = newGesture()): Promise<void> {
    const { moved } = this;
    if (!moved || moved.id !== mark.id) return;
    // Someone removed it meanwhile: there is nothing left to move.
    if (this.#page()?.drawing === mark.drawing && !this.isKept(mark)) return void (this.moved = null);
    const fields = mark.kind === 'arrow' ? (['x0', 'y0', 'x1', 'y1', 'bend'] as const) : (['x0', 'y0'] as const);
    const changed = fields.filter((field) => moved[field] !== mark[field]);
    await Promise.all(
      changed.map((field) => edit('set_field', { entity: mark.id, field, value: moved[field], gesture })),
    );
    if (this.moved === moved) this.moved = null;
  }

  /** The eraser passed here. */
  sweep(sweep: Sweep, gesture: string): void {
    if (this.#pass !== gesture) this.#rubbed.clear();
    this.#pass = gesture;
    for (const mark of this.#page()?.marks ?? []) {
      if (this.#rubbed.has(mark.id) || !isSwept(mark, sweep)) continue;
      this.#rubbed.add(mark.id);
      this.remove(mark.id, gesture);
    }
  }
}

function asWritten(mark: Mark): Mark {
  const text = mark.kind === 'text' ? waitingText(mark.id, 'text') : null;
  return text === null ? mark : { ...mark, text };
}

function isSwept(mark: Mark, sweep: Sweep): boolean {
  if (mark.kind === 'arrow') return sweepsArrow(sweep, mark);
  return inkedBoxes(mark).some((box) => sweepsBox(sweep, box));
}
