// What is read off a sheet: who still has to sign, how many are there. It knows rows and words, and no page.
import type { Day, HourMinute } from '../../host/codes';
import type { Attended, HalfCode, Handover, SessionRow, Sheet, SheetPerson, Standing } from '../../host/gen';
import { capital, dayWords, hourWords, spanWords, t } from '../../texts/index.svelte';

export type Cell = SheetPerson['cells'][number];
export type Warning = Sheet['warnings'][number];
/** One box of the sheet: a person and a half. */
export interface Spot {
  person: string;
  half: HalfCode;
}

export const HALVES: readonly HalfCode[] = ['morning', 'afternoon', 'evening'];
export const STATES: readonly Attended[] = ['present', 'absent', 'excused', 'not_expected'];

export const cellOf = (person: SheetPerson, half: HalfCode): Cell | undefined =>
  person.cells.find((cell) => cell.half === half);

/** Everybody on the sheet: people first, trainers after them. */
export const everybody = (sheet: Sheet): SheetPerson[] => [...sheet.people, ...sheet.trainers];

/** Nobody has said anything of this box yet. */
export const isOpen = (cell: Cell | undefined): boolean => cell?.state === 'expected' && cell.signature === null;

/** They came late, which they sign for like the others, and have not yet. */
const cameLate = (cell: Cell | undefined): boolean =>
  cell?.state === 'present' && cell.late !== null && cell.signature === null;

/** Boxes in which nothing stands, and those of whoever came or left at an hour that somebody noted, and has not signed. */
export function unsigned(sheet: Sheet): { empty: number; noted: number } {
  const cells = everybody(sheet).flatMap((person) => (person.gone ? [] : person.cells));
  const left = (cell: Cell): boolean => cell.state === 'present' && cell.left !== null && cell.signature === null;
  return { empty: cells.filter(isOpen).length, noted: cells.filter((cell) => cameLate(cell) || left(cell)).length };
}

/** They are there: by signature, by a trainer's word, or by a correction; a correction may also say that a signature was wrong. */
export const isThere = (cell: Pick<Cell, 'state' | 'signature'>): boolean =>
  cell.state === 'present' || (cell.state === 'expected' && cell.signature !== null);

const NOTHING = { state: 'not_expected', signature: null } as const;

/** The hours of whoever came late or left early, in words. */
export const hoursSaid = ({ late, left }: Pick<Standing, 'late' | 'left'>): string[] => [
  ...(late ? [t('cell-late', { time: hourWords(late) })] : []),
  ...(left ? [t('cell-left', { time: hourWords(left) })] : []),
];

/** Within a sentence. */
const small = (word: string): string => word.slice(0, 1).toLocaleLowerCase() + word.slice(1);

/** How a box of a closed sheet stands, in words, whether it was signed or not; where nobody had, nothing was said. */
export const standingWords = ({ state, ...hours }: Standing): string =>
  [
    small(t(state === 'expected' ? 'cell-was-nothing' : state === 'present' ? 'cell-there' : `cell-${state}`)),
    ...hoursSaid(hours),
  ].join(', ');

/** The half that the laptop goes round for, in words. */
export const halfSaid = ({ date, half }: Pick<Handover, 'date' | 'half'>): string =>
  t('pad-when', {
    day: capital(dayWords(date)),
    half: t(`half-${half.code}`).toLocaleLowerCase(),
    hours: spanWords(half),
  });

/** The next half that somebody has still to sign: a sheet is closed when there is none. */
export function nextHalf(sheet: Sheet, now: HalfCode | null): HalfCode | null {
  const { halves } = sheet.session;
  const after = halves.slice(halves.findIndex(({ code }) => code === now) + 1);
  return after.find(({ code }) => waiting(sheet, code).length > 0)?.code ?? null;
}

/** Who has still to sign this half, in the order of the sheet. */
export const waiting = (sheet: Sheet, half: HalfCode): SheetPerson[] =>
  everybody(sheet).filter((person) => {
    const cell = cellOf(person, half);
    return !person.gone && (isOpen(cell) || cameLate(cell));
  });

/** How many are there for each half, signed or ticked. */
export const thereOf = (sheet: Sheet): Partial<Record<HalfCode, number>> =>
  Object.fromEntries(
    sheet.session.halves.map(({ code }) => [
      code,
      everybody(sheet).filter((person) => isThere(cellOf(person, code) ?? NOTHING)).length,
    ]),
  );

/** The halves that no trainer has signed, absent or not: nobody is shown to have been in charge. */
export const unled = (sheet: Sheet): HalfCode[] =>
  sheet.session.halves
    .map(({ code }) => code)
    .filter((code) => !sheet.trainers.some((trainer) => cellOf(trainer, code)?.signature));

/** How many of those who were expected are there; trainers are not counted. */
export function countOf(sheet: Sheet, half: HalfCode): { present: number; expected: number } {
  // Two files that were made one since are two lines of one person.
  const [present, expected] = [new Set<string>(), new Set<string>()];
  for (const person of sheet.people) {
    const cell = cellOf(person, half);
    if (!cell) continue;
    if (isThere(cell)) present.add(person.whose);
    if (cell.state !== 'not_expected') expected.add(person.whose);
  }
  return { present: present.size, expected: expected.size };
}

/** The day it is here. */
export function dayOf(now: Date): Day {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Two digits of each, as hours are kept. */
export function clockOf(now: Date): HourMinute {
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

/**
 * The half that is signed now: the one that goes on, in a break the one before until its middle; of a day to come the first, of one that is
 * over the last.
 */
export function halfAt(session: SessionRow, today: Day, clock: HourMinute): HalfCode | null {
  const { halves } = session;
  if (session.date !== today) return (session.date > today ? halves[0] : halves.at(-1))?.code ?? null;
  const until = (at: number): number => {
    const [end, next] = [minutes(halves[at]!.end), halves[at + 1]];
    return next ? (end + Math.max(end, minutes(next.start))) / 2 : Infinity;
  };
  return halves.find((_, at) => minutes(clock) < until(at))?.code ?? null;
}

/** The half of this moment, where another one is shown on the day itself. */
export function otherDue(session: SessionRow, shown: HalfCode | null, today: Day, clock: HourMinute): HalfCode | null {
  const due = session.date === today ? halfAt(session, today, clock) : null;
  return shown && due !== shown ? due : null;
}

const minutes = (time: HourMinute): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** An hour as people type it: "17:30", "17 h 30", "9h"; null for what is none. */
export function readHour(text: string): HourMinute | null {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})\s*[:hH.]?\s*(\d{2})?\s*$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** Whether somebody may come late or leave then: of the half-day, and with presence left of it. */
export function isWithin(which: 'late' | 'left', hour: HourMinute, start: HourMinute, end: HourMinute): boolean {
  return which === 'late' ? hour >= start && hour < end : hour > start && hour <= end;
}

/** A day as a date field gives it, or as it is typed where there is none ("24/02/2026"); null for what is none. */
export function readDate(text: string): Day | null {
  const [, day, month, year] = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text.trim();
  const made = new Date(`${iso}T12:00:00Z`);
  // Written again, a day that does not exist is another day.
  return !Number.isNaN(made.getTime()) && made.toISOString().slice(0, 10) === iso ? iso : null;
}
