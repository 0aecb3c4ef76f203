// The workshop's own words: schools do not name the same shots alike. A word is given for one key of a family of codes
// ("size-ELS"), and stands for its long form too ("size-ELS-full"), so that nobody meets two names for one thing.
import { isolate } from './bidi';

/** The families that can be named anew, as their keys begin. */
export const OWN_FAMILIES = ['size', 'shot-type', 'angle', 'side', 'movement', 'support', 'status'] as const;
export type OwnFamily = (typeof OWN_FAMILIES)[number];

/** The longest word the core keeps, in characters. */
export const OWN_WORD = 60;

/** Every key that own words stand for. Words of other families change nothing: the interface keeps its own sentences. */
export function ownTexts(words: Readonly<Record<string, string>>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, written] of Object.entries(words)) {
    const word = isolate(written.trim());
    if (word === '' || !OWN_FAMILIES.some((family) => key.startsWith(`${family}-`))) continue;
    texts.set(key, word);
    texts.set(`${key}-full`, word);
  }
  return texts;
}
