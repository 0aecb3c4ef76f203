// The browser's own Ctrl+P prints the screen, which nobody wants on paper. In a film the key opens our dialog; where it cannot,
// before a dialog or a menu that keep the keyboard to themselves, it does nothing.
import { combination } from './keys';
import { currentFilm } from './openFilm.svelte';

/** Begins; the returned function ends it. */
export function holdBrowserPrint(): () => void {
  const refuse = (event: KeyboardEvent): void => {
    if (combination(event) !== 'Ctrl+P') return;
    if (!currentFilm.open || document.querySelector('dialog[open], :popover-open')) event.preventDefault();
  };
  // Before anyone who stops the event on its way.
  window.addEventListener('keydown', refuse, true);
  return () => window.removeEventListener('keydown', refuse, true);
}
