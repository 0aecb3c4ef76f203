import { describe, expect, it } from 'vitest';
import { readTime } from './time';

describe('times as people write them', () => {
  it('reads seconds', () => {
    expect(readTime('4', 'seconds')).toBe(4);
    expect(readTime(' 4,5 s', 'seconds')).toBe(4.5);
    expect(readTime('1:10', 'seconds')).toBe(70);
    expect(readTime('1 min', 'seconds')).toBe(60);
    expect(readTime('1 min 5', 'seconds')).toBe(65);
  });
  it('reads minutes', () => {
    expect(readTime('15', 'minutes')).toBe(15);
    expect(readTime('15 min', 'minutes')).toBe(15);
    expect(readTime('1 h', 'minutes')).toBe(60);
    expect(readTime('1 h 05', 'minutes')).toBe(65);
    expect(readTime('2:30', 'minutes')).toBe(150);
  });
  it('refuses what is not a time', () => {
    for (const text of ['', 'vite', '-3', '4 s 5', ':']) expect(readTime(text, 'seconds')).toBeNull();
  });
});
