// A text being typed. It owns the words between the keyboard and the core: what was typed is sent as splices
// against what the writer saw, and what others wrote is adopted as soon as nothing is pending.
// The element stays uncontrolled, so that its native undo works while it has the focus; one focus is one undo step.

import { asFailure, call, holdBack } from '../host';
import type { Id } from '../host/gen';
import { session } from '../host/session.svelte';
import { newGesture, tellEdit, tellFailure } from './edit';
import { faces } from './faces.svelte';
import { UnsentTexts, type Held } from './unsentTexts';

type Typed = HTMLTextAreaElement | HTMLInputElement;

/** Where a text goes, and how: `send` answers with the merged text, or rejects. */
export interface TextWay {
  entity: Id;
  field: string;
  /** Set whole, not merged letter by letter. */
  whole: boolean;
  send: (splice: { seen: string; text: string; gesture: string }) => Promise<string>;
}

/** Milliseconds of silence after which what was typed is sent. */
const PAUSE = 200;

const unsent = new UnsentTexts<TextField>((code) => holdBack('texts', code));

/** Sends to `field` of `entity` through the core's splices; all as part of `gesture`, where one is given. */
export function spliceTo(entity: Id, field: string, gesture?: string): TextWay {
  const send: TextWay['send'] = async (splice) => {
    const part = gesture === undefined ? splice : { ...splice, gesture };
    return (await call('splice_text', { entity, field, face: faces.id, ...part })).text;
  };
  return { entity, field, whole: false, send };
}

/** Sets a short text whole: for lines that are not merged letter by letter. `value` is what the core is to keep for it. */
export function setTo(entity: Id, field: string, value = (text: string): string => text): TextWay {
  const send: TextWay['send'] = async ({ text, gesture }) => {
    await call('set_field', { entity, field, value: value(text), face: faces.id, gesture });
    return text;
  };
  return { entity, field, whole: true, send };
}

export class TextField {
  /** What the writer sees. */
  text: string;
  // What the next splice is measured against: the last text both sides knew.
  #seen: string;
  #way: TextWay;
  #gesture = newGesture();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #element: Typed | null = null;
  #told = false;
  #file = unsent.file;
  /** Hears what the writer sees. */
  shown: (text: string) => void;

  constructor(text: string, way: TextWay, shown: (text: string) => void = () => {}) {
    this.text = this.#seen = text;
    this.#way = way;
    this.shown = shown;
  }

  /** What has to be kept so that nothing of it is lost. */
  get held(): Held {
    const { entity, field, whole } = this.#way;
    return { entity, field, whole, seen: this.#seen, text: this.text };
  }

  /** Whether another file was opened since: the words wait for the one they were written in. */
  get elsewhere(): boolean {
    return this.#file !== unsent.file;
  }

  /** True while something typed is not yet known to the core. */
  get dirty(): boolean {
    return this.text !== this.#seen;
  }

  /** The row says this now. Adopted at once, unless words are on their way. */
  adopt(text: string): void {
    if (this.dirty || this.#sending) return;
    this.#seen = text;
    this.#show(text);
  }

  /** The writer's text is now this. */
  type(text: string): void {
    this.text = text;
    this.shown(text);
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
    if (this.elsewhere && this.dirty) return unsent.keep(this.held);
    while (this.dirty) {
      const text = this.text;
      tellEdit();
      this.#sending = true;
      const answer = this.#way.send({ seen: this.#seen, text, gesture: this.#gesture });
      const merged = await answer.catch((cause: unknown) => this.#refused(cause));
      this.#sending = false;
      if (merged === null) return;
      this.#told = false;
      this.#seen = text;
      if (this.dirty) continue;
      this.#seen = merged;
      this.#show(merged);
    }
    unsent.release(this);
  }

  // The words stay on the screen; they are held and sent again until the core takes them. It is told once.
  #refused(cause: unknown): null {
    const failure = asFailure(cause);
    const kept = unsent.hold(this, failure.code);
    if (!this.#told && !(kept && this.elsewhere)) tellFailure(failure, () => void this.flush());
    this.#told = true;
    return null;
  }

  /** Puts the words as they were when the focus came; used by Escape. */
  revert(text: string): void {
    this.#show(text);
    void this.flush();
  }

  #show(text: string): void {
    if (text !== this.text) {
      this.text = text;
      this.shown(text);
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

/** The text of a field to write in: the one that waits for the core, when one does. */
export function writing(text: string, way: TextWay, shown?: (text: string) => void): TextField {
  const waiting = unsent.of(way.entity, way.field);
  if (!waiting) return new TextField(text, way, shown);
  if (shown) waiting.shown = shown;
  waiting.adopt(text);
  return waiting;
}

/** The words that wait for a field of an entity, where some do. */
export const waitingText = (entity: Id, field: string): string | null => unsent.of(entity, field)?.text ?? null;

/** Sends what waits at once: the person asked, or the link is back. */
export const retryTexts = (): Promise<void> => unsent.retry();

/** Sends what an earlier window could not, for these entities. */
export function recoverTexts(entities: ReadonlySet<Id>): void {
  for (const { entity, field, seen, text, whole } of unsent.left(entities)) {
    const left = new TextField(seen, whole ? setTo(entity, field) : spliceTo(entity, field));
    left.type(text);
    unsent.take(left);
    void left.flush();
  }
}

session.onLeft(() => unsent.setAside());
if (typeof window !== 'undefined') window.addEventListener('online', () => void retryTexts());
