// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { Session } from './gen';

const answers: ((failure: unknown) => void)[] = [];
vi.doMock('./socket', () => ({
  SocketLink: class {
    call = () => new Promise((_, refuse) => answers.push(refuse));
    listen = () => () => {};
  },
}));

const { call, saving } = await import('./index');
const { session } = await import('./session.svelte');

const opened = (path: string): void => session.replace({ workspace: { path } } as Session);

/** An edit that the core has, and whose answer the test gives. */
async function edit(): Promise<{ refuse: (code: string) => Promise<void> }> {
  const asked = call('add_film', { title: 'x' });
  asked.catch(() => {});
  await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0));
  const answer = answers.shift()!;
  return {
    refuse: async (code) => {
      answer({ code, message: '', hint: '' });
      await expect(asked).rejects.toMatchObject({ code });
    },
  };
}

it('says of an edit that it failed', async () => {
  opened('one');
  await (await edit()).refuse('disk_full');
  expect(saving.failure?.code).toBe('disk_full');
});

it('leaves a value that was not taken to where it was typed', async () => {
  opened('three');
  await (await edit()).refuse('birth_impossible');
  await (await edit()).refuse('signature_empty');
  expect(saving.failure, 'nothing that was kept is at risk').toBeNull();
});

it('says of another file nothing of an edit that was on its way when it was opened', async () => {
  opened('one');
  const late = await edit();
  opened('two');
  await late.refuse('disk_full');
  expect(saving.failure, 'all of the open file is saved').toBeNull();
});
