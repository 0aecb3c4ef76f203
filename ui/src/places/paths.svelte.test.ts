import { beforeEach, expect, it, vi } from 'vitest';

const { call, session } = vi.hoisted(() => ({ call: vi.fn(), session: { now: { dialogs: false } } }));
vi.mock('../host', () => ({ call, asFailure: (cause: unknown) => cause }));
vi.mock('../host/session.svelte', () => ({ session }));
vi.mock('../texts/index.svelte', () => ({ t: (key: string) => key }));
const { askPath, completed, pathQuestion } = await import('./paths.svelte');

beforeEach(() => {
  call.mockReset().mockResolvedValue({ path: null, name: 'Nous' });
});

it('a table is asked a place for as a table, with and without a name to offer', async () => {
  const asks = async (kind: 'storyboard.pdf' | 'shot-list.csv') => {
    const asked = askPath('save_export', { film: 'f', kind });
    await vi.waitFor(() => expect(pathQuestion()).not.toBeNull());
    const { isTable } = pathQuestion()!;
    pathQuestion()!.answer(null);
    await asked;
    return isTable;
  };
  expect([await asks('shot-list.csv'), await asks('storyboard.pdf')]).toEqual([true, false]);
  call.mockRejectedValue({ code: 'not_found' });
  expect(await asks('shot-list.csv'), 'a system without dialogs').toBe(true);
});

it('a bare name lies beside the film and a new file has its ending', () => {
  const whole = (path: string, offered: string | null = 'Film, storyboard.pdf') => completed(path, '/home/a/', offered);
  expect([whole('b'), whole('/tmp/b.PDF'), whole('c/b.xlsx')]).toEqual([
    '/home/a/b.pdf',
    '/tmp/b.PDF',
    '/home/a/c/b.xlsx.pdf',
  ]);
  expect([whole('C:\\b'), whole('~/b'), whole('\\\\server\\b')]).toEqual(['C:\\b.pdf', '~/b.pdf', '\\\\server\\b.pdf']);
  expect([whole('/tmp/out/'), whole("'/tmp/b'"), whole('a:b')]).toEqual([
    '/tmp/out/Film, storyboard.pdf',
    '/tmp/b.pdf',
    '/home/a/a:b.pdf',
  ]);
  expect(whole('films.qlibre', null)).toBe('/home/a/films.qlibre');
});
