import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeInk, newId, writePack, readPack, type Ink } from './codec';
import { Erasing } from './eraser';
import { Outbox, type Parcel, type Trouble } from './outbox';
import { Sheet } from './sheet';
import type { Drawn } from './stroke';
import { anyUnsent } from './unsent';

class Drawer implements Storage {
  #kept = new Map<string, string>();
  get length() {
    return this.#kept.size;
  }
  clear = () => this.#kept.clear();
  getItem = (key: string) => this.#kept.get(key) ?? null;
  key = (at: number) => [...this.#kept.keys()][at] ?? null;
  removeItem = (key: string) => void this.#kept.delete(key);
  setItem = (key: string, text: string) => void this.#kept.set(key, text);
}

const ink: Ink = {
  tool: 'pen',
  colour: 'ink',
  size: 56,
  simulated: true,
  points: Int32Array.from([100, 100, 99, 900, 400, 99]),
};

/** A core that can be switched off, and a sheet that draws through an outbox. */
function desk(storage: Storage = new Drawer(), drawing = newId()) {
  const core = {
    up: true,
    refuse: false,
    again: [] as boolean[],
    got: [] as { name: string; request: Record<string, unknown> }[],
  };
  let trouble: Trouble | null = null;
  const seen = { added: 0, removed: 0, changed: 0 };
  const outbox: Outbox = new Outbox(
    {
      send: async (name, request, again) => {
        core.again.push(again);
        if (!core.up) throw 'down';
        if (core.refuse) throw 'no';
        core.got.push({ name, request: request as Record<string, unknown> });
      },
      judge: (error) => (error === 'down' ? 'wait' : 'refused'),
      changed: (_, now) => (trouble = now),
      landed: (parcel: Parcel) => sheet.landed(parcel),
    },
    storage,
  );
  const sheet = new Sheet(drawing, outbox, async () => readPack(writePack([])), {
    reset: () => undefined,
    added: () => (seen.added += 1),
    removed: () => (seen.removed += 1),
    changed: () => (seen.changed += 1),
  });
  const view = { strokes: [], marks: [], drawing: {} as never };
  return { core, outbox, sheet, storage, drawing, seen, view, trouble: () => trouble };
}

const row = (stroke: Drawn, drawing: string, order: number, cuts: [number, number][] = []) => ({
  id: stroke.id,
  drawing,
  order,
  face: null,
  layer: stroke.layer,
  ink: 'ink of ' + stroke.id,
  cuts,
});

describe('outbox and sheet', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends in order and forgets what the core has', async () => {
    const { core, outbox, sheet, storage } = desk();
    const one = sheet.draw(ink, null, 'a');
    const two = sheet.draw(ink, null, 'b');
    await outbox.settled();
    expect(core.got.map(({ request }) => request['id'])).toEqual([one.id, two.id]);
    expect(storage.length).toBe(0);
  });

  it('keeps an arrow through a reload, and says that it may have arrived already', async () => {
    const { core, outbox, sheet, storage, drawing } = desk();
    core.up = false;
    const arrow = { drawing, kind: 'arrow', x0: 1, y0: 2, x1: 900, y1: 800, colour: 'ink', size: 90 } as const;
    outbox.push('add_mark', drawing, arrow);
    await vi.advanceTimersByTimeAsync(600);
    expect(anyUnsent(storage)).toBe(true);
    expect(core.again).toEqual([false, true]);
    expect(sheet.strokes.size, 'a mark is no stroke').toBe(0);

    const next = desk(storage, drawing);
    next.sheet.fill(next.view, new Map());
    await next.outbox.settled();
    expect(next.core.got).toEqual([{ name: 'add_mark', request: arrow }]);
    expect(next.core.again).toEqual([true]);
    expect(anyUnsent(storage)).toBe(false);
  });

  it('keeps what cannot be sent, and sends it again by itself', async () => {
    const { core, outbox, sheet, storage, trouble } = desk();
    core.up = false;
    sheet.draw(ink, null, 'a');
    sheet.draw(ink, null, 'b');
    await outbox.settled();
    expect(trouble()?.verdict).toBe('wait');
    expect(storage.length, 'unsent strokes outlive the window').toBe(2);
    expect(sheet.strokes.size, 'unsent strokes stay drawn').toBe(2);
    core.up = true;
    await vi.advanceTimersByTimeAsync(600);
    expect(core.got.length).toBe(2);
    expect(trouble()).toBeNull();
    expect(storage.length).toBe(0);
  });

  it('sends what an earlier window could not, under the same id, and shows it', async () => {
    const before = desk();
    before.core.up = false;
    const stroke = before.sheet.draw(ink, null, 'a');
    await before.outbox.settled();
    const after = desk(before.storage, before.drawing);
    after.sheet.fill(after.view, new Map());
    expect([...after.sheet.strokes.keys()]).toEqual([stroke.id]);
    await after.outbox.settled();
    expect(after.core.got.map(({ request }) => request['id'])).toEqual([stroke.id]);
    expect(after.storage.length).toBe(0);
  });

  it('keeps what waits for one file while another is open, with or without a storage', async () => {
    for (const storage of [new Drawer(), null] as Storage[]) {
      const { core, outbox, sheet, drawing, trouble } = desk(storage);
      core.up = false;
      const stroke = sheet.draw(ink, null, 'a');
      await outbox.settled();
      outbox.setAside();
      core.up = true;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(core.got, 'the other file hears nothing of it').toEqual([]);
      expect([outbox.waiting.length, trouble()], 'nor does its bar').toEqual([0, null]);
      outbox.recover(new Set(['another drawing']));
      outbox.recover(new Set([drawing]));
      await outbox.settled();
      expect(core.got.map(({ request }) => request['id'])).toEqual([stroke.id]);
      outbox.recover(new Set([drawing]));
      expect(outbox.waiting).toEqual([]);
    }
  });

  it('takes no answer of another file for a refusal', async () => {
    const { core, outbox, sheet, drawing } = desk();
    core.refuse = true;
    const stroke = sheet.draw(ink, null, 'a');
    outbox.setAside();
    await outbox.settled();
    expect(outbox.waiting).toEqual([]);
    core.refuse = false;
    outbox.recover(new Set([drawing]));
    await outbox.settled();
    expect(core.got.map(({ request }) => request['id'])).toEqual([stroke.id]);
  });

  it('asks again for what was refused while another edit is on its way', async () => {
    const { core, outbox, sheet } = desk();
    core.refuse = true;
    const first = sheet.draw(ink, null, 'a');
    await outbox.settled();
    core.refuse = false;
    const second = sheet.draw(ink, null, 'b');
    outbox.retry();
    await outbox.settled();
    expect(new Set(core.got.map(({ request }) => request['id']))).toEqual(new Set([first.id, second.id]));
    expect(core.got.length, 'each once').toBe(2);
    expect(outbox.waiting).toEqual([]);
  });

  it('does not double a stroke the core had although the answer was lost', async () => {
    const { sheet, view, drawing, outbox } = desk();
    const stroke = sheet.draw(ink, null, 'a');
    sheet.receive({ strokes: [row(stroke, drawing, 0)], deleted: [] });
    await outbox.settled();
    sheet.fill({ ...view, strokes: [row(stroke, drawing, 0)] }, new Map([[stroke.id, encodeInk(ink)]]));
    expect(sheet.strokes.size).toBe(1);
  });

  it('sets a refused edit aside and lets the others pass', async () => {
    const { core, outbox, sheet, trouble } = desk();
    core.refuse = true;
    sheet.draw(ink, null, 'a');
    await outbox.settled();
    core.refuse = false;
    sheet.draw(ink, null, 'b');
    await outbox.settled();
    expect(core.got.length).toBe(1);
    expect(trouble()?.verdict).toBe('refused');
    expect(outbox.waiting.length).toBe(1);
    outbox.retry();
    await outbox.settled();
    expect(core.got.length).toBe(2);
    expect(trouble()).toBeNull();
  });

  it('knows the pieces of one long stroke, and only those', () => {
    const { sheet } = desk();
    const piece = (...points: number[]) => sheet.draw({ ...ink, points: Int32Array.from(points) }, null, 'a');
    const first = piece(100, 100, 9, 900, 400, 9);
    const second = piece(900, 400, 9, 1500, 900, 9);
    const third = piece(1500, 900, 9, 1800, 100, 9);
    piece(5000, 400, 9, 6000, 900, 9);
    sheet.draw({ ...ink, colour: 'blue', points: Int32Array.from([900, 400, 9, 1, 1, 9]) }, null, 'b');
    expect(new Set(sheet.joined(second))).toEqual(new Set([first, second, third]));
  });

  it('does not paint again what comes back as it was sent', async () => {
    const { sheet, drawing, seen, outbox } = desk();
    const stroke = sheet.draw(ink, null, 'a');
    sheet.receive({ strokes: [row(stroke, drawing, 4)], deleted: [] });
    await outbox.settled();
    expect(seen).toEqual({ added: 1, removed: 0, changed: 0 });
  });

  it('keeps an erased stroke away while its own late row comes in', async () => {
    const { sheet, drawing, core, outbox } = desk();
    const stroke = sheet.draw(ink, null, 'a');
    await outbox.settled();
    core.up = false;
    const erasing = new Erasing();
    erasing.takeWhole(stroke);
    sheet.erase(erasing, null, 'b');
    sheet.receive({ strokes: [row(stroke, drawing, 0)], deleted: [] });
    expect(sheet.strokes.size, 'no flicker of a stroke that was just erased').toBe(0);
    core.up = true;
    await vi.advanceTimersByTimeAsync(600);
    sheet.receive({ strokes: [], deleted: [stroke.id] });
    sheet.receive({ strokes: [row(stroke, drawing, 0)], deleted: [] });
    expect(sheet.strokes.size, 'undo brings it back without its bytes').toBe(1);
  });

  it('shows cuts on their way until the core has them, then the core’s', async () => {
    const { sheet, drawing, core, outbox } = desk();
    const stroke = sheet.draw(ink, null, 'a');
    sheet.receive({ strokes: [row(stroke, drawing, 0)], deleted: [] });
    await outbox.settled();
    core.up = false;
    const erasing = new Erasing();
    erasing.takePart(stroke, [[0.25, 0.5]]);
    sheet.showCut(stroke, [[0.25, 0.5]]);
    sheet.erase(erasing, null, 'b');
    sheet.receive({ strokes: [row(stroke, drawing, 0, [[0.75, 0.8]])], deleted: [] });
    expect(stroke.cuts, 'my cut and another’s unite').toEqual([
      [0.25, 0.5],
      [0.75, 0.8],
    ]);
    core.up = true;
    await vi.advanceTimersByTimeAsync(600);
    sheet.receive({ strokes: [row(stroke, drawing, 0, [[0.75, 0.8]])], deleted: [] });
    expect(stroke.cuts, 'undone, mine is gone').toEqual([[0.75, 0.8]]);
  });
});
