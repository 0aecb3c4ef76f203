// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Calendar, SessionRow } from '../../host/gen';
import { calendar } from '../../rows';
import { setLanguage } from '../../texts/index.svelte';

const calls: [string, Record<string, unknown>][] = [];
vi.mock('../../host', async (real) => ({
  ...(await real<object>()),
  call: async (name: string, request: Record<string, unknown>) => {
    calls.push([name, request]);
    return { id: `new ${name}` };
  },
}));
const { NEW, SessionDraft } = await import('./draft.svelte');

const evening = { code: 'evening', start: '17:30', end: '20:00' } as const;
const last = {
  id: 'last',
  title: 'Atelier 30',
  kind: 'workshop',
  place: 'room',
  date: '2026-02-18',
  halves: [evening],
  group: 'big',
  films: ['film'],
} as unknown as SessionRow;

beforeAll(() => setLanguage('fr'));
beforeEach(() => {
  calls.length = 0;
  const places = [{ id: 'room', name: 'Salle', address: '', capacity: 12 }];
  calendar.now = { today: '2026-02-25', sessions: [last], places, groups: [], deleted: [] } as Calendar;
});

it('offers the twin of the last session, today', async () => {
  await new SessionDraft(null).keep();
  expect(calls).toEqual([
    [
      'add_session',
      {
        title: 'Atelier',
        kind: 'workshop',
        date: '2026-02-25',
        halves: [evening],
        place: 'room',
        group: 'big',
        films: [],
        trainers: [],
      },
    ],
  ]);
});

it('sends of a session that is changed what changed, and nothing else', async () => {
  const draft = new SessionDraft(last);
  draft.title = ' Atelier trente ';
  draft.halves[2]!.start = '18 h';
  await draft.keep();
  expect(calls).toEqual([
    ['set_session', { session: 'last', values: { title: 'Atelier trente', halves: [{ ...evening, start: '18:00' }] } }],
  ]);
});

it('changes a session and who leads it in one call', async () => {
  const draft = new SessionDraft(last);
  draft.found(['bruno', 'awa']);
  draft.trainers = ['awa', 'rachid'];
  draft.title = 'Autre';
  await draft.keep();
  expect(calls).toEqual([
    ['set_session', { session: 'last', values: { title: 'Autre' }, trainers_on: ['rachid'], trainers_off: ['bruno'] }],
  ]);
});

it('makes a new place once, before the session that is there', async () => {
  const draft = new SessionDraft(null);
  draft.choosePlace(NEW);
  expect(draft.problems.place).toBeTruthy();
  draft.newPlace = { name: 'MJC', address: 'rue des Lilas', capacity: 'trente' };
  expect(draft.problems.capacity, 'no warning would ever come of it').toBeTruthy();
  draft.newPlace.capacity = '30';
  expect(draft.problems).toEqual({});
  await draft.keep();
  await draft.keep();
  expect(calls.map(([name]) => name)).toEqual(['add_place', 'add_session', 'add_session']);
  expect(calls[0]?.[1]).toEqual({ name: 'MJC', address: 'rue des Lilas', capacity: 30 });
  expect(calls[1]?.[1]).toMatchObject({ place: 'new add_place' });
});

it('changes the chosen place when it is mended', async () => {
  const draft = new SessionDraft(last);
  draft.mendPlace();
  draft.newPlace.capacity = '20';
  await draft.keep();
  expect(calls).toEqual([['set_place', { place: 'room', field: 'capacity', value: 20 }]]);
});

it('says what cannot be', () => {
  const draft = new SessionDraft(last);
  draft.date = '31/02/2026';
  draft.halves[2]!.end = '17:00';
  expect(Object.keys(draft.problems)).toEqual(['date', 'halves']);
  draft.halves[2]!.on = false;
  expect(draft.problems.halves).toBeTruthy();
});

it('puts the chosen trainers on the sheet of a new session only', async () => {
  const made = new SessionDraft(null);
  expect(made.like, 'its trainers are the likely ones').toBe('last');
  made.trainers = ['bruno'];
  await made.keep();
  expect(calls[0]?.[1]).toMatchObject({ trainers: ['bruno'] });
  calls.length = 0;
  const changed = new SessionDraft(last);
  changed.trainers = ['bruno'];
  await changed.keep();
  expect([changed.like, calls]).toEqual([null, []]);
});

it('says that another group comes on the sheet, and not of the one that is there', () => {
  const draft = new SessionDraft(last);
  expect(draft.groupChanged).toBe(false);
  draft.group = 'small';
  expect(draft.groupChanged).toBe(true);
  draft.group = '';
  expect(draft.groupChanged, 'nobody comes with no group').toBe(false);
});

it('renames the chosen group when that is wanted', async () => {
  calendar.now = { ...calendar.now!, groups: [{ id: 'big', name: 'Grands' }] } as Calendar;
  const draft = new SessionDraft(last);
  draft.renameGroup();
  expect(draft.newGroup).toBe('Grands');
  draft.newGroup = ' ';
  expect(draft.problems.group).toBeTruthy();
  draft.newGroup = 'Les grands ';
  await draft.keep();
  expect(calls).toEqual([['set_group', { group: 'big', field: 'name', value: 'Les grands' }]]);
  draft.chooseGroup('');
  expect([draft.renaming, draft.problems.group]).toEqual([false, undefined]);
});

it('says that an hour is none, apart from hours in the wrong order', () => {
  const draft = new SessionDraft(last);
  draft.halves[2]!.start = '25:99';
  const none = draft.problems.halves;
  draft.halves[2]!.start = '21:00';
  expect([none, draft.problems.halves].every(Boolean) && none !== draft.problems.halves).toBe(true);
});

it('says of hours that are changed how many are noted for those of before', () => {
  const draft = new SessionDraft(last);
  draft.there = { evening: 3 };
  expect(draft.promised).toEqual([]);
  const half = draft.halves.find(({ code }) => code === 'evening')!;
  half.start = '17 h 30';
  expect(draft.promised, 'the same hour, written otherwise').toEqual([]);
  half.end = '22:00';
  expect(draft.promised).toEqual([{ code: 'evening', count: 3 }]);
  draft.there = {};
  expect(draft.promised, 'nobody was there').toEqual([]);
});
