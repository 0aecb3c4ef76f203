// A search reply as one list to walk with the arrow keys, and the place each result opens.
import type { Film, Id, SearchReply } from '../../host/gen';
import { address } from '../../places/routes.svelte';

export type Scope = 'all' | 'shots' | 'texts';
type Found = SearchReply['films'][number];
export type FoundShot = Found['shots'][number];
export type FoundText = Found['texts'][number];

export type Hit = { id: string; href: string; label: string } & (
  { shot: FoundShot; text: null } | { shot: null; text: FoundText }
);

export interface FilmHits {
  film: Film;
  shots: Hit[];
  texts: Hit[];
}

function shotHit(film: Id, shot: FoundShot): Hit {
  return {
    id: `shot-${shot.shot}`,
    href: address({ at: 'storyboard', film, panel: shot.panel, shot: shot.shot }),
    label: shot.label,
    shot,
    text: null,
  };
}

function textHit(film: Id, text: FoundText, at: number): Hit {
  const panel = text.kind === 'panel' ? text.entity : null;
  return {
    id: `text-${text.entity}-${text.field}-${at}`,
    href: address({ at: 'storyboard', film, panel }),
    label: text.label,
    shot: null,
    text,
  };
}

/** What is shown for a scope, film by film; films without a result there are left out. */
export function hitsOf(reply: SearchReply | null, scope: Scope): FilmHits[] {
  return (reply?.films ?? [])
    .map((found) => ({
      film: found.film,
      shots: scope === 'texts' ? [] : found.shots.map((shot) => shotHit(found.film.id, shot)),
      texts: scope === 'shots' ? [] : found.texts.map((text, at) => textHit(found.film.id, text, at)),
    }))
    .filter((hits) => hits.shots.length + hits.texts.length > 0);
}
