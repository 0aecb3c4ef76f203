// A text while it is written on the drawing. It is kept a moment after each pause of the hand, all as one step of undo, so
// that whatever happens takes a moment of writing at most. What cannot be kept when it is left is held until it can: a new text by
// the outbox, a changed one as any other text.
import { call } from '../../host';
import type { AddMark, Colour, Id, Mark } from '../../host/gen';
import { edit, faces, newGesture, spliceTo, waitingText, writing } from '../../rows';
import { roomAt } from './fitting';
import { lineBroken, textExtent } from './lettering';
import { outbox } from './unsent.svelte';

/** Milliseconds without a key after which what is written is kept. */
const PAUSE = 500;

/** Where a new text begins, frame units, and how it is written. */
export interface Start {
  x: number;
  y: number;
  size: number;
  colour: Colour;
  /** The lower edge of the sheet: a text that grows over it moves up. */
  foot?: number;
}

export class Writer {
  readonly drawing: Id;
  readonly x: number;
  readonly size: number;
  readonly colour: Colour;
  /** The widest a line may be, frame units. */
  readonly room: number;
  /** Null until the core has it. */
  mark: Id | null = $state(null);
  text = $state('');
  // What the core has.
  #seen = '';
  #kept = 0;
  // Where it was begun, and the edge it stays above while it is new.
  #begun: number;
  #foot = Infinity;
  #asked = false;
  #gesture = newGesture();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(drawing: Id, at: Start | Mark) {
    this.drawing = drawing;
    this.size = at.size;
    this.colour = at.colour;
    [this.x, this.#begun] = 'id' in at ? [at.x0, at.y0] : [at.x, at.y];
    this.room = roomAt(this.x, at.size, 'id' in at ? textExtent(at.text, at.size)[0] : 0);
    if ('id' in at) {
      this.mark = at.id;
      this.text = this.#seen = at.text;
    } else this.#foot = at.foot ?? Infinity;
  }

  /** The text changed under the hand. */
  wrote(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#then(() => this.#keep()), PAUSE);
  }

  /** The text is left: kept, or removed when nothing is left of it. */
  finish(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#then(() => this.#settle());
  }

  // One after the other: each has to know what the one before made.
  #then(step: () => Promise<void>): Promise<void> {
    return (this.#last = this.#last.then(step));
  }

  /** The text with the line breaks that keep it on the sheet. */
  get laid(): string {
    return lineBroken(this.text, this.size, this.room);
  }

  /** Its upper edge. */
  get y(): number {
    const over = this.#begun + textExtent(this.laid, this.size)[1] - this.#foot;
    return over > 0 ? Math.max(0, Math.round(this.#begun - over)) : this.#begun;
  }

  get #words(): string {
    return this.laid.replace(/\s+$/, '');
  }

  // In passing: a failure is not told yet, leaving the text tries again.
  async #keep(): Promise<void> {
    const words = this.#words;
    if (words === '' || words === this.#seen) return;
    // Earlier words still wait: these join them when the text is left.
    if (this.mark !== null && waitingText(this.mark, 'text') !== null) return;
    try {
      if (this.mark === null) {
        this.#asked = true;
        const request = this.#request(words);
        this.mark = (await call('add_mark', request)).id;
        this.#kept = request.y0;
      } else await call('splice_text', this.#splice(this.mark, words));
      this.#seen = words;
    } catch {
      return;
    }
  }

  async #settle(): Promise<void> {
    const words = this.#words;
    const { mark, y } = this;
    // What it grew over the edge while it was new, it moves up.
    if (mark !== null && words !== '' && this.#foot < Infinity && y !== this.#kept)
      await edit('set_field', { entity: mark, field: 'y0', value: y, gesture: this.#gesture });
    if (words === this.#seen) return;
    if (mark === null) outbox.push('add_mark', this.drawing, this.#request(words), this.#asked);
    else if (words !== '') await this.#hand(mark, words);
    else if ((await edit('delete_entity', { entity: mark, gesture: this.#gesture })) === null) return;
    this.#seen = words;
  }

  #hand(mark: Id, words: string): Promise<void> {
    const left = writing(this.#seen, spliceTo(mark, 'text', this.#gesture));
    left.type(words);
    return left.flush();
  }

  #request(text: string): AddMark {
    const { drawing, x, y, size, colour } = this;
    const gesture = this.#gesture;
    return { drawing, kind: 'text', x0: x, y0: y, x1: x, y1: y, colour, size, text, face: faces.id, gesture };
  }

  #splice(entity: Id, text: string) {
    return { entity, field: 'text', seen: this.#seen, text, face: faces.id, gesture: this.#gesture };
  }
}
