// Papers beside the calls: a page as a picture that is let go of when it is no longer shown, and a PDF in a tab of its own.
import { bytes, inWindow } from './index';

/** A picture in the memory of the page, until it is released. */
export interface HeldPicture {
  address: string;
  release: () => void;
}

/** How long a new tab may take to read what it shows, in milliseconds. */
const READ = 60_000;

/**
 * A page of the paper that is looked at, there to be shown at once. Its bytes are asked for by name in the window too: only
 * they say that a key is over (`not_found`), and a picture that is replaced all the time is kept nowhere else.
 */
export async function pagePicture(key: string, page: number, width: number): Promise<HeldPicture> {
  const held = hold(await bytes(`page/${key}/${page}/${width}`), 'image/png');
  const picture = new Image();
  picture.src = held.address;
  try {
    await picture.decode();
  } catch (cause) {
    held.release();
    throw cause;
  }
  return held;
}

/**
 * Shows a PDF that `print_film` made in a tab of its own. A browser may refuse a tab that nobody pressed for just now: it is
 * then given back, for a link. The app's window has no tabs.
 */
export async function openPrinted(name: string): Promise<{ shown: boolean; paper: HeldPicture | null }> {
  if (inWindow) return { shown: false, paper: null };
  const paper = hold(await bytes(`printed/${name}`), 'application/pdf');
  if (!window.open(paper.address, '_blank')) return { shown: false, paper };
  setTimeout(paper.release, READ);
  return { shown: true, paper: null };
}

function hold(content: ArrayBuffer, type: string): HeldPicture {
  const address = URL.createObjectURL(new Blob([content], { type }));
  return { address, release: () => URL.revokeObjectURL(address) };
}
