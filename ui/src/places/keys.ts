// The keyboard: one registry that runs the shortcuts and that the keys dialog lists. Features register what they
// offer while they are shown; the last registered wins, so a place can take over a key of the frame.

import { language, type Language } from '../texts/index.svelte';

export interface Shortcut {
  /** Combinations such as `Ctrl+K`, `Shift+N`, `?`, `Delete`, `F2`, `ArrowUp`; Ctrl also means Cmd on macOS. */
  keys: readonly string[];
  /**
   * Places on the keyboard (`Digit1`, `Alt+Digit1`) that do the same whatever Shift says: on a French keyboard the digits
   * need it, and nobody who draws should.
   */
  codes?: readonly string[];
  /** Combinations that do the same and are not listed: signs that are hard to reach on some keyboards. */
  also?: readonly string[];
  /** The catalogue key of what it does, shown by the keys dialog. */
  text: string;
  /** The catalogue key of the group it is listed under. */
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Works now? Left out: always. A shortcut that does not work now is still listed. */
  when?: () => boolean;
  /** True for the few that also work while a text is being written (search, undo is not one of them). */
  whileWriting?: boolean;
}

const registered: Shortcut[] = [];

/** Adds shortcuts until the returned function is called: made for `$effect(() => registerKeys([...]))`. */
export function registerKeys(shortcuts: readonly Shortcut[]): () => void {
  registered.push(...shortcuts);
  return () => {
    for (const shortcut of shortcuts) {
      const at = registered.indexOf(shortcut);
      if (at >= 0) registered.splice(at, 1);
    }
  };
}

/** Every shortcut offered now, by group, in the order they were registered. */
export function shortcuts(): Map<string, Shortcut[]> {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of registered) {
    const group = groups.get(shortcut.group);
    if (group) group.push(shortcut);
    else groups.set(shortcut.group, [shortcut]);
  }
  return groups;
}

/** What keyboards usually have at a place, where the browser does not tell what this one has: those of France are AZERTY. */
const USUAL: Partial<Record<Language, Record<string, string>>> = { fr: { BracketLeft: '^', BracketRight: '$' } };
const SIGNS: Record<string, string> = { BracketLeft: '[', BracketRight: ']' };

interface Keyboards {
  keyboard?: { getLayoutMap?(): Promise<ReadonlyMap<string, string>> };
}
let layout: ReadonlyMap<string, string> | null = null;

async function readLayout(): Promise<void> {
  try {
    layout = (await (navigator as Keyboards).keyboard?.getLayoutMap?.()) ?? null;
  } catch {
    layout = null;
  }
}

/** What is printed on the key at a place (`BracketLeft`), as `combination` names it. */
export const keyAt = (code: string): string =>
  (layout?.get(code) ?? USUAL[language()]?.[code] ?? SIGNS[code] ?? code).toUpperCase();

/** The name of the combination an event is, in the registry's form. */
export function combination(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const held: string[] = [];
  if (event.ctrlKey || event.metaKey) held.push('Ctrl');
  if (event.altKey) held.push('Alt');
  // A sign such as "?" already says that Shift is held, and on which keyboards it is does not matter.
  if (event.shiftKey && (event.key.length > 1 || /\p{Letter}/u.test(key))) held.push('Shift');
  return [...held, key].join('+');
}

/** True while the keyboard belongs to a text: no shortcut may take its letters. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button', 'color'].includes(target.type);
}

/** True while nothing has the focus, as after a press on the empty table: what is chosen is meant then. */
export const isFocusNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** The place of the key, with what is held but Shift: what a digit is called on no keyboard. */
function placed(event: KeyboardEvent): string {
  return (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') + event.code;
}

/** What a key that is held down may do again and again: walking, undoing, zooming. One press adds, moves or removes one thing. */
const repeating = /^(?:\w+\+)*(?:Arrow\w+|Page\w+|\[|\]|\+|-|=|;)$|^Ctrl\+(?:Shift\+)?[ZY]$/;

/** Keys a focused control needs for itself: Enter and Space press it. */
const pressing = new Set(['Enter', ' ']);

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = combination(event);
  const place = placed(event);
  const writing = isWriting(event.target);
  const onControl =
    event.target instanceof Element && event.target.closest('button, a[href], [role=menuitem]') !== null;
  for (let at = registered.length - 1; at >= 0; at -= 1) {
    const shortcut = registered[at];
    if (!shortcut) continue;
    if (![...shortcut.keys, ...(shortcut.also ?? [])].includes(name) && !shortcut.codes?.includes(place)) continue;
    if (writing && !shortcut.whileWriting) continue;
    if (onControl && pressing.has(event.key)) continue;
    if (shortcut.when && !shortcut.when()) continue;
    // A dialog in front keeps the keyboard to itself.
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    if (!event.repeat || repeating.test(name)) shortcut.run(event);
    return;
  }
}

/** Starts listening; called once by the frame. */
export function startKeys(): () => void {
  void readLayout();
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
