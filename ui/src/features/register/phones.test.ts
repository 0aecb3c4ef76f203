import { expect, it } from 'vitest';
import { isPhone, spaced } from './phones';

it.each([
  ['0639984107', '06 39 98 41 07'],
  ['06.39.98.41.07', '06 39 98 41 07'],
  ['06 39 98 41 07 (tante)', '06 39 98 41 07 (tante)'],
  ['+33639984107', '+33639984107'],
  ['0639984107 / 0140506070', '06 39 98 41 07 / 01 40 50 60 70'],
])('%s is written %s', (typed, written) => {
  expect(isPhone(typed)).toBe(true);
  expect(spaced(typed)).toBe(written);
});

it('takes a word for no number, and nothing for nothing', () => {
  expect([isPhone('abc'), isPhone('12345'), isPhone(' ')]).toEqual([false, false, true]);
});
