import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportChoice } from '../../host/gen';
import type { PrintChoice } from './choice.svelte';

const core = vi.hoisted(() => ({
  call: vi.fn(),
  askPath: vi.fn(),
  announce: vi.fn(),
  unsay: vi.fn(),
  openPrinted: vi.fn(),
}));
vi.mock('../../host', () => ({ call: core.call, asFailure: (cause: unknown) => cause }));
vi.mock('../../host/papers', () => ({ openPrinted: core.openPrinted }));
vi.mock('../../kit/announce.svelte', () => ({ announce: core.announce, unsay: core.unsay }));
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

describe('while a place is asked for', () => {
  it('nothing else begins, however often it is pressed', async () => {
    const making = start();
    core.call.mockRejectedValueOnce({ code: 'target_locked' });
    await making.save();
    let answer = (_: string | null): void => undefined;
    core.askPath.mockImplementation(() => new Promise((done) => (answer = done)));
    const saving = making.save();
    void making.save();
    void making.print();
    making.again();
    expect(making.asking).toBe(true);
    expect(core.askPath, 'a double click asks once').toHaveBeenCalledTimes(2);
    expect(core.call, 'nothing is made meanwhile').toHaveBeenCalledTimes(1);
    answer(null);
    await saving;
    expect(making.asking).toBe(false);
    core.call.mockResolvedValue(saved);
    core.askPath.mockResolvedValue('/home/b.pdf');
    await making.save();
    expect(core.announce, 'it can be asked again').toHaveBeenCalledWith('print-saved a.pdf 6');
  });

  it('and the dialog was closed, the answer writes nothing', async () => {
    const making = start();
    core.askPath.mockImplementation(async () => {
      making.end();
      return '/home/a.pdf';
    });
    await making.save();
    expect(core.call).not.toHaveBeenCalled();
  });
});

describe('what was said of a file', () => {
  const other = { ...asked, kind: 'shot-list.csv' } as ExportChoice;
  const same = asked as ExportChoice;

  it('goes when something else is chosen, and stays while the film moves under the same choice', async () => {
    const making = start();
    making.follow(same);
    core.call.mockRejectedValueOnce({ code: 'target_locked' });
    await making.save();
    making.follow({ ...same });
    expect(making.job.failure?.code, 'the same choice, looked up again').toBe('target_locked');
    making.follow(other);
    expect(making.job.failure, 'a failure is about what was chosen').toBeNull();
    making.again();
    expect(core.call, 'nothing of the earlier choice is written any more').toHaveBeenCalledTimes(1);
  });

  it('is let go of with the PDF that was made as was chosen before', async () => {
    const making = start();
    making.follow(same);
    const paper = { address: 'blob:a', release: vi.fn() };
    core.call.mockResolvedValue({ ...saved, shown: false });
    core.openPrinted.mockResolvedValue({ shown: false, paper });
    await making.print();
    making.follow(other);
    expect([making.unshown, paper.release.mock.calls.length]).toEqual([null, 1]);
    core.call.mockResolvedValue({ name: 'a.csv', pages: null, warnings: [{ code: 'texts_shortened', detail: '2' }] });
    await making.save();
    making.follow(same);
    expect(making.shortened).toBeNull();
    expect(core.unsay).toHaveBeenLastCalledWith('print-saved-table a.csv');
  });

  it('is over when the next one begins', async () => {
    const making = start();
    core.call.mockResolvedValueOnce(saved).mockRejectedValueOnce({ code: 'target_locked' });
    await making.save();
    expect(core.unsay).not.toHaveBeenCalled();
    await making.save();
    expect(core.unsay).toHaveBeenCalledWith('print-saved a.pdf 6');
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
