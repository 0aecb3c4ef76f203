// The one outbox of strokes: what waits for the core, and what the banner says about it.
import { asFailure, call, holdBack, type FailureCode } from '../../host';
import type { AddMark, Id, Mark } from '../../host/gen';
import { session } from '../../host/session.svelte';
import { Outbox, type Parcel, type Verdict } from '../../ink';
import { tellEdit } from '../../rows';

export const unsent = $state<{ waiting: number; code: FailureCode | null; refused: boolean }>({
  waiting: 0,
  code: null,
  refused: false,
});

let marks: readonly Parcel<'add_mark'>[] = $state.raw([]);

/** Arrows and texts of a drawing that the core does not have yet, as their rows will be. */
export const unsentMarks = (drawing: Id): Mark[] =>
  marks.filter((parcel) => parcel.drawing === drawing).map(({ key, request }) => rowOf(key, request));

function rowOf(id: Id, { face = null, x1 = 0, y1 = 0, bend = 0, text = '', ...rest }: AddMark): Mark {
  return { ...rest, id, face, x1, y1, bend, text, life: 'live' };
}

/** Errors that the same edit will meet again however often it is sent. */
const FINAL: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'invalid_request',
  'unknown_command',
  'forbidden',
  'not_found',
]);

const landing = new Set<(parcel: Parcel, reply: unknown) => void>();

/**
 * Adds a mark whose first answer was lost. A mark gets its id from the core, so what may have arrived is recognised by
 * its place; a text that went on being written since then is completed.
 */
async function addMarkOnce(request: AddMark): Promise<{ id: Id }> {
  const { marks } = await call('get_drawing', { drawing: request.drawing });
  const wanted = rowOf('', request);
  const place = PLACE[request.kind];
  const there = marks.find((mark) => place.every((field) => mark[field] === wanted[field]));
  if (!there) return call('add_mark', request);
  if (there.text !== wanted.text) {
    const { face = null, gesture } = request;
    const written = { entity: there.id, field: 'text', seen: there.text, text: wanted.text, face };
    await call('splice_text', gesture === undefined ? written : { ...written, gesture });
  }
  return { id: there.id };
}
const PLACE = {
  arrow: ['kind', 'x0', 'y0', 'x1', 'y1', 'bend', 'colour', 'size'],
  text: ['kind', 'x0', 'y0', 'colour', 'size'],
} as const;

export const outbox: Outbox = new Outbox({
  send: (name, request, again) =>
    name === 'add_mark' && again ? addMarkOnce(request as AddMark) : call(name, request),
  judge(error, parcel): Verdict {
    const { code } = asFailure(error);
    // What is to be erased is gone already: nothing is left to do.
    const erasing = parcel.name === 'erase_strokes' || parcel.name === 'cut_strokes';
    if (code === 'not_found' && erasing) return 'done';
    return FINAL.has(code) ? 'refused' : 'wait';
  },
  changed(waiting, trouble) {
    if (waiting > unsent.waiting) tellEdit();
    unsent.waiting = waiting;
    const adding = outbox.waiting.filter((parcel) => parcel.name === 'add_mark');
    if (adding.length > 0 || marks.length > 0) marks = adding as Parcel<'add_mark'>[];
    unsent.code = trouble ? asFailure(trouble.error).code : null;
    unsent.refused = trouble?.verdict === 'refused';
    holdBack('strokes', unsent.code);
  },
  landed(parcel, reply) {
    for (const told of landing) told(parcel, reply);
  },
});

session.onLeft(() => outbox.setAside());

/** Hears which edits became durable until the returned function is called. */
export function onLanded(told: (parcel: Parcel, reply: unknown) => void): () => void {
  landing.add(told);
  return () => landing.delete(told);
}

if (typeof window !== 'undefined') window.addEventListener('online', () => outbox.retry());
