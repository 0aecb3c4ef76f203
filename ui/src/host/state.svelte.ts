import type { Failure, FailureCode } from './errors';

/** The link to the core: `lost` only happens in a browser, when the serving process stopped or the cable was pulled. */
export const connection = $state<{ state: 'connecting' | 'open' | 'lost' | 'refused' }>({ state: 'connecting' });

/**
 * What the bar says about the last edits: how many wait for their durable commit, the last that failed, and why strokes or
 * texts that are on the screen are held back from the file, while they are.
 */
export const saving = $state<{
  pending: number;
  failure: Failure | null;
  held: { strokes: FailureCode | null; texts: FailureCode | null };
}>({ pending: 0, failure: null, held: { strokes: null, texts: null } });

// Goes up each time another file is opened.
let file = 0;

/** Forgets the last failure, once it was read. What is held back stays so. */
export function clearFailure(): void {
  saving.failure = null;
}

/** Another file is opened: the failures of the one before are not its own. */
export function leaveFile(): void {
  file += 1;
  clearFailure();
}

/** Values that were not taken are told where they were typed: nothing that was kept is at risk. */
const told: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'birth_impossible',
  'day_past',
  'name_missing',
  'reason_missing',
  'sheet_signed',
  'sheet_unsigned',
  'sheet_marked',
  'hours_outside',
  'name_taken',
  'social_security',
  'cancelled',
  'text_too_long',
  'sheet_closed',
  'sheet_over',
  'signature_damaged',
  'signature_empty',
  'signature_too_long',
  'correction_same',
  'nobody_to_sign',
  'picture_type',
  'picture_unreadable',
  'picture_too_large',
  'pdf_unreadable',
  'pdf_too_long',
  'file_missing',
  'file_unreadable',
]);

/** Says how an edit that leaves now ended; of one whose file was left meanwhile nothing is said. */
export function followEdit(): (failure: Failure | null) => void {
  const left = file;
  return (failure) => {
    if (left === file && !(failure && told.has(failure.code))) saving.failure = failure;
  };
}

/** Says why strokes or texts wait; null when none does. */
export function holdBack(what: 'strokes' | 'texts', code: FailureCode | null): void {
  if (saving.held[what] !== code) saving.held[what] = code;
}
