// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const told = vi.hoisted(() => ({ held: [] as (string | null)[], failures: 0, leave: () => {} }));
vi.mock('../host', () => ({
  call: vi.fn(),
  listen: () => () => {},
  asFailure: (cause: unknown) => cause,
  holdBack: (_: string, code: string | null) => void told.held.push(code),
}));
vi.mock('../host/session.svelte', () => ({ session: { onLeft: (heard: () => void) => (told.leave = heard) } }));
vi.mock('./edit', () => ({
  tellFailure: () => void (told.failures += 1),
  tellEdit: () => {},
  newGesture: (() => {
    let n = 0;
    return () => `g${(n += 1)}`;
  })(),
}));
const { call } = await import('../host');
const { recoverTexts, shifted, TextField, waitingText, writing } = await import('./textField');
type Send = import('./textField').TextWay['send'];
const way = (send: Send, entity = 'shot') => ({ entity, field: 'action', whole: false, send });
const refused = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(told, { held: [], failures: 0 });
});
afterEach(() => vi.useRealTimers());

describe('a text being typed', () => {
  it('sends once after a pause, against what the writer saw', async () => {
    const send = vi.fn(async ({ text }: { text: string }) => text);
    const field = new TextField('Nour', way(send));
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
    const field = new TextField('', way(send));
    field.type('a');
    await field.flush();
    await vi.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenCalledTimes(1);
  });
  it('adopts what others wrote when nothing is pending', () => {
    const shown = vi.fn();
    const field = new TextField(
      'a',
      way(async ({ text }) => text),
      shown,
    );
    field.adopt('b');
    expect(field.text).toBe('b');
    expect(shown).toHaveBeenCalledWith('b');
  });
  it('keeps what is being typed, then takes the merged text', async () => {
    const field = new TextField(
      'Nour court',
      way(async () => 'Nour court vite. Elle tombe.'),
    );
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
    const field = new TextField('', way(send));
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
  it('holds the words while the core cannot take them, says it once, and sends them again', async () => {
    const sent: string[] = [];
    let full = true;
    const field = new TextField(
      '',
      way(({ text }) => (sent.push(text), full ? refused('disk_full') : Promise.resolve(text))),
    );
    field.type('long');
    await field.flush();
    expect([field.text, field.dirty]).toEqual(['long', true]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent.length, 'it is tried again by itself').toBeGreaterThan(2);
    expect(told.failures, 'and told once').toBe(1);
    expect(told.held.at(-1)).toBe('disk_full');
    expect(waitingText('shot', 'action'), 'the words outlive their place on the screen').toBe('long');
    const again = writing(
      '',
      way(async ({ text }) => text),
    );
    expect(again, 'whoever shows the text again goes on with the held one').toBe(field);
    full = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(field.dirty).toBe(false);
    expect(waitingText('shot', 'action')).toBeNull();
    expect(told.held.at(-1), 'nothing is held back any more').toBeNull();
  });
  it('does not hold what will never be taken', async () => {
    const field = new TextField(
      '',
      way(() => refused('not_found'), 'gone'),
    );
    field.type('x');
    await field.flush();
    expect(waitingText('gone', 'action')).toBeNull();
    expect(told.failures).toBe(1);
  });
  it('keeps its words for the file they were written in', async () => {
    const send = vi.fn(async ({ text }: { text: string }) => text);
    const field = new TextField('', way(send, 'there'));
    field.type('last words');
    told.leave();
    await field.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send, 'the other file hears nothing of it').not.toHaveBeenCalled();
    expect(told.failures).toBe(0);
    vi.mocked(call).mockResolvedValue({ text: 'last words' } as never);
    recoverTexts(new Set(['there']));
    const again = writing('', way(send, 'there'));
    expect(again.text, 'whoever shows the text at once goes on with the held words').toBe('last words');
    await vi.advanceTimersByTimeAsync(0);
    expect(call).toHaveBeenCalledWith('splice_text', expect.objectContaining({ entity: 'there', text: 'last words' }));
  });
  it('makes one undo step of each focus', async () => {
    const gestures: string[] = [];
    const field = new TextField(
      '',
      way(async ({ text, gesture }) => (gestures.push(gesture), text)),
    );
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
