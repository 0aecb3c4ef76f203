// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

const language = vi.hoisted(() => ({ now: 'fr' }));
vi.mock('../../texts/index.svelte', () => ({ language: () => language.now }));
const { registerKeys, shortcuts, startKeys } = await import('../../places/keys');
const { drawKeys } = await import('./drawKeys');
const { sizeAt, toolbox } = await import('./toolbox.svelte');

let ends: (() => void)[] = [];
afterEach(() => ends.forEach((end) => end()));

/** Someone draws at a keyboard that has these signs at these places; null: the browser does not say. */
async function at(layout: Record<string, string> | null): Promise<void> {
  const getLayoutMap = async () => new Map(Object.entries(layout ?? {}));
  Object.defineProperty(navigator, 'keyboard', { value: layout && { getLayoutMap }, configurable: true });
  const zoomStep = vi.fn();
  const drawing = { marks: {}, easel: { zoomStep } } as unknown as Parameters<typeof drawKeys>[0];
  ends = [startKeys(), registerKeys(drawKeys(drawing, {} as never))];
  Object.assign(toolbox, { gear: 'brush', sizes: { ...toolbox.sizes, brush: 1 } });
  await new Promise((resolve) => setTimeout(resolve));
}
const press = (key: string, code: string): void =>
  void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
const listed = () =>
  [...shortcuts().values()].flat().flatMap(({ text, keys }) => (/thinner|thicker/.test(text) ? keys : []));

describe('the keys of the thickness', () => {
  it('are those that a French keyboard has', async () => {
    await at({ BracketLeft: '^', BracketRight: '$' });
    expect(listed()).toEqual(['^', '$']);
    press('Dead', 'BracketLeft');
    expect(sizeAt(), 'the circumflex waits for a letter and still acts').toBe(0);
    press('$', 'BracketRight');
    expect(sizeAt()).toBe(1);
    press('[', 'Digit5');
    expect([sizeAt(), toolbox.gear], 'the bracket is on the key of the arrow and is no arrow').toEqual([0, 'brush']);
    press('(', 'Digit5');
    expect(toolbox.gear).toBe('arrow');
  });

  it('are guessed from the language where the browser tells nothing', async () => {
    await at(null);
    expect(listed()).toEqual(['^', '$']);
    language.now = 'en';
    expect(listed()).toEqual(['[', ']']);
    language.now = 'fr';
  });

  it('are never one that zooms', async () => {
    await at({ BracketLeft: 'ü', BracketRight: '+' });
    expect(listed()).toEqual(['Ü', ']']);
    press('+', 'BracketRight');
    expect(sizeAt()).toBe(1);
    press(']', 'Digit9');
    expect(sizeAt()).toBe(2);
  });
});
