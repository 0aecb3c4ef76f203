// A refusal of the core in the words of the reader.
import { asFailure } from '../host/errors';
import { t } from './index.svelte';

/** What was refused, and what to do about it. */
export function refusal(cause: unknown): string {
  const { code } = asFailure(cause);
  return `${t(`error-${code}`)} ${t(`error-${code}-hint`)}`;
}
