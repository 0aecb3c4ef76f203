// Texts that the core could not take: held until it can, in the browser's storage too, so that neither leaving the screen nor
// a reload loses a word. Whoever shows the same text again goes on writing the held one.

import type { FailureCode } from '../host';
import type { Id } from '../host/gen';
import { openStorage } from '../ink/unsent';

const PREFIX = 'ql-unsent-text:';
const PAUSES = [500, 1000, 2000, 5000, 10_000];

/** What the storage keeps of a text. */
export interface Held {
  entity: Id;
  field: string;
  /** The last text both sides knew. */
  seen: string;
  text: string;
  /** Set whole, not merged letter by letter. */
  whole: boolean;
}

/** A text that is held. */
export interface Waiting {
  readonly held: Held;
  flush(): Promise<void>;
}

/** Errors that the same words will meet again however often they are sent. */
const FINAL: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'invalid_request',
  'unknown_command',
  'forbidden',
  'not_found',
]);

const nameOf = (entity: Id, field: string): string => `${entity}/${field}`;

export class UnsentTexts<Text extends Waiting> {
  #texts = new Map<string, Text>();
  #storage: Storage | null;
  #changed: (code: FailureCode | null) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  /** `changed` hears why texts wait, or null when none does. */
  constructor(changed: (code: FailureCode | null) => void, storage: Storage | null = openStorage()) {
    this.#changed = changed;
    this.#storage = storage;
  }

  /** The text that waits for this field, if one does. */
  of(entity: Id, field: string): Text | undefined {
    return this.#texts.get(nameOf(entity, field));
  }

  /** Holds a text that was refused; false when it never will be taken. */
  hold(text: Text, code: FailureCode): boolean {
    const { held } = text;
    if (FINAL.has(code)) {
      this.release(text);
      return false;
    }
    const name = nameOf(held.entity, held.field);
    this.#texts.set(name, text);
    this.#write(name, held);
    this.#changed(code);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.retry(), PAUSES[Math.min(this.#failures, PAUSES.length - 1)]);
    this.#failures += 1;
    return true;
  }

  /** The core has it now. */
  release(text: Text): void {
    const name = nameOf(text.held.entity, text.held.field);
    if (this.#texts.get(name) !== text) return;
    this.#texts.delete(name);
    this.#write(name, null);
    if (this.#texts.size > 0) return;
    this.#failures = 0;
    clearTimeout(this.#timer);
    this.#changed(null);
  }

  /** Sends everything again. */
  async retry(): Promise<void> {
    clearTimeout(this.#timer);
    for (const text of [...this.#texts.values()]) await text.flush();
  }

  /** What an earlier window left for these entities and nobody holds yet. */
  left(entities: ReadonlySet<Id>): Held[] {
    const found: Held[] = [];
    try {
      for (let at = 0; at < (this.#storage?.length ?? 0); at++) {
        const key = this.#storage?.key(at);
        if (!key?.startsWith(PREFIX) || this.#texts.has(key.slice(PREFIX.length))) continue;
        const held = read(this.#storage?.getItem(key) ?? '');
        if (held && entities.has(held.entity)) found.push(held);
      }
    } catch {
      return [];
    }
    return found;
  }

  // Storage may be full, or refused altogether: the words then live as long as the window, and are still sent.
  #write(name: string, held: Held | null): void {
    try {
      if (held) this.#storage?.setItem(PREFIX + name, JSON.stringify(held));
      else this.#storage?.removeItem(PREFIX + name);
    } catch {
      return;
    }
  }
}

function read(text: string): Held | null {
  try {
    const held = JSON.parse(text) as Held;
    const whole = [held.entity, held.field, held.seen, held.text].every((part) => typeof part === 'string');
    return whole ? held : null;
  } catch {
    return null;
  }
}
