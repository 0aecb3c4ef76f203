// Choosing a file on this computer: the system's own dialog where there is one, else a path written in a field.
import { asFailure, call } from '../host';
import type { Commands, RegisterPaper } from '../host/gen';
import { session } from '../host/session.svelte';
import { announce } from '../kit/announce.svelte';
import { t } from '../texts/index.svelte';

export type Purpose = Commands['choose_path'][0]['purpose'];

type Asked = Commands['choose_path'][0];
type Target = NonNullable<Asked['export']>;

interface Question {
  purpose: Purpose;
  /** The name that is offered for a new file. */
  name: string | null;
  /** What is exported is a table; else it is a paper. */
  isTable: boolean;
  answer: (path: string | null) => void;
}

let question = $state.raw<Question | null>(null);

/** The question the path dialog is asking now. */
export const pathQuestion = (): Question | null => question;

/** Nobody answers any more: what is asked now is taken away. */
export const leaveQuestion = (): void => question?.answer(null);

/** Asks for a path; null when the person changed their mind. */
export const askPath = (purpose: Purpose, target?: Target): Promise<string | null> =>
  ask(target ? { purpose, export: target } : { purpose });

/** Asks where a paper of the register goes; null when the person changed their mind. */
export const askPaperPath = (paper: RegisterPaper): Promise<string | null> => ask({ purpose: 'save_export', paper });

async function ask(asked: Asked): Promise<string | null> {
  const { purpose, export: target } = asked;
  if (!session.now?.dialogs && !target && !asked.paper) return askInWords(purpose, null);
  try {
    const { path, name } = await call('choose_path', asked);
    return session.now?.dialogs ? path : await askInWords(purpose, name, target);
  } catch (cause) {
    const failure = asFailure(cause);
    // A system without dialogs of its own still has a keyboard.
    if (failure.code === 'not_found') return askInWords(purpose, null, target);
    announce(t(`error-${failure.code}`), null, 'trouble');
    return null;
  }
}

function askInWords(purpose: Purpose, name: string | null, target?: Target): Promise<string | null> {
  return new Promise((resolve) => {
    question = {
      purpose,
      name,
      isTable: target !== undefined && !target.kind.endsWith('.pdf'),
      answer: (path) => {
        question = null;
        resolve(path);
      },
    };
  });
}

/**
 * A path as it is meant: a bare name lies beside the film's file, where one looks for it, and a new file has the ending of the name that
 * was offered, without which no program would know it again.
 */
export function completed(path: string, beside: string, offered: string | null): string {
  // File managers copy a path in quotes.
  const bare = path.replace(/^(['"])(.*)\1$/, '$2');
  const named = /[/\\]$/.test(bare) ? bare + (offered ?? '') : bare;
  const whole = /^([/\\~]|[a-z]:[/\\])/i.test(named) ? named : beside + named;
  const ending = offered?.match(/\.[a-z]+$/i)?.[0] ?? '';
  return whole.toLowerCase().endsWith(ending.toLowerCase()) ? whole : whole + ending;
}
