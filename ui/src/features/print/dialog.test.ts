// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event, ExportKind, FilmView, PrintLook } from '../../host/gen';

const core = vi.hoisted(() => ({ call: vi.fn(), page: vi.fn(), askPath: vi.fn() }));
vi.mock('../../host', () => ({ call: core.call, listen: () => () => {}, asFailure: (cause: unknown) => cause }));
vi.mock('../../host/papers', () => ({ pagePicture: core.page, openPrinted: vi.fn() }));
vi.mock('../../places/paths.svelte', () => ({ askPath: core.askPath }));
vi.mock('../../texts/index.svelte', () => ({
  brief: (text: string) => text,
  seconds: (ms: number) => `${ms / 1000} s`,
  t: (key: string, words: Record<string, unknown> = {}) => [key, ...Object.values(words)].join(' '),
}));
const { OpenFilm } = await import('../../rows/openFilm.svelte');
const { default: PrintDialog } = await import('./PrintDialog.svelte');
const { PATIENCE } = await import('./job.svelte');
const { announced, dismiss } = await import('../../kit/announce.svelte');

// Nothing is laid out here; a page only shows where there is room for it.
for (const side of ['clientWidth', 'clientHeight'])
  Object.defineProperty(HTMLElement.prototype, side, { get: () => 600, configurable: true });

const live = { life: 'live', film: 'f' };
const film = () =>
  OpenFilm.from({
    film: { id: 'f', title: 'Nous', ratio: '16:9' },
    totals: { shots: 1 },
    scenes: [
      { ...live, id: 's1', position: 0, number: '1', heading: 'Cour' },
      { ...live, id: 's2', position: 1, number: '2', heading: 'Hall' },
    ],
    shots: [{ ...live, id: 'a', scene: 's1', position: 0, label: '1A', action: '', duration_ms: 0, look: 'empty' }],
    panels: [],
    drawings: [],
  } as unknown as FilmView);
const look = { per_page: 6, cover: true, direction: 'portrait', paper: 'a4', colour: true } as PrintLook;

let pages = 12;
let kind: ExportKind = 'storyboard.pdf';
let made: () => Promise<unknown> = async () => ({ name: 'a.pdf', pages, warnings: [], shown: true });
let shown: Record<string, unknown> | null = null;

const settle = async () => {
  await vi.advanceTimersByTimeAsync(1);
  flushSync();
  await tick();
};
const named = (name: string) => {
  const all = [...document.querySelectorAll<HTMLElement>('button')];
  return all.find((one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name);
};
const press = async (name: string) => {
  named(name)!.focus();
  named(name)!.click();
  await settle();
};
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim();
const heard = () => [...document.querySelectorAll('[role=status].sr-only')].map((one) => one.textContent);
async function open() {
  const one = film();
  shown = mount(PrintDialog, { target: document.body, props: { film: one, door: { film: 'f' }, onclose: () => {} } });
  await settle();
  await settle();
  return one;
}

beforeEach(() => {
  vi.useFakeTimers();
  [pages, kind] = [12, 'storyboard.pdf'];
  made = async () => ({ name: 'a.pdf', pages, warnings: [], shown: true });
  core.call.mockReset().mockImplementation(async (command: string) => {
    if (command === 'get_print_look') return { kind, look };
    if (command === 'preview_paper') return { key: 'k', pages, warnings: [] };
    if (command === 'print_film' || command === 'export_film') return made();
    return {};
  });
  core.page.mockReset().mockImplementation(async (_, page) => ({ address: `blob:${page}`, release: () => undefined }));
  core.askPath.mockReset().mockResolvedValue('/home/a.pdf');
});
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
  dismiss();
  document.body.innerHTML = '';
  vi.useRealTimers();
});

describe('the focus in the print dialog', () => {
  it('stays on the button between scenes and shots, both ways', async () => {
    await open();
    await press('print-by-shot');
    expect(focused()).toBe('print-by-scene');
    await press('print-by-scene');
    expect(focused()).toBe('print-by-shot');
  });

  it('stays on the number that was pressed, though the row moves along', async () => {
    await open();
    await press('print-go-to 5');
    expect(focused()).toBe('print-go-to 5');
    expect(document.activeElement?.getAttribute('aria-current')).toBe('page');
  });

  it('comes back to the button that was pressed when the paper took long', async () => {
    await open();
    let end = (_: unknown): void => undefined;
    made = () => new Promise((done) => (end = done));
    await press('print');
    await vi.advanceTimersByTimeAsync(PATIENCE);
    await settle();
    expect(focused(), 'meanwhile it stops').toBe('print-stop');
    end({ name: 'a.pdf', pages, warnings: [], shown: true });
    await settle();
    expect(focused()).toBe('print');
  });

  it('is not lost with "Réessayer", of a file or of a page', async () => {
    await open();
    made = () => Promise.reject({ code: 'target_locked' });
    await press('print-save-pages 12');
    made = async () => ({ name: 'a.pdf', pages, warnings: [] });
    await press('again');
    expect(focused()).toBe('print-save-pages 12');
    core.page.mockRejectedValueOnce({ code: 'internal' });
    await press('print-after');
    await press('again');
    expect(focused(), 'where the page comes').toContain('print-pages');
  });
});

describe('who cannot see the page', () => {
  it('hears which page it is and how many there are, whatever turned it, and nobody sees it said', async () => {
    await open();
    expect(heard()).toEqual(['print-page 1 12']);
    await press('print-after');
    expect(heard()).toEqual(['print-page 2 12']);
    pages = 9;
    await press('print-cover');
    expect(heard(), 'an option that changes the count').toEqual(['print-page 2 9']);
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    await settle();
    expect(heard()).toEqual(['print-page 3 9']);
    expect(announced.current, 'no toast').toBeNull();
  });
});

describe('what is in sight and what is chosen', () => {
  it('are told apart while the page comes', async () => {
    await open();
    const arrives = () => document.querySelector('[data-pages] .paper p')?.textContent ?? null;
    let answer = (_: unknown): void => undefined;
    const before = core.call.getMockImplementation()!;
    core.call.mockImplementation(async (command: string) =>
      command === 'preview_paper' ? new Promise((done) => (answer = done)) : before(command),
    );
    await press('print-cover');
    expect(named('print-save-pages 12'), 'the count of another choice').toBeUndefined();
    expect([named('print-save') !== undefined, arrives()]).toEqual([true, null]);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    await settle();
    expect([arrives(), heard()]).toEqual(['print-coming', ['print-coming']]);
    answer({ key: 'k', pages: 11, warnings: [] });
    await settle();
    expect([arrives(), named('print-save-pages 11') !== undefined]).toEqual([null, true]);
  });

  it('part when something else is chosen: what was said of a file goes', async () => {
    await open();
    made = () => Promise.reject({ code: 'target_locked' });
    await press('print-save-pages 12');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
    await press('print-kind-csv');
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('part when the only chosen scene is deleted: nothing is chosen, and it is said', async () => {
    const one = await open();
    await press('print-scene 2');
    const none = { films: [], shots: [], panels: [], drawings: [], strokes: [], marks: [], faces: [], deleted: ['s2'] };
    one.receive({ type: 'changes', document: 'f', changes: { ...none, scenes: [] }, totals: null } as unknown as Event);
    await settle();
    expect(heard()).toEqual(['print-no-scene']);
    expect(document.body.textContent).toContain('print-no-scene-more');
    expect(named('print-all')?.getAttribute('aria-pressed')).toBe('false');
    expect((named('print-save') as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('a double click on "Enregistrer"', () => {
  it('asks for one place', async () => {
    await open();
    core.askPath.mockImplementation(() => new Promise(() => undefined));
    named('print-save-pages 12')!.click();
    await press('print-save-pages 12');
    await press('print');
    expect(core.askPath).toHaveBeenCalledTimes(1);
    expect(core.call).not.toHaveBeenCalledWith('print_film', expect.anything());
  });
});

describe('a table', () => {
  const sample = () => document.querySelector('.sample')?.textContent ?? '';

  it('shows a scene without shots, and no line where nothing is chosen', async () => {
    kind = 'shot-list.csv';
    await open();
    expect(sample()).toContain('1A');
    expect(sample()).toContain('print-scene 2 Hall');
    expect(heard()).toEqual(['print-lines 2']);
    await press('print-by-shot');
    expect(document.querySelector('.sample')).toBeNull();
    expect(document.body.textContent).toContain('print-no-shot-table');
    await press('print-by-scene');
    await press('print-scene 2');
    expect(document.body.textContent, 'papers say it too').toContain('print-empty-scenes');
  });
});

describe('Escape while a file is made', () => {
  it('only stops it, also when the focus is on nothing', async () => {
    await open();
    made = () => new Promise(() => undefined);
    await press('print');
    named('print')!.blur();
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.body.dispatchEvent(escape);
    expect(escape.defaultPrevented, 'the browser does not close').toBe(true);
    expect(core.call).toHaveBeenCalledWith('cancel_export', { job: expect.any(String) });
  });
});
