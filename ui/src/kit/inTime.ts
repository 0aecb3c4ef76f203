// What is typed is sent when it is left. A window that closes or a page that is put away leaves everything at once, without a
// word to the field: whoever holds a value hears it here.

import type { Attachment } from 'svelte/attachments';

/** Attachment: `send` is called before the page goes, or goes out of sight. */
export function sentInTime(send: () => void): Attachment {
  return () => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') send();
    };
    window.addEventListener('pagehide', send);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', send);
      document.removeEventListener('visibilitychange', hidden);
    };
  };
}
