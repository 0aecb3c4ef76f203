import type { Angle } from '../../host/gen';
import { camera, figure, hole } from './parts';

/** Where the camera stands and looks, seen from the side. */
export const angles: Record<Angle, string> = {
  eye: camera('translate(11 13)') + figure(0.86, 35, 5.5),
  high: camera('translate(11 7) rotate(26)') + figure(0.8, 35, 8),
  low: camera('translate(11 22) rotate(-26)') + figure(0.95, 35, 3),
  overhead:
    camera('translate(23 8) rotate(90)') +
    `<ellipse cx="23" cy="23.500" rx="9" ry="3.400"/><circle cx="23" cy="23.300" r="2.100" fill="none" stroke="${hole}" stroke-width="1.200"/>`,
  nadir:
    camera('translate(23 20) rotate(-90)') +
    '<path d="M12 7.500V3.500c0-1.500 1-2.500 2.500-2.500S17 2 17 3.500l5 1.500v2.500zM34 7.500V3.500C34 2 33 1 31.500 1S29 2 29 3.500L24 5v2.500z"/>',
  dutch:
    '<g transform="rotate(-15 23 14)"><rect x="7" y="4.500" width="32" height="19" fill="none" stroke="currentColor" stroke-width="1.800"/>' +
    `${figure(0.7, 23, 6.2)}</g>`,
};
