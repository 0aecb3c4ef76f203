// Numbers, durations and dates as the shown language writes them. Units come from the catalogues, digits from Intl.
import { language, t } from './words.svelte';

const locale = (): string => (language() === 'fr' ? 'fr-FR' : 'en-GB');

/** 1 234,5 */
export function decimal(value: number, digits = 1): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

/** A short duration in words: "7 s", "4,5 s", "1:34" from one minute. Milliseconds in. */
export function seconds(milliseconds: number): string {
  if (milliseconds >= 60_000) return clock(milliseconds);
  return t('duration-seconds', { seconds: decimal(milliseconds / 1000) });
}

/** A duration as a clock, "1:34" or "1:02:05". Milliseconds in, rounded to the second. */
export function clock(milliseconds: number): string {
  const all = Math.round(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(all / 60) % 60;
  const wholeHours = Math.floor(all / 3600);
  return wholeHours > 0 ? `${wholeHours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

/** A working time: "35 min", "4 h", "4 h 35". Minutes in. */
export function hours(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (whole === 0) return t('duration-minutes', { minutes: rest });
  if (rest === 0) return t('duration-hours', { hours: whole });
  return t('duration-hours-minutes', { hours: whole, minutes: String(rest).padStart(2, '0') });
}

/** "3,4 Mo", "11 Go": binary sizes are not explained to anyone, thousands are. Bytes in. */
export function bytesOf(size: number): string {
  const steps = ['bytes-kilo', 'bytes-mega', 'bytes-giga', 'bytes-tera'] as const;
  let value = size / 1000;
  let step = 0;
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000;
    step += 1;
  }
  const shown = decimal(value, value < 10 ? 1 : 0);
  switch (steps[step]) {
    case 'bytes-mega':
      return t('bytes-mega', { size: shown });
    case 'bytes-giga':
      return t('bytes-giga', { size: shown });
    case 'bytes-tera':
      return t('bytes-tera', { size: shown });
    default:
      return t('bytes-kilo', { size: shown });
  }
}

/** "lundi 23 novembre": a day, without its hour. Milliseconds since 1970 in. */
export function day(milliseconds: number): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(milliseconds);
}

/** "l", "m", "m": a day by its letter. Milliseconds since 1970 in. */
export function weekday(milliseconds: number): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'narrow' }).format(milliseconds).toLocaleLowerCase(locale());
}

/** "lundi 23 novembre, 17 h 30": a moment, as people say it. Milliseconds since 1970 in. */
export function moment(milliseconds: number): string {
  const date = new Date(milliseconds);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return t('moment', { day: day(milliseconds), hours: String(date.getHours()), minutes });
}
