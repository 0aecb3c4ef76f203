import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Register } from '../../host/gen';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../host', () => ({
  call,
  asFailure: (cause: unknown) => cause,
  holdBack: () => undefined,
  listen: () => () => {},
}));
const { register } = await import('../../rows/register.svelte');
const { Unlocking } = await import('./unlocking.svelte');
const { Choosing } = await import('./choosing.svelte');

const state = (more: Partial<Register> = {}): Register =>
  ({ exists: true, unlocked: false, tries_left: 5, wait_until: null, ...more }) as Register;
const sealed = { now: state() };

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  sealed.now = state();
  register.leave();
  register.take(sealed.now);
  call
    .mockReset()
    .mockImplementation((name: string) =>
      name === 'get_register' ? Promise.resolve(sealed.now) : Promise.reject({ code: 'passphrase_wrong' }),
    );
});

describe('opening the register', () => {
  it('forgets what was typed once it is open', async () => {
    call.mockResolvedValueOnce(state({ unlocked: true }));
    const unlocking = new Unlocking();
    unlocking.passphrase = 'quatre mots au hasard';
    expect(await unlocking.unlock()).toBe(true);
    expect(unlocking.passphrase).toBe('');
    expect(register.unlocked).toBe(true);
  });

  it('says a wrong one beside what was tried, and reads how many tries are left', async () => {
    const unlocking = new Unlocking();
    unlocking.passphrase = 'x';
    sealed.now = state({ tries_left: 4 });
    expect(await unlocking.unlock()).toBe(false);
    expect(unlocking.error).toMatchObject({ by: 'passphrase', wrong: true });
    expect(register.now?.tries_left).toBe(4);
  });

  it('says that a code is not whole, and tries nothing', () => {
    const unlocking = new Unlocking();
    unlocking.code = ['4', '', '', '', '', ''];
    unlocking.typed('code');
    unlocking.code = ['', '', '', '', '', ''];
    unlocking.typed('code');
    expect([unlocking.by, unlocking.missing()], 'taken out again').toEqual(['passphrase', false]);
    unlocking.code = ['4F0D', 'PHZ2', '2H8V', '', '', ''];
    unlocking.typed('code');
    expect(unlocking.missing()).toBe(true);
    expect(unlocking.error).toMatchObject({ by: 'code', wrong: false });
    unlocking.typed('code');
    expect([unlocking.error, call.mock.calls.length]).toEqual([null, 0]);
  });

  it('sends nothing while the register waits', async () => {
    const unlocking = new Unlocking();
    unlocking.passphrase = 'x';
    sealed.now = state({ wait_until: Date.now() + 60_000 });
    await unlocking.unlock();
    expect(unlocking.wait).toBeGreaterThan(50_000);
    call.mockClear();
    expect(await unlocking.unlock()).toBe(false);
    expect(call, 'no try is lost in waiting').not.toHaveBeenCalled();
  });

  it('takes what was touched last when both are there', async () => {
    const unlocking = new Unlocking();
    unlocking.passphrase = 'x';
    unlocking.code = ['7K2P', 'M9QX', '4TR8', 'W0ZD', 'H3NV', '1C6B'];
    unlocking.by = 'code';
    await unlocking.unlock();
    expect(call).toHaveBeenCalledWith('unlock_register', { code: '7K2P-M9QX-4TR8-W0ZD-H3NV-1C6B' });
  });
});

describe('a passphrase being chosen', () => {
  const rated = (enough: boolean): void =>
    void call.mockResolvedValue({ score: enough ? 3 : 1, enough, hint: enough ? 'good' : 'short' });

  it('is not taken while it is weak, nor before it was typed twice alike', async () => {
    const choosing = new Choosing();
    choosing.passphrase = 'court';
    rated(false);
    expect([await choosing.check(), choosing.wrong]).toEqual([false, 'passphrase']);
    rated(true);
    expect([await choosing.check(), choosing.wrong]).toEqual([false, 'again']);
    choosing.again = 'court';
    expect([await choosing.check(), choosing.wrong]).toEqual([true, null]);
  });

  it('needs no second time when it was shown', async () => {
    const choosing = new Choosing();
    choosing.passphrase = 'quatre mots au hasard';
    choosing.shown = true;
    rated(true);
    expect(await choosing.check()).toBe(true);
  });
});
