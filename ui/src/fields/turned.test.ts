import { describe, expect, it, vi } from 'vitest';
import type { Event, FilmView, Id } from '../host/gen';

const core = vi.hoisted(() => ({
  answer: { done: null as string | null, entity: null as string | null },
  heard: new Set<(event: Event) => void>(),
}));
vi.mock('../host', () => ({
  call: async () => core.answer,
  listen: (heard: (event: Event) => void) => (core.heard.add(heard), () => core.heard.delete(heard)),
  asFailure: (cause: unknown) => cause,
}));
vi.mock('../texts/index.svelte', () => ({
  hasText: () => true,
  t: (key: string, words: Record<string, string> = {}) => [key, ...Object.values(words)].join(' '),
}));
const { OpenFilm } = await import('../rows/openFilm.svelte');
const { turn } = await import('./turned');

const live = { life: 'live' };
const scene = {
  ...live,
  id: 's',
  film: 'f',
  position: 0,
  number: '1',
  heading: 'Toit',
  duration_ms: 4000,
  setup_minutes: 0,
};
const shot = {
  ...live,
  id: 'a',
  scene: 's',
  position: 0,
  label: '1A',
  support: 'sticks',
  duration_ms: 4000,
  action: '',
};
const panel = { ...live, id: 'p', shot: 'a', position: 0, label: '1A/1', drawing: 'dp', duration_ms: 4000 };
const drawing = { ...live, id: 'dp', panel: 'p', picture: null, version: '1' };

/** Undoes on a fresh film; `change` is what the core's event brings, before the answer or `late` after it. */
async function undo(done: string | null, entity: Id | null, change: object = {}, late = false) {
  const film = OpenFilm.from({
    film: { id: 'f', title: 'Le toit' },
    scenes: [scene],
    shots: [shot],
    panels: [panel],
    drawings: [drawing],
  } as unknown as FilmView);
  core.answer = { done, entity };
  const nothing = { films: [], scenes: [], shots: [], panels: [], drawings: [], marks: [], deleted: [] };
  const event = {
    type: 'changes',
    document: 'f',
    changes: { ...nothing, ...change },
    totals: null,
  } as unknown as Event;
  const tell = () => (film.receive(event), core.heard.forEach((heard) => heard(event)));
  const turned = turn(film, 'undo');
  if (late) setTimeout(tell, 20);
  else tell();
  return turned;
}

describe('what undo says', () => {
  it('names the field and the row', async () => {
    expect(await undo('set_field', 's', { scenes: [{ ...scene, heading: 'Cave' }] })).toMatchObject({
      words: 'board-said-undone-at field-heading board-name-scene 1',
      row: 's',
      fields: ['heading'],
      drawn: false,
    });
    expect((await undo('set_field', 'a', { shots: [{ ...shot, support: 'une chaise' }] })).words).toBe(
      'board-said-undone-at field-support board-name-shot 1A',
    );
  });

  it('waits for an event that comes after the answer', async () => {
    const turned = await undo('splice_text', 'a', { shots: [{ ...shot, action: 'Il court.' }] }, true);
    expect(turned.words).toBe('board-said-undone-at field-action board-name-shot 1A');
    expect(core.heard.size, 'nothing goes on listening').toBe(0);
  });

  it('names what was changed, not the sums that follow', async () => {
    const sums = { scenes: [{ ...scene, duration_ms: 9000 }], shots: [{ ...shot, duration_ms: 9000 }] };
    const panels = [{ ...panel, duration_ms: 9000 }];
    expect((await undo('set_field', 'p', { panels, ...sums })).words).toBe(
      'board-said-undone-at field-duration_ms board-name-panel 1A/1',
    );
    const estimate = [{ ...shot, estimate_ms: 2000, duration_ms: 2000 }];
    expect((await undo('set_field', 'a', { shots: estimate })).fields).toEqual(['estimate_ms']);
  });

  it('shows the panel of a drawing and of a mark', async () => {
    const drawings = [{ ...drawing, picture: 'abc', version: '2' }];
    expect(await undo('set_field', 'dp', { drawings })).toMatchObject({
      words: 'board-said-undone-at field-picture board-name-panel 1A/1',
      row: 'p',
    });
    expect(await undo('set_field', 'm', { marks: [{ id: 'm', drawing: 'dp' }] }, true)).toMatchObject({
      words: 'board-said-undone-at edit-add_mark board-name-panel 1A/1',
      row: 'p',
    });
  });

  it('shows the panel of a mark whose making is undone', async () => {
    const gone = { deleted: ['m'], drawings: [{ ...drawing, version: '2' }] };
    expect(await undo('add_mark', 'm', gone)).toMatchObject({ row: 'p', drawn: true, mark: true });
  });

  it('calls what left by the name it had', async () => {
    expect((await undo('add_shot', 'a', { shots: [{ ...shot, life: 'deleted' }] })).words).toBe(
      'board-said-undone-at edit-add_shot board-name-shot 1A',
    );
  });

  it('says that there is nothing to undo', async () => {
    expect(await undo(null, null)).toMatchObject({
      words: 'board-said-nothing-to-undo',
      row: null,
      fields: [],
      done: null,
    });
  });
});
