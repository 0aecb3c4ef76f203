// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askUntil } from './asking';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ways = () => ({ found: vi.fn(), gaveUp: vi.fn() });

it('asks again by itself until the answer comes', async () => {
  const told = ways();
  const ask = vi.fn(() => (ask.mock.calls.length < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve('x')));
  askUntil(ask, told, [10, 20]);
  await vi.advanceTimersByTimeAsync(30);
  expect(told.found).toHaveBeenCalledWith('x');
  expect(told.gaveUp).not.toHaveBeenCalled();
});

it('gives up after the last pause, once', async () => {
  const told = ways();
  const ask = vi.fn(() => Promise.reject(new Error('gone')));
  askUntil(ask, told, [10, 20]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledTimes(3);
  expect(told.gaveUp).toHaveBeenCalledTimes(1);
});

it('says nothing once nobody waits', async () => {
  const told = ways();
  const ask = vi.fn(() => Promise.reject(new Error('gone')));
  const stop = askUntil(ask, told, [10]);
  await vi.advanceTimersByTimeAsync(5);
  stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(told.gaveUp).not.toHaveBeenCalled();
});
