import type { Look, Ratio } from '../host/gen';

/** True once ink was laid: the label turns full, because what is inked is decided. */
export const isInked = (look: Look): boolean => look === 'drawn' || look === 'finished';

/** Width divided by height of a film's frame. */
export function frameRatio(ratio: Ratio): number {
  const [width, height] = ratio.split(':').map(Number);
  return (width ?? 16) / (height ?? 9);
}

/** The catalogue key of a stored code: `codeKey('ratio', '16:9')` is `ratio-16-9`, for Fluent knows no colon in names. */
export const codeKey = (family: string, code: string): string => `${family}-${code.replace(/[^A-Za-z0-9_-]/g, '-')}`;
