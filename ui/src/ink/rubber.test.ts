import { describe, expect, it } from 'vitest';
import { newId, type Ink } from './codec';
import { Joins } from './joins';
import { Outbox } from './outbox';
import { Rubber } from './rubber';
import { Sheet } from './sheet';
import { Drawn } from './stroke';

function inkOf(x0: number, y0: number, x1: number, y1: number): Ink {
  const points = Array.from({ length: 20 }, (_, i) => [
    Math.round(x0 + ((x1 - x0) * i) / 19),
    Math.round(y0 + ((y1 - y0) * i) / 19),
    128,
  ]);
  return { tool: 'pen', colour: 'ink', size: 56, simulated: true, points: Int32Array.from(points.flat()) };
}

function desk() {
  const ways = { send: async () => undefined, judge: () => 'wait' as const, changed: () => undefined };
  const outbox = new Outbox({ ...ways, landed: () => undefined }, null);
  const eyes = { reset: () => undefined, added: () => undefined, removed: () => undefined, changed: () => undefined };
  const sheet = new Sheet(newId(), outbox, async () => new Map(), eyes);
  const erased: string[][] = [];
  const rubber = new Rubber({ erased: ({ gone }) => erased.push([...gone]), swept: () => undefined });
  return { sheet, rubber, erased };
}

describe('rubber', () => {
  it('leaves for the next frame what does not fit in this one, and finishes all of it when it is lifted', () => {
    const { sheet, rubber, erased } = desk();
    const strokes = [2000, 4000, 6000, 8000].map((x) => sheet.draw(inkOf(x, 1000, x, 5000), null, 'g'));
    rubber.press({ x: 1000, y: 3000 }, 170);
    for (let x = 2500; x < 9000; x += 2000) rubber.move({ x, y: 3000 }, 170);
    rubber.work(sheet, 0);
    expect(sheet.strokes.size, 'the first step touched nothing yet').toBe(4);
    rubber.work(sheet, 0);
    expect(sheet.strokes.size).toBe(3);
    expect(rubber.busy).toBe(true);
    rubber.finish(sheet);
    expect(sheet.strokes.size).toBe(0);
    expect(rubber.busy).toBe(false);
    expect(erased).toEqual([strokes.map(({ id }) => id)]);
  });
});

describe('joins', () => {
  it('find the pieces of one stroke among a thousand others in no time', () => {
    const joins = new Joins();
    const piece = (i: number, row: number) => {
      const stroke = new Drawn(`${row}-${i}`, inkOf(i * 10, row, i * 10 + 10, row), i, null);
      joins.add(stroke);
      return stroke;
    };
    const rows = Array.from({ length: 50 }, (_, row) => Array.from({ length: 20 }, (_, i) => piece(i, row)));
    const began = performance.now();
    for (const row of rows) expect(joins.of(row[10] as Drawn).length).toBe(20);
    expect(performance.now() - began, 'milliseconds for a thousand strokes').toBeLessThan(60);
    joins.remove(rows[0]?.[5] as Drawn);
    expect(joins.of(rows[0]?.[10] as Drawn).length, 'what is gone joins nothing').toBe(14);
  });
});
