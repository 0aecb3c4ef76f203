import { describe, expect, it } from 'vitest';
import type { Panel, Scene, Shot } from '../host/gen';
import { panelStep, sceneStep, shotStep, shotToScene, type Outline } from './moves';

// s1: A (a1 a2) B (b1) · s2: nothing · s3: C (c1)
const shots: Record<string, string[]> = { s1: ['A', 'B'], s2: [], s3: ['C'] };
const panels: Record<string, string[]> = { A: ['a1', 'a2'], B: ['b1'], C: ['c1'] };
const parentOf = (tree: Record<string, string[]>, id: string) =>
  Object.keys(tree).find((key) => tree[key]!.includes(id));
const film: Outline = {
  id: 'f',
  scenes: Object.keys(shots).map((id) => ({ id }) as Scene),
  shot: (id) => ({ id, scene: parentOf(shots, id) }) as Shot,
  panel: (id) => ({ id, shot: parentOf(panels, id) }) as Panel,
  shotsOf: (id) => (shots[id] ?? []).map((shot) => ({ id: shot }) as Shot),
  panelsOf: (id) => (panels[id] ?? []).map((panel) => ({ id: panel }) as Panel),
};

describe('one step earlier or later', () => {
  it('moves scenes inside the film and stops at its ends', () => {
    expect(sceneStep(film, 's2', -1)).toEqual({ entity: 's2', parent: 'f', after: null });
    expect(sceneStep(film, 's2', 1)).toEqual({ entity: 's2', parent: 'f', after: 's3' });
    expect(sceneStep(film, 's1', -1)).toBeNull();
  });
  it('moves shots inside their scene, then into the next', () => {
    expect(shotStep(film, 'A', 1)).toEqual({ entity: 'A', parent: 's1', after: 'B' });
    expect(shotStep(film, 'B', 1)).toEqual({ entity: 'B', parent: 's2', after: null });
    expect(shotStep(film, 'C', -1)).toEqual({ entity: 'C', parent: 's2', after: null });
    expect(shotStep(film, 'A', -1)).toBeNull();
    expect(shotStep(film, 'C', 1)).toBeNull();
  });
  it('enters the scene before at its end', () => {
    expect(shotToScene({ ...film, scenes: [film.scenes[0]!, film.scenes[2]!] }, 'C', -1)).toEqual({
      entity: 'C',
      parent: 's1',
      after: 'B',
    });
  });
  it('keeps panels in their shot, and takes the shot along when it has one panel', () => {
    expect(panelStep(film, 'a2', -1)).toEqual({ entity: 'a2', parent: 'A', after: null });
    expect(panelStep(film, 'a2', 1)).toBeNull();
    expect(panelStep(film, 'b1', -1)).toEqual({ entity: 'B', parent: 's1', after: null });
  });
});
