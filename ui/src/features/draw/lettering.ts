// How a text lies on the drawing, in frame units: its lines, its extent, and where its letters leave ink.
import type { Mark, Ratio } from '../../host/gen';
import { frameHeight, type Box } from '../../ink';
import { beginning, broken } from './fitting';

/** Height of a line, in heights of its letters. */
export const LEADING = 1.2;
/** From the top of a text to its first baseline, in heights of its letters, as in thumbnails and on paper. */
export const BASELINE = 0.93;

/** Whether a line begins at its right end: its first letter with a direction decides. */
export const readsFromRight = (line: string): boolean => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line);

let pencil: CanvasRenderingContext2D | null | undefined;

/** What a line measures in letters of 100; null where nothing can be measured. */
function measured(line: string): TextMetrics | null {
  pencil ??= document.createElement('canvas').getContext('2d');
  if (pencil) pencil.font = `700 100px ${getComputedStyle(document.body).fontFamily}`;
  return pencil?.measureText(line) ?? null;
}

const widthOf = (line: string): number => (measured(line)?.width ?? line.length * 50) / 100;

/** Width and height of a text in frame units. */
export function textExtent(text: string, size: number): [width: number, height: number] {
  const lines = text.split('\n');
  return [Math.max(...lines.map(widthOf)) * size, lines.length * size * LEADING];
}

/** The text as it is kept: no line wider than `room`, frame units. */
export const lineBroken = (text: string, size: number, room: number): string =>
  broken(text, room, (line) => widthOf(line) * size);

/** Where a text begins whose first line has its middle here, and how far down it may go. */
export function textStart(x: number, y: number, size: number, ratio: Ratio): { x: number; y: number; foot: number } {
  const foot = frameHeight(ratio);
  return { ...beginning(x, y - size / 2, size, size * LEADING, foot), foot };
}

/** Around the letters of each line: the room beside a short line, and above small letters, holds no ink. */
export function inkedBoxes({ text, size, x0, y0 }: Pick<Mark, 'text' | 'size' | 'x0' | 'y0'>): Box[] {
  const lines = text.split('\n');
  const widths = lines.map(widthOf);
  const widest = Math.max(...widths);
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const metrics = measured(line);
    const baseline = y0 + (at * LEADING + BASELINE) * size;
    const width = (widths[at] ?? 0) * size;
    const left = readsFromRight(line) ? x0 + widest * size - width : x0;
    const [above, below] = [metrics?.actualBoundingBoxAscent ?? 75, metrics?.actualBoundingBoxDescent ?? 22];
    return [
      { left, top: baseline - (above / 100) * size, right: left + width, bottom: baseline + (below / 100) * size },
    ];
  });
}
