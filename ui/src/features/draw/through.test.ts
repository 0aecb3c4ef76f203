import { describe, expect, it, vi } from 'vitest';

const reads = vi.hoisted(() => new Map<string, (view: unknown) => void>());
vi.mock('./page.svelte', () => ({
  readThrough: (drawing: string) => new Promise((resolve) => reads.set(drawing, resolve)),
}));
const { Through } = await import('./through.svelte');

const arrive = async (drawing: string) => {
  reads.get(drawing)?.({ strokes: [drawing], marks: [], picture: drawing });
  await Promise.resolve();
};

describe('the panel before, seen through the paper', () => {
  it('is the last one asked for, however late the others are read', async () => {
    let painted: unknown[] = [];
    const through = new Through((strokes) => (painted = strokes));
    const asked = [through.show('a'), through.show('b')];
    await arrive('b');
    await arrive('a');
    await Promise.all(asked);
    expect([painted, through.picture], 'a slow reading never covers a newer one').toEqual([['b'], 'b']);
  });

  it('stays hidden once it is switched off', async () => {
    let painted: unknown[] = [];
    const through = new Through((strokes) => (painted = strokes));
    const asked = [through.show('a'), through.show(null)];
    await arrive('a');
    await Promise.all(asked);
    expect([painted, through.picture]).toEqual([[], null]);
  });

  it('does not leave another panel in sight while one is read', async () => {
    let painted: unknown[] = [];
    const through = new Through((strokes) => (painted = strokes));
    const first = through.show('a');
    await arrive('a');
    await first;
    void through.show('b');
    expect([painted, through.picture]).toEqual([[], null]);
  });
});
