// Families of keys made from a code, as in t(`size-${code}`). Each lists the codes it must have a text for, so that a
// code added in Rust without its words fails the tests. Keys outside these families are written whole.
import type { Field, Light, Sound, Support } from '../host/codes';
import type {
  Angle,
  Colour,
  ErrorCode,
  ExportPhase,
  FaceColour,
  FilmInk,
  IntExt,
  Look,
  Movement,
  Numbering,
  Pattern,
  Ratio,
  Shape,
  ShotSize,
  ShotStatus,
  ShotType,
  Side,
  TimeOfDay,
} from '../host/gen';

export interface Family {
  /** What the key begins with, its hyphen included. */
  prefix: string;
  codes: readonly string[];
  /** What may follow the code; every code has every one of them. Left out: nothing follows. */
  suffixes?: readonly string[];
  /** What may follow some codes only: the component asks `hasText` before. */
  sometimes?: readonly string[];
}

/** Every code of a union, checked by the compiler: a missing or unknown one does not build. */
const all = <Code extends string>(codes: Record<Code, 1>): Code[] => Object.keys(codes) as Code[];

const sizes = all<ShotSize>({ ELS: 1, VWS: 1, WS: 1, FS: 1, MFS: 1, MCS: 1, MS: 1, MCU: 1, CU: 1, ECU: 1, INS: 1 });
const types = all<ShotType>({
  shot_reverse: 1,
  over_shoulder: 1,
  two_shot: 1,
  pov: 1,
  long_take: 1,
  master: 1,
  cutaway: 1,
  establishing: 1,
});
const angles = all<Angle>({ eye: 1, high: 1, low: 1, overhead: 1, nadir: 1, dutch: 1 });
const sides = all<Side>({ front: 1, three_quarter_front: 1, profile: 1, three_quarter_back: 1, back: 1 });
const movements = all<Movement>({
  static: 1,
  pan: 1,
  tilt: 1,
  whip_pan: 1,
  push_in: 1,
  pull_back: 1,
  truck: 1,
  arc: 1,
  follow: 1,
  zoom: 1,
  dolly_zoom: 1,
  handheld: 1,
  shoulder: 1,
  gimbal: 1,
  crane: 1,
  drone: 1,
  rack_focus: 1,
});
const supports = all<Support>({
  sticks: 1,
  hi_hat: 1,
  monopod: 1,
  slider: 1,
  dolly: 1,
  shoulder_rig: 1,
  car_mount: 1,
  gimbal: 1,
  handheld: 1,
});
const lights = all<Light>({
  key: 1,
  fill: 1,
  back: 1,
  bounce: 1,
  flag: 1,
  diffusion: 1,
  gel: 1,
  fresnel: 1,
  led: 1,
  redhead: 1,
  hmi: 1,
  white_balance: 1,
  day_for_night: 1,
});
const sounds = all<Sound>({
  direct: 1,
  on_screen: 1,
  off_screen: 1,
  voice_over: 1,
  wild_track: 1,
  guide: 1,
  room_tone: 1,
  foley: 1,
  adr: 1,
  mos: 1,
  slate: 1,
  lav: 1,
  boom: 1,
  music: 1,
});
const intExts = all<IntExt>({ INT: 1, EXT: 1, INT_EXT: 1 });
const times = all<TimeOfDay>({ DAY: 1, NIGHT: 1, DAWN: 1, DUSK: 1, MORNING: 1, EVENING: 1 });
const statuses = all<ShotStatus>({ planned: 1, rehearsed: 1, ready: 1, discuss: 1, taken: 1, omitted: 1 });
const looks = all<Look>({ empty: 1, pencil: 1, drawn: 1, finished: 1 });
const inks = all<FilmInk>({ orange: 1, sky: 1, mint: 1, sun: 1, rose: 1 });
const patterns = all<Pattern>({ mesh: 1, steps: 1, dots: 1, gingham: 1, waves: 1 });
const ratios = all<Ratio>({ '16:9': 1, '4:3': 1, '1.85:1': 1, '2.39:1': 1, '1:1': 1, '9:16': 1 });
const numberings = all<Numbering>({ letters: 1, numbers: 1, through: 1 });
const shapes = all<Shape>({
  circle: 1,
  square: 1,
  triangle: 1,
  star: 1,
  diamond: 1,
  hexagon: 1,
  plus: 1,
  drop: 1,
  dome: 1,
  heart: 1,
});
const faceColours = all<FaceColour>({
  raspberry: 1,
  lagoon: 1,
  brick: 1,
  green: 1,
  ochre: 1,
  plum: 1,
  slate: 1,
  night: 1,
});
const errors = all<ErrorCode | 'connection_lost'>({
  invalid_request: 1,
  unknown_command: 1,
  forbidden: 1,
  not_found: 1,
  not_in_film: 1,
  no_workspace: 1,
  workspace_in_use: 1,
  workspace_newer: 1,
  not_a_workspace: 1,
  workspace_damaged: 1,
  workspace_read_only: 1,
  folder_read_only: 1,
  disk_full: 1,
  file_missing: 1,
  file_unreadable: 1,
  backup_invalid: 1,
  picture_type: 1,
  picture_unreadable: 1,
  picture_too_large: 1,
  text_too_long: 1,
  file_exists: 1,
  folder_missing: 1,
  target_folder: 1,
  target_locked: 1,
  target_full: 1,
  name_refused: 1,
  cancelled: 1,
  storage: 1,
  internal: 1,
  connection_lost: 1,
});
const drawingColours = all<Colour>({ ink: 1, blue: 1, film: 1, film_pale: 1, grey: 1, grey_light: 1 });
/** The commands undo can name, as the core stores them. */
const edits = [
  'add_film',
  'add_scene',
  'add_shot',
  'add_panel',
  'set_field',
  'splice_text',
  'move_entity',
  'duplicate_entity',
  'delete_entity',
  'restore_entity',
  'add_stroke',
  'erase_strokes',
  'cut_strokes',
  'add_mark',
  'add_face',
  'lock_film',
  'unlock_film',
];
/** What undo can say it changed in a row. */
const fields = all<Field>({
  title: 1,
  ink: 1,
  pattern: 1,
  ratio: 1,
  numbering: 1,
  heading: 1,
  subset: 1,
  int_ext: 1,
  time_of_day: 1,
  story_day: 1,
  summary: 1,
  action: 1,
  dialogue: 1,
  characters: 1,
  notes: 1,
  size: 1,
  shot_type: 1,
  angle: 1,
  side: 1,
  movement: 1,
  support: 1,
  lens: 1,
  light: 1,
  sound: 1,
  status: 1,
  setup_minutes: 1,
  estimate_ms: 1,
  duration_ms: 1,
  picture: 1,
  finished: 1,
});
const keyboard = [
  'Ctrl',
  'Shift',
  'Alt',
  'Enter',
  'Escape',
  'Delete',
  'Backspace',
  'Space',
  'Tab',
  'Home',
  'End',
  'PageUp',
  'PageDown',
];

export const families: readonly Family[] = [
  { prefix: 'field-', codes: fields },
  { prefix: 'board-said-nothing-to-', codes: ['undo', 'redo'] },
  { prefix: 'error-', codes: errors, suffixes: ['', '-hint'] },
  { prefix: 'size-', codes: sizes, suffixes: ['', '-full'] },
  { prefix: 'shot-type-', codes: types },
  { prefix: 'angle-', codes: angles },
  { prefix: 'side-', codes: sides },
  { prefix: 'movement-', codes: movements, sometimes: ['-full'] },
  { prefix: 'support-', codes: supports },
  { prefix: 'light-', codes: lights },
  { prefix: 'sound-', codes: sounds, suffixes: ['', '-meaning'] },
  { prefix: 'int-ext-', codes: intExts },
  { prefix: 'time-', codes: times },
  { prefix: 'status-', codes: statuses },
  { prefix: 'look-', codes: looks },
  { prefix: 'ink-', codes: inks },
  { prefix: 'pattern-', codes: patterns },
  { prefix: 'ratio-', codes: ratios.map((ratio) => ratio.replace(/[^0-9]/g, '-')) },
  { prefix: 'numbering-', codes: numberings, suffixes: ['', '-meaning'] },
  { prefix: 'shape-', codes: shapes },
  { prefix: 'face-colour-', codes: faceColours },
  { prefix: 'draw-colour-', codes: drawingColours },
  { prefix: 'draw-gear-', codes: ['pencil', 'brush', 'pen', 'eraser', 'arrow', 'text'] },
  { prefix: 'draw-size-', codes: ['fine', 'medium', 'thick'] },
  { prefix: 'edit-', codes: edits },
  { prefix: 'fields-', codes: ['setup', 'duration', 'estimate'] },
  { prefix: 'trash-kind-', codes: ['scene', 'shot', 'panel', 'mark'] },
  { prefix: 'search-kind-', codes: ['film', 'scene'] },
  { prefix: 'keyboard-', codes: keyboard },
  { prefix: 'print-phase-', codes: all<ExportPhase>({ drawings: 1, setting: 1, writing: 1 }) },
];
