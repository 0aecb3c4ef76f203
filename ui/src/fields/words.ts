import { hasText, t } from '../texts/index.svelte';

/** The word of a stored code, or the text itself when it is people's own. */
export const word = (family: string, code: string): string =>
  hasText(`${family}-${code}`) ? t(`${family}-${code}`) : code;

/** Several codes as one line, the empty ones left out. */
export const words = (...pairs: [family: string, code: string | null][]): string =>
  pairs.flatMap(([family, code]) => (code ? [word(family, code)] : [])).join(', ');
