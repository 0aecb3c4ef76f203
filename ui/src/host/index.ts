// The only place that talks to the core. It hides which link is used (window or socket) and counts the edits that
// wait for their durable commit; it knows nothing of what the rows mean.
import { isEdit } from './edits';
import { asFailure } from './errors';
import type { Event } from './gen';
import type { CommandName, Link, Reply, Request } from './link';
import { SocketLink } from './socket';
import { connection, followEdit, saving } from './state.svelte';

export { asFailure, Failure } from './errors';
export type { FailureCode } from './errors';
export { clearFailure, connection, holdBack, saving } from './state.svelte';
export type { CommandName, Reply, Request } from './link';

/** True in the app's own window, false in a browser. */
export const inWindow = '__TAURI_INTERNALS__' in window;

// The window's own code is loaded only there; in a browser its bytes never travel.
const link: Promise<Link> = inWindow
  ? import('./window').then(({ windowLink }) => {
      connection.state = 'open';
      return windowLink();
    })
  : Promise.resolve(new SocketLink());

/** Runs one command of the core. Rejects with a `Failure` whose `code` has the texts `error-<code>`. */
export async function call<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K>> {
  const edit = isEdit(name);
  const ended = followEdit();
  if (edit) saving.pending += 1;
  try {
    const reply = (await (await link).call(name, request)) as Reply<K>;
    if (edit) ended(null);
    return reply;
  } catch (cause) {
    const failure = asFailure(cause);
    if (edit) ended(failure);
    throw failure;
  } finally {
    if (edit) saving.pending -= 1;
  }
}

/** Hears every event of the core until the returned function is called. */
export function listen(handler: (event: Event) => void): () => void {
  let stop: (() => void) | null = null;
  let stopped = false;
  void link.then((ready) => {
    if (!stopped) stop = ready.listen(handler);
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** Raw bytes beside the commands, e.g. `ink/<drawing>`. */
export async function bytes(path: string): Promise<ArrayBuffer> {
  try {
    return await (await link).bytes(path);
  } catch (cause) {
    throw asFailure(cause);
  }
}

/** An address usable in an <img> for `thumb/<drawing>/<version>/<320|640>` or `media/<hash>`. */
export async function image(path: string): Promise<string> {
  try {
    return await (await link).image(path);
  } catch (cause) {
    throw asFailure(cause);
  }
}

/** Hands a picture over to be checked and normalised; refused with `picture_*` codes. */
export async function upload(blob: Blob): Promise<{ hash: string; width: number; height: number }> {
  try {
    return await (await link).upload(blob);
  } catch (cause) {
    throw asFailure(cause);
  }
}
