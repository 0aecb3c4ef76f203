// How a text is kept on the sheet: where it begins, and where its lines break. What is stored is a place and a text with
// real line breaks, so that it looks the same in thumbnails and on paper.
import { FRAME } from '../../ink';

/** What a text has room for at least, in heights of its letters: a long word. */
const WORD = 6;
/** What stays free at the right edge of the sheet, in heights of its letters. */
const EDGE = 0.25;

/** Where a text begins whose first line is put here: far enough from the edges for that line to hold a word. Frame units. */
export function beginning(x: number, y: number, size: number, lineHeight: number, sheetHeight: number) {
  const within = (at: number, most: number) => Math.round(Math.max(0, Math.min(most, at)));
  return { x: within(x, FRAME - (WORD + EDGE) * size), y: within(y, sheetHeight - lineHeight) };
}

/** How wide a line may be that begins at `x`, frame units. A text moved over the edge keeps the width it has. */
export const roomAt = (x: number, size: number, width = 0): number =>
  Math.max(FRAME - x - EDGE * size, WORD * size, width);

/** The text with line breaks where a line would be wider than `room`; `widthOf` measures a line. */
export function broken(text: string, room: number, widthOf: (line: string) => number): string {
  const fits = (line: string) => widthOf(line.trimEnd()) <= room;
  return text
    .split('\n')
    .flatMap((line) => (fits(line) ? [line] : linesOf(line, fits)))
    .join('\n');
}

// Where browsers break a line too: after spaces, never before the signs that French sets apart, and after a hyphen.
const BREAKS = /(?<= )(?![ !?:;»)\]])|(?<=\p{L}-)(?=\p{L})/u;

function linesOf(line: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let last = '';
  const put = (piece: string): void => {
    if (last !== '' && !fits(last + piece)) {
      lines.push(last.trimEnd());
      last = '';
    }
    last += piece;
  };
  for (const part of line.split(BREAKS)) {
    put(part);
    if (fits(last)) continue;
    // A word too long for a line of its own is broken anywhere.
    last = '';
    for (const letter of part) put(letter);
  }
  return [...lines, last];
}
