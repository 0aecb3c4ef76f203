import { describe, expect, it } from 'vitest';
import { fadesOf } from './onion';

const WIDTH = 20;
const INK = 192;
const PALE_INK = 67;

/** A picture from a rule, and how dark it is once its fields are paled. */
function paled(rule: (x: number, y: number) => number) {
  const dark = Float32Array.from({ length: WIDTH * WIDTH }, (_, at) => rule(at % WIDTH, Math.floor(at / WIDTH)));
  const fades = fadesOf(dark, WIDTH, 2);
  return (x: number, y: number) => (dark[y * WIDTH + x] ?? 0) * (1 - (fades[y * WIDTH + x] ?? 0));
}

describe('onion skin', () => {
  it('keeps lines as they are', () => {
    const seen = paled((x) => (x === 10 ? INK : 0));
    expect(seen(10, 10)).toBe(INK);
  });

  it('pales the inside of a dark field and keeps its edge', () => {
    const seen = paled((x) => (x < 12 ? INK : 0));
    expect(seen(11, 10)).toBe(INK);
    expect(seen(5, 10)).toBeLessThan(50);
    expect(seen(5, 10)).toBeGreaterThan(30);
    expect(seen(0, 0), 'the border of the picture is no edge').toBeLessThan(50);
  });

  it('keeps a line inside a lighter field', () => {
    const seen = paled((x) => (x === 10 ? INK : PALE_INK));
    expect(seen(10, 10)).toBeGreaterThan(seen(4, 10) * 3);
  });
});
