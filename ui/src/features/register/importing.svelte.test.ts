import { beforeEach, describe, expect, it, vi } from 'vitest';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../host', () => ({ call, asFailure: (cause: unknown) => cause, listen: () => () => {} }));
vi.mock('../../texts/index.svelte', () => ({ t: (key: string) => key, hasText: () => true, language: () => 'fr' }));
const { Importing, IMPORT_FIELDS } = await import('./importing.svelte');
const { families } = await import('../../texts/families');

const table = {
  name: 'liste.csv',
  sheets: ['Feuil1'],
  sheet: 'Feuil1',
  headers: ['Prénom', 'Nom', 'Religion', 'Divers'],
  rows: 3,
  sample: [],
  // Whatever was guessed for a column that is never kept, it is not taken.
  mapping: ['given', 'family', 'commune', null],
  forbidden: [{ column: 2, kind: 'religion', word: 'religion' }],
};
const preview = {
  people: [],
  count: 5,
  known: 2,
  refused: [],
  refused_count: 0,
  warnings: [],
  new_groups: ['Les mercredis'],
  too_many_groups: false,
};
const answers: Record<string, unknown> = {};

beforeEach(() => {
  Object.assign(answers, { read_table: table, preview_import: preview, import_people: { added: 3 } });
  call.mockReset().mockImplementation((name: string) => Promise.resolve(answers[name]));
});
const times = (name: string): number => call.mock.calls.filter(([called]) => called === name).length;

async function opened(): Promise<InstanceType<typeof Importing>> {
  const importing = new Importing('/tmp/liste.csv');
  await importing.read();
  return importing;
}

describe('the columns of a table', () => {
  it('are as the core guessed them, but for what is never kept', async () => {
    const importing = await opened();
    expect(importing.mapping).toEqual(['given', 'family', null, null]);
    importing.choose(2, 'commune');
    expect(importing.mapping[2], 'what is forbidden cannot be chosen').toBeNull();
  });

  it('give each field once: the column that had it gives it up', async () => {
    const importing = await opened();
    importing.choose(3, 'given');
    expect(importing.mapping).toEqual([null, 'family', null, 'given']);
    importing.choose(3, null);
    importing.choose(1, null);
    expect(importing.mapping, 'several columns may be left out').toEqual([null, null, null, null]);
  });

  it('need a name before anything is looked at', async () => {
    const importing = await opened();
    importing.choose(0, null);
    expect(importing.hasName, 'a family name is one').toBe(true);
    importing.choose(1, null);
    expect(importing.hasName).toBe(false);
    await importing.look();
    expect(times('preview_import')).toBe(0);
    importing.choose(1, 'full_name');
    await importing.look();
    expect(call).toHaveBeenLastCalledWith('preview_import', {
      path: '/tmp/liste.csv',
      sheet: 'Feuil1',
      mapping: [null, 'full_name', null, null],
    });
  });

  it('can hold every field the core knows', () => {
    const known = families.find(({ prefix }) => prefix === 'import-field-')?.codes.filter((code) => code !== 'none');
    expect([...IMPORT_FIELDS].sort()).toEqual([...(known ?? [])].sort());
  });
});

describe('a table on its way in', () => {
  it('leaves those who are known as they are, unless it is said otherwise', async () => {
    const importing = await opened();
    await importing.look();
    expect(importing.coming).toBe(3);
    importing.known = 'add';
    expect(importing.coming).toBe(5);
  });

  it('is looked through to its end, and what was answered stays', async () => {
    answers.preview_import = { ...preview, count: 120 };
    const importing = await opened();
    await importing.look();
    [importing.known, importing.makesGroups] = ['add', true];
    await importing.turn(50);
    expect(call).toHaveBeenLastCalledWith('preview_import', expect.objectContaining({ from: 50 }));
    expect([importing.from, importing.known, importing.makesGroups]).toEqual([50, 'add', true]);
    await importing.turn(-50);
    await importing.turn(150);
    expect(importing.from, 'there is nobody before the first, nor behind the last').toBe(50);
    importing.back();
    await importing.look();
    expect(importing.from).toBe(0);
  });

  it('makes no group unless it is said: everybody reads their names', async () => {
    const importing = await opened();
    await importing.look();
    await importing.take();
    expect(call).toHaveBeenLastCalledWith('import_people', expect.objectContaining({ groups: [] }));
    const other = await opened();
    await other.look();
    other.makesGroups = true;
    await other.take();
    expect(call).toHaveBeenLastCalledWith('import_people', expect.objectContaining({ groups: ['Les mercredis'] }));
  });

  it('is taken in once, however often it is pressed', async () => {
    const importing = await opened();
    await importing.look();
    await Promise.all([importing.take(), importing.take()]);
    await importing.take();
    expect(times('import_people')).toBe(1);
    expect(importing.step).toBe('done');
  });

  it('keeps the columns that were chosen on the way back, and after a refusal', async () => {
    const importing = await opened();
    importing.choose(3, 'commune');
    await importing.look();
    call.mockRejectedValueOnce({ code: 'disk_full' });
    await importing.take();
    expect([importing.step, importing.problem !== null]).toEqual(['preview', true]);
    importing.back();
    expect([importing.step, importing.problem, importing.mapping[3]]).toEqual(['columns', null, 'commune']);
  });

  it('is nobody’s once it was left', async () => {
    let answer = (_: unknown): void => undefined;
    answers.read_table = new Promise((done) => (answer = done));
    const importing = new Importing('/tmp/liste.csv');
    const reading = importing.read();
    importing.leave();
    answer(table);
    await reading;
    expect(importing.table).toBeNull();
  });
});
