// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('./edit', () => ({
  edit: vi.fn(),
  newGesture: (() => {
    let n = 0;
    return () => `g${(n += 1)}`;
  })(),
}));
const { shifted, TextField } = await import('./textField');

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a text being typed', () => {
  it('sends once after a pause, against what the writer saw', async () => {
    const send = vi.fn(async ({ text }: { text: string }) => text);
    const field = new TextField('Nour', send);
    field.type('Nour c');
    field.type('Nour court');
    await vi.advanceTimersByTimeAsync(199);
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith({ seen: 'Nour', text: 'Nour court', gesture: expect.any(String) });
    expect(field.dirty).toBe(false);
  });
  it('sends at once when flushed, and nothing twice', async () => {
    const send = vi.fn(async ({ text }: { text: string }) => text);
    const field = new TextField('', send);
    field.type('a');
    await field.flush();
    await vi.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenCalledTimes(1);
  });
  it('adopts what others wrote when nothing is pending', () => {
    const shown = vi.fn();
    const field = new TextField('a', async ({ text }) => text, shown);
    field.adopt('b');
    expect(field.text).toBe('b');
    expect(shown).toHaveBeenCalledWith('b');
  });
  it('keeps what is being typed, then takes the merged text', async () => {
    const field = new TextField('Nour court', async () => 'Nour court vite. Elle tombe.');
    field.type('Nour court vite');
    field.adopt('Nour court. Elle tombe.');
    expect(field.text).toBe('Nour court vite');
    await field.flush();
    expect(field.text).toBe('Nour court vite. Elle tombe.');
    expect(field.dirty).toBe(false);
  });
  it('sends what was typed during a commit, against what was sent', async () => {
    const waiting: ((text: string) => void)[] = [];
    const send = vi.fn(() => new Promise<string>((resolve) => waiting.push(resolve)));
    const field = new TextField('', send);
    field.type('a');
    const done = field.flush();
    field.type('ab');
    waiting[0]!('a and more');
    await vi.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenLastCalledWith({ seen: 'a', text: 'ab', gesture: expect.any(String) });
    waiting[1]!('ab and more');
    await done;
    expect(field.text).toBe('ab and more');
  });
  it('keeps the words when the core refuses them', async () => {
    const field = new TextField('', async () => null);
    field.type('long');
    await field.flush();
    expect(field.text).toBe('long');
    expect(field.dirty).toBe(true);
  });
  it('makes one undo step of each focus', async () => {
    const gestures: string[] = [];
    const field = new TextField('', async ({ text, gesture }) => (gestures.push(gesture), text));
    field.focus();
    field.type('a');
    await field.flush();
    field.type('ab');
    await field.flush();
    field.focus();
    field.type('abc');
    await field.flush();
    expect(gestures[0]).toBe(gestures[1]);
    expect(gestures[2]).not.toBe(gestures[0]);
  });
});

describe('the caret when the text changes around it', () => {
  it('stays by its letter', () => {
    expect(shifted('abc', 'xxabc', 1)).toBe(3);
    expect(shifted('abc', 'abcxx', 1)).toBe(1);
    expect(shifted('one three', 'one two three', 9)).toBe(13);
  });
});
