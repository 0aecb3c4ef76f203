// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { address, filmRoute, go, holdRoute, readRoute, route } from './routes.svelte';

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

  it('comes back to the register and to a sheet', () => {
    const session = panel;
    expect(readRoute(address({ at: 'register' }))).toEqual({ at: 'register', person: null });
    expect(readRoute(address({ at: 'register', person: panel }))).toEqual({ at: 'register', person: panel });
    expect(readRoute(address({ at: 'sheets' }))).toEqual({ at: 'sheets' });
    expect(readRoute(address({ at: 'sheet', session }))).toEqual({ at: 'sheet', session });
    expect(filmRoute(readRoute(address({ at: 'sheet', session })))).toBeNull();
  });

  it('forgets a half, a session or a person it does not know', () => {
    // The half that is signed is that of the hour, whenever a sheet is opened: no address names one.
    expect(readRoute(`#/sheets/${panel}?half=evening`)).toEqual({ at: 'sheet', session: panel });
    expect(readRoute('#/sheets/../../etc')).toEqual({ at: 'sheets' });
    expect(readRoute('#/register?person=<script>')).toEqual({ at: 'register', person: null });
  });

  it('is left by nothing while it is held', async () => {
    go({ at: 'sheet', session: panel });
    const release = holdRoute();
    go({ at: 'home' });
    expect(route()).toMatchObject({ at: 'sheet' });
    location.hash = '#/settings';
    dispatchEvent(new Event('hashchange'));
    expect([route().at, location.hash]).toEqual(['sheet', `#/sheets/${panel}`]);
    const steps = history.length;
    dispatchEvent(new Event('popstate'));
    expect(history.length, 'a step back is answered by a step forward').toBeGreaterThanOrEqual(steps);
    release();
    go({ at: 'home' });
    expect(route()).toEqual({ at: 'home' });
  });

  it('is home when it names nothing we know', () => {
    for (const hash of ['', '#', '#/', '#/film', '#/film/<script>', '#/film/../../etc', '#/nothing']) {
      expect(readRoute(hash), hash).toEqual({ at: 'home' });
    }
  });

  it('without a panel to draw shows the storyboard', () => {
    expect(readRoute(`#/film/${film}/draw`)).toMatchObject({ at: 'storyboard', film });
  });

  it('takes nobody back who is leaving', async () => {
    go({ at: 'storyboard', film });
    // A link was pressed, and the page has not heard of it yet.
    location.hash = '#/settings';
    go({ at: 'storyboard', film, panel }, true);
    expect(location.hash).toBe('#/settings');
    dispatchEvent(new Event('hashchange'));
    expect(route()).toEqual({ at: 'settings' });
    go({ at: 'storyboard', film, panel }, true);
    expect(route()).toMatchObject({ at: 'storyboard', panel });
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
