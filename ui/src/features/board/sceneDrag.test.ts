// @vitest-environment node
import { expect, it } from 'vitest';
import { sceneDrop } from './sceneDrag.svelte';

const scenes = ['a', 'b', 'c'].map((id) => ({ id }));

it('puts a scene where it was dropped', () => {
  expect(sceneDrop(scenes, 'f', 'c', 0)).toEqual({ entity: 'c', parent: 'f', after: null });
  expect(sceneDrop(scenes, 'f', 'a', 2)).toEqual({ entity: 'a', parent: 'f', after: 'b' });
  expect(sceneDrop(scenes, 'f', 'a', 3)).toEqual({ entity: 'a', parent: 'f', after: 'c' });
});
it('sends nothing for a scene put back in its place', () => {
  expect(sceneDrop(scenes, 'f', 'b', 1)).toBeNull();
  expect(sceneDrop(scenes, 'f', 'b', 2)).toBeNull();
});
