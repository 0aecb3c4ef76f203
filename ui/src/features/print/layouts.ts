// How the panels stand on a page, as small drawings: the same arrangements as the paper's own (`crates/paper/src/layout.rs`).
import type { PaperDirection } from '../../host/gen';

export const PER_PAGE = [1, 2, 3, 4, 6, 9] as const;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Drawn {
  page: Box;
  frames: Box[];
  /** Lines of words, as boxes without a height. */
  words: Box[];
}

/** The box it is drawn in, the longer and the shorter side of a page, its margin, and the space between cells. */
export const SIZE = { width: 44, height: 34 };
const [LONG, SHORT, MARGIN, GAP] = [42, 30, 3.5, 2];
const PICTURE = 16 / 9;

/** Panels across, and whether their label stands beside them. */
function arranged(count: number, lying: boolean): { across: number; beside: boolean } {
  if (lying) return { across: count === 4 ? 2 : Math.min(3, count), beside: [1, 4, 9].includes(count) };
  return { across: count === 9 ? 3 : count === 6 ? 2 : 1, beside: count === 3 || count === 4 };
}

export function layout(count: number, direction: PaperDirection): Drawn {
  const lying = direction === 'landscape';
  const [width, height] = lying ? [LONG, SHORT] : [SHORT * 0.8, LONG * 0.8];
  const page = { x: (SIZE.width - width) / 2, y: (SIZE.height - height) / 2, width, height };
  const { across, beside } = arranged(count, lying);
  const down = Math.ceil(count / across);
  const cell = (width - MARGIN * 2 - GAP * (across - 1)) / across;
  const row = (height - MARGIN * 2 - GAP * (down - 1)) / down;
  const widest = beside ? cell * 0.62 : cell;
  const frame = Math.min(widest, (row - (beside ? 0 : 2)) * PICTURE);
  const drawn: Drawn = { page, frames: [], words: [] };
  for (let at = 0; at < count; at += 1) {
    const x = page.x + MARGIN + (at % across) * (cell + GAP);
    const y = page.y + MARGIN + Math.floor(at / across) * (row + GAP);
    const tall = frame / PICTURE;
    drawn.frames.push({ x, y, width: frame, height: tall });
    if (beside) drawn.words.push({ x: x + frame + 2, y: y + 1.5, width: cell - frame - 2, height: 0 });
    else drawn.words.push({ x, y: y + tall + 1.5, width: frame * 0.75, height: 0 });
  }
  return drawn;
}
