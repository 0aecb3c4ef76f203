import { describe, expect, it } from 'vitest';
import { FRAME } from '../../ink';
import { beginning, broken, roomAt } from './fitting';

/** Every letter is one wide. */
const fold = (text: string, room: number) => broken(text, room, (line) => line.length).split('\n');

describe('a text on the sheet', () => {
  it('stays as it is where it has room', () => {
    expect(fold('Elle court.\nIl  la suit. ', 12)).toEqual(['Elle court.', 'Il  la suit. ']);
  });

  it('goes on in the next line where the sheet ends, between words', () => {
    expect(fold('Elle court vers le toit', 11)).toEqual(['Elle court', 'vers le', 'toit']);
    expect(fold('Un plan-séquence', 8), 'or after a hyphen').toEqual(['Un plan-', 'séquence']);
    expect(fold('Il vient ?', 9), 'a question mark never begins a line').toEqual(['Il', 'vient ?']);
    expect(fold('un deux ', 7), 'a space being written hangs over the edge').toEqual(['un deux ']);
  });

  it('breaks a word only when it has no room in a line of its own', () => {
    expect(fold('Oh aaaaaaaaaaaa non', 5)).toEqual(['Oh', 'aaaaa', 'aaaaa', 'aa', 'non']);
  });

  it('is broken the same however often it is', () => {
    const once = broken('Elle court vers le toit, aaaaaaaaaaaaaaaaa ! ', 9, (line) => line.length);
    expect(broken(once, 9, (line) => line.length)).toBe(once);
  });

  it('begins where there is room for a word', () => {
    const at = (x: number, y: number) => beginning(x, y, 400, 480, 9216);
    expect(at(3000, 2000)).toEqual({ x: 3000, y: 2000 });
    expect(at(FRAME, 9200)).toEqual({ x: FRAME - 2500, y: 9216 - 480 });
    expect(at(-50, -50)).toEqual({ x: 0, y: 0 });
    expect(roomAt(FRAME - 2500, 400)).toBe(2400);
    expect(roomAt(FRAME, 400, 5000), 'one moved over the edge keeps its width').toBe(5000);
  });
});
