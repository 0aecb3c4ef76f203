// @vitest-environment happy-dom
import { afterEach, beforeAll, expect, it } from 'vitest';
import { setLanguage, setOwnWords, t, usual } from './index.svelte';

/** Lets what is on the screen follow. */
const shown = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeAll(() => setLanguage('fr'));
afterEach(() => setOwnWords({}));

it('says the workshop’s word for a code, in its short and its long form', () => {
  setOwnWords({ 'size-ELS': 'Plan d’ensemble', 'movement-pan': 'Balayage' });
  expect(t('size-ELS')).toBe('Plan d’ensemble');
  expect(t('size-ELS-full')).toBe('Plan d’ensemble');
  expect(t('movement-pan-full')).toBe('Balayage');
  expect(t('size-VWS')).toBe('Ensemble');
});

it('reaches every family that can be named anew, and no other text', () => {
  const keys = ['shot-type-pov', 'angle-high', 'side-back', 'support-sticks', 'status-ready'];
  setOwnWords(Object.fromEntries([...keys, 'sound-boom', 'settings', 'size'].map((key) => [key, 'X'])));
  for (const key of keys) expect(t(key), key).toBe('X');
  expect(t('sound-boom')).not.toBe('X');
  expect(t('settings')).toBe('Réglages');
  expect(t('size')).toBe('Valeur de plan');
});

it('keeps the usual word at hand, and comes back to it', () => {
  setOwnWords({ 'size-ELS': 'Paysage', 'size-VWS': '  ' });
  expect(usual('size-ELS')).toBe('Général');
  expect(t('size-VWS')).toBe('Ensemble');
  setOwnWords({});
  expect(t('size-ELS')).toBe('Général');
});

it('is shown at once by what is on the screen, and stays when the language changes', async () => {
  const seen: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => void seen.push(t('angle-high')));
  });
  await shown();
  setOwnWords({ 'angle-high': 'Vue d’en haut' });
  await shown();
  await setLanguage('en');
  await shown();
  await setLanguage('fr');
  setOwnWords({});
  await shown();
  stop();
  expect(seen[0]).toBe('Plongée');
  expect(seen[1]).toBe('Vue d’en haut');
  expect(seen.at(-1)).toBe('Plongée');
  expect(seen).not.toContain('High angle');
});

it('does not let a hostile word turn the sentence around', () => {
  setOwnWords({ 'size-CU': '\u202egros\u202c' });
  expect(t('size-CU')).toBe('gros');
});
