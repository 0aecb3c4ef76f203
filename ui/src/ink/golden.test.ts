import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeInk, fromBase64 } from './codec';
import { GOLDEN_ABOUT, goldenStrokes, plain, type GoldenStroke } from './golden';
import { outline } from './outline';

const PLACE = resolve(import.meta.dirname, '../../../assets/ink-golden.json');

if (process.env['WRITE_INK_GOLDEN']) {
  const lines = goldenStrokes().map((stroke) => JSON.stringify(stroke));
  writeFileSync(PLACE, `{"about":${JSON.stringify(GOLDEN_ABOUT)},"strokes":[\n${lines.join(',\n')}\n]}\n`);
}

const golden = (JSON.parse(readFileSync(PLACE, 'utf8')) as { strokes: GoldenStroke[] }).strokes;

describe('golden vectors', () => {
  it('are the computed cases', () => {
    expect(golden.map((stroke) => stroke.name)).toEqual(goldenStrokes().map((stroke) => stroke.name));
  });

  it.each(golden.map((stroke) => [stroke.name, stroke] as const))('%s keeps its shape', (_, stroke) => {
    const ink = decodeInk(fromBase64(stroke.ink));
    expect(Array.from(ink.points)).toEqual(stroke.points.flat());
    const shapes = outline(ink, stroke.cuts).map(plain);
    expect(shapes.map((shape) => shape.length)).toEqual(stroke.outlines.map((shape) => shape.length));
    shapes.forEach((shape, at) =>
      shape.forEach(([x, y], point) => {
        const [goldenX = 0, goldenY = 0] = stroke.outlines[at]?.[point] ?? [];
        expect(Math.hypot(x - goldenX, y - goldenY), 'a stored stroke must never change its shape').toBeLessThan(0.01);
      }),
    );
  });
});
