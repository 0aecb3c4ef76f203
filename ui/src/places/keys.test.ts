// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { combination, registerKeys, shortcuts, startKeys } from './keys';

let stop: () => void;
beforeEach(() => (stop = startKeys()));
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

const press = (key: string, more: KeyboardEventInit = {}, on: EventTarget = document.body): void => {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
};
const shortcut = (keys: string[], run: () => void, more = {}) => ({
  keys,
  text: 'key-search',
  group: 'keys-everywhere',
  run,
  ...more,
});

describe('the keys', () => {
  it('are named the same on every keyboard', () => {
    const name = (key: string, more: KeyboardEventInit = {}) =>
      combination(new KeyboardEvent('keydown', { key, ...more }));
    expect(name('z', { ctrlKey: true })).toBe('Ctrl+Z');
    expect(name('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
    expect(name('z', { metaKey: true })).toBe('Ctrl+Z');
    expect(name('?', { shiftKey: true }), 'a sign says by itself that Shift is held').toBe('?');
    expect(name('ArrowUp', { altKey: true, shiftKey: true })).toBe('Alt+Shift+ArrowUp');
  });

  it('stay with the text while one is written', () => {
    const run = vi.fn();
    const search = vi.fn();
    const drop = registerKeys([shortcut(['N'], run), shortcut(['Ctrl+K'], search, { whileWriting: true })]);
    document.body.innerHTML = '<input /><textarea></textarea>';
    for (const field of document.querySelectorAll('input, textarea')) {
      press('n', {}, field);
      press('k', { ctrlKey: true }, field);
    }
    expect(run).not.toHaveBeenCalled();
    expect(search).toHaveBeenCalledTimes(2);
    drop();
  });

  it('leave Enter to the button that has the focus', () => {
    const run = vi.fn();
    const drop = registerKeys([shortcut(['Enter'], run)]);
    document.body.innerHTML = '<button></button>';
    press('Enter', {}, document.querySelector('button')!);
    expect(run).not.toHaveBeenCalled();
    press('Enter');
    expect(run).toHaveBeenCalledTimes(1);
    drop();
  });

  it('belong to the last who asked, then to the one before', () => {
    const frame = vi.fn();
    const place = vi.fn();
    const dropFrame = registerKeys([shortcut(['N'], frame)]);
    const dropPlace = registerKeys([shortcut(['N'], place)]);
    press('n');
    dropPlace();
    press('n');
    expect([frame.mock.calls.length, place.mock.calls.length]).toEqual([1, 1]);
    dropFrame();
    expect(shortcuts().size).toBe(0);
  });

  it('do nothing behind an open dialog', () => {
    const run = vi.fn();
    const drop = registerKeys([shortcut(['N'], run)]);
    document.body.innerHTML = '<dialog open></dialog>';
    press('n');
    expect(run).not.toHaveBeenCalled();
    drop();
  });

  it('are found by their place on a French keyboard, where a digit is a sign', () => {
    const run = vi.fn();
    const drop = registerKeys([shortcut(['Alt+1'], run, { codes: ['Alt+Digit1'] })]);
    press('&', { altKey: true, code: 'Digit1' });
    press('&', { code: 'Digit1' });
    expect(run).toHaveBeenCalledTimes(1);
    drop();
  });

  it('are also known by a sign that is not listed', () => {
    const run = vi.fn();
    const drop = registerKeys([shortcut(['^'], run, { also: ['['] })]);
    press('[', { code: 'Digit5' });
    expect(run).toHaveBeenCalledTimes(1);
    drop();
  });

  it('that add or remove do it once, however long they are held; those that walk go on', () => {
    const run = vi.fn();
    const drop = registerKeys([
      shortcut(['Delete', 'N', 'Shift+N', 'Ctrl+D'], run),
      shortcut(['ArrowLeft', 'Alt+ArrowLeft', 'Ctrl+Z', 'Ctrl+Shift+Z', 'PageDown', '+', ';'], run),
    ]);
    for (const [key, more] of [
      ['Delete', {}],
      ['n', {}],
      ['N', { shiftKey: true }],
      ['d', { ctrlKey: true }],
    ] as const)
      press(key, { ...more, repeat: true });
    expect(run).not.toHaveBeenCalled();
    for (const [key, more] of [
      ['ArrowLeft', {}],
      ['ArrowLeft', { altKey: true }],
      ['z', { ctrlKey: true }],
      ['Z', { ctrlKey: true, shiftKey: true }],
      ['PageDown', {}],
      ['+', {}],
      [';', {}],
    ] as const)
      press(key, { ...more, repeat: true });
    expect(run).toHaveBeenCalledTimes(7);
    drop();
  });
});
