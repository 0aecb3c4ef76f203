// What a correction of a closed sheet needs: who does it, and which hours. The words of it are in the dialogs.
import { call } from '../../host';
import type { Attended, Id, PersonLine, Sheet, Standing } from '../../host/gen';
import { isWithin, readHour } from './sheet';

type Named = { person: Id; name: string };

/** The people of the register, for as long as a dialog asks. */
export class Correcting {
  people: readonly PersonLine[] = $state.raw([]);
  late = $state('');
  left = $state('');
  reason = $state('');
  chosen: Id | null = $state(null);
  tried = $state(false);
  /** The register was read: whoever is alone here is the only one. */
  #known = $state(false);

  constructor(private readonly sheet: Sheet) {}

  async read(): Promise<void> {
    const list = await call('list_people', {}).catch(() => null);
    [this.people, this.#known] = [list?.people ?? [], list !== null];
  }

  /** Those who were there, then any trainer of the register: whoever puts it right need not have been there. */
  get trainers(): Named[] {
    const there = this.sheet.trainers.filter((trainer) => !trainer.gone);
    const others = this.people.filter(
      ({ id, role, left }) => role === 'trainer' && !left && !there.some(({ whose }) => whose === id),
    );
    return [...there, ...others.map(({ id, given, family }) => ({ person: id, name: `${given} ${family}`.trim() }))];
  }

  /** Among several nobody is taken for another: one of them says so. */
  get by(): Id | undefined {
    const { trainers } = this;
    return this.chosen ?? (this.#known && trainers.length === 1 ? trainers[0]?.person : undefined);
  }

  /** What is wrong with the hours of a half-day; nothing typed is nothing wrong. */
  wrong(which: 'late' | 'left', start: string, end: string): boolean {
    const typed = this[which].trim();
    if (typed === '') return false;
    const hour = readHour(typed);
    const other = which === 'late' ? readHour(this.left) : readHour(this.late);
    const turned = other !== null && hour !== null && (which === 'late' ? hour >= other : hour <= other);
    return hour === null || !isWithin(which, hour, start, end) || turned;
  }

  /** Whether it would change how a half-day stands; an hour that cannot be read is shown when it is sent. */
  differs(from: Standing, to: Attended): boolean {
    const same = (typed: string, hour: string | null): boolean =>
      typed.trim() === '' ? hour === null : readHour(typed) === hour;
    return to !== from.state || (to === 'present' && !(same(this.late, from.late) && same(this.left, from.left)));
  }

  /** What is sent of it; null while something is missing or wrong, which is shown from now on. Whoever was not there has no hours. */
  entry(there: boolean, start: string, end: string): { by: Id; reason: string; late?: string; left?: string } | null {
    this.tried = true;
    const { by } = this;
    const reason = this.reason.trim();
    if (!by || reason === '') return null;
    if (!there) return { by, reason };
    if (this.wrong('late', start, end) || this.wrong('left', start, end)) return null;
    const [late, left] = [readHour(this.late), readHour(this.left)];
    return { by, reason, ...(late ? { late } : {}), ...(left ? { left } : {}) };
  }
}
