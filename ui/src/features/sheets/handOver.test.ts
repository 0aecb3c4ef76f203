// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handover } from '../../host/gen';

/** A core with these names; it hands out whoever signed least lately. */
let names: { slot: number; name: string }[];
let signed: { slot: number; strokes: string[] }[];
let refuse = false;

const view = (): Handover =>
  ({ title: '', current: names[0] ?? null, signed: signed.length, left: names.length }) as unknown as Handover;

vi.mock('../../host', async (real) => ({
  ...(await real<object>()),
  call: async (name: string, { slot, strokes }: { slot: number; strokes: string[] }) => {
    // Their turn is over already: somebody signed at another window.
    if (name !== 'get_handover' && !names.some((one) => one.slot === slot)) {
      saving.failure = new Failure('not_found', 'no turn');
      throw saving.failure;
    }
    if (refuse) throw { code: 'storage', message: '', hint: '' };
    const rest = names.filter((one) => one.slot !== slot);
    if (name === 'get_handover') return { handover: view() };
    if (name === 'skip_handover') names = [...rest, ...names.filter((one) => one.slot === slot)];
    if (name === 'sign_handover') [names, signed] = [rest, [...signed, { slot, strokes }]];
    return view();
  },
}));

const { Round } = await import('./handOver.svelte');
const { Failure, saving } = await import('../../host');

beforeEach(() => {
  names = ['Samira', 'Mehdi', 'Lina'].map((name, slot) => ({ slot, name }));
  signed = [];
  refuse = false;
});

async function begin() {
  const round = new Round();
  expect(round.step).toBe('coming');
  await round.load();
  return round;
}

describe('the laptop that goes round', () => {
  it('shows whose turn it is when that changed meanwhile', async () => {
    const round = await begin();
    round.arrive();
    names = names.slice(1);
    expect(await round.sign(['ink'])).toBe(false);
    expect([round.step, round.now?.current?.name, round.failure]).toEqual(['pass', 'Mehdi', null]);
    expect(signed, 'nobody signs for another').toEqual([]);
    expect(saving.failure, 'nothing that was kept is at risk').toBeNull();
  });

  it('names the next person before it shows their frame', async () => {
    const round = await begin();
    expect([round.step, round.now?.current?.name]).toEqual(['pass', 'Samira']);
    round.arrive();
    expect(round.step).toBe('sign');
    expect(await round.sign(['ink'])).toBe(true);
    expect([round.step, round.now?.current?.name]).toEqual(['pass', 'Mehdi']);
    expect(signed).toEqual([{ slot: 0, strokes: ['ink'] }]);
  });

  it('shows no frame after a reload, whoever had it', async () => {
    const round = await begin();
    round.arrive();
    expect((await begin()).step).toBe('pass');
  });

  it('comes back to those who were not there once everybody was asked', async () => {
    const round = await begin();
    await round.skip();
    round.arrive();
    await round.sign(['ink']);
    await round.skip();
    expect([round.step, round.now?.left]).toEqual(['rest', 2]);
    round.again();
    expect([round.step, round.now?.current?.name]).toEqual(['pass', 'Samira']);
  });

  it('thanks nobody again when it goes to those who were not there', async () => {
    const round = await begin();
    await round.skip();
    for (let at = 0; at < 2; at += 1) {
      round.arrive();
      await round.sign(['ink']);
    }
    expect([round.step, round.thanked]).toEqual(['rest', 'Lina']);
    round.again();
    expect([round.step, round.thanked]).toEqual(['pass', null]);
  });

  it('is over when everybody has signed', async () => {
    const round = await begin();
    for (let turn = 0; turn < 3; turn += 1) {
      round.arrive();
      await round.sign(['ink']);
    }
    expect([round.step, round.now?.left]).toEqual(['rest', 0]);
  });

  it('stays with the person whose signature was not kept', async () => {
    const round = await begin();
    round.arrive();
    refuse = true;
    expect(await round.sign(['ink'])).toBe(false);
    expect([round.step, round.now?.current?.name, round.failure?.code]).toEqual(['sign', 'Samira', 'storage']);
  });

  it('sends no empty signature, and none twice', async () => {
    const round = await begin();
    round.arrive();
    expect(await round.sign([])).toBe(false);
    const [first, second] = [round.sign(['ink']), round.sign(['ink'])];
    expect([await first, await second]).toEqual([true, false]);
    expect(signed).toHaveLength(1);
  });
});
