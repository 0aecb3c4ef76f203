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
  /** Whether another file was opened since it was begun. */
  readonly elsewhere: boolean;
  flush(): Promise<void>;
}

/** Errors that the same words will meet again however often they are sent. */
const FINAL: ReadonlySet<FailureCode> = new Set<FailureCode>(['invalid_request', 'unknown_command', 'forbidden']);

const nameOf = (entity: Id, field: string): string => `${entity}/${field}`;

export class UnsentTexts<Text extends Waiting> {
  /** Goes up each time another file is opened. */
  file = 0;
  #texts = new Map<string, Text>();
  // For a file that is not open now.
  #aside = new Map<string, Held>();
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

  /** Holds words that were left, before anyone asks for their text: whoever shows it goes on writing them. */
  take(text: Text): void {
    this.#texts.set(nameOf(text.held.entity, text.held.field), text);
  }

  /** Holds a text that was refused; false when it never will be taken. */
  hold(text: Text, code: FailureCode): boolean {
    const { held } = text;
    // What the open file does not know may be another one's.
    if (text.elsewhere || code === 'not_found') {
      this.keep(held);
      return text.elsewhere;
    }
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
    const waiting = this.#texts.get(name);
    if (waiting && waiting !== text) return;
    this.#aside.delete(name);
    this.#write(name, null);
    if (this.#texts.delete(name) && this.#texts.size === 0) this.#rest();
  }

  /** Keeps words for a file that is not open now, until `left` is asked for their entity. */
  keep(held: Held): void {
    const name = nameOf(held.entity, held.field);
    this.#aside.set(name, held);
    this.#write(name, held);
  }

  /** Another file is opened: what waits is kept for the one it belongs to. */
  setAside(): void {
    this.file += 1;
    if (this.#texts.size === 0) return;
    for (const { held } of this.#texts.values()) this.keep(held);
    this.#texts.clear();
    this.#rest();
  }

  #rest(): void {
    this.#failures = 0;
    clearTimeout(this.#timer);
    this.#changed(null);
  }

  /** Sends everything again. */
  async retry(): Promise<void> {
    clearTimeout(this.#timer);
    for (const text of [...this.#texts.values()]) await text.flush();
  }

  /** What an earlier window left, or was kept, for these entities and nobody holds yet. */
  left(entities: ReadonlySet<Id>): Held[] {
    const kept = new Map([...this.#stored(), ...this.#aside]);
    const found = [...kept].filter(([name, { entity }]) => entities.has(entity) && !this.#texts.has(name));
    for (const [name] of found) this.#aside.delete(name);
    return found.map(([, held]) => held);
  }

  #stored(): [string, Held][] {
    const found: [string, Held][] = [];
    try {
      for (let at = 0; at < (this.#storage?.length ?? 0); at++) {
        const key = this.#storage?.key(at);
        const held = key?.startsWith(PREFIX) ? read(this.#storage?.getItem(key) ?? '') : null;
        if (key && held) found.push([key.slice(PREFIX.length), held]);
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
