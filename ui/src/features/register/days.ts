// Days as people write and read them. A day has no hour: it is the same everywhere.
import type { Day } from '../../host/codes';
import type { Id, SessionKind } from '../../host/gen';
import { hourWords, language } from '../../texts/index.svelte';

/** "3 mai 2011", "1er mai 2011". */
export function longDay(day: Day): string {
  const locale = language() === 'fr' ? 'fr-FR' : 'en-GB';
  const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const text = written.format(Date.parse(`${day}T00:00:00Z`));
  return language() === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** "03/05/2011", as it is typed; nothing for no day. */
export const typedDay = (day: Day | null): string => (day ? day.split('-').reverse().join('/') : '');

/** The figures of a day in parts: "03052011" and "030511" are typed on a pad of figures, without a slash. */
function parted(text: string): string[] {
  const cut = (...ends: number[]): string[] => ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end));
  if (/^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(text)) return cut(4, 6, 8);
  if (/^\d{8}$/.test(text)) return cut(2, 4, 8);
  if (/^\d{6}$/.test(text)) return cut(2, 4, 6);
  return text.split(/[\s/.-]+/);
}

/**
 * The day somebody typed ("3/5/2011", "03.05.11", "03052011", "2011-05-03"), null for nothing; undefined when it is no day. A year of
 * two figures is the last such year that is not after `latest`.
 */
export function readDay(text: string, latest = new Date().getFullYear()): Day | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  const [, number, word = '', of] = /^(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})$/u.exec(bare) ?? [];
  if (number !== undefined) {
    const month = monthOf(word);
    return month === null ? undefined : readDay(`${number}/${month}/${of}`, latest);
  }
  const parts = parted(bare);
  if (parts.length !== 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  if (parts[0]!.length === 4) parts.reverse();
  const [day = 0, month = 0, last = 0] = parts.map(Number);
  const short = parts[2]!.length <= 2;
  const year = short ? last + 100 * Math.floor((latest - last) / 100) : last;
  // Written again, a day that does not exist is another day; a year below 1000 is none.
  const made = new Date(Date.UTC(year, month - 1, day));
  const whole = year >= 1000 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return whole ? made.toISOString().slice(0, 10) : undefined;
}

const plainly = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
const MONTHS = ['fr', 'en'].map((language) => {
  const { format } = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => plainly(format(Date.UTC(2026, month, 15))));
});

/** The month that a word names, or begins to; null where it is none, or more than one. */
function monthOf(word: string): number | null {
  const wanted = plainly(word);
  const begun = MONTHS.flatMap((names) => names.flatMap((name, at) => (name.startsWith(wanted) ? [at + 1] : [])));
  const exact = MONTHS.flatMap((names) => (names.includes(wanted) ? [names.indexOf(wanted) + 1] : []));
  const found = new Set(exact.length > 0 ? exact : wanted.length >= 3 ? begun : []);
  return found.size === 1 ? [...found][0]! : null;
}

/** "16 h 40": the hour of a moment, in the hour of here. */
export function hourOf(milliseconds: number): string {
  const at = new Date(milliseconds);
  return hourWords(`${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`);
}

type Stay = { kind: SessionKind; date: Day; group: Id | null };

/** The days off that a camp or a shoot may hold: a weekend between two weeks of it. */
const DAYS_OFF = 2;

/** The last day of the camp or the shoot that comes next, or is under way, for the people of these groups. */
export function endOfNextStay(sessions: readonly Stay[], groups: readonly Id[], today: Day): Day | null {
  const [first, ...others] = sessions
    .filter(({ kind, date }) => (kind === 'intensive' || kind === 'shooting') && date >= today)
    .filter(({ group }) => group === null || groups.length === 0 || groups.includes(group))
    .map(({ date }) => date)
    .sort();
  if (first === undefined) return null;
  const goesOn = (from: Day, to: Day): boolean => Date.parse(to) - Date.parse(from) <= (DAYS_OFF + 1) * 86_400_000;
  return others.reduce((last, day) => (goesOn(last, day) ? day : last), first);
}
