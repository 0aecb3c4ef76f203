// @vitest-environment node
import { expect, it, vi } from 'vitest';
import type { OpenFilm } from '../../rows';

vi.mock('../../rows', () => ({ edit: vi.fn() }));
vi.mock('../../places/routes.svelte', () => ({ go: vi.fn() }));
vi.mock('../../kit/announce.svelte', () => ({ announce: vi.fn() }));
vi.mock('../../texts/index.svelte', () => ({ t: (key: string) => key }));
const { placeOf } = await import('./putBack');

const film = {
  shotsOf: (scene: string) => (scene === 's' ? [{ id: 'h1' }, { id: 'h2' }] : []),
  drawing: () => ({ panel: 'p' }),
} as unknown as OpenFilm;

it('says where what came back is seen', () => {
  expect(placeOf(film, { entity: 'x', kind: 'panel', drawing: 'd' })).toEqual({ panel: 'x', shot: null });
  expect(placeOf(film, { entity: 'x', kind: 'shot', drawing: null })).toEqual({ panel: null, shot: 'x' });
  expect(placeOf(film, { entity: 's', kind: 'scene', drawing: null })).toEqual({ panel: null, shot: null, scene: 's' });
  expect(placeOf(film, { entity: 'x', kind: 'mark', drawing: 'd' })).toEqual({ panel: 'p', shot: null });
});
