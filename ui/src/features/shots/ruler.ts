// "Nous avons 2 h": which shots fit in the time there is. Minutes only; the words and the pixels are elsewhere.

import type { Shot } from '../../host/gen';

export interface Block {
  shot: Shot;
  /** Minutes from the beginning. */
  from: number;
  minutes: number;
}

export interface Plan {
  fits: Block[];
  /** What waits for another day, from the first shot that does not fit: the order of the film is kept. */
  waits: Block[];
  /** Shots still to be taken whose shooting time nobody said. */
  untimed: Shot[];
}

/** Lays what is still to be taken end to end and cuts at `available` minutes. */
export function planFor(shots: readonly Shot[], available: number): Plan {
  const plan: Plan = { fits: [], waits: [], untimed: [] };
  let from = 0;
  for (const shot of shots) {
    if (shot.omitted || shot.status === 'omitted' || shot.status === 'taken') continue;
    const minutes = shot.setup_minutes;
    if (minutes <= 0) {
      plan.untimed.push(shot);
      continue;
    }
    const here = plan.waits.length === 0 && from + minutes <= available ? plan.fits : plan.waits;
    here.push({ shot, from, minutes });
    from += minutes;
  }
  return plan;
}

/** Minutes marked above the strip, so that they never touch each other. */
export function marks(available: number): number[] {
  const step = available <= 180 ? 30 : available <= 480 ? 60 : 120;
  return Array.from({ length: Math.ceil(available / step) }, (_, n) => n * step);
}
