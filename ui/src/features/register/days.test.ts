import { describe, expect, it } from 'vitest';
import { readDay, typedDay } from './days';

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

  it.each(['31/02/2011', '3/13/2011', '3 mai 2011', '3/5', 'x', '310211', '1/1/12011'])('%s is refused', (text) => {
    expect(readDay(text), 'a day that does not exist is never another day').toBeUndefined();
  });

  it('is none when nothing is typed, and is written back as it is typed', () => {
    expect(readDay('  ')).toBeNull();
    expect(typedDay('2011-05-03')).toBe('03/05/2011');
    expect(typedDay(null)).toBe('');
  });
});
