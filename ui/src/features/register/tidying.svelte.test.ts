import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event, Person, PersonLine, Register } from '../../host/gen';

const call = vi.hoisted(() => vi.fn());
const heard = vi.hoisted(() => new Set<(event: unknown) => void>());
vi.mock('../../host', () => ({
  call,
  asFailure: (cause: unknown) => cause,
  listen: (handler: (event: unknown) => void) => (heard.add(handler), () => heard.delete(handler)),
}));
vi.mock('../../texts/index.svelte', () => ({
  t: (key: string, words: Record<string, unknown> = {}) => [key, ...Object.values(words)].join(' '),
  language: () => 'fr',
}));
const { register } = await import('../../rows/register.svelte');
const { Tidying, QUIET } = await import('./tidying.svelte');
const { Erasing } = await import('./erasing.svelte');
const { compared, proposed } = await import('./compare');

const line = (id: string): PersonLine => ({ id, given: id, family: '' }) as PersonLine;
const pair = (a: string, b: string) => ({ a: line(a), b: line(b), reason: 'typo_same_birth' as const });
const found = () => ({ pairs: [pair('a', 'b'), pair('b', 'c'), pair('d', 'e')] });
const answers: Record<string, () => unknown> = {};
const times = (name: string): number => call.mock.calls.filter(([called]) => called === name).length;

beforeEach(() => {
  Object.assign(answers, {
    find_duplicates: found,
    list_expired: () => ({
      people: [line('x'), line('y')],
      sheets: [{ session: 's' }, { session: 'u' }],
      kept: { contacts_years: 1, sheets_years: 10 },
      today: '2026-02-24',
    }),
    erase_people: () => ({ erased: 1, copies_left: 0 }),
    merge_people: () => ({ waits: [] }),
    erase_sheets: () => ({ erased: 1, copies_left: 1 }),
    set_retention: () => ({ contacts_years: 2, sheets_years: 10 }),
    preview_erasure: () => ({ health: false, face: null, open_sheets: 0, closed_sheets: [], backups: 0 }),
    erase_person: () => ({ kept_on: [], purged: true, copies_left: 0 }),
  });
  call.mockReset().mockImplementation((name: string) => Promise.resolve(answers[name]?.() ?? {}));
  register.leave();
  register.take({ exists: true, unlocked: true } as Register);
});

async function read(): Promise<InstanceType<typeof Tidying>> {
  const tidying = new Tidying();
  await tidying.read();
  return tidying;
}

describe('pairs of files', () => {
  it('lose every pair of a file that is no more', async () => {
    const tidying = await read();
    expect(await tidying.merge(tidying.pairs[0]!, 'a')).toEqual({ waits: [] });
    expect(call).toHaveBeenLastCalledWith('merge_people', { keep: 'a', drop: 'b' });
    expect(tidying.pairs.map(({ a, b }) => a.id + b.id)).toEqual(['de']);
  });

  it('keep the other file when that one was chosen', async () => {
    const tidying = await read();
    await tidying.merge(tidying.pairs[0]!, 'b');
    expect(call).toHaveBeenLastCalledWith('merge_people', { keep: 'b', drop: 'a' });
    expect(tidying.pairs.map(({ a, b }) => a.id + b.id)).toEqual(['bc', 'de']);
  });

  it('lose only the one that is kept apart', async () => {
    const tidying = await read();
    await tidying.apart(tidying.pairs[0]!);
    expect(tidying.pairs.map(({ a, b }) => a.id + b.id)).toEqual(['bc', 'de']);
  });

  it('are decided once, however often it is pressed', async () => {
    const tidying = await read();
    const [first] = tidying.pairs;
    expect(await Promise.all([tidying.merge(first!, 'a'), tidying.merge(first!, 'b')])).toEqual([{ waits: [] }, null]);
    expect(times('merge_people')).toBe(1);
  });

  it('stay when it was refused', async () => {
    const tidying = await read();
    call.mockRejectedValueOnce({ code: 'storage' });
    await expect(tidying.merge(tidying.pairs[0]!, 'a')).rejects.toEqual({ code: 'storage' });
    expect([tidying.pairs.length, tidying.busy]).toEqual([3, false]);
  });

  it('are not brought back by an answer from before', async () => {
    const tidying = await read();
    let answer = (_: unknown): void => undefined;
    answers.find_duplicates = () => new Promise((done) => (answer = done));
    const reading = tidying.read();
    await tidying.apart(tidying.pairs[0]!);
    answer(found());
    await reading;
    expect(tidying.pairs.length).toBe(2);
  });

  it('are looked for again once it is quiet, and forgotten at the seal', async () => {
    vi.useFakeTimers();
    const tidying = new Tidying();
    const stop = tidying.follow();
    await vi.advanceTimersByTimeAsync(0);
    const tell = (event: Event): void => heard.forEach((handler) => handler(event));
    for (let kept = 0; kept < 5; kept += 1) tell({ type: 'people' });
    await vi.advanceTimersByTimeAsync(QUIET);
    expect(times('find_duplicates')).toBe(2);
    register.take({ exists: true, unlocked: false } as Register);
    expect([tidying.pairs, tidying.expired]).toEqual([[], []]);
    stop();
    vi.useRealTimers();
  });
});

describe('erasing', () => {
  it('takes those who are erased out of the list, once', async () => {
    const tidying = await read();
    await Promise.all([tidying.erase(['x']), tidying.erase(['x'])]);
    expect(times('erase_people')).toBe(1);
    expect(tidying.expired.map(({ id }) => id)).toEqual(['y']);
  });

  it('takes sheets that were destroyed out of theirs, and says how many backups could not follow', async () => {
    const tidying = await read();
    const [done, again] = await Promise.all([tidying.destroy(['s']), tidying.destroy(['s'])]);
    expect([done, again.erased, times('erase_sheets')]).toEqual([{ erased: 1, copies_left: 1 }, 0, 1]);
    expect(tidying.over.map(({ session }) => session)).toEqual(['u']);
  });

  it('is proposed anew when another time was said', async () => {
    const tidying = await read();
    answers.list_expired = () => ({ people: [], sheets: [], kept: { contacts_years: 2, sheets_years: 10 } });
    await tidying.keep({ contacts_years: 2, sheets_years: 10 });
    expect(call).toHaveBeenCalledWith('set_retention', { contacts_years: 2, sheets_years: 10 });
    expect([tidying.expired, tidying.over, tidying.kept?.contacts_years]).toEqual([[], [], 2]);
  });

  it('of one person waits for what it will come to, and is done once', async () => {
    const erasing = new Erasing('a');
    expect(await erasing.erase(), 'nothing is erased unseen').toBe(false);
    await erasing.look();
    expect(await Promise.all([erasing.erase(), erasing.erase()])).toEqual([true, false]);
    expect(await erasing.erase()).toBe(false);
    expect(times('erase_person')).toBe(1);
  });

  it('that was refused can be tried again', async () => {
    const erasing = new Erasing('a');
    await erasing.look();
    call.mockRejectedValueOnce({ code: 'storage' });
    expect(await erasing.erase()).toBe(false);
    expect(erasing.problem).toContain('error-storage');
    expect(await erasing.erase()).toBe(true);
  });
});

describe('two files side by side', () => {
  const person = (more: Partial<Person> = {}): Person =>
    ({
      id: 'a',
      given: 'Lina',
      family: 'Kaci',
      role: 'participant',
      birth: null,
      age: null,
      phone: '',
      address: '',
      commune: '',
      insurance: '',
      occupation: null,
      sex: null,
      qpv: null,
      qpv_code: '',
      health: null,
      leaves_alone: null,
      groups: [],
      relatives: [],
      attendance: [],
      ...more,
    }) as unknown as Person;
  const lines = (a: Person, b: Person) => compared(a, b, (id) => (id === 'g' ? 'Grands' : ''));

  it('show what one of them says, and mark what differs', () => {
    const shown = lines(
      person({ phone: '06 39 98 41 14' }),
      person({ id: 'b', family: 'Kaçi', phone: '+33639984114' }),
    );
    expect(shown.map(({ name, differs }) => [name, differs])).toEqual([
      ['field-of-given', false],
      ['field-of-family', true],
      ['field-of-role', false],
      ['field-of-phone', false],
    ]);
  });

  it('show a mother who has another telephone, and what funders count', () => {
    const mother = (phone: string) => [{ id: 'm', name: 'Awa', relation: 'mère', phone }] as Person['relatives'];
    const shown = lines(
      person({ relatives: mother('01'), sex: 'f', qpv: 'yes' }),
      person({ id: 'b', relatives: mother('02'), qpv: 'no' }),
    );
    const differing = shown.filter(({ differs }) => differs).map(({ name }) => name);
    expect(differing).toEqual(['form-relatives', 'field-of-sex', 'field-of-qpv']);
  });

  it('propose the file of who was there, else the one that says more', () => {
    const there = { attendance: [{ state: 'present' }] } as unknown as Partial<Person>;
    expect(proposed(person({ phone: '06' }), person({ id: 'b', ...there }))).toBe('b');
    expect(proposed(person(), person({ id: 'b', insurance: 'MAIF' }))).toBe('b');
    expect(proposed(person(), person({ id: 'b' }))).toBe('a');
    const shouted = person({ given: 'Elodie', family: 'DUPONT' });
    expect(proposed(shouted, person({ id: 'b', given: 'Élodie', family: 'Dupont' })), 'the better written').toBe('b');
  });
});
