import { convertFileSrc, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { answerClosing } from './closing';
import type { Event } from './gen';
import type { Link } from './link';

/** The core in the same process: commands by `rpc`, bytes by the `qlibre` scheme, events on one channel. */
export function windowLink(): Link {
  answerClosing();
  // With an empty path Tauri gives only the scheme's root, whatever it is on this system.
  const root = convertFileSrc('', 'qlibre');
  return {
    call: (name, request) => invoke('rpc', { name, request }),
    async bytes(path) {
      const answer = await fetch(root + path);
      if (!answer.ok) throw { code: answer.status === 404 ? 'not_found' : 'storage', message: path, hint: '' };
      return answer.arrayBuffer();
    },
    image: (path) => Promise.resolve(root + path),
    async upload(blob) {
      return invoke('upload', new Uint8Array(await blob.arrayBuffer()));
    },
    listen(handler) {
      const stop = listen<Event>('ql-event', (message) => handler(message.payload));
      return () => void stop.then((unlisten) => unlisten());
    },
  };
}
