// @vitest-environment happy-dom
import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';

vi.mock('../texts/index.svelte', () => ({ t: (key: string) => key }));
const { default: Dialog } = await import('./Dialog.svelte');

let mounted: Record<string, unknown> | null = null;
const onclose = vi.fn();
function open(): HTMLDialogElement {
  const children = createRawSnippet(() => ({ render: () => '<input />' }));
  mounted = mount(Dialog, { target: document.body, props: { open: true, title: 'Sheet', onclose, children } });
  flushSync();
  return document.querySelector('dialog')!;
}

afterEach(async () => {
  if (mounted) await unmount(mounted);
  onclose.mockClear();
});

describe('a sheet', () => {
  it('is closed at once, and told once, though the browser tells it later', () => {
    // The key that opens the same sheet again may come before the browser has told that it is closed.
    for (const close of [
      (sheet: HTMLDialogElement) => sheet.dispatchEvent(new Event('cancel', { cancelable: true })),
      (sheet: HTMLDialogElement) => sheet.querySelector('button')!.click(),
    ]) {
      const sheet = open();
      close(sheet);
      expect(onclose).toHaveBeenCalledOnce();
      expect(sheet.open).toBe(false);
      sheet.dispatchEvent(new Event('close'));
      expect(onclose).toHaveBeenCalledOnce();
      flushSync();
      expect(document.querySelector('dialog')).toBeNull();
      onclose.mockClear();
    }
  });

  it('hears of the browser where it closes by itself', () => {
    open().close();
    flushSync();
    expect(onclose).toHaveBeenCalledOnce();
    expect(document.querySelector('dialog')).toBeNull();
  });
});
