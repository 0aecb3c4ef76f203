// What happened, said once at the bottom of the window and aloud. What can be undone offers it there, for 8 seconds:
// nothing that can be undone is ever asked for beforehand.

export interface Announcement {
  id: number;
  text: string;
  /** `turned` tells an undo or a redo: the next edit ends it. */
  kind: 'plain' | 'trouble' | 'turned';
  /** Takes back what was announced, and wears the undo arrow, unless `back` is false. */
  action: { label: string; run: () => void; back?: boolean } | null;
}

const stay = 8_000;
let next = 1;
let timer: ReturnType<typeof setTimeout> | undefined;

export const announced = $state<{ current: Announcement | null }>({ current: null });

/** Says `text`; a newer announcement takes the place of an older one. */
export function announce(
  text: string,
  action: Announcement['action'] = null,
  kind: Announcement['kind'] = 'plain',
): void {
  announced.current = { id: next++, text, kind, action };
  holdOn();
  letGo();
}

/** Stops the clock while the announcement is pointed at or has the focus. */
export function holdOn(): void {
  clearTimeout(timer);
}

/** Starts the clock again. */
export function letGo(): void {
  clearTimeout(timer);
  timer = setTimeout(() => (announced.current = null), stay);
}

/** Something new was done: what an undo before it said is over. */
export function endTurned(): void {
  if (announced.current?.kind === 'turned') dismiss();
}

/** What was said is no longer so; something else that was said since stays. */
export function unsay(text: string): void {
  if (announced.current?.text === text) dismiss();
}

export function dismiss(): void {
  clearTimeout(timer);
  announced.current = null;
}

// A modal sheet makes everything around it deaf and blind: announcements belong in the topmost one, or in the window.
let sheets: symbol[] = $state.raw([]);

/** The sheet that lies on top, or null. */
export const topSheet = (): symbol | null => sheets.at(-1) ?? null;

/** A sheet was laid on top; returns how it is taken away. */
export function layOn(sheet: symbol): () => void {
  sheets = [...sheets, sheet];
  return () => (sheets = sheets.filter((other) => other !== sheet));
}
