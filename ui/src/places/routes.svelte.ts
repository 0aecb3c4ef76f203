// Where we are, kept in the address so that a reload or the back button comes back to the same place:
// #/ · #/film/<id>/storyboard?panel=<id> (or shot, or scene) · #/film/<id>/shots?shot=<id> · #/film/<id>/trash · #/film/<id>/draw/<panel>
// #/register?person=<id> · #/sheets · #/sheets/<session> · #/settings
import type { Id } from '../host/gen';

export type Section = 'storyboard' | 'shots' | 'trash' | 'draw';
export type FilmRoute = { at: Section; film: Id; panel: Id | null; shot: Id | null; scene?: Id };
/** The places of the season: the rail is the same in all of them. */
export type SeasonRoute =
  { at: 'home' } | { at: 'register'; person: Id | null } | { at: 'sheets' } | { at: 'sheet'; session: Id };
export type Route = SeasonRoute | { at: 'settings' } | FilmRoute;

const idForm = /^[0-9a-f-]{36}$/;
const readId = (text: string | null | undefined): Id | null => (text && idForm.test(text) ? text : null);

/** The film a place belongs to, with what is looked at there; null outside of films. */
export const filmRoute = (place: Route): FilmRoute | null => ('film' in place ? place : null);

/** The place an address names; anything unknown is home, never an error. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  const wanted = new URLSearchParams(query);
  switch (parts[0]) {
    case 'settings':
      return { at: 'settings' };
    case 'register':
      return { at: 'register', person: readId(wanted.get('person')) };
    case 'sheets': {
      const session = readId(parts[1]);
      return session ? { at: 'sheet', session } : { at: 'sheets' };
    }
    case 'film': {
      const film = readId(parts[1]);
      return film ? readFilm(film, parts, wanted) : { at: 'home' };
    }
    default:
      return { at: 'home' };
  }
}

function readFilm(film: Id, parts: readonly string[], wanted: URLSearchParams): FilmRoute {
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
// How often the place is held: while it is, no address and no step back leaves it.
let held = 0;
// The address as it was last followed: a newer one is followed as soon as the page hears of it.
let followed = location.hash;

function push(hash: string): void {
  history.pushState(null, '', hash);
  followed = location.hash;
}

function follow(): void {
  if (held === 0) [current, followed] = [readRoute(location.hash), location.hash];
  // A step back is answered by a step forward, so that there are never fewer steps than before.
  else if (location.hash !== address(current)) push(address(current));
}
addEventListener('hashchange', follow);

/** The place shown now; reading it follows its changes. */
export const route = (): Route => current;

/** Stays at this place, whatever the address, the back button or a link say, until the returned function is called. */
export function holdRoute(): () => void {
  held += 1;
  const here = address(current);
  // Two steps of the same place: one step back stays in the page, and is heard.
  push(here);
  const back = (): void => push(here);
  addEventListener('popstate', back);
  return () => {
    held -= 1;
    removeEventListener('popstate', back);
  };
}

/** A place as it is asked for: what is looked at there may be left out. */
export type Address =
  | { at: 'home' | 'settings' | 'sheets' }
  | { at: 'register'; person?: Id | null }
  | { at: 'sheet'; session: Id }
  | { at: Section; film: Id; panel?: Id | null; shot?: Id | null; scene?: Id | null };

/** The address of a place, for links. */
export function address(to: Address): string {
  const query = new URLSearchParams();
  const asked = (path: string): string => (query.size > 0 ? `${path}?${query}` : path);
  switch (to.at) {
    case 'home':
      return '#/';
    case 'settings':
      return '#/settings';
    case 'sheets':
      return '#/sheets';
    case 'sheet':
      return `#/sheets/${to.session}`;
    case 'register':
      if (to.person) query.set('person', to.person);
      return asked('#/register');
    case 'draw':
      return to.panel ? `#/film/${to.film}/draw/${to.panel}` : `#/film/${to.film}/storyboard`;
    default:
      if (to.panel) query.set('panel', to.panel);
      if (to.shot) query.set('shot', to.shot);
      if (to.scene) query.set('scene', to.scene);
      return asked(`#/film/${to.film}/${to.at}`);
  }
}

/** Goes to a place; `replace` leaves no step behind for the back button (following a selection, for instance). */
export function go(to: Address, replace = false): void {
  const hash = address(to);
  if (held > 0 || hash === location.hash) return;
  // What follows a selection does not take somebody back who is leaving.
  if (replace && location.hash !== followed) return;
  if (replace) history.replaceState(null, '', hash);
  else push(hash);
  followed = location.hash;
  current = readRoute(hash);
}
