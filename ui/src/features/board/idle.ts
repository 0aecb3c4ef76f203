// Work that can wait, one piece for each idle moment, in the order it was asked for.

const waiting: (() => void)[] = [];
let planned = false;

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

function run(): void {
  planned = false;
  waiting.shift()?.();
  if (waiting.length > 0) plan();
}
