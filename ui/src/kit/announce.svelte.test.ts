// @vitest-environment node
import { expect, it } from 'vitest';
import { announce, announced, dismiss, endTurned } from './announce.svelte';

it('ends what undo said, and nothing else, at the next edit', () => {
  announce('Annulé (plan 1A) : action', null, 'turned');
  endTurned();
  expect(announced.current, 'an undo is no longer the last thing done').toBeNull();
  announce('À la corbeille : plan 1A');
  endTurned();
  expect(announced.current?.text, 'other news stay').toBe('À la corbeille : plan 1A');
  dismiss();
});
