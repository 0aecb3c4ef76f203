// What the three ways of writing in a cell share: where the hand goes after it.

import type { ShotTable } from './table.svelte';
import type { Active } from './walk.svelte';

/** The same column one line below: where Enter goes, as in every table. */
export function below(table: ShotTable): Active | null {
  const { active } = table;
  const at = table.order.findIndex((row) => row.id === active?.shot);
  const next = table.order[at + 1];
  return active && { shot: next?.id ?? active.shot, column: active.column };
}

export interface Ways {
  /** Puts back what was there. */
  revert(): void;
  /** Keeps what is written; false when it cannot be kept and the hand stays. */
  keep(): boolean;
  /** Where Enter goes. */
  enter(): Active | null;
  /** True when Tab goes to another text of the same cell, by the browser itself. */
  tabStays?(backwards: boolean): boolean;
  /** True where Shift+Enter writes a new line. */
  lines?: boolean;
}

/** Enter keeps, Escape puts back, Tab keeps and goes on; every other key belongs to the text. */
export function writingKey(table: ShotTable, event: KeyboardEvent, ways: Ways): void {
  event.stopPropagation();
  if (event.isComposing) return;
  const input = event.currentTarget as HTMLElement;
  const leave = (to: Active | null): void => {
    event.preventDefault();
    input.dataset.left = 'yes';
    table.end(to ?? table.active);
  };
  if (event.key === 'Escape') {
    ways.revert();
    leave(table.active);
  } else if (event.key === 'Enter' && !(ways.lines && event.shiftKey)) {
    if (ways.keep()) leave(ways.enter());
    else event.preventDefault();
  } else if (event.key === 'Tab' && !ways.tabStays?.(event.shiftKey)) {
    if (ways.keep()) leave(table.next(event.shiftKey ? -1 : 1));
    else event.preventDefault();
  }
}

/** A click elsewhere keeps what was written and stays there. Enter, Escape and Tab have already said where to go. */
export function writingLeft(table: ShotTable, event: FocusEvent, keep: () => void = () => {}): void {
  const input = event.currentTarget as HTMLElement;
  const goes = event.relatedTarget instanceof Node ? event.relatedTarget : null;
  if (input.dataset.left) return;
  const cell = input.closest('[data-column]');
  if (cell?.contains(goes)) {
    // Beside the text, on the cell itself: the hand is still writing.
    if (goes === cell) queueMicrotask(() => input.focus());
    return;
  }
  keep();
  table.editing = null;
}

/** Focuses a short text: what is typed on its cell replaces it. */
export const replacing =
  (typed: string) =>
  (input: HTMLInputElement): void => {
    input.focus();
    if (typed === '') return input.select();
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

/** Focuses a long text: what is typed on its cell is only ever added. */
export const adding =
  (typed: string) =>
  (area: HTMLTextAreaElement): void => {
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    if (typed === '') return;
    area.value = area.value ? `${area.value} ${typed}` : typed;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };

/** The box grows with its text. */
export function growing(area: HTMLTextAreaElement): () => void {
  const fit = (): void => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 3}px`;
  };
  fit();
  area.addEventListener('input', fit);
  return () => area.removeEventListener('input', fit);
}
