import type { Settings } from '../host/gen';

const night = matchMedia('(prefers-color-scheme: dark)');
let shown: Settings | null = null;

/** Puts the settings' light, sizes, letters and movement on the page; `system` follows the computer as it changes. */
export function wear(settings: Settings): void {
  shown = settings;
  const root = document.documentElement;
  const dark = settings.theme === 'dark' || (settings.theme === 'system' && night.matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.textSize = settings.text_size;
  root.dataset.letters = settings.letters;
  if (settings.less_motion) root.dataset.lessMotion = '';
  else delete root.dataset.lessMotion;
}

night.addEventListener('change', () => {
  if (shown) wear(shown);
});
