import type { ShotSize } from '../../host/gen';
import { figure, framed, hole, line } from './parts';

/** The same figure, nearer and nearer: what is cut by the frame is what the word means. */
export const sizes: Record<ShotSize, string> = {
  ELS: framed(
    '<path d="M2 21c5-1 8-6 13-6s6 4 10 4 6-9 11-9 6 5 9 6v12H2z"/><circle cx="12" cy="7.500" r="2.800"/>' +
      `<g fill="${hole}">${figure(0.2, 26, 20.5)}</g>`,
  ),
  VWS: framed(line('M2 22h42M6 22V11h8v11M17 22V6h7v16', 1.5) + figure(0.44, 34, 11.4)),
  WS: framed(line('M2 24h42M5 24V4h11v20M13.200 14.500v.1', 1.5) + figure(0.68, 23, 7.5) + figure(0.62, 34, 9)),
  FS: framed(figure(0.92, 23, 3)),
  MFS: framed(figure(1.18, 23, 3)),
  MCS: framed(figure(1.46, 23, 3)),
  MS: framed(figure(1.84, 23, 2.8)),
  MCU: framed(figure(2.35, 23, 3)),
  CU: framed(
    '<path d="M15.500 13c0-6 3-9.500 7.500-9.500s7.500 3.500 7.500 9.500c0 5.500-3.500 9-7.500 9s-7.500-3.500-7.500-9z"/>' +
      '<path d="M6 30c0-5 7-7 13-7.500h8c6 .5 13 2.500 13 7.500z"/>' +
      `<path d="M19.600 12.600h1.400M25 12.600h1.400M21 17.800h4" stroke="${hole}" stroke-width="1.600" stroke-linecap="round"/>`,
  ),
  ECU: framed(
    '<path d="M2 1h42v27H2z"/>' +
      `<g fill="none" stroke="${hole}" stroke-width="2" stroke-linecap="round"><path d="M6 8c3-2.500 8-2.500 11 0M29 8c3-2.500 8-2.500 11 0M23 9v8l-2.500 1.500M17 23.500h12"/></g>` +
      `<g fill="${hole}"><path d="M5.500 13.500c3-4 9-4 12 0-3 3.500-9 3.500-12 0zM28.500 13.500c3-4 9-4 12 0-3 3.500-9 3.500-12 0z"/></g>` +
      '<circle cx="11.500" cy="13.300" r="2.100"/><circle cx="34.500" cy="13.300" r="2.100"/>',
  ),
  INS: framed(
    '<path d="M14 30v-9l4-9 3-1 1 5 9 1 3 3-3 10z"/>' +
      '<rect x="19" y="5" width="9" height="12" rx="1.500" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  ),
};
