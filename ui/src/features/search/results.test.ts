// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Film, SearchReply } from '../../host/gen';
import { hitsOf, openHit } from './results';

const film = { id: 'f', title: 'Le Terrain vague' } as Film;
const shot = { shot: 's', panel: 'p', label: '2A', size: null, drawing: null, version: null, look: 'empty' as const };
const reply: SearchReply = {
  films: [
    {
      film,
      shots: [
        { ...shot, field: 'action', snippet: [{ text: 'Nour', hit: true }] },
        { ...shot, field: 'dialogue', snippet: [{ text: 'Nour ?', hit: true }] },
        { ...shot, panel: null, shot: 'other', field: 'notes', snippet: [] },
      ],
      texts: [{ entity: 'c', kind: 'scene', field: 'heading', label: '2', snippet: [] }],
    },
  ],
  shots: 3,
  texts: 1,
};

describe('the results', () => {
  it('show a picture once, with everything found in it', () => {
    const [hits] = hitsOf(reply, 'all');
    expect(hits?.shots.map((hit) => hit.snippets.length)).toEqual([2, 1]);
    const ids = [...(hits?.shots ?? []), ...(hits?.texts ?? [])].map((hit) => hit.id);
    expect(new Set(ids).size, 'a name for each').toBe(ids.length);
  });

  it('leave out a film that has nothing in the scope', () => {
    expect(hitsOf({ ...reply, films: [{ film, shots: [], texts: reply.films[0]!.texts }] }, 'shots')).toEqual([]);
    expect(hitsOf(null, 'all')).toEqual([]);
  });
});

it('opens a scene itself, which may have no shot to show it by', () => {
  const text = hitsOf(reply, 'texts')[0]!.texts[0]!;
  const wanted = `#/film/f/storyboard?scene=${text.text!.entity}`;
  expect(text.href).toBe(wanted);
  openHit('f', text);
  expect(location.hash).toBe(wanted);
});
