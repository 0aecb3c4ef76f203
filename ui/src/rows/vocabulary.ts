// The codes a field can hold, the most used first. Their words are `size-<code>`, `angle-<code>`… in the catalogues.

import type { Light, Sound, Support } from '../host/codes';
import type {
  Angle,
  FilmInk,
  IntExt,
  Look,
  Movement,
  Numbering,
  Pattern,
  Ratio,
  ShotSize,
  ShotStatus,
  ShotType,
  Side,
  TimeOfDay,
} from '../host/gen';

export const SIZES: ShotSize[] = ['VWS', 'FS', 'MCS', 'MCU', 'CU', 'INS', 'ELS', 'WS', 'MFS', 'MS', 'ECU'];
/** The same, from far to near: how a list of them is read. */
export const SIZES_BY_DISTANCE: ShotSize[] = ['ELS', 'VWS', 'WS', 'FS', 'MFS', 'MCS', 'MS', 'MCU', 'CU', 'ECU', 'INS'];
export const ANGLES: Angle[] = ['eye', 'high', 'low', 'overhead', 'nadir', 'dutch'];
export const SIDES: Side[] = ['front', 'three_quarter_front', 'profile', 'three_quarter_back', 'back'];
export const SHOT_TYPES: ShotType[] = [
  'shot_reverse',
  'over_shoulder',
  'two_shot',
  'pov',
  'long_take',
  'master',
  'cutaway',
  'establishing',
];
export const MOVEMENTS: Movement[] = [
  'static',
  'pan',
  'truck',
  'shoulder',
  'tilt',
  'whip_pan',
  'push_in',
  'pull_back',
  'arc',
  'follow',
  'zoom',
  'dolly_zoom',
  'handheld',
  'gimbal',
  'crane',
  'drone',
  'rack_focus',
];
export const SUPPORTS: Support[] = [
  'sticks',
  'shoulder_rig',
  'handheld',
  'dolly',
  'slider',
  'gimbal',
  'monopod',
  'hi_hat',
  'car_mount',
];
export const LIGHTS: Light[] = [
  'key',
  'fill',
  'back',
  'bounce',
  'flag',
  'diffusion',
  'gel',
  'fresnel',
  'led',
  'redhead',
  'hmi',
  'white_balance',
  'day_for_night',
];
export const SOUNDS: Sound[] = [
  'direct',
  'boom',
  'lav',
  'mos',
  'on_screen',
  'off_screen',
  'voice_over',
  'wild_track',
  'guide',
  'room_tone',
  'foley',
  'adr',
  'music',
  'slate',
];
export const STATUSES: ShotStatus[] = ['planned', 'discuss', 'rehearsed', 'ready', 'taken', 'omitted'];
export const INT_EXTS: IntExt[] = ['INT', 'EXT', 'INT_EXT'];
export const TIMES: TimeOfDay[] = ['DAY', 'NIGHT', 'MORNING', 'EVENING', 'DAWN', 'DUSK'];
export const INKS: FilmInk[] = ['orange', 'sky', 'mint', 'sun', 'rose'];
export const PATTERNS: Pattern[] = ['mesh', 'steps', 'dots', 'gingham', 'waves'];
export const RATIOS: Ratio[] = ['16:9', '4:3', '1.85:1', '2.39:1', '1:1', '9:16'];
export const NUMBERINGS: Numbering[] = ['letters', 'numbers', 'through'];

/** The first `count` codes, with the chosen one in the last place when it is not among them. */
export function withChosen<Code extends string>(codes: readonly Code[], count: number, chosen: Code | null): Code[] {
  const first = codes.slice(0, count);
  if (chosen !== null && !first.includes(chosen)) first[count - 1] = chosen;
  return first;
}

/** True once something was inked: the label turns to ink. */
export const isInked = (look: Look): boolean => look === 'drawn' || look === 'finished';
