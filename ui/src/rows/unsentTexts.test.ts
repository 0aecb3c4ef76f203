import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UnsentTexts, type Held, type Waiting } from './unsentTexts';

class Text implements Waiting {
  flush = vi.fn(async () => {});
  elsewhere = false;
  constructor(readonly held: Held) {}
}
const text = (entity: string, words: string) =>
  new Text({ entity, field: 'action', seen: '', text: words, whole: false });

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

describe('texts that wait for the core', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => void vi.useRealTimers();
  });

  it('are found again by the next window, and forgotten once the core has them', () => {
    const browser = storage();
    const first = new UnsentTexts<Text>(() => {}, browser);
    const waiting = text('a', 'Nour court');
    first.hold(waiting, 'disk_full');
    const second = new UnsentTexts<Text>(() => {}, browser);
    expect(second.left(new Set(['b'])), 'another film’s stay').toEqual([]);
    expect(second.left(new Set(['a', 'b']))).toEqual([waiting.held]);
    expect(first.left(new Set(['a'])), 'what is held already is not found twice').toEqual([]);
    first.release(waiting);
    expect(second.left(new Set(['a']))).toEqual([]);
  });
  it('say why they wait, until the last one is through', () => {
    const codes: unknown[] = [];
    const held = new UnsentTexts<Text>((code) => codes.push(code), storage());
    const [a, b] = [text('a', 'x'), text('b', 'y')];
    held.hold(a, 'disk_full');
    held.hold(b, 'connection_lost');
    held.release(a);
    expect(codes).toEqual(['disk_full', 'connection_lost']);
    held.release(b);
    expect(codes.at(-1)).toBeNull();
  });
  it('are sent again, less and less often', async () => {
    const held = new UnsentTexts<Text>(() => {}, storage());
    const waiting = text('a', 'x');
    waiting.flush.mockImplementation(async () => void held.hold(waiting, 'disk_full'));
    held.hold(waiting, 'disk_full');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(waiting.flush.mock.calls.length).toBeGreaterThan(5);
    expect(waiting.flush.mock.calls.length, 'a full disk is not asked all the time').toBeLessThan(15);
  });
  it('stay for their own file while another is open, with or without a storage', async () => {
    for (const browser of [storage(), null]) {
      const codes: unknown[] = [];
      const held = new UnsentTexts<Text>((code) => codes.push(code), browser);
      const waiting = text('a', 'x');
      held.hold(waiting, 'disk_full');
      held.setAside();
      waiting.elsewhere = true;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(waiting.flush, 'the other file hears nothing of it').not.toHaveBeenCalled();
      expect(codes.at(-1), 'nor does its bar').toBeNull();
      held.hold(waiting, 'not_found');
      expect(held.left(new Set(['b']))).toEqual([]);
      expect(held.left(new Set(['a']))).toEqual([waiting.held]);
      held.release(waiting);
      expect(held.left(new Set(['a']))).toEqual([]);
    }
  });
  it('are not lost to a file that does not know them', () => {
    const held = new UnsentTexts<Text>(() => {}, storage());
    const early = text('a', 'x');
    expect(held.hold(early, 'not_found'), 'it is told').toBe(false);
    expect(held.of('a', 'action'), 'and not tried again').toBeUndefined();
    expect(held.left(new Set(['a']))).toEqual([early.held]);
  });
  it('live without a storage', () => {
    const held = new UnsentTexts<Text>(() => {}, null);
    held.hold(text('a', 'x'), 'disk_full');
    expect(held.of('a', 'action')?.held.text).toBe('x');
  });
});
