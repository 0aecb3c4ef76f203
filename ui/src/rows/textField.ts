// A text being typed. It owns the words between the keyboard and the core: what was typed is sent as splices
// against what the writer saw, and what others wrote is adopted as soon as nothing is pending.
// The element stays uncontrolled, so that its native undo works while it has the focus; one focus is one undo step.

import type { Id } from '../host/gen';
import { edit, newGesture } from './edit';

type Typed = HTMLTextAreaElement | HTMLInputElement;

/** Sends one splice; answers with the merged text, or null when it was refused (and told). */
export type SendText = (splice: { seen: string; text: string; gesture: string }) => Promise<string | null>;

/** Milliseconds of silence after which what was typed is sent. */
const PAUSE = 200;

/** Sends to `field` of `entity` through the core's splices. */
export function spliceTo(entity: Id, field: string): SendText {
  return async (splice) => (await edit('splice_text', { entity, field, ...splice }))?.text ?? null;
}

export class TextField {
  /** What the writer sees. */
  text: string;
  // What the next splice is measured against: the last text both sides knew.
  #seen: string;
  // The newest text of the row; adopted when nothing is pending.
  #row: string;
  #send: SendText;
  #gesture = newGesture();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #element: Typed | null = null;
  #shown: (text: string) => void;

  constructor(text: string, send: SendText, shown: (text: string) => void = () => {}) {
    this.text = this.#seen = this.#row = text;
    this.#send = send;
    this.#shown = shown;
  }

  /** True while something typed is not yet known to the core. */
  get dirty(): boolean {
    return this.text !== this.#seen;
  }

  /** The row says this now. Adopted at once, unless words are on their way. */
  adopt(text: string): void {
    this.#row = text;
    if (this.dirty || this.#sending) return;
    this.#seen = text;
    this.#show(text);
  }

  /** The writer's text is now this. */
  type(text: string): void {
    this.text = text;
    this.#shown(text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** A new focus is a new step of undo. */
  focus(): void {
    this.#gesture = newGesture();
  }

  /** Sends what is pending at once. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending) return;
    while (this.dirty) {
      const text = this.text;
      this.#sending = true;
      const merged = await this.#send({ seen: this.#seen, text, gesture: this.#gesture });
      this.#sending = false;
      // Refused: the words stay on the screen and go again with the next keystroke or blur.
      if (merged === null) return;
      this.#seen = text;
      if (this.dirty) continue;
      this.#seen = merged;
      this.#show(merged);
    }
  }

  /** Puts the words as they were when the focus came; used by Escape. */
  revert(text: string): void {
    this.#show(text);
    void this.flush();
  }

  #show(text: string): void {
    if (text !== this.text) {
      this.text = text;
      this.#shown(text);
    }
    const element = this.#element;
    if (!element || element.value === text) return;
    const caret = document.activeElement === element ? shifted(element.value, text, element.selectionStart ?? 0) : null;
    element.value = text;
    if (caret !== null) element.setSelectionRange(caret, caret);
  }

  /** Attachment for a textarea or input: `{@attach field.attach}`. */
  attach = (element: Typed): (() => void) => {
    this.#element = element;
    element.value = this.text;
    const typed = () => this.type(element.value);
    const focused = () => this.focus();
    const sent = () => void this.flush();
    // An element that is taken away blurs in the middle of a render, where no state may change: one step later, then.
    const left = () => queueMicrotask(sent);
    element.addEventListener('input', typed);
    element.addEventListener('focus', focused);
    element.addEventListener('blur', left);
    document.addEventListener('visibilitychange', sent);
    window.addEventListener('pagehide', sent);
    return () => {
      left();
      this.#element = null;
      element.removeEventListener('input', typed);
      element.removeEventListener('focus', focused);
      element.removeEventListener('blur', left);
      document.removeEventListener('visibilitychange', sent);
      window.removeEventListener('pagehide', sent);
    };
  };
}

/** Where a caret at `at` in `before` belongs in `after`, when one stretch of text changed. */
export function shifted(before: string, after: string, at: number): number {
  let head = 0;
  const shortest = Math.min(before.length, after.length);
  while (head < shortest && before[head] === after[head]) head += 1;
  if (at <= head) return at;
  let tail = 0;
  while (tail < shortest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (at >= before.length - tail) return at + after.length - before.length;
  return after.length - tail;
}

/** Sets a short text whole: for lines that are not merged letter by letter. */
export function setTo(entity: Id, field: string): SendText {
  return async ({ text, gesture }) =>
    (await edit('set_field', { entity, field, value: text, gesture })) === null ? null : text;
}
