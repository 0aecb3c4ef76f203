// Putting something back where it was, or where someone chose, and the way to go and see it.

import type { Id } from '../../host/gen';
import { announce } from '../../kit/announce.svelte';
import { go } from '../../places/routes.svelte';
import { edit, type OpenFilm } from '../../rows';
import { t } from '../../texts/index.svelte';

interface Put {
  entity: Id;
  kind: 'scene' | 'shot' | 'panel' | 'mark';
  drawing: Id | null;
}

type Place = { panel: Id | null; shot: Id | null; scene?: Id };

/** What the board shows of it: a panel, a shot without any, or a scene. */
export function placeOf(film: OpenFilm, { entity, kind, drawing }: Put): Place {
  if (kind === 'panel') return { panel: entity, shot: null };
  if (kind === 'shot') return { panel: null, shot: entity };
  if (kind === 'mark') return { panel: (drawing && film.drawing(drawing)?.panel) ?? null, shot: null };
  return { panel: null, shot: null, scene: entity };
}

/** Sends the restoration; true once it is durable. A refusal was already told. */
export async function putBack(film: OpenFilm, put: Put, parent?: Id): Promise<boolean> {
  const { entity } = put;
  if (!(await edit('restore_entity', parent === undefined ? { entity } : { entity, parent }))) return false;
  announce(t('trash-restored'), {
    label: t('trash-see'),
    run: () => go({ at: 'storyboard', film: film.id, ...placeOf(film, put) }),
    back: false,
  });
  return true;
}
