// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import type { Register, Sheet } from '../../host/gen';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../host', () => ({ call, asFailure: (cause: unknown) => cause, listen: () => () => {} }));
const { register } = await import('../../rows/register.svelte');
const { OpenSheet } = await import('./sheet.svelte');

it('keeps the sheet that somebody signs on when the core tells the mode again', async () => {
  const state = { exists: true, unlocked: true, people: 3 } as unknown as Register;
  const shown = {} as Sheet;
  call.mockResolvedValue(shown);
  register.take(state);
  const sheet = new OpenSheet();
  let followed = 0;
  const stop = $effect.root(() => {
    $effect(() => {
      followed += 1;
      return sheet.follow('s');
    });
  });
  flushSync();
  await vi.waitFor(() => expect(sheet.now).toBe(shown));
  register.take({ ...state, people: 2 });
  flushSync();
  expect([followed, sheet.now]).toEqual([1, shown]);
  stop();
  expect(sheet.now).toBeNull();
});
