// A session while it is written: what the dialog's fields hold, and what of it leaves as edits.
import { call } from '../../host';
import type { Day, HourMinute } from '../../host/codes';
import type { GroupRow, HalfCode, Id, PlaceRow, SessionKind, SessionRow } from '../../host/gen';
import { calendar } from '../../rows';
import { t } from '../../texts/index.svelte';
import { HALVES, readDate, readHour } from './sheet';

export interface HalfDraft {
  code: HalfCode;
  on: boolean;
  start: HourMinute;
  end: HourMinute;
}

/** The hours that are offered where no session says others. */
const USUAL: Record<HalfCode, [HourMinute, HourMinute]> = {
  morning: ['09:30', '12:30'],
  afternoon: ['13:30', '16:30'],
  evening: ['17:30', '20:00'],
};

/** `NEW` in place of an id: it is made when the session is kept. */
export const NEW = 'new';

export class SessionDraft {
  title = $state('');
  kind: SessionKind = $state('workshop');
  date = $state('');
  halves: HalfDraft[] = $state([]);
  place = $state('');
  newPlace = $state({ name: '', address: '', capacity: '' });
  /** The chosen place is itself changed, with the session. */
  mending = $state(false);
  group = $state('');
  newGroup = $state('');
  /** The chosen group gets another name, with the session. */
  renaming = $state(false);
  films: Id[] = $state([]);
  /** Put on the sheet of a new session at once. */
  trainers: Id[] = $state([]);
  /** How many are noted to be there for each half-day of a session that is changed. */
  there: Partial<Record<HalfCode, number>> = $state.raw({});
  #session: SessionRow | null;
  #before: Id[] | null = null;

  /** Of a session that is changed, or a new one like the last one was: the next is most often its twin. */
  constructor(session: SessionRow | null) {
    this.#session = session;
    const { now } = calendar;
    const like = session ?? calendar.session(this.like ?? '');
    this.title = session?.title ?? '';
    this.kind = like?.kind ?? 'workshop';
    this.date = session?.date ?? now?.today ?? '';
    this.place = like?.place ?? '';
    this.group = like?.group ?? '';
    this.films = [...(session?.films ?? [])];
    this.halves = HALVES.map((code) => {
      const half = like?.halves.find((one) => one.code === code);
      const [start, end] = USUAL[code];
      return {
        code,
        on: like ? half !== undefined : code === 'evening',
        start: half?.start ?? start,
        end: half?.end ?? end,
      };
    });
  }

  /** The session a new one is made like: its trainers are the likely ones. */
  get like(): Id | null {
    const { now } = calendar;
    const last = now?.sessions.find(({ date }) => date <= now.today) ?? now?.sessions[0];
    return this.#session ? null : (last?.id ?? null);
  }

  /** Another group than before: its people come on the sheet. */
  get groupChanged(): boolean {
    return this.#session !== null && this.group !== '' && this.group !== this.#session.group;
  }

  /** Half-days whose hours are changed though so many are noted for those of before. */
  get promised(): { code: HalfCode; count: number }[] {
    return this.halves.flatMap(({ code, on, start, end }) => {
      const was = this.#session?.halves.find((one) => one.code === code);
      const count = this.there[code] ?? 0;
      const same = readHour(start) === was?.start && readHour(end) === was?.end;
      return was && on && count > 0 && !same ? [{ code, count }] : [];
    });
  }

  get day(): Day | null {
    return readDate(this.date);
  }

  choosePlace(place: string): void {
    this.place = place;
    this.mending = false;
    this.newPlace = { name: '', address: '', capacity: '' };
  }

  /** Shows the fields of the chosen place. */
  mendPlace(): void {
    const place = calendar.place(this.place);
    if (!place) return;
    this.newPlace = { name: place.name, address: place.address, capacity: String(place.capacity ?? '') };
    this.mending = true;
  }

  chooseGroup(group: string): void {
    this.group = group;
    [this.renaming, this.newGroup] = [false, ''];
  }

  /** Shows the name of the chosen group. */
  renameGroup(): void {
    const group = calendar.now?.groups.find(({ id }) => id === this.group);
    if (group) [this.renaming, this.newGroup] = [true, group.name];
  }

  /** Deletes the chosen group at once, for everyone; rejects with the core's refusal. */
  async dropGroup(): Promise<void> {
    await call('delete_group', { group: this.group });
    this.chooseGroup('');
    await calendar.load();
    // The session has none by now: nothing of it is left to be sent.
    if (this.#session) this.#session = calendar.session(this.#session.id) ?? this.#session;
  }

  /** What is missing or cannot be, by field. */
  get problems(): { date?: string; halves?: string; place?: string; capacity?: string; group?: string } {
    const on = this.halves.filter((half) => half.on);
    const unread = on.find(({ start, end }) => !readHour(start) || !readHour(end));
    // "Morning until three" and "afternoon from half past one" would count an hour twice.
    const overlaps = on.some(
      ({ end }, at) => at + 1 < on.length && (readHour(end) ?? '') > (readHour(on[at + 1]!.start) ?? ''),
    );
    const wrong = on.some(({ start, end }) => (readHour(start) ?? '') >= (readHour(end) ?? ''));
    const seats = this.newPlace.capacity.trim();
    return {
      ...(this.day ? {} : { date: t('session-date-wrong') }),
      ...(on.length === 0
        ? { halves: t('session-halves-none') }
        : unread
          ? { halves: t('hour-wrong') }
          : wrong
            ? { halves: t('session-halves-wrong') }
            : overlaps
              ? { halves: t('session-halves-overlap') }
              : {}),
      ...((this.place === NEW || this.mending) && seats !== '' && !/^[1-9]\d{0,4}$/.test(seats)
        ? { capacity: t('session-capacity-wrong') }
        : {}),
      ...((this.place === NEW || this.mending) && this.newPlace.name.trim() === ''
        ? { place: t('session-place-missing') }
        : {}),
      ...((this.group === NEW || this.renaming) && this.newGroup.trim() === ''
        ? { group: t('session-group-missing') }
        : {}),
    };
  }

  /** Makes the session or sends what changed in it; rejects with the core's refusal. */
  async keep(): Promise<Id> {
    const values = {
      title: this.title.trim() || t(`session-kind-${this.kind}`),
      kind: this.kind,
      date: this.day ?? '',
      halves: this.halves
        .filter((half) => half.on)
        .map(({ code, start, end }) => ({ code, start: readHour(start) ?? start, end: readHour(end) ?? end })),
      place: await this.#place(),
      group: await this.#group(),
      films: [...this.films],
    };
    const before = this.#session;
    if (!before) return (await call('add_session', { ...values, trainers: [...this.trainers] })).id;
    const changed = Object.entries(values).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof SessionRow]),
    );
    const [on, off] = this.#changedTrainers();
    // All of it or none: whoever has signed is not taken off, and then nothing else is changed either.
    if (changed.length + on.length + off.length > 0)
      await call('set_session', {
        session: before.id,
        values: Object.fromEntries(changed),
        ...(on.length > 0 ? { trainers_on: on } : {}),
        ...(off.length > 0 ? { trainers_off: off } : {}),
      });
    return before.id;
  }

  /** The session that is changed; null for a new one. */
  get changed(): Id | null {
    return this.#session?.id ?? null;
  }

  /** The trainers on its sheet, as they were read. */
  found(trainers: readonly Id[]): void {
    [this.#before, this.trainers] = [[...trainers], [...trainers]];
  }

  /** Who comes onto its sheet, and who goes. */
  #changedTrainers(): [Id[], Id[]] {
    const before = this.#before;
    if (!before) return [[], []];
    const missing = (from: readonly Id[], among: readonly Id[]): Id[] => from.filter((id) => !among.includes(id));
    return [missing(this.trainers, before), missing(before, this.trainers)];
  }

  // What was made stays chosen: should the session itself be refused, it is not made twice.
  async #place(): Promise<PlaceRow['id'] | null> {
    const seats = Number.parseInt(this.newPlace.capacity, 10);
    const wanted = {
      name: this.newPlace.name.trim(),
      address: this.newPlace.address.trim(),
      capacity: seats > 0 ? seats : null,
    };
    if (this.place === NEW) return (this.place = (await call('add_place', wanted)).id);
    const before = this.mending ? calendar.place(this.place) : null;
    for (const field of ['name', 'address', 'capacity'] as const) {
      if (before && before[field] !== wanted[field])
        await call('set_place', { place: before.id, field, value: wanted[field] });
    }
    return this.place || null;
  }

  async #group(): Promise<GroupRow['id'] | null> {
    const name = this.newGroup.trim();
    if (this.group === NEW) return (this.group = (await call('add_group', { name })).id);
    const before = this.renaming ? calendar.now?.groups.find(({ id }) => id === this.group) : null;
    if (before && before.name !== name) await call('set_group', { group: before.id, field: 'name', value: name });
    return this.group || null;
  }
}
