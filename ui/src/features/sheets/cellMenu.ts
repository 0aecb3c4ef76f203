// What can be done to one box of the sheet, as its menu lists it.
import check from 'lucide-static/icons/circle-check.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import cross from 'lucide-static/icons/circle-x.svg?raw';
import eraser from 'lucide-static/icons/eraser.svg?raw';
import leave from 'lucide-static/icons/log-out.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import rotate from 'lucide-static/icons/rotate-ccw.svg?raw';
import signature from 'lucide-static/icons/signature.svg?raw';
import type { Attended, SheetPerson } from '../../host/gen';
import type { MenuItem } from '../../kit/Menu.svelte';
import { t } from '../../texts/index.svelte';
import { isOpen, type Cell } from './sheet';

/** What is asked in a dialog before something is done to a box. */
export interface Asked {
  what: 'late' | 'left' | 'erase' | 'correct';
  person: SheetPerson;
  cell: Cell;
  /** When this half begins, and ends. */
  start: string;
  end: string;
}

export const SIGNS: Record<Attended, string> = {
  expected: pencil,
  present: check,
  absent: cross,
  excused: mail,
  not_expected: minus,
};

interface Ways {
  mark: (state: Attended) => void;
  pick: () => void;
  ask: (what: Asked['what']) => void;
}

/** The menu of a box. Of a closed sheet it only corrects; what is signed is first erased. */
export function cellMenu(cell: Cell, closed: boolean, { mark, pick, ask }: Ways): MenuItem[] {
  if (closed) return [{ label: t('cell-correct'), icon: pencil, run: () => ask('correct') }];
  const state = (code: Attended): MenuItem[] =>
    cell.state === code ? [] : [{ label: t(`cell-${code}`), icon: SIGNS[code], run: () => mark(code) }];
  const there = cell.state === 'present' || cell.signature !== null;
  const times: MenuItem[] = [
    { label: t('cell-late-ask'), icon: clock, run: () => ask('late') },
    { label: t('cell-left-ask'), icon: leave, run: () => ask('left') },
  ];
  if (cell.signature)
    return [...times, { label: t('cell-erase'), icon: eraser, danger: true, run: () => ask('erase') }];
  return [
    { label: t('cell-sign'), icon: signature, run: pick },
    ...state('present'),
    ...state('absent'),
    ...state('excused'),
    ...(there || isOpen(cell) ? times : []),
    ...state('not_expected'),
    ...(isOpen(cell) ? [] : [{ label: t('cell-reopen'), icon: rotate, run: () => mark('expected') }]),
  ];
}
