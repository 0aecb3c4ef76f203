import { describe, expect, it } from 'vitest';
import { isComplete, joined, noCode, normalised, spread } from './code';

describe('the recovery code', () => {
  it('is read as it was meant, whatever was typed', () => {
    expect(normalised('7k2p-m9qx')).toBe('7K2PM9QX');
    expect(normalised('OoIiLl'), 'O is 0, I and L are 1').toBe('001111');
    expect(normalised(' 4t·r8 ')).toBe('4TR8');
  });

  it('goes on into the next group when one is full', () => {
    const first = spread(noCode(), 0, '7k2');
    expect(first).toEqual({ groups: ['7K2', '', '', '', '', ''], at: 0 });
    expect(spread(first.groups, 0, '7k2p').at, 'a full group is left').toBe(1);
    expect(spread(first.groups, 0, '7k2pm')).toEqual({ groups: ['7K2P', 'M', '', '', '', ''], at: 1 });
  });

  it('is pasted whole into any group', () => {
    const whole = '7K2P M9QX 4TR8 W0ZD H3NV 1C6B';
    const { groups, at } = spread(['7', '', '', '', '', ''], 3, whole);
    expect(groups).toEqual(whole.split(' '));
    expect(at).toBe(5);
    expect(isComplete(groups)).toBe(true);
    expect(joined(groups)).toBe('7K2P-M9QX-4TR8-W0ZD-H3NV-1C6B');
  });

  it('takes a part where it is pasted, and nothing past the last group', () => {
    expect(spread(noCode(), 4, 'H3NV-1C6B-XXXX').groups).toEqual(['', '', '', '', 'H3NV', '1C6B']);
  });

  it('is emptied where it is deleted', () => {
    expect(spread(['7K2P', 'M', '', '', '', ''], 1, '')).toEqual({ groups: ['7K2P', '', '', '', '', ''], at: 1 });
  });
});
