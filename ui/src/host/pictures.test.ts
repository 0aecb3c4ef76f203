import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pictures } from './pictures';

let made = 0;
const revoked: string[] = [];

beforeEach(() => {
  made = 0;
  revoked.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(made += 1)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void revoked.push(address));
});
afterEach(() => vi.restoreAllMocks());

it('asks once for a picture wanted twice at the same time', async () => {
  const fetched = vi.fn(() => Promise.resolve(new ArrayBuffer(1)));
  const pictures = new Pictures(fetched);
  expect(await Promise.all([pictures.get('a'), pictures.get('a')])).toEqual(['blob:1', 'blob:1']);
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('lets go of the picture used least recently, and of no other', async () => {
  const pictures = new Pictures(() => Promise.resolve(new ArrayBuffer(1)), 2);
  await pictures.get('a');
  await pictures.get('b');
  await pictures.get('a');
  await pictures.get('c');
  expect(revoked, 'b was used before a').toEqual(['blob:2']);
});

it('asks again after a failure', async () => {
  let times = 0;
  const pictures = new Pictures(() =>
    (times += 1) === 1 ? Promise.reject(new Error('lost')) : Promise.resolve(new ArrayBuffer(1)),
  );
  await expect(pictures.get('a')).rejects.toThrow('lost');
  expect(await pictures.get('a')).toBe('blob:1');
});
