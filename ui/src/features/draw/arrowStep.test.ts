// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { FRAME } from '../../ink';
import { arrowStep } from './arrowStep';

const step = (key: string, more: KeyboardEventInit = {}) => arrowStep(new KeyboardEvent('keydown', { key, ...more }));

describe('an arrow key', () => {
  it('moves what is held a good step, with Shift a fine one, as it moves the crosshair', () => {
    expect(step('ArrowRight')).toEqual([FRAME / 64, 0]);
    expect(step('ArrowUp', { shiftKey: true }), 'Shift is finer everywhere').toEqual([0, -FRAME / 512]);
  });

  it('leaves shortcuts and other keys alone', () => {
    expect(step('ArrowLeft', { altKey: true })).toBeNull();
    expect(step('a')).toBeNull();
  });
});
