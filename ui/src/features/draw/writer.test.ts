import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const calls = vi.hoisted(() => ({
  sent: [] as [string, Record<string, unknown>][],
  up: true,
  waiting: null as string | null,
  pushed: [] as unknown[],
}));

vi.mock('../../host', () => ({
  call: async (name: string, request: Record<string, unknown>) => {
    calls.sent.push([name, request]);
    if (!calls.up) throw new Error('down');
    return { id: 'the mark' };
  },
}));
vi.mock('../../rows', () => ({
  edit: async (name: string, request: Record<string, unknown>) => void calls.sent.push([name, request]),
  faces: { id: null },
  newGesture: () => 'one gesture',
  spliceTo: (entity: string, field: string, gesture: string) => ({ entity, field, gesture }),
  waitingText: () => calls.waiting,
  writing: (seen: string, way: object) => {
    let text = '';
    return {
      type: (typed: string) => (text = typed),
      flush: async () => void calls.sent.push(['left', { ...way, seen, text }]),
    };
  },
}));
vi.mock('./lettering', () => ({
  textExtent: (text: string) => [0, 500 * text.split('\n').length],
  lineBroken: (text: string, _size: number, room: number) => (room < 5000 ? text.replaceAll(' ', '\n') : text),
}));
vi.mock('./unsent.svelte', () => ({ outbox: { push: (...what: unknown[]) => calls.pushed.push(what) } }));

const { Writer } = await import('./writer.svelte');

describe('a text while it is written', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(calls, { sent: [], pushed: [], up: true, waiting: null });
  });
  afterEach(() => void vi.useRealTimers());

  const start = { x: 100, y: 200, size: 420, colour: 'ink' } as const;
  const type = async (writer: InstanceType<typeof Writer>, text: string) => {
    writer.text = text;
    writer.wrote();
    await vi.advanceTimersByTimeAsync(600);
  };

  it('is kept at each pause, as one step of undo', async () => {
    const writer = new Writer('drawing', start);
    await type(writer, 'Elle');
    await type(writer, 'Elle court');
    writer.text = 'Elle court !';
    await writer.finish();
    expect(calls.sent.map(([name, { text, seen }]) => [name, seen, text])).toEqual([
      ['add_mark', undefined, 'Elle'],
      ['splice_text', 'Elle', 'Elle court'],
      ['left', 'Elle court', 'Elle court !'],
    ]);
    expect(new Set(calls.sent.map(([, { gesture }]) => gesture))).toEqual(new Set(['one gesture']));
    expect(calls.pushed).toEqual([]);
  });

  it('goes to the outbox when it could not be kept, saying that it was tried', async () => {
    calls.up = false;
    const writer = new Writer('drawing', start);
    await type(writer, 'Elle');
    writer.text = 'Elle court';
    await writer.finish();
    expect(calls.pushed).toEqual([['add_mark', 'drawing', expect.objectContaining({ text: 'Elle court' }), true]]);
  });

  it('joins the words that wait already, when it is left', async () => {
    const writer = new Writer('drawing', start);
    await type(writer, 'Elle');
    calls.waiting = 'Elle';
    await type(writer, 'Elle court');
    expect(calls.sent.length, 'only the first was sent on its own').toBe(1);
    await writer.finish();
    expect(calls.sent[1]).toEqual(['left', expect.objectContaining({ entity: 'the mark', text: 'Elle court' })]);
  });

  it('is kept with the line breaks that hold it on the sheet, and is not sent again for them', async () => {
    const writer = new Writer('drawing', { ...start, x: 13_000 });
    await type(writer, 'Elle court');
    await writer.finish();
    expect(writer.text, 'the hand goes on in what it wrote').toBe('Elle court');
    expect(calls.sent.map(([, { text }]) => text)).toEqual(['Elle\ncourt']);
    expect(calls.pushed).toEqual([]);
  });

  it('moves up as it grows over the lower edge of the sheet', async () => {
    const writer = new Writer('drawing', { ...start, y: 8000, foot: 9216 });
    await type(writer, 'Elle');
    expect(writer.y).toBe(8000);
    writer.text = 'Elle\ncourt\nvite';
    expect(writer.y, 'it is seen where it will be').toBe(7716);
    await writer.finish();
    const moved = calls.sent.find(([name]) => name === 'set_field');
    expect(moved?.[1]).toEqual({ entity: 'the mark', field: 'y0', value: 7716, gesture: 'one gesture' });
  });

  it('leaves nothing when nothing was written, and removes what was emptied', async () => {
    const empty = new Writer('drawing', start);
    await type(empty, '  ');
    await empty.finish();
    expect(calls.sent).toEqual([]);
    const emptied = new Writer('drawing', start);
    await type(emptied, 'non');
    emptied.text = '';
    await emptied.finish();
    expect(calls.sent[1]).toEqual(['delete_entity', { entity: 'the mark', gesture: 'one gesture' }]);
  });
});
