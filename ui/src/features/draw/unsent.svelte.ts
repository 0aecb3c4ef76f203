// The one outbox of strokes: what waits for the core, and what the banner says about it.
import { asFailure, call, type FailureCode } from '../../host';
import { Outbox, type Parcel, type Verdict } from '../../ink';

export const unsent = $state<{ waiting: number; code: FailureCode | null; refused: boolean }>({
  waiting: 0,
  code: null,
  refused: false,
});

/** Errors that the same edit will meet again however often it is sent. */
const FINAL: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'invalid_request',
  'unknown_command',
  'forbidden',
  'not_found',
]);

const landing = new Set<(parcel: Parcel) => void>();

export const outbox = new Outbox({
  send: (name, request) => call(name, request),
  judge(error, parcel): Verdict {
    const { code } = asFailure(error);
    // What is to be erased is gone already: nothing is left to do.
    if (code === 'not_found' && parcel.name !== 'add_stroke') return 'done';
    return FINAL.has(code) ? 'refused' : 'wait';
  },
  changed(waiting, trouble) {
    unsent.waiting = waiting;
    unsent.code = trouble ? asFailure(trouble.error).code : null;
    unsent.refused = trouble?.verdict === 'refused';
  },
  landed(parcel) {
    for (const told of landing) told(parcel);
  },
});

/** Hears which edits became durable until the returned function is called. */
export function onLanded(told: (parcel: Parcel) => void): () => void {
  landing.add(told);
  return () => landing.delete(told);
}

if (typeof window !== 'undefined') window.addEventListener('online', () => outbox.retry());
