// @vitest-environment happy-dom
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../host/gen';

const core = vi.hoisted(() => ({ call: vi.fn(), change: vi.fn() }));
vi.mock('../../host', () => ({
  call: core.call,
  listen: () => () => {},
  holdBack: () => undefined,
  asFailure: (cause: unknown) => cause,
}));
vi.mock('../../texts/index.svelte', () => ({ t: (key: string) => key }));
vi.mock('./people.svelte', () => ({ people: { change: core.change } }));
const { default: FormHealth } = await import('./FormHealth.svelte');

const text = () => document.querySelector('textarea');
const press = async (name: string): Promise<void> => {
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)!.click();
  await settle();
};
const settle = async (): Promise<void> => {
  await tick();
  await Promise.resolve();
  flushSync();
};
const write = async (words: string): Promise<void> => {
  text()!.value = words;
  text()!.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
};

// Once it came, and once it asked.
const rested = async (): Promise<void> => {
  await new Promise((ready) => setTimeout(ready, 800));
  await settle();
};

type Form = { flush: () => Promise<boolean> };
let form: Form & Record<string, unknown>;
const open = async (health: boolean): Promise<void> => {
  const person = { id: 'awa', groups: [], health } as unknown as Person;
  form = mount(FormHealth, { target: document.body, props: { person } }) as typeof form;
  await settle();
  await press(health ? 'health-change' : 'health-write');
};

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  core.call.mockReset().mockResolvedValue({ text: 'Asthme', until: '2027-01-04' });
  core.change.mockReset().mockResolvedValue(undefined);
});
afterEach(() => unmount(form));

describe('a health note that is written in', () => {
  it('is not destroyed by being emptied before the form is left or sealed', async () => {
    await open(true);
    await write('');
    expect(await form.flush()).toBe(false);
    await settle();
    expect(core.change).not.toHaveBeenCalled();
    expect(document.querySelector('[role=alert]')?.textContent).toBe('health-emptied');
    await press('health-keep');
    expect(core.change).not.toHaveBeenCalled();
    await press('health-leave');
    expect([text(), document.querySelector('[role=alert]')]).toEqual([null, null]);
    expect(await form.flush()).toBe(true);
  });

  it('is destroyed by its own button', async () => {
    await open(true);
    await write('');
    await rested();
    await press('health-destroy');
    expect(core.change).not.toHaveBeenCalled();
    await rested();
    await press('health-destroy-sure');
    expect(core.change).toHaveBeenCalledWith('set_health', { person: 'awa', text: '', until: null });
  });

  it('is kept as it stands before the form is left', async () => {
    await open(true);
    await write('Asthme, ventoline dans le sac');
    expect(await form.flush()).toBe(true);
    const note = { person: 'awa', text: 'Asthme, ventoline dans le sac', until: '2027-01-04' };
    expect(core.change).toHaveBeenCalledWith('set_health', note);
  });

  it('that was never begun is nothing', async () => {
    await open(false);
    expect(await form.flush()).toBe(true);
    expect(core.change).not.toHaveBeenCalled();
  });
});
