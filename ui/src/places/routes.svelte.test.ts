// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { address, go, readRoute, route } from './routes.svelte';

const film = '380b4054-c9ee-572f-b4e3-1e5ba9f45446';
const panel = '11111111-c9ee-572f-b4e3-1e5ba9f45446';

describe('the address', () => {
  it('comes back to the same place', () => {
    for (const at of ['storyboard', 'shots', 'trash'] as const) {
      expect(readRoute(address({ at, film, panel }))).toEqual({ at, film, panel, shot: null });
    }
    expect(readRoute(address({ at: 'draw', film, panel }))).toEqual({ at: 'draw', film, panel, shot: null });
    expect(readRoute(address({ at: 'settings' }))).toEqual({ at: 'settings' });
  });

  it('is home when it names nothing we know', () => {
    for (const hash of ['', '#', '#/', '#/film', '#/film/<script>', '#/film/../../etc', '#/nothing']) {
      expect(readRoute(hash), hash).toEqual({ at: 'home' });
    }
  });

  it('without a panel to draw shows the storyboard', () => {
    expect(readRoute(`#/film/${film}/draw`)).toMatchObject({ at: 'storyboard', film });
  });

  it('leaves no step behind when it only follows a selection', () => {
    go({ at: 'storyboard', film });
    const steps = history.length;
    go({ at: 'storyboard', film, panel }, true);
    expect(history.length).toBe(steps);
    expect(route()).toMatchObject({ at: 'storyboard', panel });
  });
  it('name a scene that has no shot yet', () => {
    const [film, scene] = ['0'.repeat(8), '1'.repeat(8)].map((head) => `${head}-0000-4000-8000-000000000000`);
    const hash = address({ at: 'storyboard', film: film!, scene: scene! });
    expect(readRoute(hash)).toEqual({ at: 'storyboard', film, panel: null, shot: null, scene });
  });
});
