// Days and hours that have no place on the clock of this computer: "2026-02-24", "09:30", as the shown language says them.
import type { Day, HourMinute } from '../host/codes';
import type { Half } from '../host/gen';
import { day } from './figures.svelte';
import { language, t } from './words.svelte';

/** The middle of a day, here: so that no time zone makes it the one before. Milliseconds since 1970. */
function noon(of: Day): number {
  const [year = 1970, month = 1, date = 1] = of.split('-').map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}

const inParts = (of: Day, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', parts).format(noon(of));

/** A text that begins a line: "Mardi 24 février". */
export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase(language()) + text.slice(1);

/** "mardi 24 février". */
export const dayWords = (of: Day): string => day(noon(of));

/** "mardi 24 février 2026". */
export const dayWithYear = (of: Day): string =>
  inParts(of, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** The same, with its year where it is not this one. */
export const dayWithin = (of: Day, now = new Date()): string =>
  of.startsWith(`${now.getFullYear()}-`) ? dayWords(of) : dayWithYear(of);

/** "mardi". */
export const weekdayWord = (of: Day): string => inParts(of, { weekday: 'long' });

/** "24 février". */
export const dateWords = (of: Day): string => inParts(of, { day: 'numeric', month: 'long' });

/** "février 2026". */
export const monthWords = (of: Day): string => inParts(of, { month: 'long', year: 'numeric' });

/** "9 h 30", "20 h". */
export function hourWords(time: HourMinute): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  const values = { hours: String(Number(hours)), minutes };
  return minutes === '00' ? t('hour-plain', values) : t('hour-minutes', values);
}

/** "9 h 30 à 12 h 30": from when to when. */
export const spanWords = ({ start, end }: Pick<Half, 'start' | 'end'>): string =>
  t('hour-span', { start: hourWords(start), end: hourWords(end) });

/** The hours of a whole session: each half its own, or one span where nothing lies between them. */
export const hoursWords = (halves: readonly Half[]): string => halves.map(spanWords).join(', ');
