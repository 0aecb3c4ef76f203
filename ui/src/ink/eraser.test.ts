import { describe, expect, it } from 'vitest';
import { unite, isAllCut, parts } from './cuts';
import { Erasing, sweepsArrow, sweepsBox, taken, touched, type Sweep } from './eraser';
import { Grid } from './grid';
import { Drawn } from './stroke';

function line(id: string, x0: number, y0: number, x1: number, y1: number, count = 60): Drawn {
  const points = Int32Array.from(
    Array.from({ length: count }, (_, i) => [
      Math.round(x0 + ((x1 - x0) * i) / (count - 1)),
      Math.round(y0 + ((y1 - y0) * i) / (count - 1)),
      128,
    ]).flat(),
  );
  return new Drawn(id, { tool: 'pencil', colour: 'blue', size: 80, simulated: true, points }, 0, null);
}

function gridOf(...strokes: Drawn[]): Grid {
  const grid = new Grid();
  strokes.forEach((stroke) => grid.add(stroke));
  return grid;
}

const rub = (x0: number, y0: number, x1 = x0, y1 = y0, radius = 85): Sweep => ({ x0, y0, x1, y1, radius });

describe('whole strokes', () => {
  const across = line('across', 1000, 4000, 15000, 4000);
  const down = line('down', 8000, 500, 8000, 8500);

  it('are touched where their paint is, and nowhere else', () => {
    const grid = gridOf(across, down);
    expect(touched(grid, rub(3000, 4090)).map(({ id }) => id)).toEqual(['across']);
    expect(touched(grid, rub(3000, 4200))).toEqual([]);
    expect(new Set(touched(grid, rub(8000, 4000)).map(({ id }) => id))).toEqual(new Set(['across', 'down']));
  });

  it('are touched by a fast hand that jumps over them', () => {
    expect(touched(gridOf(across), rub(4000, 1000, 4000, 8000)).length).toBe(1);
  });

  it('of two far points are touched in the middle', () => {
    expect(touched(gridOf(line('pair', 0, 0, 16000, 9000, 2)), rub(8000, 4500)).length).toBe(1);
  });

  it('are not touched where a part is gone', () => {
    across.cuts = [[20, 40]];
    const grid = gridOf(across);
    expect(touched(grid, rub(8000, 4000))).toEqual([]);
    expect(touched(grid, rub(2000, 4000)).length).toBe(1);
    across.cuts = [];
  });

  it('that left the grid are not found', () => {
    const grid = gridOf(across);
    grid.remove(across);
    expect(touched(grid, rub(3000, 4000))).toEqual([]);
  });
});

describe('parts of strokes', () => {
  it('are the points under the eraser', () => {
    const stroke = line('a', 1000, 4000, 15160, 4000);
    const [[from, to]] = [...taken(gridOf(stroke), rub(8080, 4000, 8560, 4000)).values()][0] as [[number, number]];
    const spacing = 14160 / 59;
    expect(from).toBeGreaterThan((8080 - 85 - 1000) / spacing - 1.2);
    // The line as it is seen lags behind its samples by less than one of them.
    expect(from).toBeLessThan((8080 - 1000) / spacing + 1);
    expect(to).toBeGreaterThan((8560 - 1000) / spacing);
    expect(to).toBeLessThan((8560 + 85 - 1000) / spacing + 1.2);
  });

  it('take the whole stroke once nothing is left', () => {
    const stroke = line('a', 1000, 4000, 3000, 4000, 20);
    const grid = gridOf(stroke);
    const erasing = new Erasing();
    for (let x = 800; x < 3200; x += 100)
      for (const [found, ranges] of taken(grid, rub(x, 4000, x + 100, 4000))) erasing.takePart(found, ranges);
    expect([...erasing.gone]).toEqual(['a']);
    expect(erasing.ranges.size).toBe(0);
  });

  it('taken twice are taken once', () => {
    const stroke = line('a', 1000, 4000, 15000, 4000);
    const grid = gridOf(stroke);
    const erasing = new Erasing();
    const [[found, ranges]] = [...taken(grid, rub(8000, 4000))] as [[Drawn, [number, number][]]];
    expect(erasing.takePart(found, ranges)).toBe(true);
    expect(erasing.takePart(found, ranges), 'the same place again changes nothing').toBe(false);
  });
});

describe('cuts', () => {
  it('unite in any order', () => {
    const cuts: [number, number][] = [
      [5, 7],
      [1, 2.5],
      [2, 3],
      [NaN, 4],
      [7, 7.5],
      [12, 10],
    ];
    expect(unite(cuts)).toEqual([
      [1, 3],
      [5, 7.5],
      [10, 12],
    ]);
    expect(unite([...cuts].reverse())).toEqual(unite(cuts));
    expect(unite([...unite(cuts), ...cuts]), 'delivered twice, erased once').toEqual(unite(cuts));
  });

  it('know when nothing is left, and what lies between two points', () => {
    expect(
      isAllCut(
        [
          [-1, 1.2],
          [1.5, 9],
        ],
        3,
      ),
    ).toBe(true);
    expect(isAllCut([[0.1, 9]], 3)).toBe(false);
    expect(parts([[2.3, 2.7]], 2, 3)).toBe(true);
    expect(parts([[2.3, 2.7]], 3, 4)).toBe(false);
  });
});

describe('what is no ink', () => {
  const arrow = { x0: 2000, y0: 4000, x1: 9000, y1: 4000, bend: 0, size: 80 };
  const box = { left: 2000, top: 2000, right: 4000, bottom: 2500 };

  it('is touched wherever the eraser passed, not only where it stopped', () => {
    expect(sweepsArrow(rub(5000, 1000, 5000, 7000), arrow), 'a fast hand crosses the shaft in one step').toBe(true);
    expect(sweepsArrow(rub(1000, 1000, 1000, 7000), arrow)).toBe(false);
    expect(sweepsBox(rub(3000, 500, 3000, 6000), box), 'and a line of text').toBe(true);
    expect(sweepsBox(rub(3000, 2200), box), 'from inside too').toBe(true);
    expect(sweepsBox(rub(4200, 500, 4200, 6000), box)).toBe(false);
  });

  it('follows the bend of an arrow, and has a head', () => {
    const bent = { ...arrow, bend: 2000 };
    expect(sweepsArrow(rub(5500, 4000), bent), 'where a straight one would be').toBe(false);
    expect(sweepsArrow(rub(5500, 6000), bent)).toBe(true);
    expect(sweepsArrow(rub(8750, 4150, 8750, 4150, 20), arrow), 'its barb').toBe(true);
  });
});

describe('a thousand strokes', () => {
  it('are searched within a frame', () => {
    const strokes = Array.from({ length: 1000 }, (_, i) =>
      line(`${i}`, (i * 131) % 15000, (i * 57) % 8500, ((i * 131) % 15000) + 1500, ((i * 57) % 8500) + 900),
    );
    const grid = gridOf(...strokes);
    strokes.forEach((stroke) => stroke.trail);
    const began = performance.now();
    for (let i = 0; i < 50; i++) taken(grid, rub(8000 + i * 20, 4000, 8020 + i * 20, 4010, 165));
    expect((performance.now() - began) / 50, 'milliseconds a step of the eraser takes').toBeLessThan(8);
  });
});
