// A line that is taken away takes the focus with it, and the keyboard would start again at the top of the page. The line that
// moved into its place has it then, or the one before, or the title.

import type { Attachment } from 'svelte/attachments';

const usable = 'a[href], button:not(:disabled)';

/** Attachment for what holds lists: keeps the focus near when its line leaves. */
export const keepFocus: Attachment = (place) => {
  let last: { list: Element; at: number; element: Element } | null = null;
  const focused = (event: Event): void => {
    const element = event.target as Element;
    const line = element.closest('li');
    const list = line?.parentElement;
    last = line && list ? { list, at: [...list.children].indexOf(line), element } : null;
  };
  const observer = new MutationObserver(() => {
    if (!last || last.element.isConnected || document.activeElement !== document.body) return;
    const { list, at } = last;
    last = null;
    const lines = list.isConnected ? [...list.children] : [];
    const near = (lines[at] ?? lines.at(-1))?.querySelector<HTMLElement>(usable);
    (near ?? place.querySelector<HTMLElement>('h1, h2') ?? place.querySelector<HTMLElement>(usable))?.focus();
  });
  place.addEventListener('focusin', focused);
  observer.observe(place, { childList: true, subtree: true });
  return () => {
    place.removeEventListener('focusin', focused);
    observer.disconnect();
  };
};
