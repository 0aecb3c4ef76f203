// The keys of the open register, and undo: one for everything that was changed since it was opened.
import { announce } from '../../kit/announce.svelte';
import { tell } from '../../places/files';
import { go, route } from '../../places/routes.svelte';
import type { Shortcut } from '../../places/keys';
import { brief, hasText, t } from '../../texts/index.svelte';
import { people } from './people.svelte';

/** Takes back the last change, or does it again, and says which. */
export async function turn(again: boolean): Promise<void> {
  try {
    const { done, person, name, field } = await people.turn(again);
    if (done === null)
      return announce(t(again ? 'board-said-nothing-to-redo' : 'board-said-nothing-to-undo'), null, 'turned');
    const key = `register-edit-${done}`;
    const named = field === null ? '' : `field-of-${field}`;
    const plain = hasText(named) ? t(named) : hasText(key) ? t(key) : t('register-edit-other');
    const what = name ? t('register-edit-whose', { what: plain, name: brief(name) }) : plain;
    // Whose file it was is what is looked at.
    if (person !== null && route().at === 'register') go({ at: 'register', person });
    announce(t(again ? 'board-said-redone' : 'board-said-undone', { what }), null, 'turned');
  } catch (cause) {
    tell(cause);
  }
}

export const registerKeysOf = (): readonly Shortcut[] => {
  const group = 'keys-register';
  return [
    { keys: ['Ctrl+Z'], text: 'board-key-undo', group, run: () => void turn(false) },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], text: 'board-key-redo', group, run: () => void turn(true) },
  ];
};
