// Codes the core stores as plain words, because a film may hold people's own beside them.
// Everything else comes from `gen`.

/** What carries the camera, or people's own words. */
export type Support =
  'sticks' | 'hi_hat' | 'monopod' | 'slider' | 'dolly' | 'shoulder_rig' | 'car_mount' | 'gimbal' | 'handheld';
export type Light =
  | 'key'
  | 'fill'
  | 'back'
  | 'bounce'
  | 'flag'
  | 'diffusion'
  | 'gel'
  | 'fresnel'
  | 'led'
  | 'redhead'
  | 'hmi'
  | 'white_balance'
  | 'day_for_night';
export type Sound =
  | 'direct'
  | 'on_screen'
  | 'off_screen'
  | 'voice_over'
  | 'wild_track'
  | 'guide'
  | 'room_tone'
  | 'foley'
  | 'adr'
  | 'mos'
  | 'slate'
  | 'lav'
  | 'boom'
  | 'music';
/** What people change in a film, a scene, a shot, a panel or a drawing, as `set_field` and `splice_text` name it. */
export type Field =
  | 'title'
  | 'ink'
  | 'pattern'
  | 'ratio'
  | 'numbering'
  | 'heading'
  | 'subset'
  | 'int_ext'
  | 'time_of_day'
  | 'story_day'
  | 'summary'
  | 'action'
  | 'dialogue'
  | 'characters'
  | 'notes'
  | 'size'
  | 'shot_type'
  | 'angle'
  | 'side'
  | 'movement'
  | 'support'
  | 'lens'
  | 'light'
  | 'sound'
  | 'status'
  | 'setup_minutes'
  | 'estimate_ms'
  | 'duration_ms'
  | 'picture'
  | 'finished';
/** A day of the calendar, "2026-02-24". */
export type Day = string;
/** A time of day, "09:30". */
export type HourMinute = string;
