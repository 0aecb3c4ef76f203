// @vitest-environment node
import { expect, it } from 'vitest';
import { announce, announced, dismiss, endTurned, unsay } from './announce.svelte';

it('ends what undo said, and nothing else, at the next edit', () => {
  announce('Annulé (plan 1A) : action', null, 'turned');
  endTurned();
  expect(announced.current, 'an undo is no longer the last thing done').toBeNull();
  announce('À la corbeille : plan 1A');
  endTurned();
  expect(announced.current?.text, 'other news stay').toBe('À la corbeille : plan 1A');
  dismiss();
});

it('takes back what is no longer so, and nothing that was said since', () => {
  announce('Enregistré : a.pdf');
  unsay('Enregistré : b.pdf');
  expect(announced.current?.text).toBe('Enregistré : a.pdf');
  unsay('Enregistré : a.pdf');
  expect(announced.current).toBeNull();
});
