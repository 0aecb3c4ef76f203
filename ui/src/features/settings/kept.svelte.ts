// The backups of the open file and the room on this computer.
import { asFailure, call, type Failure } from '../../host';
import type { Backup } from '../../host/gen';

const dayLength = 86_400_000;

export interface Brick {
  /** The start of that day. */
  day: number;
  backup: Backup | null;
  today: boolean;
}

export class Kept {
  /** Newest first; null until read. */
  backups: Backup[] | null = $state.raw(null);
  freeBytes = $state(0);
  fileBytes = $state(0);
  failure: Failure | null = $state.raw(null);

  async read(): Promise<void> {
    try {
      const reply = await call('list_backups', {});
      this.backups = [...reply.backups].sort((a, b) => b.made_at - a.made_at);
      this.freeBytes = reply.free_bytes;
      this.fileBytes = reply.workspace_bytes;
      this.failure = null;
    } catch (cause) {
      this.failure = asFailure(cause);
    }
  }

  /** The last seven days, today last, each with its newest backup that can be read. */
  week(now: number = Date.now()): Brick[] {
    const today = new Date(now).setHours(0, 0, 0, 0);
    return Array.from({ length: 7 }, (_, at) => {
      // From noon, so that a day of 23 or 25 hours stays the same day.
      const day = new Date(today + dayLength / 2 - (6 - at) * dayLength).setHours(0, 0, 0, 0);
      const end = new Date(day + dayLength * 1.5).setHours(0, 0, 0, 0);
      const backup = this.backups?.find((one) => one.good && one.made_at >= day && one.made_at < end) ?? null;
      return { day, backup, today: at === 6 };
    });
  }
}
