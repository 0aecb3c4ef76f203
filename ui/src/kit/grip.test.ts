// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Grip } from './grip';

let list: HTMLElement;
let stop: () => void;
const host = {
  find: vi.fn((target: Element) => target.closest<HTMLElement>('.thing')),
  taken: vi.fn(),
  aim: vi.fn(),
  away: vi.fn(),
  released: vi.fn(),
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  document.body.innerHTML = '<div id="list"><div class="thing"></div></div>';
  list = document.querySelector('#list')!;
  list.getBoundingClientRect = () => new DOMRect(0, 0, 200, 100);
  stop = new Grip(host).attach(list);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function send(type: string, fields: object, target: EventTarget = list.firstElementChild!): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, fields);
  target.dispatchEvent(event);
  return event;
}
const pointer = (x: number, y: number, kind = 'mouse') => ({
  pointerId: 1,
  pointerType: kind,
  isPrimary: true,
  button: 0,
  clientX: x,
  clientY: y,
});
const finger = (x: number, y: number) => ({ touches: [{ clientX: x, clientY: y }] });

describe('a mouse', () => {
  it('holds after six pixels and drops where it is released', () => {
    send('pointerdown', pointer(0, 0));
    send('pointermove', pointer(3, 3), window);
    expect(host.taken).not.toHaveBeenCalled();
    send('pointermove', pointer(0, 30), window);
    expect(host.taken).toHaveBeenCalledTimes(1);
    send('pointerup', pointer(0, 30), window);
    expect(host.aim).toHaveBeenLastCalledWith(0, 30);
    expect(host.released).toHaveBeenCalledWith(true);
    expect(send('click', {}).defaultPrevented, 'the click of a drop chooses nothing').toBe(true);
    expect(list.children, 'the copy is gone').toHaveLength(1);
  });
  it('means nothing of the list once it is beside it', () => {
    send('pointerdown', pointer(0, 0));
    send('pointermove', pointer(300, 30), window);
    send('pointerup', pointer(300, 30), window);
    expect(host.aim).not.toHaveBeenCalledWith(300, 30);
    expect(host.away).toHaveBeenLastCalledWith(300, 30);
    expect(host.released).toHaveBeenCalledWith(true);
  });
  it('puts back at Escape', () => {
    send('pointerdown', pointer(0, 0));
    send('pointermove', pointer(0, 30), window);
    send('keydown', { key: 'Escape' }, window);
    expect(host.released).toHaveBeenCalledWith(false);
  });
});

describe('a finger', () => {
  it('scrolls when it moves at once', () => {
    send('pointerdown', pointer(0, 0, 'touch'));
    send('pointermove', pointer(0, 30, 'touch'), window);
    vi.advanceTimersByTime(1000);
    expect(host.taken).not.toHaveBeenCalled();
  });
  it('holds after a rest, without a menu and without scrolling', () => {
    send('pointerdown', pointer(0, 0, 'touch'));
    send('touchstart', finger(0, 0));
    vi.advanceTimersByTime(400);
    expect(host.taken).toHaveBeenCalledTimes(1);
    expect(send('contextmenu', {}).defaultPrevented).toBe(true);
    expect(send('touchmove', finger(0, 40)).defaultPrevented).toBe(true);
    send('pointermove', pointer(0, 40, 'touch'), window);
    send('touchend', { touches: [] });
    expect(host.released, 'pointer events tell this finger').not.toHaveBeenCalled();
    send('pointerup', pointer(0, 40, 'touch'), window);
    expect(host.released).toHaveBeenCalledWith(true);
  });
  it('holds and drops by touch events alone, where a finger makes no pointer events', () => {
    send('touchstart', finger(0, 0));
    vi.advanceTimersByTime(400);
    expect(host.taken).toHaveBeenCalledTimes(1);
    send('touchmove', finger(0, 40));
    expect(send('touchend', { touches: [] }).defaultPrevented, 'no mouse event is made up').toBe(true);
    expect(host.aim).toHaveBeenLastCalledWith(0, 40);
    expect(host.released).toHaveBeenCalledWith(true);
  });
  it('lets a second finger pinch', () => {
    send('touchstart', finger(0, 0));
    send('touchstart', { touches: [{}, {}] });
    vi.advanceTimersByTime(400);
    expect(host.taken).not.toHaveBeenCalled();
  });
});
