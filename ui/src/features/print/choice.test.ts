import { describe, expect, it, vi } from 'vitest';
import type { FilmView, PrintLook } from '../../host/gen';

vi.mock('../../host', () => ({ call: vi.fn(), listen: () => () => {}, asFailure: (cause: unknown) => cause }));
vi.mock('../../texts/index.svelte', () => ({
  t: (key: string, words: Record<string, unknown> = {}) => [key, ...Object.values(words)].join(' '),
}));
const { OpenFilm } = await import('../../rows/openFilm.svelte');
const { PrintChoice } = await import('./choice.svelte');
const { labelsOn } = await import('./onPage');

const live = { life: 'live' };
const shot = (id: string, scene: string, position: number, label: string) => ({
  ...live,
  id,
  film: 'f',
  scene,
  position,
  label,
});
const film = () =>
  OpenFilm.from({
    film: { id: 'f' },
    scenes: [
      { ...live, id: 's1', film: 'f', position: 0, number: 1 },
      { ...live, id: 's2', film: 'f', position: 1, number: 2 },
      { ...live, id: 's3', film: 'f', position: 2, number: 3 },
    ],
    shots: [shot('a', 's1', 0, '1A'), shot('b', 's1', 1, '1B'), shot('c', 's2', 0, '2A')],
    panels: [
      { ...live, id: 'a1', shot: 'a', position: 0, label: '1A/1' },
      { ...live, id: 'a2', shot: 'a', position: 1, label: '1A/2' },
    ],
    drawings: [],
  } as unknown as FilmView);
/** Someone deletes a scene. */
function lose(open: ReturnType<typeof film>, scene: string): void {
  const gone = { id: scene, film: 'f', position: 0, number: 0, life: 'trash' };
  const none = { films: [], shots: [], panels: [], drawings: [], strokes: [], marks: [], faces: [], deleted: [] };
  const event = { type: 'changes', document: 'f', changes: { ...none, scenes: [gone] }, totals: null };
  open.receive(event as unknown as Parameters<typeof open.receive>[0]);
}
const look = { per_page: 2, cover: true, direction: 'portrait', paper: 'a4' } as PrintLook;

describe('what is to be made of a film', () => {
  it('is the page alone for who comes from a shot, whatever the film was printed with', () => {
    const choice = new PrintChoice(film());
    choice.begin({ kind: 'storyboard.pdf', look }, { film: 'f', shots: ['b'] });
    expect(choice.asked).toMatchObject({ shots: ['b'], look: { ...look, cover: false } });
  });

  it('is nothing before it is known how the film was printed last time', () => {
    const choice = new PrintChoice(film());
    expect(choice.asked).toBeNull();
    choice.begin({ kind: 'shot-list.pdf', look }, { film: 'f' });
    expect(choice.asked).toEqual({ film: 'f', kind: 'shot-list.pdf', scenes: [], look });
  });

  it('is what the door chose, whatever it was last time', () => {
    const choice = new PrintChoice(film());
    choice.begin({ kind: 'shot-list.csv', look }, { film: 'f', kind: 'storyboard.pdf', shots: ['b'] });
    expect(choice.asked).toMatchObject({ kind: 'storyboard.pdf', shots: ['b'] });
    expect(choice.lines).toBe(1);
  });

  it('keeps the order of the film, whatever was pressed first', () => {
    const choice = new PrintChoice(film());
    choice.begin({ kind: 'storyboard.pdf', look }, { film: 'f' });
    choice.toggleScene('s2');
    choice.toggleScene('s1');
    expect(choice.scenes).toEqual(['s1', 's2']);
    choice.chooseShots();
    expect(choice.shots).toEqual(['a', 'b', 'c']);
    choice.toggleShot('b');
    expect(choice.asked).toMatchObject({ shots: ['a', 'c'] });
    for (const id of ['a', 'c']) choice.toggleShot(id);
    expect(choice.asked, 'no shot at all is nothing, not everything').toBeNull();
    choice.chooseScenes();
    expect(choice.asked).toMatchObject({ scenes: ['s1', 's2'] });
  });

  it('loses what leaves the film meanwhile', () => {
    const open = film();
    const choice = new PrintChoice(open);
    choice.begin({ kind: 'storyboard.pdf', look }, { film: 'f', shots: ['a', 'c'] });
    const gone = { ...shot('a', 's1', 0, '1A'), life: 'trash' };
    const changes = {
      films: [],
      scenes: [],
      shots: [gone],
      panels: [],
      drawings: [],
      strokes: [],
      marks: [],
      faces: [],
    };
    open.receive({
      type: 'changes',
      document: 'f',
      changes: { ...changes, deleted: [] },
      totals: null,
    } as unknown as Parameters<typeof open.receive>[0]);
    expect(choice.shots).toEqual(['c']);
  });

  it('is nothing any more when the only scene that was chosen is deleted, not the whole film', () => {
    const open = film();
    const choice = new PrintChoice(open);
    choice.begin({ kind: 'storyboard.pdf', look }, { film: 'f' });
    choice.toggleScene('s2');
    expect(choice.nothing).toBeNull();
    lose(open, 's2');
    expect([choice.asked, choice.nothing]).toEqual([null, 'scenes']);
    choice.toggleScene('s1');
    expect(choice.asked).toMatchObject({ scenes: ['s1'] });
    lose(open, 's1');
    choice.allScenes();
    expect(choice.asked, 'all of them is asked for by pressing it').toMatchObject({ scenes: [] });
    choice.toggleScene('s3');
    lose(open, 's3');
    expect(choice.asked, 'a film without scenes has none to choose').toMatchObject({ scenes: [] });
  });

  it('is as many lines as shots, and one for a scene that has none yet', () => {
    const choice = new PrintChoice(film());
    choice.begin({ kind: 'shot-list.xlsx', look }, { film: 'f' });
    const labels = () => choice.table.map(({ scene, shot }) => shot?.label ?? `scene ${scene.number}`);
    expect(labels()).toEqual(['1A', '1B', '2A', 'scene 3']);
    expect([choice.lines, choice.hasShots]).toEqual([4, true]);
    choice.toggleScene('s3');
    expect(labels()).toEqual(['scene 3']);
    expect([choice.lines, choice.hasShots], 'a heading is no shot').toEqual([1, false]);
    choice.chooseShots();
    expect([choice.lines, choice.nothing], 'no shot chosen is no line').toEqual([0, 'shots']);
    choice.toggleShot('b');
    expect(labels()).toEqual(['1B']);
  });

  it('names what stands on a page: after the cover, each panel, and the shot that has none', () => {
    const asked = { film: 'f', kind: 'storyboard.pdf' as const, look };
    const open = film();
    expect(labelsOn(open, asked, 1), 'the cover').toBeNull();
    expect(labelsOn(open, asked, 2)).toEqual({ first: '1A/1', last: '1A/2' });
    expect(labelsOn(open, asked, 3)).toEqual({ first: '1B', last: '2A' });
    expect(labelsOn(open, asked, 4), 'a scene without a shot').toEqual({
      first: 'print-scene 3',
      last: 'print-scene 3',
    });
    expect(labelsOn(open, asked, 5)).toBeNull();
    expect(labelsOn(open, { ...asked, kind: 'shot-list.pdf' }, 2)).toBeNull();
  });
});
