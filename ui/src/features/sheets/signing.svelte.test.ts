import { describe, expect, it } from 'vitest';
import type { Sheet, SheetPerson } from '../../host/gen';
import type { Cell } from './sheet';
import { Signing } from './signing.svelte';

type Box = Pick<Cell, 'state'> & { signed?: boolean };
const cell = ({ state, signed = false }: Box): Cell =>
  ({ half: 'morning', state, late: null, left: null, signature: signed ? { at: 1 } : null }) as Cell;
const line = (name: string, box: Box): SheetPerson =>
  ({ person: name, name, gone: false, cells: [cell(box)] }) as unknown as SheetPerson;
const of = (boxes: Record<string, Box>, halves = ['morning']): Sheet =>
  ({
    session: { halves: halves.map((code) => ({ code })) },
    people: Object.entries(boxes).map(([name, box]) => line(name, box)),
    trainers: [],
    closed: null,
  }) as unknown as Sheet;

const expected: Box = { state: 'expected' };
const both = { Awa: expected, Moussa: expected };

describe('who signs beside the sheet', () => {
  let sheet: Sheet = $state.raw(of(both));
  const begin = (first: Sheet): Signing => {
    sheet = first;
    return new Signing(
      () => sheet,
      () => 'morning',
    );
  };
  const name = (signing: Signing): string | undefined => signing.signer?.person.person;

  it('is whoever was chosen, else the first who has not signed', () => {
    const signing = begin(of(both));
    expect(name(signing)).toBe('Awa');
    signing.pick({ person: 'Moussa', half: 'morning' });
    expect(name(signing)).toBe('Moussa');
    sheet = of({ ...both, Moussa: { state: 'present', signed: true } });
    expect(name(signing)).toBe('Awa');
  });

  it('stays while something is drawn, whatever another window does', () => {
    const signing = begin(of(both));
    signing.drawn = true;
    for (const box of [{ state: 'excused' }, { state: 'present', signed: true }] as Box[]) {
      sheet = of({ Aaron: expected, ...both, Awa: box });
      expect(name(signing)).toBe('Awa');
    }
    sheet = of({ Moussa: expected });
    expect(name(signing)).toBe('Awa');
    signing.drawn = false;
    expect(name(signing)).toBe('Moussa');
  });

  it('goes on when somebody is chosen, or the one who signs is marked, by hand', () => {
    const signing = begin(of(both));
    signing.drawn = true;
    signing.pick({ person: 'Moussa', half: 'morning' });
    expect([name(signing), signing.drawn]).toEqual(['Moussa', false]);
    signing.drawn = true;
    // Of another half, or another one, it stays.
    signing.marked({ person: 'Moussa', half: 'afternoon' });
    signing.marked({ person: 'Awa', half: 'morning' });
    expect([name(signing), signing.drawn]).toEqual(['Moussa', true]);
    // It is marked before the sheet is read anew: the pad is a new one, and has nothing on it.
    const turn = signing.turn;
    signing.marked({ person: 'Moussa', half: 'morning' });
    expect(signing.turn).toBe(turn + 1);
    sheet = of({ ...both, Moussa: { state: 'excused' } });
    expect([name(signing), signing.drawn]).toEqual(['Awa', false]);
  });

  it('is nobody on a closed sheet, nor for a half that is gone', () => {
    const signing = begin(of(both));
    signing.drawn = true;
    sheet = of({ Awa: { state: 'excused' }, Moussa: { state: 'excused' } }, ['afternoon']);
    expect(signing.signer).toBeNull();
    sheet = { ...of(both), closed: {} } as Sheet;
    expect(signing.signer).toBeNull();
  });
});
