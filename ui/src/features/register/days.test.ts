import { describe, expect, it } from 'vitest';
import { readDay, typedDay } from './days';

describe('a day that is typed', () => {
  it.each(['3/5/2011', '03/05/2011', '03.05.2011', '3-5-2011', ' 2011-05-03 ', '3 5 2011'])('%s is read', (text) => {
    expect(readDay(text)).toBe('2011-05-03');
  });

  it.each(['31/02/2011', '3/13/2011', '3 mai 2011', '3/5/11', '3/5', 'x'])('%s is refused', (text) => {
    expect(readDay(text), 'a day that does not exist is never another day').toBeUndefined();
  });

  it('is none when nothing is typed, and is written back as it is typed', () => {
    expect(readDay('  ')).toBeNull();
    expect(typedDay('2011-05-03')).toBe('03/05/2011');
    expect(typedDay(null)).toBe('');
  });
});
