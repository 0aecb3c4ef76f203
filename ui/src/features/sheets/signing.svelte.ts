// Who signs at the trainer's table, beside the sheet.
import { untrack } from 'svelte';
import type { HalfCode, Sheet, SheetPerson } from '../../host/gen';
import { cellOf, everybody, waiting, type Spot } from './sheet';

/** Somebody, and the half they sign for. */
export interface Signer {
  person: SheetPerson;
  half: HalfCode;
}

/**
 * Whoever was chosen, else the first who has not signed the half that is shown; never somebody whose box is filled meanwhile. As long as
 * something is drawn they stay, whatever another window does to the sheet: nobody's drawing ends under somebody else's name.
 */
export class Signing {
  #sheet: () => Sheet;
  #shown: () => HalfCode | null;
  #picked: Spot | null = $state.raw(null);
  #held: Signer | null = $state.raw(null);
  #turn = $state(0);

  readonly signer: Signer | null = $derived.by(() => {
    const sheet = this.#sheet();
    const shown = this.#shown();
    if (sheet.closed || !shown) return null;
    const held = this.#held && this.#on(this.#held.half) ? this.#held : null;
    if (held) return { ...held, person: this.#row(held.person.person) ?? held.person };
    const picked = this.#picked;
    const person = picked && this.#row(picked.person);
    if (picked && this.#on(picked.half) && person && !person.gone && !cellOf(person, picked.half)?.signature)
      return { person, half: picked.half };
    const next = waiting(sheet, shown)[0];
    return next ? { person: next, half: shown } : null;
  });

  constructor(sheet: () => Sheet, shown: () => HalfCode | null) {
    [this.#sheet, this.#shown] = [sheet, shown];
  }

  /** Whether something stands on the pad. */
  get drawn(): boolean {
    return this.#held !== null;
  }

  set drawn(drawn: boolean) {
    this.#held = drawn ? untrack(() => this.#held ?? this.signer) : null;
  }

  /** Counts who was chosen: each has a new pad, the same person too. */
  get turn(): number {
    return this.#turn;
  }

  /** Somebody is chosen by hand, or nobody: what is drawn goes. */
  pick(spot: Spot | null): void {
    [this.#picked, this.#held] = [spot, null];
    this.#turn += 1;
  }

  /** Whoever marks the box that was to be signed goes on to the next one. */
  marked({ person, half }: Spot): void {
    const is = (spot: Spot | null): boolean => spot?.person === person && spot.half === half;
    const held = this.#held && { person: this.#held.person.person, half: this.#held.half };
    if (is(this.#picked) || is(held)) this.pick(null);
  }

  #row(person: string): SheetPerson | undefined {
    return everybody(this.#sheet()).find((one) => one.person === person);
  }

  #on(half: HalfCode): boolean {
    return this.#sheet().session.halves.some(({ code }) => code === half);
  }
}
