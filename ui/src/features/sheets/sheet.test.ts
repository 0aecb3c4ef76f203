import { describe, expect, it } from 'vitest';
import type { SessionRow, Sheet, SheetPerson } from '../../host/gen';
import { countOf, halfAt, nextHalf, otherDue, readDate, readHour, unled, unsigned, waiting, type Cell } from './sheet';

const box = (state: Cell['state'], signed = false): Cell => ({
  half: 'morning',
  state,
  late: null,
  left: null,
  signature: signed ? { at: 1, time: '09:30', other_day: null, outline: null } : null,
  was: null,
});
const person = (name: string, cell: Cell, gone = false): SheetPerson =>
  ({ person: name, whose: name, name, shown: name, gone, minor: true, cells: [cell] }) as unknown as SheetPerson;
const session = {
  id: 's',
  date: '2026-02-24',
  halves: [
    { code: 'morning', start: '09:30', end: '12:30' },
    { code: 'afternoon', start: '13:30', end: '16:30' },
  ],
} as unknown as SessionRow;
const sheet = {
  session,
  people: [
    person('Samira', box('present', true)),
    person('Kevin', box('present')),
    person('Yanis', box('excused')),
    person('Lina', box('expected')),
    person('Noah', box('not_expected')),
    person('nobody', box('expected'), true),
  ],
  trainers: [person('Mme Traoré', box('expected'))],
} as unknown as Sheet;

describe('a sheet', () => {
  it('asks those who have said nothing, trainers last, and nobody who was erased', () => {
    expect(waiting(sheet, 'morning').map(({ name }) => name)).toEqual(['Lina', 'Mme Traoré']);
    expect(waiting(sheet, 'evening')).toEqual([]);
  });

  it('asks whoever came late too, as the laptop that goes round does, until they have signed', () => {
    const late = (signed: boolean): Sheet => ({
      ...sheet,
      people: [person('Moussa', { ...box('present', signed), late: '10:15' })],
    });
    expect(waiting(late(false), 'morning').map(({ name }) => name)).toEqual(['Moussa', 'Mme Traoré']);
    expect(waiting(late(true), 'morning').map(({ name }) => name)).toEqual(['Mme Traoré']);
  });

  it('tells what is empty from what is noted and not signed', () => {
    const late = { ...box('present'), late: '10:15' };
    const left = { ...box('present'), left: '12:00' };
    const people = [person('a', late), person('b', left), person('c', box('present')), person('d', box('expected'))];
    expect(unsigned({ ...sheet, people, trainers: [] })).toEqual({ empty: 1, noted: 2 });
  });

  it('says when the hour is that of another half than the one shown', () => {
    const other = (shown: 'morning' | 'afternoon' | null, clock: string, today = '2026-02-24'): unknown =>
      otherDue(session, shown, today, clock);
    expect([other('morning', '12:59'), other('morning', '13:00'), other('morning', '18:00')]).toEqual([
      null,
      'afternoon',
      'afternoon',
    ]);
    expect([other('afternoon', '09:00'), other('afternoon', '18:00'), other(null, '18:00')], 'of later too').toEqual([
      'morning',
      null,
      null,
    ]);
    expect(other('morning', '18:00', '2026-02-25'), 'another day is named on the card').toBe(null);
  });

  it('names the halves that no trainer has signed, were they there or not', () => {
    expect(unled(sheet)).toEqual(['morning', 'afternoon']);
    const led = (cell: Cell): Sheet => ({ ...sheet, trainers: [...sheet.trainers, person('Bruno', cell)] });
    expect(unled(led(box('present', true)))).toEqual(['afternoon']);
    expect(unled(led(box('absent')))).toContain('morning');
  });

  it('counts who is there among those who were expected', () => {
    expect(countOf(sheet, 'morning')).toEqual({ present: 2, expected: 5 });
    const wrong = {
      ...sheet,
      people: [
        person('Samira', { ...box('absent', true), was: { state: 'present' as const, late: null, left: null } }),
      ],
    };
    expect(countOf(wrong, 'morning'), 'a correction counts, not the signature it corrects').toEqual({
      present: 0,
      expected: 1,
    });
  });

  it('opens at the half that is signed now', () => {
    expect(halfAt(session, '2026-02-24', '09:00')).toBe('morning');
    expect(halfAt(session, '2026-02-24', '12:45'), 'whoever leaves still signs').toBe('morning');
    expect(halfAt(session, '2026-02-24', '13:15'), 'before it begins people already sign').toBe('afternoon');
    expect(halfAt(session, '2026-02-24', '19:00'), 'who comes back late signs the last').toBe('afternoon');
    expect(halfAt(session, '2026-03-01', '00:10'), 'the evening of a day that is over').toBe('afternoon');
    expect(halfAt(session, '2026-02-20', '19:00'), 'of a day to come').toBe('morning');
  });
});

describe('what is typed', () => {
  it('is an hour in many ways', () => {
    expect(['17:30', '17 h 30', '9h', '9', '17.30', '0930'].map(readHour)).toEqual([
      '17:30',
      '17:30',
      '09:00',
      '09:00',
      '17:30',
      '09:30',
    ]);
    expect(['', '25:00', '12:60', 'midi'].map(readHour)).toEqual([null, null, null, null]);
  });

  it('is a day, if there is such a day', () => {
    expect(['2026-02-24', '24/02/2026', '3.1.2026'].map(readDate)).toEqual(['2026-02-24', '2026-02-24', '2026-01-03']);
    expect(['2026-02-30', '30/02/2026', 'demain', ''].map(readDate)).toEqual([null, null, null, null]);
  });
});

it('goes on to the next half that somebody has to sign, and never back to one that is over', () => {
  const both = (name: string, morning: Cell, afternoon: Cell): SheetPerson =>
    ({ ...person(name, morning), cells: [morning, { ...afternoon, half: 'afternoon' }] }) as SheetPerson;
  const whole = { ...sheet, people: [both('Lina', box('expected'), box('expected'))], trainers: [] };
  expect(nextHalf(whole, 'morning')).toBe('afternoon');
  expect(nextHalf(whole, 'afternoon'), 'whoever did not come in the morning is no reason').toBeNull();
  const done = { ...whole, people: [both('Lina', box('present'), box('present', true))] };
  expect(nextHalf(done, 'morning')).toBeNull();
});
