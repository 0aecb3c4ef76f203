// @vitest-environment node
import { expect, it } from 'vitest';
import { rowDrop, type Lines } from './rowDrag.svelte';

// s1: A, B, an omitted line o, C · s2: nothing
const rows: Record<string, string[]> = { s1: ['A', 'B', 'o', 'C'], s2: [] };
const listed = (scene: string) => (rows[scene] ?? []).map((id) => ({ id, scene }));
const film = {
  shot: (id: string) => (id === 'o' ? undefined : { id }),
  shotsOf: (scene: string) => listed(scene).filter((row) => row.id !== 'o'),
  listedShots: listed,
} as unknown as Lines;

it('puts a shot before the line it was dropped on, or at the end', () => {
  expect(rowDrop(film, 's1', 'C', 'A')).toEqual({ entity: 'C', parent: 's1', after: null });
  expect(rowDrop(film, 's1', 'A', null)).toEqual({ entity: 'A', parent: 's1', after: 'C' });
  expect(rowDrop(film, 's2', 'A', null), 'a scene without shots').toEqual({ entity: 'A', parent: 's2', after: null });
});
it('goes after a shot that is there, never after an omitted line', () => {
  expect(rowDrop(film, 's1', 'A', 'C')).toEqual({ entity: 'A', parent: 's1', after: 'B' });
});
it('sends nothing for a shot put back in its place', () => {
  expect(rowDrop(film, 's1', 'B', 'B')).toBeNull();
  expect(rowDrop(film, 's1', 'B', 'o')).toBeNull();
  expect(rowDrop(film, 's1', 'C', null)).toBeNull();
});
