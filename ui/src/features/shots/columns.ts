// The columns of the shot list: which fields they show, how they are changed, how wide they are.

import type { Field } from '../../host/codes';
import type { Shot } from '../../host/gen';
import { word, words } from '../../fields/words';
import { hours, seconds, t } from '../../texts/index.svelte';

export type ColumnId =
  | 'label'
  | 'thumb'
  | 'size'
  | 'angle'
  | 'side'
  | 'movement'
  | 'shot_type'
  | 'support'
  | 'lens'
  | 'light'
  | 'sound'
  | 'description'
  | 'characters'
  | 'notes'
  | 'duration'
  | 'setup_minutes'
  | 'status';

/** How a cell is changed: by a picture, a list of words, several words, a line, the long texts, or a number. */
export type Kind = 'go' | 'picture' | 'code' | 'codes' | 'line' | 'words' | 'number';

export interface Column {
  id: ColumnId;
  kind: Kind;
  /** The catalogue key of its heading. */
  text: string;
  /** Its track in the grid, and the least width it asks for in pixels. */
  track: string;
  least: number;
  /** Always there: the identity of the row. */
  fixed?: boolean;
  /** Shown until someone chooses otherwise. */
  usual: boolean;
}

const column = (id: ColumnId, kind: Kind, text: string, least: number, usual: boolean, grows = 0): Column => ({
  id,
  kind,
  text,
  least,
  track: grows ? `minmax(calc(${least}px * var(--scale)), ${grows}fr)` : `calc(${least}px * var(--scale))`,
  usual,
  fixed: id === 'label',
});

export const COLUMNS: readonly Column[] = [
  column('label', 'go', 'shots-label', 66, true),
  column('thumb', 'go', 'shots-thumb', 102, true),
  column('size', 'picture', 'shots-size', 98, true),
  column('angle', 'picture', 'angle', 108, true),
  column('side', 'picture', 'side', 90, false),
  column('movement', 'picture', 'movement', 104, true),
  column('shot_type', 'code', 'shot-type', 120, false),
  column('support', 'line', 'support', 94, true),
  column('lens', 'line', 'fields-lens', 90, false),
  column('light', 'codes', 'light', 120, false),
  column('sound', 'codes', 'sound', 96, true),
  column('description', 'words', 'shots-description', 220, true, 3),
  column('characters', 'line', 'fields-characters', 112, true, 1),
  column('notes', 'words', 'fields-notes', 160, false, 2),
  column('duration', 'number', 'fields-duration', 76, true),
  column('setup_minutes', 'number', 'shots-setup', 92, false),
  column('status', 'code', 'status', 122, true),
];

/** The column that shows a field of a shot, or of its panel. */
export function columnOf(field: Field): ColumnId | undefined {
  if (field === 'action' || field === 'dialogue') return 'description';
  if (field === 'duration_ms' || field === 'estimate_ms') return 'duration';
  if (field === 'picture' || field === 'finished') return 'thumb';
  return COLUMNS.find((one) => one.id === field)?.id;
}

/** What a cell says; empty when nobody said anything. Labels, thumbs, descriptions and statuses are drawn apart. */
export function textOf(shot: Shot, id: ColumnId): string {
  switch (id) {
    case 'size':
      return words(['size', shot.size]);
    case 'angle':
      return words(['angle', shot.angle]);
    case 'side':
      return words(['side', shot.side]);
    case 'movement':
      return words(['movement', shot.movement]);
    case 'shot_type':
      return words(['shot-type', shot.shot_type]);
    case 'support':
      return words(['support', shot.support]);
    case 'light':
      return shot.light.map((code) => word('light', code)).join(' + ');
    case 'sound':
      return shot.sound.map((code) => word('sound', code)).join(' + ');
    case 'lens':
      return shot.lens;
    case 'characters':
      return shot.characters;
    case 'notes':
      return shot.notes;
    case 'duration':
      return seconds(shot.duration_ms);
    case 'setup_minutes':
      return shot.setup_minutes > 0 ? hours(shot.setup_minutes) : '';
    case 'status':
      return t(`status-${shot.status}`);
    case 'label':
      return shot.label;
    case 'thumb':
      return t(`look-${shot.look}`);
    case 'description':
      return [shot.action, shot.dialogue].filter(Boolean).join(' ');
  }
}
