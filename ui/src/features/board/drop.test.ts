import { describe, expect, it } from 'vitest';
import { drop, gapAt, movableOf, type Cell } from './drop';

const cell = (shot: string, panel: string | null, siblings: number, scene = 's'): Cell => ({
  id: panel ?? shot,
  panel,
  shot,
  scene,
  siblings,
});
// A · B/1 B/2 · C (no panel) · D
const cells = [cell('A', 'a', 1), cell('B', 'b1', 2), cell('B', 'b2', 2), cell('C', null, 0), cell('D', 'd', 1)];
const [a, b1, b2, c, d] = cells as [Cell, Cell, Cell, Cell, Cell];

describe('dropping a shot', () => {
  it('puts it after the shot before the gap', () => {
    expect(drop(cells, 's', d, 1)).toEqual({ move: { entity: 'D', parent: 's', after: 'A' }, gap: 1 });
    expect(drop(cells, 's', a, 5)).toEqual({ move: { entity: 'A', parent: 's', after: 'D' }, gap: 5 });
    expect(drop(cells, 's', d, 0)).toEqual({ move: { entity: 'D', parent: 's', after: null }, gap: 0 });
  });
  it('never cuts another shot in two', () => {
    expect(drop(cells, 's', d, 2)).toEqual({ move: { entity: 'D', parent: 's', after: 'B' }, gap: 3 });
  });
  it('says nothing when it would stay where it is', () => {
    expect(drop(cells, 's', c, 3)).toBeNull();
    expect(drop(cells, 's', c, 4)).toBeNull();
  });
  it('enters another scene, even an empty one', () => {
    const far = cell('Z', 'z', 1, 'other');
    expect(drop([], 's', far, 0)).toEqual({ move: { entity: 'Z', parent: 's', after: null }, gap: 0 });
    expect(drop(cells, 's', far, 3)?.move).toEqual({ entity: 'Z', parent: 's', after: 'B' });
  });
});

describe('dropping a panel of a shot of several', () => {
  it('reorders inside its shot', () => {
    expect(drop(cells, 's', b2, 1)?.move).toEqual({ entity: 'b2', parent: 'B', after: null });
    expect(drop(cells, 's', b1, 3)?.move).toEqual({ entity: 'b1', parent: 'B', after: 'b2' });
  });
  it('joins the shot before the gap elsewhere', () => {
    expect(drop(cells, 's', b1, 5)?.move).toEqual({ entity: 'b1', parent: 'D', after: 'd' });
    expect(drop(cells, 's', b1, 0)?.move).toEqual({ entity: 'b1', parent: 'A', after: null });
    expect(drop(cells, 's', b1, 4)?.move).toEqual({ entity: 'b1', parent: 'C', after: null });
  });
});

it('moves the shot or the panel of a case, what is held with it first', () => {
  expect(movableOf(a), 'the only panel of its shot can leave it').toEqual(['A', 'a']);
  expect(movableOf(b1)).toEqual(['b1', 'B']);
  expect(movableOf(c)).toEqual(['C']);
});

describe('the gap under the pointer', () => {
  const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 60 });
  const boxes = [box(0, 0), box(110, 0), box(220, 0), box(0, 80)];
  it('counts along the nearest line', () => {
    expect(gapAt(boxes, 20, 30)).toBe(0);
    expect(gapAt(boxes, 90, 30)).toBe(1);
    expect(gapAt(boxes, 400, 30)).toBe(3);
    expect(gapAt(boxes, 20, 200)).toBe(3);
    expect(gapAt(boxes, 300, 100)).toBe(4);
    expect(gapAt([], 3, 3)).toBe(0);
  });
  it('counts from the right where reading does', () => {
    const turned = [box(220, 0), box(110, 0), box(0, 0)];
    expect(gapAt(turned, 300, 30, true)).toBe(0);
    expect(gapAt(turned, 10, 30, true)).toBe(3);
  });
});
