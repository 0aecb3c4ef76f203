// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const call = vi.fn();
vi.mock('../../host', () => ({ call, asFailure: (cause: unknown) => cause }));
vi.mock('./results', () => ({ openHit: vi.fn(), hitsOf: (reply: { films: unknown[] } | null) => reply?.films ?? [] }));
const { Finding } = await import('./finding.svelte');

const film = (...ids: string[]) => ({ films: [{ shots: ids.map((id) => ({ id })), texts: [] }] });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('drops a late answer to older words', async () => {
  let late: (reply: unknown) => void = () => {};
  call.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
  call.mockImplementationOnce(async () => film('new'));
  const finding = new Finding();
  finding.text = 'no';
  finding.ask();
  await vi.advanceTimersByTimeAsync(120);
  finding.text = 'nour';
  finding.ask();
  await vi.advanceTimersByTimeAsync(120);
  late(film('old'));
  await vi.advanceTimersByTimeAsync(0);
  expect(finding.all.map((hit) => hit.id)).toEqual(['new']);
});

it('walks the results around their ends, beginning with the first', async () => {
  call.mockImplementationOnce(async () => film('a', 'b', 'c'));
  const finding = new Finding();
  finding.text = 'x';
  finding.ask();
  await vi.advanceTimersByTimeAsync(120);
  expect(finding.current?.id).toBe('a');
  expect(finding.step(-1)).toBe('c');
  expect(finding.step(1)).toBe('a');
});

it('asks nothing without words', async () => {
  call.mockClear();
  const finding = new Finding();
  finding.text = '  ';
  finding.ask();
  await vi.advanceTimersByTimeAsync(500);
  expect(call).not.toHaveBeenCalled();
  expect(finding.reply).toBeNull();
});

it('opens a result of the whole word, however quick the hand, and none when more is typed', async () => {
  call.mockImplementationOnce(async () => film('half'));
  const finding = new Finding();
  finding.text = 'no';
  finding.ask();
  await vi.advanceTimersByTimeAsync(120);
  const opened = vi.fn();
  const open = () => finding.onceFound(() => opened(finding.current?.id));
  open();
  expect(opened).toHaveBeenLastCalledWith('half');

  call.mockImplementation(async () => film('whole'));
  finding.text = 'nour';
  finding.ask();
  open();
  expect(opened, 'the results are still those of half the word').toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(120);
  expect(opened).toHaveBeenLastCalledWith('whole');

  finding.text = 'nours';
  finding.ask();
  open();
  finding.text = 'nourse';
  finding.ask();
  await vi.advanceTimersByTimeAsync(500);
  expect(opened, 'who goes on typing opens nothing').toHaveBeenCalledTimes(2);
});
