// What has the focus may go away under it: a mark that is removed, a text that is finished, a button that is switched off.
// The keyboard would start again at the top of the page; so the focus is given to what comes next in the work.
import type { Attachment } from 'svelte/attachments';
import { isFocusNowhere } from '../../places/keys';

const usable = 'a[href], button:not(:disabled)';

/** Whether it can have the focus no more; a mark only has it while its tool is in the hand. */
const isGone = (element: Element): boolean => !element.isConnected || element.matches(':disabled, g:not([tabindex])');

/** Attachment: what has the focus in this place and goes leaves it to the first button here, or else to `then`. */
export function focusStays(then: () => void, buttons = true): Attachment<HTMLElement> {
  return (place) => {
    let last: Element | null = null;
    const focused = (event: Event): void => void (last = event.target as Element);
    const left = (event: FocusEvent): void => {
      if (event.relatedTarget) last = null;
    };
    const observer = new MutationObserver(() => {
      if (!last || !isGone(last)) return;
      const isLost = isFocusNowhere() || document.activeElement === last;
      last = null;
      if (!isLost) return;
      const near = buttons ? place.querySelector<HTMLElement>(usable) : null;
      if (near) near.focus();
      else then();
    });
    place.addEventListener('focusin', focused);
    place.addEventListener('focusout', left);
    observer.observe(place, { childList: true, subtree: true, attributeFilter: ['tabindex', 'disabled'] });
    return () => {
      place.removeEventListener('focusin', focused);
      place.removeEventListener('focusout', left);
      observer.disconnect();
    };
  };
}
