// One drawing while it is open: its strokes (framework-free, never in $state) and its marks (few, in $state).
import { asFailure, bytes, call, listen, type FailureCode } from '../../host';
import type { DrawingView, Event, Id, Mark } from '../../host/gen';
import { Drawn, readPack, Sheet, type Easel } from '../../ink';
import { recoverTexts } from '../../rows';
import { onLanded, outbox } from './unsent.svelte';

const readInk = async (drawing: Id): Promise<Map<Id, Uint8Array>> => readPack(await bytes(`ink/${drawing}`));

async function readDrawing(drawing: Id): Promise<[DrawingView, Map<Id, Uint8Array>]> {
  return Promise.all([call('get_drawing', { drawing }), readInk(drawing)]);
}

/** What another drawing holds, to be seen through the paper. */
export async function readThrough(drawing: Id): Promise<{ strokes: Drawn[]; marks: Mark[]; picture: string | null }> {
  const [view, pack] = await readDrawing(drawing);
  const strokes: Drawn[] = [];
  for (const { id, order, face, cuts, layer } of view.strokes) {
    const ink = pack.get(id);
    if (ink) strokes.push(Drawn.fromBytes(id, ink, order, face, cuts, layer));
  }
  const marks = view.marks.filter((mark) => mark.life === 'live');
  return { strokes, marks, picture: view.drawing.picture };
}

export class Page {
  readonly drawing: Id;
  readonly sheet: Sheet;
  marks: Mark[] = $state.raw([]);
  ready = $state(false);
  failure: FailureCode | null = $state(null);
  #stops: (() => void)[];
  // Events that came during the latest reading; null once it is filled.
  #early: Event[] | null = [];
  #gone = false;

  constructor(drawing: Id, easel: Easel) {
    this.drawing = drawing;
    this.sheet = new Sheet(drawing, outbox, readInk, easel);
    easel.open(this.sheet);
    this.#stops = [listen((event) => this.#receive(event)), onLanded((parcel) => this.sheet.landed(parcel))];
    void this.load();
  }

  async load(): Promise<void> {
    this.failure = null;
    const early: Event[] = [];
    this.#early = early;
    // Of two readings under way the later one holds all that the earlier one would bring.
    const isLatest = () => !this.#gone && this.#early === early;
    try {
      const [view, pack] = await readDrawing(this.drawing);
      if (!isLatest()) return;
      this.sheet.fill(view, pack);
      this.marks = view.marks.filter((mark) => mark.life === 'live');
      this.ready = true;
      recoverTexts(new Set(this.marks.map((mark) => mark.id)));
    } catch (cause) {
      if (!isLatest()) return;
      this.failure = asFailure(cause).code;
    }
    this.#early = null;
    for (const event of early) this.#receive(event);
  }

  dispose(): void {
    this.#gone = true;
    for (const stop of this.#stops) stop();
  }

  #receive(event: Event): void {
    if (event.type === 'session') return void this.load();
    if (event.type !== 'changes') return;
    if (this.#early) {
      this.#early.push(event);
      return;
    }
    this.sheet.receive(event.changes);
    const { marks, deleted } = event.changes;
    const own = marks.filter((mark) => mark.drawing === this.drawing);
    const touched = new Set([...own.map((mark) => mark.id), ...deleted]);
    if (own.length === 0 && !this.marks.some((mark) => touched.has(mark.id))) return;
    const kept = this.marks.filter((mark) => !touched.has(mark.id));
    this.marks = [...kept, ...own.filter((mark) => mark.life === 'live')].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
