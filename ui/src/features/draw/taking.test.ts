// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Mark } from '../../host/gen';
import { Taking } from './taking';

const mark = { id: 'm', kind: 'arrow' } as Mark;

function held() {
  const ways = { taken: vi.fn(), moved: vi.fn(), put: vi.fn(), slipped: vi.fn() };
  const element = document.createElement('i');
  element.setPointerCapture = () => undefined;
  const letGo = new Taking(ways).hold(() => mark, 'head')(element);
  const tell = (type: string, clientX: number) =>
    element.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX }));
  return { ways, letGo, tell };
}

describe('a mark in the hand', () => {
  it('follows every move of the hand, and stays where it is put', () => {
    const { ways, tell } = held();
    tell('pointerdown', 0);
    for (const x of [2, 4, 6, 8]) tell('pointermove', x);
    tell('pointerup', 8);
    expect(ways.moved.mock.calls.map(([, , dx]) => dx)).toEqual([4, 6, 8]);
    expect(ways.put.mock.calls).toEqual([[mark, true]]);
    expect(ways.slipped).not.toHaveBeenCalled();
  });

  it('that leaves the screen while it is held is told with how far it went, once', () => {
    const { ways, letGo, tell } = held();
    tell('pointerdown', 0);
    tell('pointermove', 30);
    letGo();
    tell('pointerup', 30);
    expect(ways.slipped.mock.calls, 'where the hand brought it is not lost').toEqual([[mark, true]]);
    expect(ways.put).not.toHaveBeenCalled();
  });
});
