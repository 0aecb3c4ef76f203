// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event, Register } from '../host/gen';

const call = vi.hoisted(() => vi.fn());
const heard = vi.hoisted(() => new Set<(event: unknown) => void>());
vi.mock('../host', () => ({
  call,
  asFailure: (cause: unknown) => cause,
  listen: (handler: (event: unknown) => void) => (heard.add(handler), () => heard.delete(handler)),
}));
const { register, BEFORE_IDLE, KEEP } = await import('./register.svelte');

const state = (unlocked: boolean): Register =>
  ({ exists: true, unlocked, people: 11, sealed_since: unlocked ? null : 1, tries_left: 5 }) as Register;
const tell = (event: Event): void => heard.forEach((handler) => handler(event));

beforeEach(() => {
  register.leave();
  call.mockReset().mockImplementation((name: string) => Promise.resolve(name === 'keep_unlocked' ? {} : state(false)));
});
afterEach(() => vi.useRealTimers());

describe('the register', () => {
  it('follows the mode the core tells', async () => {
    await register.load();
    expect(register.unlocked).toBe(false);
    tell({ type: 'register', register: state(true) });
    expect(register.unlocked).toBe(true);
  });

  it('does not take an answer older than what the core told since', async () => {
    let answer = (_: Register): void => undefined;
    call.mockReturnValueOnce(new Promise<Register>((done) => (answer = done)));
    const reading = register.load();
    tell({ type: 'register', register: state(true) });
    answer(state(false));
    await reading;
    expect(register.unlocked, 'an event that came meanwhile knows better').toBe(true);
  });

  it('forgets what was read of people before the core has answered that it is sealed', () => {
    const forget = vi.fn();
    const stop = register.onSealed(forget);
    register.take(state(true));
    call.mockReturnValueOnce(new Promise(() => undefined));
    void register.lock();
    expect(forget, 'sealing is at once').toHaveBeenCalledTimes(1);
    expect(register.unlocked).toBe(false);
    stop();
  });

  it('forgets once for each seal, whoever sealed it, and when the file is left', () => {
    const forget = vi.fn();
    const stop = register.onSealed(forget);
    register.take(state(true));
    tell({ type: 'register', register: state(false) });
    tell({ type: 'register', register: state(false) });
    expect(forget).toHaveBeenCalledTimes(1);
    register.take(state(true));
    register.leave();
    expect(forget).toHaveBeenCalledTimes(2);
    expect(register.now, 'another file has another register').toBeNull();
    stop();
    register.take(state(true));
    register.leave();
    expect(forget, 'nobody listens any more').toHaveBeenCalledTimes(2);
  });

  it('keeps what is being written before it seals, and says when some of it was not', async () => {
    register.take(state(true));
    let written = (_: boolean): void => undefined;
    const keep = vi.fn(() => new Promise<boolean>((done) => (written = done)));
    const stop = register.beforeSeal(keep);
    const sealing = register.lock();
    expect([keep.mock.calls.length, register.unlocked], 'sent, and out of sight').toEqual([1, false]);
    expect(call, 'not sealed under what is on its way').not.toHaveBeenCalled();
    written(true);
    expect(await sealing).toBe(true);
    expect(call).toHaveBeenCalledWith('lock_register', {});
    for (const refused of [() => Promise.resolve(false), () => Promise.reject(new Error('no'))]) {
      keep.mockImplementation(refused);
      register.take(state(true));
      expect(await register.lock()).toBe(false);
    }
    vi.useFakeTimers();
    keep.mockImplementation(() => new Promise<boolean>(() => undefined));
    register.take(state(true));
    const late = register.lock();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await late, 'what does not come back keeps nothing open').toBe(false);
    stop();
  });

  it('keeps what is being written before ten idle minutes seal it', async () => {
    vi.useFakeTimers();
    register.take(state(true));
    const keep = vi.fn(() => Promise.resolve(true));
    const [stop, unwatched] = [register.beforeSeal(keep), register.watch()];
    window.dispatchEvent(new window.KeyboardEvent('keydown'));
    await vi.advanceTimersByTimeAsync(BEFORE_IDLE - 1);
    window.dispatchEvent(new window.KeyboardEvent('keydown'));
    await vi.advanceTimersByTimeAsync(BEFORE_IDLE - 1);
    expect(keep).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(keep).toHaveBeenCalledTimes(1);
    unwatched();
    stop();
  });

  it('remembers what could not be kept, when it is sealed from elsewhere', async () => {
    let kept = true;
    const stop = register.beforeSeal(() => kept);
    const sealed = async (): Promise<boolean> => {
      register.take(state(true));
      register.receive({ type: 'register', register: state(false) });
      await vi.waitFor(() => Promise.resolve());
      await Promise.resolve();
      return register.lost;
    };
    expect(await sealed()).toBe(false);
    kept = false;
    // Whoever seals here is told at once.
    register.take(state(true));
    call.mockResolvedValueOnce(state(false));
    expect(await register.lock()).toBe(false);
    expect(register.lost).toBe(false);
    expect(await sealed()).toBe(true);
    register.leave();
    expect(register.lost).toBe(false);
    stop();
  });

  it('asks the core how it is when sealing was refused', async () => {
    register.take(state(true));
    call.mockRejectedValueOnce({ code: 'connection_lost' }).mockResolvedValueOnce(state(true));
    const sealing = register.lock();
    expect([register.unlocked, register.sealing], 'out of sight, and said to be under way').toEqual([false, true]);
    await expect(sealing).rejects.toEqual({ code: 'connection_lost' });
    expect(register.sealing).toBe(false);
    await vi.waitFor(() => expect(register.unlocked, 'never shown sealed while it is open').toBe(true));
  });
});

describe('somebody at work', () => {
  const told = (): number => call.mock.calls.filter(([name]) => name === 'keep_unlocked').length;

  it('is told at most every 20 seconds', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    register.take(state(true));
    const stop = register.watch();
    const move = (): boolean => window.dispatchEvent(new window.Event('pointermove'));
    move();
    expect(told(), 'unlocking was a sign of life itself').toBe(0);
    vi.setSystemTime(1_000_000 + KEEP);
    for (let at = 0; at < 50; at += 1) move();
    expect(told()).toBe(1);
    vi.setSystemTime(1_000_000 + 2 * KEEP - 1);
    window.dispatchEvent(new window.KeyboardEvent('keydown'));
    expect(told()).toBe(1);
    vi.setSystemTime(1_000_000 + 2 * KEEP);
    window.dispatchEvent(new window.KeyboardEvent('keydown'));
    expect(told()).toBe(2);
    stop();
    vi.setSystemTime(1_000_000 + 9 * KEEP);
    move();
    expect(told()).toBe(2);
  });

  it('is not told while the register is sealed', () => {
    register.take(state(false));
    register.keepUnlocked(Date.now() + 9 * KEEP);
    expect(told()).toBe(0);
  });
});
