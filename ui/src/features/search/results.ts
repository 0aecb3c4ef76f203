// A search reply as one list to walk with the arrow keys, and the place each result opens.
import type { Film, Id, SearchReply } from '../../host/gen';
import { address, go } from '../../places/routes.svelte';

export type Scope = 'all' | 'shots' | 'texts';
type Found = SearchReply['films'][number];
export type FoundShot = Found['shots'][number];
export type FoundText = Found['texts'][number];

export interface Hit {
  id: string;
  href: string;
  label: string;
  /** What was found there, one snippet for each field. */
  snippets: FoundShot['snippet'][];
  shot: FoundShot | null;
  text: FoundText | null;
}

export interface FilmHits {
  film: Film;
  shots: Hit[];
  texts: Hit[];
}

/** One hit for each picture: a panel whose action and dialogue both match is one picture with two snippets. */
function shotHits(film: Id, shots: readonly FoundShot[]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const shot of shots) {
    const id = `found-${shot.panel ?? shot.shot}`;
    const known = hits.get(id);
    if (known) known.snippets.push(shot.snippet);
    else {
      const href = address({ at: 'storyboard', film, panel: shot.panel, shot: shot.shot });
      hits.set(id, { id, href, label: shot.label, snippets: [shot.snippet], shot, text: null });
    }
  }
  return [...hits.values()];
}

function textHit(film: Id, text: FoundText, at: number): Hit {
  // A heading or a summary is its scene's; the film's own title names none, and the board opens as it is.
  const href = address({ at: 'storyboard', film, scene: text.kind === 'scene' ? text.entity : null });
  const id = `found-${text.entity}-${text.field}-${at}`;
  return { id, href, label: text.label, snippets: [text.snippet], shot: null, text };
}

/** What is shown for a scope, film by film; films without a result there are left out. */
export function hitsOf(reply: SearchReply | null, scope: Scope): FilmHits[] {
  return (reply?.films ?? [])
    .map((found) => ({
      film: found.film,
      shots: scope === 'texts' ? [] : shotHits(found.film.id, found.shots),
      texts: scope === 'shots' ? [] : found.texts.map((text, at) => textHit(found.film.id, text, at)),
    }))
    .filter((hits) => hits.shots.length + hits.texts.length > 0);
}

/** Goes to a result: a panel, a shot without any, a scene, or the film. */
export function openHit(film: Id, { shot, text }: Hit): void {
  if (shot) return go({ at: 'storyboard', film, panel: shot.panel, shot: shot.shot });
  go({ at: 'storyboard', film, scene: text?.kind === 'scene' ? text.entity : null });
}
