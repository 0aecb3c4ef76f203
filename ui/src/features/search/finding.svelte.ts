// What is searched, what came back, and which result the keys are on. Late answers to older words are dropped.

import { asFailure, call, type Failure } from '../../host';
import type { SearchReply } from '../../host/gen';
import { hitsOf, type Hit, type Scope } from './results';

/** Milliseconds of silence before the words are sent: nobody reads the results of half a word. */
const PAUSE = 120;

export class Finding {
  text = $state('');
  scope: Scope = $state('all');
  reply: SearchReply | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  chosen: string | null = $state(null);
  #asked = 0;
  #behind = false;
  #then: (() => void) | null = null;

  films = $derived(hitsOf(this.reply, this.scope));
  all: Hit[] = $derived(this.films.flatMap((film) => [...film.shots, ...film.texts]));
  current = $derived(this.all.find((hit) => hit.id === this.chosen) ?? this.all[0] ?? null);
  // Counted as they are shown, whatever the scope: one for each picture, one for each line.
  #found = $derived(hitsOf(this.reply, 'all'));
  shots = $derived(this.#found.reduce((sum, film) => sum + film.shots.length, 0));
  texts = $derived(this.#found.reduce((sum, film) => sum + film.texts.length, 0));

  /** Sends the words as they are now, after a pause; returns the way to stop. Made for `$effect(() => finding.ask())`. */
  ask(): () => void {
    const wanted = this.text.trim();
    const mine = (this.#asked += 1);
    this.#behind = wanted !== '';
    this.#then = null;
    if (wanted === '') {
      this.reply = null;
      return () => {};
    }
    const timer = setTimeout(async () => {
      try {
        const found = await call('search', { text: wanted });
        if (mine !== this.#asked) return;
        [this.reply, this.failure, this.chosen] = [found, null, null];
        this.#behind = false;
        this.#then?.();
      } catch (cause) {
        if (mine === this.#asked) this.failure = asFailure(cause);
      }
    }, PAUSE);
    return () => clearTimeout(timer);
  }

  /** Runs `then` when the results are those of the words as they are: a quick Enter must not open one of half a word. */
  onceFound(then: () => void): void {
    if (this.#behind) this.#then = then;
    else then();
  }

  /** Goes one result on or back, around the ends; says which one it is on. */
  step(by: 1 | -1): string | null {
    if (this.all.length === 0) return null;
    const at = this.current ? this.all.indexOf(this.current) : -1;
    this.chosen = this.all[(at + by + this.all.length) % this.all.length]?.id ?? null;
    return this.chosen;
  }
}
