import type { ExportChoice } from '../../host/gen';

/** Longer through shorter side of the papers. */
const LONG = { a4: 297 / 210, letter: 11 / 8.5 };

/** Width through height of the pages of a choice; a shot list always lies. */
export function sidesOf({ kind, look }: ExportChoice): number {
  const long = LONG[look?.paper ?? 'a4'];
  return kind === 'storyboard.pdf' && look?.direction !== 'landscape' ? 1 / long : long;
}
