// The half of a session that somebody chose to see, which its address names, and what the clock said then: when the clock says another one,
// the choice is over. What an address alone names, as after a reload, was chosen by nobody.
import type { HalfCode, Id } from '../../host/gen';

let chosen: { session: Id; half: HalfCode; due: HalfCode | null } | null = null;

export function chooseHalf(session: Id, half: HalfCode, due: HalfCode | null): void {
  chosen = { session, half, due };
}

/** Whoever opens the register again starts from the hour. */
export function forgetHalf(): void {
  chosen = null;
}

export const isChosen = (session: Id, half: HalfCode | null, due: HalfCode | null): boolean =>
  chosen?.session === session && chosen.half === half && chosen.due === due;
