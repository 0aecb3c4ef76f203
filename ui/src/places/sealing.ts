// Sealing the register: by the button in the bar, and by Ctrl+L wherever the keyboard is.
import { announce } from '../kit/announce.svelte';
import { register } from '../rows';
import { t } from '../texts/index.svelte';
import { tell } from './files';
import { combination } from './keys';

/** Seals at once. What is being written is kept first, as when it is left; what is refused is lost with the seal, and that is said. */
export function seal(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  void register.lock().then((all) => announce(t(all ? 'mode-now-sealed' : 'mode-now-sealed-lost')), tell);
}

/** Hears Ctrl+L before everything that keeps the keyboard to itself, until the returned function is called. */
export function holdSeal(): () => void {
  const heard = (event: KeyboardEvent): void => {
    if (combination(event) !== 'Ctrl+L' || !register.unlocked) return;
    event.preventDefault();
    seal();
  };
  window.addEventListener('keydown', heard, true);
  return () => window.removeEventListener('keydown', heard, true);
}
