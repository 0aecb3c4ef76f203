import { beforeEach, expect, it, vi } from 'vitest';
import type { Sheet } from '../../host/gen';
import { Correcting } from './correcting.svelte';

const people = [
  { id: 'rachid', given: 'Rachid', family: 'Ouali', role: 'trainer', left: false },
  { id: 'former', given: 'Ancienne', family: '', role: 'trainer', left: true },
  { id: 'ines', given: 'Inès', family: 'Marques', role: 'participant', left: false },
];
vi.mock('../../host', () => ({ call: () => Promise.resolve({ people }) }));

const gone = { trainers: [{ person: 'bruno', name: 'Bruno Lemoine', gone: true }] } as unknown as Sheet;
let correcting: Correcting;
beforeEach(async () => {
  correcting = new Correcting(gone);
  correcting.reason = ' Écrite à la main ';
});

it('is done by any trainer of the register, though whoever was there is gone', async () => {
  expect(correcting.entry(true, '09:30', '12:30'), 'nobody is known yet').toBeNull();
  await correcting.read();
  expect(correcting.trainers).toEqual([{ person: 'rachid', name: 'Rachid Ouali' }]);
  expect(correcting.entry(true, '09:30', '12:30')).toEqual({ by: 'rachid', reason: 'Écrite à la main' });
  correcting.reason = '  ';
  expect(correcting.entry(true, '09:30', '12:30'), 'a correction has its reason').toBeNull();
});

it('takes nobody for another where there are several', async () => {
  const two = [{ person: 'bruno', name: 'Bruno Lemoine', gone: false }];
  correcting = new Correcting({ trainers: two } as unknown as Sheet);
  correcting.reason = 'Écrite à la main';
  await correcting.read();
  expect(correcting.trainers).toHaveLength(2);
  expect(correcting.entry(true, '09:30', '12:30'), 'one of them has to say so').toBeNull();
  correcting.chosen = 'rachid';
  expect(correcting.entry(true, '09:30', '12:30')).toMatchObject({ by: 'rachid' });
});

it('takes hours of the half-day, in their order, of whoever was there', async () => {
  await correcting.read();
  [correcting.late, correcting.left] = ['10h30', '12:00'];
  expect(correcting.entry(true, '09:30', '12:30')).toMatchObject({ late: '10:30', left: '12:00' });
  expect(correcting.entry(false, '09:30', '12:30'), 'who was absent has none').not.toHaveProperty('late');
  correcting.left = '10h';
  expect(correcting.wrong('left', '09:30', '12:30'), 'nobody goes before they came').toBe(true);
  expect(correcting.entry(true, '09:30', '12:30')).toBeNull();
  [correcting.late, correcting.left] = ['9h', ''];
  expect(correcting.entry(true, '09:30', '12:30'), 'before it began').toBeNull();
  [correcting.late, correcting.left] = ['12h30', ''];
  expect(correcting.wrong('late', '09:30', '12:30'), 'at its end, which is no presence').toBe(true);
  [correcting.late, correcting.left] = ['', '9h30'];
  expect(correcting.wrong('left', '09:30', '12:30'), 'at its beginning').toBe(true);
  [correcting.late, correcting.left] = ['9h30', '12h30'];
  expect(correcting.entry(true, '09:30', '12:30'), 'from beginning to end').toMatchObject({ late: '09:30' });
  correcting.late = 'bientôt';
  expect(correcting.entry(true, '09:30', '12:30')).toBeNull();
});

it('changes something, or is none', () => {
  const was = { state: 'present' as const, late: '10:00', left: null };
  correcting.late = '10 h';
  expect(correcting.differs(was, 'present'), 'as it stands').toBe(false);
  expect(correcting.differs(was, 'absent')).toBe(true);
  correcting.late = '';
  expect(correcting.differs(was, 'present'), 'from the beginning').toBe(true);
  [correcting.late, correcting.left] = ['10:00', '12:00'];
  expect(correcting.differs(was, 'present'), 'left early').toBe(true);
  expect(correcting.differs({ state: 'absent', late: null, left: null }, 'absent'), 'who was absent has no hours').toBe(
    false,
  );
});
