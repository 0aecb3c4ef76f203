// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { bytesOf, clock, dayWithin, hours, moment, seconds, setLanguage, t } from './index.svelte';

const at = new Date(2026, 10, 23, 17, 5).getTime();

beforeAll(() => setLanguage('fr'));

it('writes durations as people say them', () => {
  expect(seconds(7000)).toBe('7\u00a0s');
  expect(seconds(4500)).toBe('4,5\u00a0s');
  expect(seconds(94_000)).toBe('1:34');
  expect(clock(3_725_000)).toBe('1:02:05');
  expect(hours(275)).toBe('4\u00a0h\u00a035');
  expect(hours(120)).toBe('2\u00a0h');
  expect(hours(35)).toBe('35\u00a0min');
});

it('names the year of a day that is not of this one', () => {
  expect(dayWithin('2026-02-24', new Date(at))).toBe('mardi 24 février');
  expect(dayWithin('2024-02-24', new Date(at))).toBe('samedi 24 février 2024');
});

it('writes sizes and moments in the language shown, changed at once', async () => {
  expect(bytesOf(38e9)).toBe('38\u00a0Go');
  expect(bytesOf(3.42e6)).toBe('3,4\u00a0Mo');
  expect(moment(at)).toBe('lundi 23 novembre, 17\u00a0h\u00a005');
  await setLanguage('en');
  expect(bytesOf(3.42e6)).toBe('3.4\u00a0MB');
  expect(moment(at)).toBe('Monday 23 November, 17:05');
  expect(document.documentElement.lang).toBe('en');
});

it('keeps a hostile title inside its quotes', async () => {
  await setLanguage('en');
  expect(t('card-restored', { title: '\u202eevil\u2069' })).toBe('“evil” is back.');
});
