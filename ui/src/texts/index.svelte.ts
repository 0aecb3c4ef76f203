// What the rest of the interface imports: words and figures in the language shown.
export { brief } from './bidi';
export {
  capital,
  dateWords,
  dayWithYear,
  dayWithin,
  dayWords,
  hoursWords,
  hourWords,
  monthWords,
  spanWords,
  weekdayWord,
} from './days';
export { bytesOf, clock, day, decimal, hours, moment, seconds, weekday } from './figures.svelte';
export {
  buildBundle,
  direction,
  hasText,
  language,
  setLanguage,
  setOwnWords,
  t,
  usual,
  type Arguments,
  type Language,
} from './words.svelte';
