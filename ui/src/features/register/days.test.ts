import { describe, expect, it } from 'vitest';
import type { SessionKind } from '../../host/gen';
import { endOfNextStay, readDay, typedDay } from './days';

describe('a day that is typed', () => {
  it.each([
    '3/5/2011',
    '03/05/2011',
    '03.05.2011',
    '3-5-2011',
    ' 2011-05-03 ',
    '3 5 2011',
    '3/5/11',
    '03052011',
    '030511',
    '20110503',
  ])('%s is read', (text) => {
    expect(readDay(text, 2026)).toBe('2011-05-03');
  });

  it('takes a year of two figures for the last one there was, or for one to come where a day is to come', () => {
    expect(readDay('3/5/26', 2026)).toBe('2026-05-03');
    expect(readDay('3/5/27', 2026)).toBe('1927-05-03');
    expect(readDay('28/02/27', 2076)).toBe('2027-02-28');
    expect(readDay('20051999'), 'no month is the nineteenth').toBe('1999-05-20');
    expect(readDay('1/1/1850'), 'who is too old is told so by the core').toBe('1850-01-01');
  });

  it.each(['31/02/2011', '3/13/2011', '3 lundi 2011', '3/5', 'x', '310211', '1/1/12011'])('%s is refused', (text) => {
    expect(readDay(text), 'a day that does not exist is never another day').toBeUndefined();
  });

  it('is none when nothing is typed, and is written back as it is typed', () => {
    expect(readDay('  ')).toBeNull();
    expect(typedDay('2011-05-03')).toBe('03/05/2011');
    expect(typedDay(null)).toBe('');
  });
});

describe('the day until which a note on health is needed', () => {
  const stay = (date: string, kind: SessionKind = 'intensive', group: string | null = null) => ({ kind, date, group });

  it('is the last of the camp that comes next, over the weekend in its midst', () => {
    const days = ['2026-07-06', '2026-07-07', '2026-07-10', '2026-07-13', '2026-07-17'].map((day) => stay(day));
    expect(endOfNextStay(days.slice(0, 4).toReversed(), [], '2026-07-01')).toBe('2026-07-13');
    expect(endOfNextStay(days, [], '2026-07-11'), 'it has begun').toBe('2026-07-13');
    expect(endOfNextStay(days, [], '2026-07-16'), 'the one after it').toBe('2026-07-17');
  });

  it('is not the evening, nor the shoot of next month, nor the camp of another group', () => {
    const all = [
      stay('2026-06-10', 'workshop'),
      stay('2026-06-12', 'shooting', 'b'),
      stay('2026-06-20', 'shooting', 'a'),
      stay('2026-06-21', 'shooting', 'a'),
      stay('2026-07-20', 'shooting', 'a'),
    ];
    expect(endOfNextStay(all, ['a'], '2026-06-01')).toBe('2026-06-21');
    expect(endOfNextStay(all, [], '2026-06-01'), 'in no group, any may be theirs').toBe('2026-06-12');
    expect(endOfNextStay(all, ['a'], '2026-08-01')).toBeNull();
  });
});

it('reads a month in words, as lists and people write it', () => {
  expect(
    ['3 mai 2011', '1er août 2012', '14 févr. 2010', '2 June 2009', '5 déc 2011'].map((text) => readDay(text)),
  ).toEqual(['2011-05-03', '2012-08-01', '2010-02-14', '2009-06-02', '2011-12-05']);
  expect(['3 ju 2011', '3 jui 2011', '31 février 2011', '3 lundi 2011'].map((text) => readDay(text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
