import { describe, expect, it, vi } from 'vitest';
import type { Event } from '../../host/gen';

const core = vi.hoisted(() => ({
  answers: [] as ((view: unknown) => void)[],
  heard: (_: unknown) => {},
}));
vi.mock('../../host', () => ({
  asFailure: (cause: unknown) => cause,
  bytes: async () => new ArrayBuffer(0),
  call: () => new Promise((resolve) => core.answers.push(resolve)),
  listen: (heard: (event: unknown) => void) => ((core.heard = heard), () => {}),
}));
vi.mock('../../ink', () => ({
  readPack: () => new Map(),
  Sheet: class {
    fill() {}
    receive() {}
  },
}));
vi.mock('./unsent.svelte', () => ({ onLanded: () => () => {}, outbox: {} }));
const { Page } = await import('./page.svelte');

const mark = (id: string) => ({ id, drawing: 'd', life: 'live' });
const told = (...marks: unknown[]) =>
  core.heard({ type: 'changes', changes: { marks, deleted: [] } } as unknown as Event);
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a drawing read twice at once', () => {
  it('keeps what is told between the two answers', async () => {
    const page = new Page('d', { open() {} } as never);
    core.heard({ type: 'session' });
    const [first, second] = core.answers;
    first?.({ marks: [mark('a')] });
    await settle();
    told(mark('b'));
    second?.({ marks: [mark('a')] });
    await settle();
    expect(
      page.marks.map(({ id }) => id),
      'an event told before the last reading is filled is not lost',
    ).toEqual(['a', 'b']);
  });

  it('is not set back by the earlier answer when that comes last', async () => {
    core.answers = [];
    const page = new Page('d', { open() {} } as never);
    core.heard({ type: 'session' });
    const [first, second] = core.answers;
    second?.({ marks: [mark('a'), mark('b')] });
    await settle();
    told(mark('c'));
    first?.({ marks: [mark('a')] });
    await settle();
    expect(page.marks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
