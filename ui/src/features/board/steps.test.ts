import { describe, expect, it } from 'vitest';
import { step } from './steps';

// Scenes of 4, 0, 3 and 5 cells over 3 columns.
const counts = [4, 0, 3, 5];
const go = (section: number, index: number, arrow: Parameters<typeof step>[3]) =>
  step(counts, 3, { section, index }, arrow);

describe('arrows in the board', () => {
  it('runs left and right through the whole film, past empty scenes', () => {
    expect(go(0, 3, 'ArrowRight')).toEqual({ section: 2, index: 0 });
    expect(go(2, 0, 'ArrowLeft')).toEqual({ section: 0, index: 3 });
  });
  it('keeps the column up and down', () => {
    expect(go(0, 0, 'ArrowDown')).toEqual({ section: 0, index: 3 });
    expect(go(2, 1, 'ArrowDown')).toEqual({ section: 3, index: 1 });
    expect(go(3, 1, 'ArrowUp')).toEqual({ section: 2, index: 1 });
  });
  it('lands on the last cell when the line below or above is shorter', () => {
    expect(go(0, 2, 'ArrowDown')).toEqual({ section: 0, index: 3 });
    expect(go(2, 2, 'ArrowUp')).toEqual({ section: 0, index: 3 });
  });
  it('stays at the edges of the film', () => {
    expect(go(0, 0, 'ArrowLeft')).toEqual({ section: 0, index: 0 });
    expect(go(0, 1, 'ArrowUp')).toEqual({ section: 0, index: 1 });
    expect(go(3, 4, 'ArrowDown')).toEqual({ section: 3, index: 4 });
  });
  it('goes to the ends of a scene and of the film', () => {
    expect(go(3, 2, 'Home')).toEqual({ section: 3, index: 0 });
    expect(go(3, 2, 'End')).toEqual({ section: 3, index: 4 });
    expect(go(3, 2, 'FirstOfAll')).toEqual({ section: 0, index: 0 });
    expect(go(0, 2, 'LastOfAll')).toEqual({ section: 3, index: 4 });
  });
});
