// What a correction of a closed sheet needs: who does it, and which hours. The words of it are in the dialogs.
import { call } from '../../host';
import type { PersonLine, Sheet } from '../../host/gen';
import { readHour } from './sheet';

type Named = { person: string; name: string };

/** The people of the register, for as long as a dialog asks. */
export class Correcting {
  people: readonly PersonLine[] = $state.raw([]);
  late = $state('');
  left = $state('');
  reason = $state('');
  chosen: string | null = $state(null);
  tried = $state(false);

  constructor(private readonly sheet: Sheet) {}

  async read(): Promise<void> {
    this.people = (await call('list_people', {}).catch(() => null))?.people ?? [];
  }

  /** Those who were there, then any trainer of the register: whoever puts it right need not have been there. */
  get trainers(): Named[] {
    const there = this.sheet.trainers.filter((trainer) => !trainer.gone);
    const others = this.people.filter(
      ({ id, role, left }) => role === 'trainer' && !left && !there.some(({ person }) => person === id),
    );
    return [...there, ...others.map(({ id, given, family }) => ({ person: id, name: `${given} ${family}`.trim() }))];
  }

  get by(): string | undefined {
    return this.chosen ?? this.trainers[0]?.person;
  }

  /** What is wrong with the hours of a half-day; nothing typed is nothing wrong. */
  wrong(which: 'late' | 'left', start: string, end: string): boolean {
    const typed = this[which].trim();
    if (typed === '') return false;
    const hour = readHour(typed);
    const other = which === 'late' ? readHour(this.left) : readHour(this.late);
    const turned = other !== null && hour !== null && (which === 'late' ? hour >= other : hour <= other);
    return hour === null || hour < start || hour > end || turned;
  }

  /** The hours as they are sent; none of whoever was not there. */
  hours(there: boolean): { late?: string; left?: string } {
    const [late, left] = [readHour(this.late), readHour(this.left)];
    return there ? { ...(late ? { late } : {}), ...(left ? { left } : {}) } : {};
  }
}
