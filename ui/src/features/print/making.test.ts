import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PrintChoice } from './choice.svelte';

const core = vi.hoisted(() => ({ call: vi.fn(), askPath: vi.fn(), announce: vi.fn(), openPrinted: vi.fn() }));
vi.mock('../../host', () => ({ call: core.call, asFailure: (cause: unknown) => cause }));
vi.mock('../../host/papers', () => ({ openPrinted: core.openPrinted }));
vi.mock('../../kit/announce.svelte', () => ({ announce: core.announce }));
vi.mock('../../places/paths.svelte', () => ({ askPath: core.askPath }));
vi.mock('../../texts/index.svelte', () => ({
  t: (key: string, words: Record<string, unknown> = {}) => [key, ...Object.values(words)].join(' '),
}));
const { Making } = await import('./making.svelte');
const { PrintJob } = await import('./job.svelte');

const asked = { film: 'f', kind: 'storyboard.pdf' };
const start = (choice = { asked }) => new Making(choice as PrintChoice, new PrintJob());
const saved = { name: 'a.pdf', pages: 6, warnings: [] };

beforeEach(() => {
  for (const one of Object.values(core)) one.mockReset();
  core.askPath.mockResolvedValue('/home/a.pdf');
});

describe('a file that leaves the film', () => {
  it('is written where one says, and told', async () => {
    core.call.mockResolvedValue(saved);
    await start().save();
    expect(core.call).toHaveBeenCalledWith('export_film', {
      choice: asked,
      to: '/home/a.pdf',
      job: expect.any(String),
    });
    expect(core.announce).toHaveBeenCalledWith('print-saved a.pdf 6');
  });

  it('is not written when nobody says where', async () => {
    core.askPath.mockResolvedValue(null);
    await start().save();
    expect([core.call.mock.calls.length, core.announce.mock.calls.length]).toEqual([0, 0]);
  });

  it('that could not be written is tried again at the same place, without asking', async () => {
    const making = start();
    core.call.mockRejectedValueOnce({ code: 'target_locked' }).mockResolvedValueOnce(saved);
    await making.save();
    expect(making.job.failure?.code).toBe('target_locked');
    making.again();
    await vi.waitFor(() => expect(core.announce).toHaveBeenCalledWith('print-saved a.pdf 6'));
    expect(core.askPath).toHaveBeenCalledTimes(1);
    expect(making.job.failure).toBeNull();
  });

  it('is what was chosen when its place was, whatever is chosen since', async () => {
    const choice = { asked };
    const making = start(choice);
    core.askPath.mockImplementation(async () => {
      choice.asked = { film: 'f', kind: 'shot-list.xlsx' };
      return '/home/a.pdf';
    });
    core.call.mockRejectedValueOnce({ code: 'target_locked' }).mockResolvedValueOnce(saved);
    await making.save();
    making.again();
    await vi.waitFor(() => expect(core.call).toHaveBeenCalledTimes(2));
    for (const [, request] of core.call.mock.calls) expect(request).toMatchObject({ choice: asked, to: '/home/a.pdf' });
  });

  it('that was stopped is told, and is no failure', async () => {
    const making = start();
    core.call.mockRejectedValue({ code: 'cancelled' });
    await making.save();
    expect(making.job.failure).toBeNull();
    expect(core.announce).toHaveBeenCalledWith('error-cancelled error-cancelled-hint');
  });

  it('says which texts a table had to cut', async () => {
    const making = start();
    core.call.mockResolvedValue({
      name: 'a.xlsx',
      pages: null,
      warnings: [{ code: 'texts_shortened', detail: '2' }],
    });
    await making.save();
    expect(core.announce).toHaveBeenCalledWith('print-saved-table a.xlsx');
    expect(making.shortened).toBe('2');
  });
});

describe('a paper that is printed', () => {
  it('opens in the viewer of the system', async () => {
    core.call.mockResolvedValue({ ...saved, shown: true });
    await start().print();
    expect(core.openPrinted).not.toHaveBeenCalled();
    expect(core.announce).toHaveBeenCalledWith('print-opened');
  });

  it('opens in a tab where there is no viewer, and by a link where the tab is refused', async () => {
    const making = start();
    const paper = { address: 'blob:a', release: vi.fn() };
    core.call.mockResolvedValue({ ...saved, shown: false });
    core.openPrinted.mockResolvedValueOnce({ shown: true, paper: null }).mockResolvedValueOnce({ shown: false, paper });
    await making.print();
    expect(core.announce).toHaveBeenCalledWith('print-opened');
    await making.print();
    expect(making.unshown?.paper?.address).toBe('blob:a');
    making.end();
    expect(paper.release).toHaveBeenCalledTimes(1);
  });
});
