// The sessions of the season, their places and their groups, as everybody may know them: no person is in here. Read once, then
// read again when the core says that something changed.

import { call, listen } from '../host';
import type { Calendar, Event, GroupRow, Id, PlaceRow, SessionRow } from '../host/gen';

const byStart = (a: SessionRow, b: SessionRow): number =>
  (a.halves[0]?.start ?? '').localeCompare(b.halves[0]?.start ?? '') || a.title.localeCompare(b.title);

class CalendarRows {
  /** Null until the core has answered. */
  now: Calendar | null = $state.raw(null);
  #stop: (() => void) | null = null;
  #reading = 0;

  /** Today's, the first to begin first. */
  get today(): SessionRow[] {
    const { now } = this;
    return now ? now.sessions.filter(({ date }) => date === now.today).sort(byStart) : [];
  }

  /** The first one after today. */
  get next(): SessionRow | null {
    const { now } = this;
    const later = now?.sessions.filter(({ date }) => date > now.today) ?? [];
    return later.sort((a, b) => a.date.localeCompare(b.date) || byStart(a, b))[0] ?? null;
  }

  session(id: Id): SessionRow | null {
    return this.now?.sessions.find((session) => session.id === id) ?? null;
  }

  place(id: Id | null): PlaceRow | null {
    return this.now?.places.find((place) => place.id === id) ?? null;
  }

  group(id: Id | null): GroupRow | null {
    return this.now?.groups.find((group) => group.id === id) ?? null;
  }

  /** Reads the calendar and follows it; calling it again only reads anew. */
  async load(): Promise<void> {
    this.#stop ??= listen((event) => this.receive(event));
    const mine = (this.#reading += 1);
    const now = await call('get_calendar', {});
    if (mine === this.#reading) this.now = now;
  }

  receive(event: Event): void {
    if (event.type === 'calendar') void this.load().catch(() => {});
    // Another file may be open now.
    if (event.type === 'session') void this.load().catch(() => (this.now = null));
  }
}

export const calendar = new CalendarRows();
