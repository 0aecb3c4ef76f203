import { describe, expect, it } from 'vitest';
import type { Shot } from '../../host/gen';
import { marks, planFor } from './ruler';

const shot = (label: string, setup_minutes: number, more: Partial<Shot> = {}) =>
  ({ label, setup_minutes, status: 'ready', omitted: false, ...more }) as Shot;
const labels = (blocks: { shot: Shot }[]) => blocks.map((block) => block.shot.label).join(' ');

describe('what fits in the time there is', () => {
  it('fills the time to the minute and keeps the order', () => {
    const plan = planFor([shot('1A', 15), shot('1B', 20), shot('1C', 25), shot('1D', 5)], 60);
    expect(labels(plan.fits)).toBe('1A 1B 1C');
    expect(labels(plan.waits)).toBe('1D');
  });
  it('does not put a short shot before a long one that waits', () => {
    const plan = planFor([shot('1A', 50), shot('1B', 20), shot('1C', 5)], 60);
    expect(labels(plan.fits)).toBe('1A');
    expect(labels(plan.waits)).toBe('1B 1C');
  });
  it('leaves out what is taken or omitted, and says what has no time', () => {
    const plan = planFor(
      [shot('1A', 15, { status: 'taken' }), shot('1B', 15, { omitted: true }), shot('1C', 0), shot('1D', 10)],
      60,
    );
    expect(labels(plan.fits)).toBe('1D');
    expect(plan.untimed.map((row) => row.label)).toEqual(['1C']);
    expect(plan.fits[0]?.from).toBe(0);
  });
  it('marks half hours, then hours', () => {
    expect(marks(120)).toEqual([0, 30, 60, 90]);
    expect(marks(240)).toEqual([0, 60, 120, 180]);
  });
});
