import { describe, expect, it, vi } from 'vitest';
import type { Changes, FilmView, Panel, Scene, Shot } from '../host/gen';

vi.mock('../host', () => ({ call: vi.fn(), listen: () => () => {}, asFailure: (cause: unknown) => cause }));
const { OpenFilm } = await import('./openFilm.svelte');

const scene = (id: string, position: number) => ({ id, film: 'f', position, life: 'live' }) as Scene;
const shot = (id: string, parent: string, position: number) =>
  ({ id, film: 'f', scene: parent, position, size: null, angle: null, estimate_ms: 0, life: 'live' }) as Shot;
const panel = (id: string, parent: string, position: number) =>
  ({ id, film: 'f', shot: parent, position, life: 'live' }) as Panel;
const none: Changes = {
  films: [],
  scenes: [],
  shots: [],
  panels: [],
  drawings: [],
  strokes: [],
  marks: [],
  faces: [],
  deleted: [],
};

function open() {
  const view = {
    film: { id: 'f', title: 'F' },
    scenes: [scene('s2', 1), scene('s1', 0)],
    shots: [shot('b', 's1', 1), shot('a', 's1', 0), shot('c', 's2', 0)],
    panels: [panel('a1', 'a', 0), panel('a2', 'a', 1), panel('b1', 'b', 0), panel('c1', 'c', 0)],
    drawings: [],
    totals: { shots: 3 },
    undo: 'add_panel',
    redo: null,
  } as unknown as FilmView;
  return OpenFilm.from(view);
}
const change = (film: ReturnType<typeof open>, changes: Partial<Changes>) =>
  film.receive({ type: 'changes', document: 'f', changes: { ...none, ...changes }, totals: null });
const ids = (rows: { id: string }[]) => rows.map((row) => row.id).join(' ');

describe('the rows of an open film', () => {
  it('files rows under their parents, in order', () => {
    const film = open();
    expect(ids(film.scenes)).toBe('s1 s2');
    expect(ids(film.shotsOf('s1'))).toBe('a b');
    expect(ids(film.panels)).toBe('a1 a2 b1 c1');
    expect(film.panelBefore('b1')?.id).toBe('a2');
    expect(film.panelAfter('c1')).toBeUndefined();
    expect(film.undoCode).toBe('add_panel');
  });
  it('moves a row between lists', () => {
    const film = open();
    change(film, { shots: [shot('a', 's2', 1)] });
    expect(ids(film.shotsOf('s1'))).toBe('b');
    expect(ids(film.panels)).toBe('b1 c1 a1 a2');
  });
  it('lets what is not live leave, and come back', () => {
    const film = open();
    change(film, { shots: [{ ...shot('a', 's1', 0), life: 'trash' }] });
    expect(film.shot('a')).toBeUndefined();
    expect(ids(film.panels)).toBe('b1 c1');
    change(film, { shots: [shot('a', 's1', 0)] });
    expect(ids(film.panels)).toBe('a1 a2 b1 c1');
  });
  it('lists what a locked film keeps as omitted, in its place, and works without it', () => {
    const film = open();
    change(film, { shots: [{ ...shot('a', 's1', 0), life: 'trash', omitted: true }] });
    expect(ids(film.shotsOf('s1'))).toBe('b');
    expect(ids(film.listedShots('s1'))).toBe('a b');
    expect(film.listedShot('a')?.omitted).toBe(true);
    change(film, { scenes: [{ ...scene('s1', 0), life: 'trash', omitted: true }] });
    expect(ids(film.scenes)).toBe('s2');
    expect(ids(film.listedScenes)).toBe('s1 s2');
    change(film, { scenes: [scene('s1', 0)], shots: [shot('a', 's1', 0)] });
    expect(film.listedShots('s1'), 'nothing omitted: the same list, not a copy').toBe(film.shotsOf('s1'));
    expect(ids(film.listedScenes)).toBe('s1 s2');
  });
  it('lets an omitted row go when the film is unlocked', () => {
    const film = open();
    change(film, { shots: [{ ...shot('a', 's1', 0), life: 'trash', omitted: true }] });
    change(film, { shots: [{ ...shot('a', 's1', 0), life: 'trash', omitted: false }] });
    expect(ids(film.listedShots('s1'))).toBe('b');
  });
  it('forgets deleted rows of any kind', () => {
    const film = open();
    change(film, { deleted: ['a1', 's2', 'unknown'] });
    expect(ids(film.scenes)).toBe('s1');
    expect(ids(film.panels)).toBe('a2 b1');
  });
  it('rebuilds only the lists an event touches', () => {
    const film = open();
    const untouched = film.shotsOf('s2');
    const panelsOfB = film.panelsOf('b');
    change(film, { shots: [{ ...shot('a', 's1', 0), label: '1A' }], panels: [panel('a1', 'a', 5)] });
    expect(film.shotsOf('s2')).toBe(untouched);
    expect(film.panelsOf('b')).toBe(panelsOfB);
    expect(film.shot('a')?.label).toBe('1A');
    expect(ids(film.panelsOf('a'))).toBe('a2 a1');
  });
  it('ignores other films, and keeps one undo per actor', () => {
    const film = open();
    film.receive({ type: 'changes', document: 'other', changes: { ...none, deleted: ['a'] }, totals: null });
    expect(film.shot('a')).toBeDefined();
    film.receive({ type: 'undo', film: 'f', actor: 'someone', undo: 'set_field', redo: null });
    expect(film.undoCode).toBe('add_panel');
    film.receive({ type: 'undo', film: 'f', actor: 'desk', undo: null, redo: 'add_panel' });
    expect(film.undoCode).toBeNull();
    expect(film.redoCode).toBe('add_panel');
  });
  it('takes an event on 2,000 panels in well under a frame', () => {
    const scenes = Array.from({ length: 40 }, (_, n) => scene(`s${n}`, n));
    const shots = scenes.flatMap((s) => Array.from({ length: 50 }, (_, n) => shot(`${s.id}-${n}`, s.id, n)));
    const panels = shots.map((s) => panel(`p-${s.id}`, s.id, 0));
    const film = OpenFilm.from({
      film: { id: 'f' },
      scenes,
      shots,
      panels,
      drawings: [],
      totals: {},
      undo: null,
      redo: null,
    } as unknown as FilmView);
    expect(film.panels.length).toBe(2000);
    const before = performance.now();
    for (let n = 0; n < 100; n += 1) change(film, { panels: [panel('p-s20-25', 's20-25', n)] });
    expect((performance.now() - before) / 100).toBeLessThan(4);
  });

  it('shows what was chosen before it is durable, whatever older news comes in between', () => {
    const film = open();
    const first = film.expect('a', 'estimate_ms', 1000);
    const second = film.expect('a', 'estimate_ms', 1500);
    expect(film.shot('a')?.estimate_ms).toBe(1500);
    expect(film.shotsOf('s1')[0]?.estimate_ms, 'lists show it too').toBe(1500);
    change(film, { shots: [{ ...shot('a', 's1', 0), estimate_ms: 1000 }] });
    first(true);
    expect(film.shot('a')?.estimate_ms, 'the first press must not undo the second on the screen').toBe(1500);
    change(film, { shots: [{ ...shot('a', 's1', 0), estimate_ms: 1500 }] });
    second(true);
    change(film, { shots: [{ ...shot('a', 's1', 0), estimate_ms: 700 }] });
    expect(film.shot('a')?.estimate_ms, 'what others write later is shown').toBe(700);
  });
  it('puts back what the core has when a choice is refused', () => {
    const film = open();
    change(film, { shots: [{ ...shot('a', 's1', 0), size: 'CU' }] });
    const end = film.expect('a', 'size', 'WS');
    const other = film.expect('a', 'angle', 'high');
    expect(film.shot('a')?.size).toBe('WS');
    change(film, { shots: [{ ...shot('a', 's1', 0), size: 'CU', angle: null, label: '2A' }] });
    end(false);
    expect(film.shot('a')).toMatchObject({ size: 'CU', angle: 'high', label: '2A' });
    other(false);
    expect(film.shot('a')).toMatchObject({ size: 'CU', angle: null });
  });
  it('does not bring back a row that left while its field was on its way', () => {
    const film = open();
    const end = film.expect('a', 'position', 5);
    change(film, { deleted: ['a'] });
    end(false);
    expect(film.shot('a')).toBeUndefined();
  });
});
