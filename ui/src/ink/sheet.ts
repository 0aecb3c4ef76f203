/**
 * The strokes of one drawing as the screen has them: the core's rows, plus what was done here and is on its way.
 *
 * What a hand does shows at once and never flickers: a stroke keeps the id it was made with, an erased one stays away
 * while its erasing is under way, and rows coming from the core only change what differs.
 */
import type { Changes, DrawingView, Id, Stroke } from '../host/gen';
import { encodeInk, fromBase64, InkError, newId, toBase64, type Ink } from './codec';
import { sameCuts, unite } from './cuts';
import type { Erasing } from './eraser';
import { Grid } from './grid';
import { Joins } from './joins';
import type { Outbox, Parcel } from './outbox';
import { Drawn, type Box } from './stroke';

/** What a sheet tells the one who paints it. */
export interface SheetEyes {
  /** Everything may have changed. */
  reset(): void;
  added(stroke: Drawn): void;
  removed(stroke: Drawn): void;
  /** Its shape or order changed; `where` when it only changed there. */
  changed(stroke: Drawn, where?: Box): void;
}

/** Above every order the core has given: a stroke not yet answered for was made last. */
const UNANSWERED = 2 ** 40;

export class Sheet {
  readonly drawing: Id;
  readonly strokes = new Map<Id, Drawn>();
  #outbox: Outbox;
  #readPack: (drawing: Id) => Promise<Map<Id, Uint8Array>>;
  #eyes: SheetEyes;
  #rows = new Map<Id, Stroke>();
  // Taken away here; the core does not know yet.
  #going = new Map<Id, number>();
  #cutting = new Map<Id, [number, number][][]>();
  // Inks seen before: a finished stroke never changes, so undo and redo bring it back without asking for its bytes.
  #inks = new Map<Id, Ink>();
  #made = 0;
  #grid: Grid | null = null;
  #joins: Joins | null = null;
  #fetching: Promise<void> | null = null;
  #missing = false;

  constructor(drawing: Id, outbox: Outbox, readPack: (drawing: Id) => Promise<Map<Id, Uint8Array>>, eyes: SheetEyes) {
    this.drawing = drawing;
    this.#outbox = outbox;
    this.#readPack = readPack;
    this.#eyes = eyes;
  }

  /** Fills the sheet from the core, and adds what an earlier window could not send. */
  fill(view: DrawingView, pack: Map<Id, Uint8Array>): void {
    this.strokes.clear();
    this.#rows.clear();
    for (const row of view.strokes) {
      this.#rows.set(row.id, row);
      const stroke = this.#fromRow(row, pack.get(row.id));
      if (stroke) this.strokes.set(row.id, stroke);
    }
    this.#grid = null;
    this.#joins = null;
    this.#outbox.recover(new Set([this.drawing]));
    for (const parcel of this.#outbox.waiting) if (parcel.drawing === this.drawing) this.#replay(parcel);
    this.#eyes.reset();
  }

  get grid(): Grid {
    if (!this.#grid) {
      this.#grid = new Grid();
      for (const stroke of this.strokes.values()) this.#grid.add(stroke);
    }
    return this.#grid;
  }

  /** The strokes of one pen-down: whoever erases one of them whole means them all. */
  joined(stroke: Drawn): Drawn[] {
    if (!this.#joins) {
      this.#joins = new Joins();
      for (const one of this.strokes.values()) this.#joins.add(one);
    }
    return this.#joins.of(stroke);
  }

  /** Keeps a finished stroke: on the screen now, in the workspace as soon as the core has it. */
  draw(ink: Ink, face: Id | null, gesture: string): Drawn {
    const stroke = new Drawn(newId(), ink, this.#nextOrder(), face);
    this.#place(stroke);
    this.#outbox.push('add_stroke', this.drawing, {
      drawing: this.drawing,
      id: stroke.id,
      ink: toBase64(encodeInk(ink)),
      layer: stroke.layer,
      face,
      gesture,
    });
    return stroke;
  }

  /** Shows what the eraser takes while it is still on the paper; `erase` makes it so. */
  hide(stroke: Drawn): void {
    this.#take(stroke.id);
  }

  showCut(stroke: Drawn, cuts: readonly [number, number][], where: Box = stroke.box): void {
    stroke.cuts = unite([...this.#cutsOf(stroke.id), ...cuts]);
    // What joins two points goes with either of them, and the new ends are round.
    const reach = stroke.ink.size + stroke.gap * 2;
    const { left, top, right, bottom } = where;
    this.#eyes.changed(stroke, { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach });
  }

  /** One pass of the eraser, finished. */
  erase(erasing: Erasing, face: Id | null, gesture: string): void {
    const drawing = this.drawing;
    const cuts = [...erasing.ranges].flatMap(([stroke, ranges]) => ranges.map(([from, to]) => ({ stroke, from, to })));
    if (cuts.length > 0) {
      for (const [id, ranges] of erasing.ranges) this.#pend(id, ranges);
      this.#outbox.push('cut_strokes', drawing, { drawing, cuts, face, gesture });
    }
    const strokes = [...erasing.gone];
    if (strokes.length === 0) return;
    for (const id of strokes) this.#going.set(id, (this.#going.get(id) ?? 0) + 1);
    for (const id of strokes) this.#take(id);
    this.#outbox.push('erase_strokes', drawing, { drawing, strokes, face, gesture });
  }

  /** The core answered a parcel: its rows are the truth again. */
  landed(parcel: Parcel): void {
    if (parcel.drawing !== this.drawing) return;
    if (parcel.name === 'erase_strokes') {
      for (const id of (parcel as Parcel<'erase_strokes'>).request.strokes) {
        const left = (this.#going.get(id) ?? 1) - 1;
        if (left > 0) this.#going.set(id, left);
        else this.#going.delete(id);
      }
    }
    if (parcel.name === 'cut_strokes') {
      for (const id of new Set((parcel as Parcel<'cut_strokes'>).request.cuts.map((cut) => cut.stroke))) {
        this.#cutting.get(id)?.shift();
        this.#settleCuts(id);
      }
    }
  }

  /** What was given up leaves the screen; what erasing was given up comes back. */
  async giveUp(): Promise<void> {
    this.#going.clear();
    this.#cutting.clear();
    for (const [id, stroke] of this.strokes) if (!this.#rows.has(id)) this.#drop(stroke);
    await this.#refresh();
  }

  /** Rows that changed, whoever changed them. */
  receive(changes: Pick<Changes, 'strokes' | 'deleted'>): void {
    for (const id of changes.deleted) {
      if (!this.#rows.delete(id)) continue;
      this.#take(id);
    }
    for (const row of changes.strokes) if (row.drawing === this.drawing) this.#upsert(row);
    if (this.#missing) void this.#refresh();
  }

  #upsert(row: Stroke): void {
    this.#rows.set(row.id, row);
    if (this.#going.has(row.id)) return;
    const stroke = this.strokes.get(row.id);
    if (!stroke) {
      const back = this.#fromRow(row, undefined);
      if (back) this.#place(back);
      else this.#missing = true;
      return;
    }
    if (stroke.face !== row.face) {
      this.#joins?.remove(stroke);
      stroke.face = row.face;
      this.#joins?.add(stroke);
    }
    const before = stroke.order;
    stroke.order = row.order;
    // A stroke that gets its number keeps its place as long as those not yet answered are above it.
    if (before < UNANSWERED && before !== row.order) this.#eyes.changed(stroke);
    this.#settleCuts(row.id);
  }

  #settleCuts(id: Id): void {
    const stroke = this.strokes.get(id);
    if (!stroke) return;
    const cuts = this.#cutsOf(id);
    if (sameCuts(cuts, unite(stroke.cuts))) return;
    if (stroke.cuts.length === 0 && cuts.length === 0) return;
    stroke.cuts = cuts;
    this.#eyes.changed(stroke);
  }

  /** The core's cuts and those on their way, united. */
  #cutsOf(id: Id): [number, number][] {
    return unite([...(this.#rows.get(id)?.cuts ?? []), ...(this.#cutting.get(id) ?? []).flat()]);
  }

  #pend(id: Id, ranges: [number, number][]): void {
    const pending = this.#cutting.get(id);
    if (pending) pending.push(ranges);
    else this.#cutting.set(id, [ranges]);
  }

  #fromRow(row: Stroke, bytes: Uint8Array | undefined): Drawn | null {
    if (this.#going.has(row.id)) return null;
    const cuts = this.#cutsOf(row.id);
    const known = this.#inks.get(row.id);
    if (known) return new Drawn(row.id, known, row.order, row.face, cuts, row.layer);
    if (!bytes) return null;
    try {
      const stroke = Drawn.fromBytes(row.id, bytes, row.order, row.face, cuts, row.layer);
      return stroke;
    } catch (error) {
      // Ink of a newer format: it is kept in the workspace and not shown here.
      if (error instanceof InkError) return null;
      throw error;
    }
  }

  #replay(parcel: Parcel): void {
    if (parcel.name === 'add_stroke') {
      const { id, ink, face } = (parcel as Parcel<'add_stroke'>).request;
      if (!id || this.strokes.has(id) || this.#going.has(id)) return;
      const stroke = Drawn.fromBytes(id, fromBase64(ink), this.#nextOrder(), face ?? null, []);
      this.strokes.set(id, stroke);
    } else if (parcel.name === 'erase_strokes') {
      for (const id of (parcel as Parcel<'erase_strokes'>).request.strokes) {
        if (!this.#going.has(id)) this.#going.set(id, 1);
        this.strokes.delete(id);
      }
    } else if (parcel.name === 'cut_strokes') {
      for (const { stroke: id, from, to } of (parcel as Parcel<'cut_strokes'>).request.cuts) {
        if (!this.#cutting.has(id)) this.#pend(id, [[from, to]]);
        else this.#cutting.get(id)?.[0]?.push([from, to]);
        const stroke = this.strokes.get(id);
        if (stroke) stroke.cuts = this.#cutsOf(id);
      }
    }
  }

  // Someone else drew: the bytes of the whole drawing are read once for however many strokes are missing.
  async #refresh(): Promise<void> {
    this.#missing = false;
    if (this.#fetching) {
      this.#missing = true;
      return;
    }
    this.#fetching = this.#readPack(this.drawing)
      .then((pack) => {
        for (const row of this.#rows.values()) {
          if (this.strokes.has(row.id)) continue;
          const stroke = this.#fromRow(row, pack.get(row.id));
          if (stroke) this.#place(stroke);
        }
      })
      .catch(() => undefined)
      .finally(() => (this.#fetching = null));
    await this.#fetching;
    if (this.#missing) await this.#refresh();
  }

  #nextOrder(): number {
    this.#made += 1;
    return UNANSWERED + this.#made;
  }

  #place(stroke: Drawn): void {
    this.strokes.set(stroke.id, stroke);
    this.#grid?.add(stroke);
    this.#joins?.add(stroke);
    this.#eyes.added(stroke);
  }

  #take(id: Id): void {
    const stroke = this.strokes.get(id);
    if (stroke) this.#drop(stroke);
  }

  #drop(stroke: Drawn): void {
    this.#inks.set(stroke.id, stroke.ink);
    this.strokes.delete(stroke.id);
    this.#grid?.remove(stroke);
    this.#joins?.remove(stroke);
    this.#eyes.removed(stroke);
  }
}
