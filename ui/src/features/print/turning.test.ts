import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { choice, slow as slowCore } from './slowCore';

vi.mock('../../host', () => ({ call: vi.fn(), asFailure: (cause: unknown) => cause }));
vi.mock('../../host/papers', () => ({ pagePicture: vi.fn() }));
const { Preview, PATIENCE } = await import('./preview.svelte');

const slow = () => slowCore((core) => new Preview(core));
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the page that is turned to, and what is known of it', () => {
  it('is the last of those turned to, without those in between', async () => {
    const { preview, asked, pages, hold } = slow();
    preview.want(choice(1));
    asked[0]!.answer(301);
    await settle();
    const first = hold();
    for (let page = 2; page <= 31; page += 1) preview.goTo(page);
    await settle();
    expect(pages, 'one page at a time').toEqual(['k1/1', 'k1/2']);
    first();
    await settle();
    expect(pages, 'those that are passed over are never asked for').toEqual(['k1/1', 'k1/2', 'k1/31']);
    expect(preview.shown?.page).toBe(31);
  });

  it('does not wait behind the pages of an earlier choice', async () => {
    const { preview, asked, pages, released, hold } = slow();
    preview.want(choice(1));
    asked[0]!.answer(301);
    await settle();
    const first = hold();
    for (const page of [2, 3, 4]) preview.goTo(page);
    preview.want(choice(9));
    expect(asked.length, 'it is counted at once').toBe(2);
    asked[1]!.answer(35);
    await settle();
    first();
    await settle();
    expect(pages, 'pages of the earlier choice that wait are dropped').toEqual(['k1/1', 'k1/2', 'k2/4']);
    expect(preview.shown?.address).toBe('k2/4');
    expect(released, 'what came too late is let go of').toEqual(['k1/2', 'k1/1']);
  });

  it('is counted only once the core has counted it', async () => {
    const { preview, asked } = slow();
    preview.want(choice(6));
    expect(preview.counted).toBe(0);
    asked[0]!.answer(7);
    await settle();
    expect(preview.counted).toBe(7);
    preview.want(choice(9));
    expect([preview.counted, preview.pages], 'the turner stays, the count does not').toEqual([0, 7]);
    asked[1]!.answer(5);
    await settle();
    preview.refresh();
    await settle();
    expect(preview.counted, 'a stroke changes no choice').toBe(5);
    preview.want(choice(4));
    asked.at(-1)!.answer(6);
    await settle();
    preview.want(choice(3));
    asked.at(-1)!.refuse('internal');
    await settle();
    expect([preview.failure?.code, preview.counted], 'a failure counts nothing').toEqual(['internal', 0]);
  });

  it('says when what is in sight is not what was chosen, after a moment', async () => {
    const { preview, asked, hold } = slow();
    preview.want(choice(6));
    asked[0]!.answer();
    await settle();
    preview.want(choice(9));
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(preview.behind, 'not before').toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(preview.behind).toBe(true);
    const drawn = hold();
    asked[1]!.answer();
    await settle();
    expect(preview.behind, 'counted, not yet drawn').toBe(true);
    drawn();
    await settle();
    expect(preview.behind).toBe(false);
    const late = hold();
    preview.goTo(2);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(preview.behind, 'a page that is turned to').toBe(true);
    late();
    await settle();
    expect(preview.behind).toBe(false);
    preview.refresh();
    await vi.advanceTimersByTimeAsync(PATIENCE * 2);
    expect([preview.slow, preview.behind], 'a film that moves is what was chosen').toEqual([true, false]);
  });

  it('warns of nothing when nothing is looked at', async () => {
    const { preview, asked } = slow();
    preview.want(choice(6));
    asked[0]!.answer(6, [{ code: 'letters_missing', detail: '影' }]);
    await settle();
    expect(preview.warnings.length).toBe(1);
    preview.want(null);
    expect(preview.warnings).toEqual([]);
  });
});
