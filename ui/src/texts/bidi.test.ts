import { expect, it } from 'vitest';
import { brief, isolate } from './bidi';

it('leaves ordinary Latin text as it is', () => {
  for (const text of ['Le Terrain vague', 'Été, l’œuvre : « 12A »', 'EXT. SOUS LE LAMPADAIRE – NUIT', '12 €'])
    expect(isolate(text)).toBe(text);
});

it('wraps what could change the order of a sentence', () => {
  expect(isolate('الأرض')).toBe('\u2068الأرض\u2069');
});

it('takes away the marks that would turn or escape the sentence around', () => {
  const hostile = '\u202efilm\u2069\u202c livé\u200f';
  expect(isolate(hostile)).toBe('film livé');
  expect(isolate('\u2069الأرض\u202e')).toBe('\u2068الأرض\u2069');
});

it('shows tags as text: there is nothing to escape, because nothing is read as markup', () => {
  expect(isolate('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
});

it('cuts ten thousand characters to what a sentence can hold, never in the middle of a character', () => {
  expect(brief('Le Terrain vague')).toBe('Le Terrain vague');
  expect(brief('a'.repeat(10_000))).toBe(`${'a'.repeat(60)}…`);
  expect(brief('👩‍👩‍👧'.repeat(100))).toBe(`${'👩‍👩‍👧'.repeat(60)}…`);
});
