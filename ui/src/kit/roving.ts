/**
 * Arrow keys inside a group of buttons where only one is in the tab order. Returns the index to go to, or null when
 * the key is not one of ours. In a grid of `columns`, up and down move by rows.
 */
export function rove(key: string, index: number, count: number, columns = 1, rtl = false): number | null {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  const wrap = (to: number): number => (to + count) % count;
  switch (key) {
    case forward:
      return wrap(index + 1);
    case back:
      return wrap(index - 1);
    case 'ArrowDown':
      return columns > 1 ? Math.min(count - 1, index + columns) : wrap(index + 1);
    case 'ArrowUp':
      return columns > 1 ? Math.max(0, index - columns) : wrap(index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Moves the focus to the button at `index` among those of `group` that match `selector`. */
export function focusAt(group: HTMLElement, selector: string, index: number): void {
  group.querySelectorAll<HTMLElement>(selector)[index]?.focus();
}
