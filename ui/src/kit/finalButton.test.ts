// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import FinalButton from './FinalButton.svelte';

const onpress = vi.fn();
let shown: Record<string, unknown>;
const button = () => document.querySelector('button')!;
const open = (sure?: string): void => {
  const children = createRawSnippet(() => ({ render: () => '<span>Erase</span>' }));
  shown = mount(FinalButton, { target: document.body, props: { onpress, children, ...(sure ? { sure } : {}) } });
  flushSync();
};
const said = () => document.querySelector('[role=status]')?.textContent;
const press = (): void => {
  button().click();
  flushSync();
};
const later = (): void => {
  vi.advanceTimersByTime(1_000);
  flushSync();
};

beforeEach(() => {
  vi.useFakeTimers();
  onpress.mockReset();
});
afterEach(async () => {
  await unmount(shown);
  vi.useRealTimers();
});

describe('a button for what cannot be taken back', () => {
  it('takes no second press of a double click that brought it', () => {
    open();
    expect(button().getAttribute('aria-disabled')).toBe('true');
    press();
    expect(onpress).not.toHaveBeenCalled();
    later();
    press();
    expect(onpress).toHaveBeenCalledTimes(1);
  });

  it('asks once more where it says so, and is no double click either', () => {
    open('For good?');
    later();
    press();
    press();
    expect([onpress.mock.calls.length, button().textContent?.trim(), said()]).toEqual([0, 'For good?', 'For good?']);
    later();
    press();
    expect(onpress).toHaveBeenCalledTimes(1);
  });

  it('asks anew when one went elsewhere meanwhile', () => {
    open('For good?');
    later();
    press();
    button().dispatchEvent(new FocusEvent('blur'));
    flushSync();
    later();
    press();
    expect([onpress.mock.calls.length, button().textContent?.trim(), said()]).toEqual([0, 'For good?', 'For good?']);
  });
});
