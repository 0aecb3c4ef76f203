import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event } from '../../host/gen';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../host', () => ({ call, asFailure: (cause: unknown) => cause }));
const { PrintJob, PATIENCE } = await import('./job.svelte');

const progress = (job: string, done: number) =>
  ({ type: 'export', job, phase: 'drawings', done, of: 300 }) as unknown as Event;

beforeEach(() => {
  vi.useFakeTimers();
  call.mockReset().mockResolvedValue({});
});
afterEach(() => vi.useRealTimers());

describe('a file that is being made', () => {
  it('shows how far it is only when it takes long', async () => {
    const job = new PrintJob();
    let end = (_: string): void => undefined;
    const made = job.run(() => new Promise<string>((done) => (end = done)));
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect([job.running, job.shown]).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(job.shown).toBe(true);
    end('a.pdf');
    expect(await made).toBe('a.pdf');
    expect([job.running, job.shown]).toEqual([false, false]);
  });

  it('hears its own progress, and no one else’s', async () => {
    const job = new PrintJob();
    let name = '';
    void job.run((id) => ((name = id), new Promise<string>(() => undefined)));
    job.hear(progress('another', 200));
    expect(job.progress.done).toBe(0);
    job.hear(progress(name, 12));
    expect(job.progress).toEqual({ phase: 'drawings', done: 12, of: 300 });
  });

  it('is one at a time', async () => {
    const job = new PrintJob();
    void job.run(() => new Promise<string>(() => undefined));
    const second = vi.fn();
    expect(await job.run(second)).toBeNull();
    expect(second).not.toHaveBeenCalled();
  });

  it('is stopped once, by its name', async () => {
    const job = new PrintJob();
    expect(job.stop(), 'nothing to stop').toBe(false);
    let name = '';
    void job.run((id) => ((name = id), new Promise<string>(() => undefined)));
    expect([job.stop(), job.stop(), job.stopping]).toEqual([true, true, true]);
    expect(call.mock.calls).toEqual([['cancel_export', { job: name }]]);
  });

  it('that fails says why until the next begins', async () => {
    const job = new PrintJob();
    expect(await job.run(() => Promise.reject({ code: 'disk_full' }))).toBeNull();
    expect([job.failure?.code, job.running]).toEqual(['disk_full', false]);
    await job.run(async () => 'b.pdf');
    expect(job.failure).toBeNull();
  });
});
