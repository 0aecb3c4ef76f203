import { hasText, t } from './index.svelte';

const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** A key as it is printed on the keyboard of the people reading: "Suppr", "Échap", "↑"; signs and letters as they are. */
export function keyName(key: string): string {
  const name = key === ' ' ? 'Space' : key;
  return arrows[name] ?? (/^[A-Za-z]{2,}$/.test(name) && hasText(`keyboard-${name}`) ? t(`keyboard-${name}`) : name);
}
