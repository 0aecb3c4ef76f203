// One undo for everything that was changed in the open register: files of people, and sheets.
import { call, type Reply } from '../host';
import { announce } from '../kit/announce.svelte';
import { brief, dateWords, hasText, t } from '../texts/index.svelte';
import { tell } from './files';
import type { Shortcut } from './keys';
import { go, route } from './routes.svelte';

/** Takes back the last change, or does it again, and says which. */
export async function turn(again: boolean): Promise<void> {
  try {
    const turned = await call(again ? 'redo_register' : 'undo_register', {});
    if (turned.done === null)
      return announce(t(again ? 'board-said-nothing-to-redo' : 'board-said-nothing-to-undo'), null, 'turned');
    // What it was is what is looked at.
    const here = route();
    if (turned.person !== null) go({ at: 'register', person: turned.person });
    else if (turned.session !== null && !(here.at === 'sheet' && here.session === turned.session))
      go({ at: 'sheet', session: turned.session });
    announce(t(again ? 'board-said-redone' : 'board-said-undone', { what: what(turned) }), null, 'turned');
  } catch (cause) {
    tell(cause);
  }
}

function what({ done, name, field, date }: Reply<'undo_register'>): string {
  const key = `register-edit-${done}`;
  const named = field === null ? '' : `field-of-${field}`;
  const plain = hasText(named) ? t(named) : hasText(key) ? t(key) : t('register-edit-other');
  if (date && name) return t('register-edit-line', { what: plain, name: brief(name), date: dateWords(date) });
  if (date) return t('register-edit-on-sheet', { what: plain, date: dateWords(date) });
  return name ? t('register-edit-whose', { what: plain, name: brief(name) }) : plain;
}

/** The keys of it, on every page where it is. */
export const turningKeys = (when = (): boolean => true): readonly Shortcut[] => {
  const group = 'keys-register';
  return [
    { keys: ['Ctrl+Z'], text: 'board-key-undo', group, when, run: () => void turn(false) },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'board-key-redo', group, when, run: () => void turn(true) },
  ];
};
