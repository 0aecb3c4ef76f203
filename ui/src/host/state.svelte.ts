import type { Failure } from './errors';

/** The link to the core: `lost` only happens in a browser, when the serving process stopped or the cable was pulled. */
export const connection = $state<{ state: 'connecting' | 'open' | 'lost' | 'refused' }>({ state: 'connecting' });

/** What the bar says about the last edits: how many wait for their durable commit, and the last that failed. */
export const saving = $state<{ pending: number; failure: Failure | null }>({ pending: 0, failure: null });

/** Forgets the last failure, once it was read or the next edit went through. */
export function clearFailure(): void {
  saving.failure = null;
}
