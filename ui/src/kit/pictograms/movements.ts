import type { Movement } from '../../host/gen';
import { camera, figure, line } from './parts';

const wave = 'M6 15c4-9 6 9 10 0s6 9 10 0 6 9 10 0 3 2 4 2';

/** What the camera does: the arrow is its way, the rails and arms are what carries it. */
export const movements: Record<Movement, string> = {
  static: line('M23 9v2M19 26l4-13 4 13') + '<rect x="15" y="2" width="13" height="9" rx="1.500"/>',
  pan: line('M7 19a20 20 0 0 1 32 0M39 19l-1-7M39 19l-7-1') + '<circle cx="23" cy="24" r="3"/>',
  tilt: line('M26 25a15 15 0 0 0 0-22M26 3l6 .5M26 3l-.5 6') + '<circle cx="14" cy="14" r="3"/>',
  whip_pan:
    line('M11 19a17 17 0 0 1 28-1M39 18l-.5-7M39 18l-7-.5') +
    line('M4 8h11M3 13h8M5 24h8', 1.6) +
    '<circle cx="24" cy="24" r="3"/>',
  push_in: camera('translate(9 14) scale(.85)') + line('M19 14h9M28 14l-4-4M28 14l-4 4') + figure(0.9, 38, 3),
  pull_back: camera('translate(9 14) scale(.85)') + line('M20 14h9M20 14l4-4M20 14l4 4') + figure(0.9, 38, 3),
  truck: line('M6 24h34M6 24v-3M14 24v-3M22 24v-3M30 24v-3M38 24v-3M9 12h26M35 12l-6-5M35 12l-6 5'),
  arc: line('M33 8.500A12.500 9.500 0 1 0 35.500 14M33 8.500l.5-6M33 8.500h-6') + figure(0.5, 23, 8),
  follow:
    camera('translate(11 11) scale(.8)') +
    figure(0.74, 32, 2) +
    line('M6 24h33M39 24l-4.500-3.500M39 24l-4.500 3.500', 2),
  zoom: line(
    'M3 4h40v20H3zM15.500 10h15v8h-15zM6 6.500l6 2.300M40 6.500l-6 2.300M6 21.500l6-2.300M40 21.500l-6-2.300',
    1.8,
  ),
  dolly_zoom:
    line('M3 4h40v20H3z', 1.8) +
    line('M7 10.500h12M19 10.500l-4-3.500M19 10.500l-4 3.500M39 17.500H27M27 17.500l4-3.500M27 17.500l4 3.500', 2) +
    '<circle cx="23" cy="14" r="2"/>',
  handheld:
    camera('translate(22 14) rotate(-8)') +
    line('M8 7c-3 4-3 10 0 14M38 7c3 4 3 10 0 14M11.500 9.500c-1.600 3-1.600 6 0 9', 1.8),
  shoulder: line(wave),
  gimbal:
    camera('translate(23 7) scale(.8)') + line('M22 11v5M22 16v6', 2.6) + line('M4 25c6-4 12-4 18-1s13 3 20-1', 1.8),
  crane:
    line('M13 26l4-10 4 10M17 16L36 5M17 16l-9 5') +
    '<rect x="4" y="19" width="7" height="6" rx="1"/>' +
    camera('translate(37 7) scale(.62)') +
    line('M38 15v9M38 24l-3-3M38 24l3-3', 1.8),
  drone:
    line('M10 8h9M27 8h9M14.500 8v4h17V8', 2) +
    '<rect x="17.500" y="10" width="11" height="6" rx="2"/><circle cx="23" cy="19" r="3"/>' +
    line('M23 23.500v3M16 23l-2 2.500M30 23l2 2.500', 1.6),
  rack_focus:
    '<circle cx="10" cy="17" r="7.500" fill="none" stroke="currentColor" stroke-width="1.600" stroke-dasharray="2.500 2.500"/><circle cx="37" cy="10" r="5.500"/>' +
    line('M18 12c3-4 6-5 10-4.500M28 7.500l-4-3M28 7.500l-3.500 3.500', 1.8),
};
