import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { choice, slow as slowCore } from './slowCore';

vi.mock('../../host', () => ({ call: vi.fn(), asFailure: (cause: unknown) => cause }));
vi.mock('../../host/papers', () => ({ pagePicture: vi.fn() }));
const { Preview, REST, PATIENCE } = await import('./preview.svelte');

const slow = () => slowCore((core) => new Preview(core));
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the page that is looked at', () => {
  it('is asked for at once, and again at once when the choice changes', async () => {
    const { preview, asked } = slow();
    preview.want(choice(6));
    asked[0]!.answer();
    await settle();
    expect(preview.shown?.address).toBe('k1/1');
    preview.want(choice(4));
    expect(asked.length, 'nobody waits for a clock').toBe(2);
    expect(preview.shown?.address, 'what was seen stays in sight').toBe('k1/1');
    asked[1]!.answer();
    await settle();
    expect(preview.shown?.address).toBe('k2/1');
  });

  it('is the last of several choices, without those in between', async () => {
    const { preview, asked, pages } = slow();
    for (const count of [6, 4, 3, 2]) preview.want(choice(count));
    expect(asked.length, 'one question at a time').toBe(1);
    asked[0]!.answer();
    await settle();
    expect(asked.map((one) => one.choice.look?.per_page)).toEqual([6, 2]);
    expect(pages, 'a page that nobody wants any more is not drawn').toEqual([]);
    asked[1]!.answer();
    await settle();
    expect(preview.shown?.choice.look?.per_page).toBe(2);
  });

  it('is the last choice also when the one before it failed', async () => {
    const { preview, asked } = slow();
    preview.want(choice(6));
    preview.want(choice(4));
    asked[0]!.refuse('internal');
    await settle();
    expect(preview.failure).toBeNull();
    asked[1]!.answer();
    await settle();
    expect(preview.shown?.choice.look?.per_page).toBe(4);
  });

  it('follows a film that goes on changing, seen every time and with a rest in between', async () => {
    const { preview, asked } = slow();
    preview.want(choice(6));
    preview.refresh();
    preview.refresh();
    asked[0]!.answer();
    await settle();
    expect(preview.shown?.address, 'a change that came meanwhile does not hide the answer').toBe('k1/1');
    expect(asked.length).toBe(1);
    await vi.advanceTimersByTimeAsync(REST);
    expect(asked.length).toBe(2);
    asked[1]!.answer();
    await settle();
    await vi.advanceTimersByTimeAsync(REST * 3);
    preview.refresh();
    await settle();
    expect(asked.length, 'after a rest a change is followed at once').toBe(3);
  });

  it('lets go of every picture that is no longer shown', async () => {
    const { preview, asked, released } = slow();
    preview.want(choice(6));
    asked[0]!.answer();
    await settle();
    preview.goTo(2);
    preview.goTo(3);
    await settle();
    expect(released).toEqual(['k1/2', 'k1/1']);
    preview.end();
    expect(released).toEqual(['k1/2', 'k1/1', 'k1/3']);
    expect(preview.shown).toBeNull();
  });

  it('does not run past the ends, nor past a film that became shorter', async () => {
    const { preview, asked } = slow();
    preview.want(choice(6));
    asked[0]!.answer(6);
    await settle();
    preview.goTo(99);
    await settle();
    expect(preview.shown?.page).toBe(6);
    preview.want(choice(9));
    asked[1]!.answer(4);
    await settle();
    expect([preview.page, preview.shown?.page]).toEqual([4, 4]);
  });

  it('is asked for once more when another has taken its place in the core, not for ever', async () => {
    const { preview, asked, refuse } = slow();
    preview.want(choice(6));
    refuse.next = 'not_found';
    asked[0]!.answer();
    await settle();
    expect(asked.length).toBe(2);
    refuse.next = 'not_found';
    asked[1]!.answer();
    await settle();
    expect(asked.length).toBe(2);
    expect(preview.failure?.code).toBe('not_found');
    preview.again();
    asked[2]!.answer();
    await settle();
    expect([preview.failure, preview.shown?.address]).toEqual([null, 'k3/1']);
  });

  it('says that it is waited for only when it is', async () => {
    const { preview, asked } = slow();
    preview.want(choice(6));
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(preview.slow).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(preview.slow).toBe(true);
    asked[0]!.answer();
    await settle();
    expect(preview.slow).toBe(false);
  });

  it('of a dialog that was closed meanwhile is never shown', async () => {
    const { preview, asked, pages } = slow();
    preview.want(choice(6));
    preview.end();
    asked[0]!.answer();
    await vi.advanceTimersByTimeAsync(PATIENCE * 2);
    expect([preview.shown, preview.slow, pages.length]).toEqual([null, false, 0]);
  });
});
