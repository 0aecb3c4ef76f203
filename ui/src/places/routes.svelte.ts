// Where we are, kept in the address so that a reload or the back button comes back to the same place:
// #/ · #/film/<id>/storyboard?panel=<id> (or shot, or scene) · #/film/<id>/shots?shot=<id> · #/film/<id>/trash · #/film/<id>/draw/<panel> · #/settings
import type { Id } from '../host/gen';

export type Section = 'storyboard' | 'shots' | 'trash' | 'draw';
export type Route =
  { at: 'home' } | { at: 'settings' } | { at: Section; film: Id; panel: Id | null; shot: Id | null; scene?: Id };

const idForm = /^[0-9a-f-]{36}$/;
const readId = (text: string | null | undefined): Id | null => (text && idForm.test(text) ? text : null);

/** The place an address names; anything unknown is home, never an error. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  const film = readId(parts[1]);
  if (parts[0] === 'settings') return { at: 'settings' };
  if (parts[0] !== 'film' || !film) return { at: 'home' };
  const wanted = new URLSearchParams(query);
  const shot = readId(wanted.get('shot'));
  const panel = readId(wanted.get('panel'));
  switch (parts[2]) {
    case 'shots':
    case 'trash':
      return { at: parts[2], film, panel, shot };
    case 'draw': {
      const drawn = readId(parts[3]);
      return drawn ? { at: 'draw', film, panel: drawn, shot: null } : { at: 'storyboard', film, panel, shot };
    }
    default: {
      const scene = readId(wanted.get('scene'));
      return { at: 'storyboard', film, panel, shot, ...(scene ? { scene } : {}) };
    }
  }
}

let current = $state.raw<Route>(readRoute(location.hash));
addEventListener('hashchange', () => (current = readRoute(location.hash)));

/** The place shown now; reading it follows its changes. */
export const route = (): Route => current;

/** The address of a place, for links. */
export function address(
  to:
    | { at: 'home' }
    | { at: 'settings' }
    | { at: Section; film: Id; panel?: Id | null; shot?: Id | null; scene?: Id | null },
): string {
  if (to.at === 'home') return '#/';
  if (to.at === 'settings') return '#/settings';
  if (to.at === 'draw') return to.panel ? `#/film/${to.film}/draw/${to.panel}` : `#/film/${to.film}/storyboard`;
  const query = new URLSearchParams();
  if (to.panel) query.set('panel', to.panel);
  if (to.shot) query.set('shot', to.shot);
  if (to.scene) query.set('scene', to.scene);
  const asked = query.size > 0 ? `?${query}` : '';
  return `#/film/${to.film}/${to.at}${asked}`;
}

/** Goes to a place; `replace` leaves no step behind for the back button (following a selection, for instance). */
export function go(to: Parameters<typeof address>[0], replace = false): void {
  const hash = address(to);
  if (hash === location.hash) return;
  if (replace) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  current = readRoute(hash);
}
