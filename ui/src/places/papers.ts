// Papers of the register: saved where a trainer says, then shown by the system's viewer. Nothing of them is ever kept elsewhere.
import { call } from '../host';
import type { RegisterPaper } from '../host/gen';
import { announce } from '../kit/announce.svelte';
import { register } from '../rows/register.svelte';
import { brief, t } from '../texts/index.svelte';
import { tell } from './files';
import { askPaperPath, leaveQuestion } from './paths.svelte';

/** Milliseconds after which it is said that a paper is being made: a month of sheets takes longer than a blink. */
const SLOW = 400;
let busy = false;

/**
 * Asks where, writes it, and says under which name: one paper at a time, however often the button is pressed. Rejects when it is
 * refused; answers whether the viewer shows it, or null when the person changed their mind.
 */
export async function writePaper(paper: RegisterPaper): Promise<boolean | null> {
  if (busy) return null;
  busy = true;
  // The name that is offered says whose paper it is: it goes with the seal.
  const sealed = register.onSealed(leaveQuestion);
  let slow: ReturnType<typeof setTimeout> | undefined;
  try {
    const to = await askPaperPath(paper);
    if (to === null) return null;
    slow = setTimeout(() => announce(t('register-paper-making')), SLOW);
    const made = await call('export_paper', { paper, to });
    const name = brief(made.name);
    if (made.beside) announce(t('register-paper-both', { name, beside: brief(made.beside) }));
    else announce(t(made.shown ? 'register-paper-opened' : 'register-paper-saved', { name }));
    return made.shown;
  } finally {
    sealed();
    clearTimeout(slow);
    busy = false;
  }
}

/** The same, for a button: a refusal is announced. */
export const savePaper = (paper: RegisterPaper): Promise<unknown> => writePaper(paper).catch(tell);
