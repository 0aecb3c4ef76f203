// Days as people write and read them. A day has no hour: it is the same everywhere.
import type { Day } from '../../host/codes';
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

/** The day somebody typed ("3/5/2011", "03.05.2011", "2011-05-03"), null for nothing; undefined when it is no day. */
export function readDay(text: string): Day | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  const parts = bare.split(/[\s/.-]+/).map(Number);
  const [first = 0, month = 0, last = 0] = parts;
  if (parts.length !== 3 || parts.some((part) => !Number.isInteger(part))) return undefined;
  const [year, day] = first > 31 ? [first, last] : [last, first];
  // Written again, a day that does not exist is another day.
  const made = new Date(Date.UTC(year, month - 1, day));
  const whole = year >= 1900 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return whole ? made.toISOString().slice(0, 10) : undefined;
}

/** "16 h 40": the hour of a moment, in the hour of here. */
export function hourOf(milliseconds: number): string {
  const at = new Date(milliseconds);
  return hourWords(`${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`);
}
