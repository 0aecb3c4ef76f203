// What is done to a whole film from its menus, each announced with its way back where there is one.
import { call } from '../../host';
import type { Film, FilmInk, Pattern } from '../../host/gen';
import { announce } from '../../kit/announce.svelte';
import { tell } from '../../places/files';
import { go } from '../../places/routes.svelte';
import { edit } from '../../rows';
import { brief, t } from '../../texts/index.svelte';

/** The design's five pairs: a film's ink and its pattern, so that no film is known by its colour alone. */
export const pairs: readonly { ink: FilmInk; pattern: Pattern }[] = [
  { ink: 'orange', pattern: 'mesh' },
  { ink: 'sky', pattern: 'steps' },
  { ink: 'mint', pattern: 'dots' },
  { ink: 'sun', pattern: 'gingham' },
  { ink: 'rose', pattern: 'waves' },
];

/** The pair used least so far, the first among equals: two films side by side look different. */
export function nextPair(films: readonly Film[]): { ink: FilmInk; pattern: Pattern } {
  const uses = pairs.map((pair) => films.filter((film) => film.ink === pair.ink).length);
  return pairs[uses.indexOf(Math.min(...uses))] ?? { ink: 'orange', pattern: 'mesh' };
}

export async function duplicateFilm(film: Film): Promise<void> {
  try {
    const { id } = await call('duplicate_film', { film: film.id, title: t('film-copy-title', { title: film.title }) });
    const open = { label: t('film-open-copy'), run: () => go({ at: 'storyboard', film: id }), back: false };
    announce(t('film-said-duplicated'), open);
  } catch (cause) {
    tell(cause);
  }
}

/** Puts a film aside; true when it is. */
export async function archiveFilm(film: Film): Promise<boolean> {
  try {
    await call('archive_film', { film: film.id });
    const back = { label: t('put-back'), run: () => void restoreFilm(film) };
    announce(t('film-said-archived', { title: brief(film.title) }), back);
    return true;
  } catch (cause) {
    tell(cause);
    return false;
  }
}

export async function restoreFilm(film: Film): Promise<void> {
  try {
    await call('restore_film', { film: film.id });
    announce(t('card-restored', { title: brief(film.title) }));
  } catch (cause) {
    tell(cause);
  }
}

/** Freezes or frees the labels of a film; the announcement can take it back. */
export async function lockFilm(film: Film, locked: boolean): Promise<void> {
  if ((await edit(locked ? 'lock_film' : 'unlock_film', { film: film.id })) === null) return;
  const back = { label: t('put-back'), run: () => void lockFilm(film, !locked) };
  announce(t(locked ? 'film-said-locked' : 'film-said-unlocked'), back);
}
