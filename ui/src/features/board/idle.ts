// Work that can wait, a few pieces for each idle moment, in the order it was asked for.

import { flushSync } from 'svelte';

const waiting: (() => void)[] = [];
let planned = false;

/** Milliseconds a moment must still have for one more piece to begin. */
const ROOM = 4;

/** Runs `work` in an idle moment, unless the returned function is called before. */
export function whenIdle(work: () => void): () => void {
  waiting.push(work);
  plan();
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function plan(): void {
  if (planned) return;
  planned = true;
  // Without idle callbacks (WebKit) a short pause leaves the same room for the hand.
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 500 });
  else setTimeout(run, 30);
}

function run(moment?: IdleDeadline): void {
  planned = false;
  // Drawn piece by piece: what is left of the moment is known only once the page has taken the last one.
  do flushSync(() => waiting.shift()?.());
  while (waiting.length > 0 && moment && moment.timeRemaining() > ROOM);
  if (waiting.length > 0) plan();
}
