import { stepOf } from '../../ink';

/**
 * How far an arrow key moves something to the right and down, frame units, with Shift more finely; null for any other key,
 * and for one that belongs to a shortcut.
 */
export function arrowStep({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): [number, number] | null {
  return ctrlKey || metaKey || altKey ? null : stepOf(key, shiftKey);
}
