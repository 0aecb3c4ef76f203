import { describe, expect, it, vi } from 'vitest';
import type { Event, FilmView, Id } from '../../host/gen';

const core = vi.hoisted(() => ({
  answer: { done: null as string | null, entity: null as string | null },
  heard: new Set<(event: Event) => void>(),
}));
vi.mock('../../host', () => ({
  call: async () => core.answer,
  listen: (heard: (event: Event) => void) => (core.heard.add(heard), () => core.heard.delete(heard)),
  asFailure: (cause: unknown) => cause,
}));
vi.mock('../../texts/index.svelte', () => ({
  hasText: () => true,
  t: (key: string, words: Record<string, string> = {}) => [key, ...Object.values(words)].join(' '),
}));
const { OpenFilm } = await import('../../rows/openFilm.svelte');
const { turn } = await import('./turning');

const live = { life: 'live' };
const film = OpenFilm.from({
  film: { id: 'f' },
  scenes: [{ ...live, id: 's', film: 'f', position: 0, number: 1 }],
  shots: [{ ...live, id: 'a', scene: 's', position: 0, label: '1A' }],
  panels: [
    { ...live, id: 'p', shot: 'a', position: 0, label: '1A/1' },
    { ...live, id: 'q', shot: 'a', position: 1, label: '1A/2' },
  ],
  drawings: [
    { ...live, id: 'dp', panel: 'p' },
    { ...live, id: 'dq', panel: 'q' },
  ],
} as unknown as FilmView);
const undo = (done: string | null, entity: Id | null, here = 'q') => {
  core.answer = { done, entity };
  return turn(film, 'undo', here);
};

const none = { scenes: [], shots: [], panels: [], drawings: [], strokes: [], marks: [], deleted: [] };
const told = (changes: object): void => {
  for (const heard of core.heard) heard({ type: 'changes', changes: { ...none, ...changes } } as unknown as Event);
};

describe('undo on the drawing screen', () => {
  it('is only said aloud where the paper shows it', async () => {
    expect(await undo('add_stroke', 'dq')).toEqual({
      words: 'board-said-undone edit-add_stroke',
      panel: null,
      seen: true,
    });
  });

  it('goes to the other panel whose drawing changed, and names it', async () => {
    const { words, panel, seen } = await undo('erase_strokes', 'dp');
    expect({ panel, seen }, 'a stroke of another panel never goes unseen').toEqual({ panel: 'p', seen: false });
    expect(words).toBe('board-said-undone-at edit-erase_strokes board-name-panel 1A/1');
  });

  it('finds the panel of an arrow, even when its event comes after the answer', async () => {
    const turned = undo('set_field', 'mark');
    await Promise.resolve();
    told({ marks: [{ id: 'mark', drawing: 'dp', life: 'lost' }] });
    expect(await turned).toMatchObject({
      panel: 'p',
      words: 'board-said-undone-at edit-add_mark board-name-panel 1A/1',
    });
    expect(core.heard.size, 'nothing goes on listening').toBe(0);
  });

  it('finds the panel of an arrow whose making is undone: it has no row any more, its drawing has', async () => {
    const before = performance.now();
    const turned = undo('add_mark', 'mark');
    await Promise.resolve();
    told({ deleted: ['other'], drawings: [{ id: 'dq', panel: 'q', life: 'live' }] });
    told({ deleted: ['mark'], drawings: [{ id: 'dp', panel: 'p', life: 'live' }] });
    const words = 'board-said-undone-at edit-add_mark board-name-panel 1A/1';
    expect(await turned, 'it is shown where it was').toEqual({ words, panel: 'p', seen: false });
    const here = undo('add_mark', 'mark', 'p');
    told({ deleted: ['mark'], drawings: [{ id: 'dp', panel: 'p', life: 'live' }] });
    expect(await here, 'on the paper one sees it go').toMatchObject({ panel: null, seen: true });
    expect(performance.now() - before, 'nothing is waited for once it is known').toBeLessThan(200);
  });

  it('does not wait for a mark where a row of the board went away', async () => {
    const before = performance.now();
    const turned = undo('add_panel', 'r');
    await Promise.resolve();
    told({ deleted: ['r', 'dr'], panels: [{ id: 'p' }] });
    expect(await turned).toMatchObject({ panel: null, seen: false });
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('shows the words of what is no drawing, and stays', async () => {
    expect(await undo('set_field', 'a')).toMatchObject({ panel: null, seen: false });
    expect((await undo(null, null)).seen, 'that there is nothing to undo is shown').toBe(false);
  });

  it('says that the panel itself went away', async () => {
    expect((await undo('add_panel', 'x', 'x')).words).toContain('draw-panel-gone');
  });
});
