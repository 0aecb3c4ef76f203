import { session } from '../host/session.svelte';
import { register } from '../rows';
import type { Shortcut } from './keys';
import { currentFilm } from './openFilm.svelte';
import { panes } from './panes.svelte';
import { address, filmRoute, go, route } from './routes.svelte';
import { seal } from './sealing';

const inFilm = (): boolean => currentFilm.open !== null;

function section(at: 'storyboard' | 'shots'): void {
  const place = filmRoute(route());
  if (!place || place.at === at) return;
  go({ at, film: place.film, panel: place.panel, shot: place.shot });
}

/** The keys that work everywhere a file is open. */
export const frameKeys: readonly Shortcut[] = [
  {
    keys: ['Ctrl+K', 'Ctrl+F'],
    text: 'key-search',
    group: 'keys-everywhere',
    whileWriting: true,
    when: () => session.now?.workspace != null,
    run: () => (panes.search = true),
  },
  {
    keys: ['Ctrl+P'],
    text: 'key-print',
    group: 'keys-everywhere',
    whileWriting: true,
    when: inFilm,
    run: () => void (panes.print = currentFilm.open && { film: currentFilm.open.id }),
  },
  {
    // `holdSeal` runs it before a dialog that keeps the keyboard to itself.
    keys: ['Ctrl+L'],
    text: 'key-seal',
    group: 'keys-everywhere',
    whileWriting: true,
    when: () => register.unlocked,
    run: seal,
  },
  { keys: ['?', 'F1'], text: 'key-keys', group: 'keys-everywhere', run: () => (panes.keys = true) },
  {
    keys: ['Alt+1'],
    codes: ['Alt+Digit1'],
    text: 'key-storyboard',
    group: 'keys-everywhere',
    when: inFilm,
    run: () => section('storyboard'),
  },
  {
    keys: ['Alt+2'],
    codes: ['Alt+Digit2'],
    text: 'key-shots',
    group: 'keys-everywhere',
    when: inFilm,
    run: () => section('shots'),
  },
  {
    keys: ['Alt+0'],
    codes: ['Alt+Digit0'],
    text: 'key-home',
    group: 'keys-everywhere',
    run: () => (location.hash = address({ at: 'home' })),
  },
];
