import type { Side } from '../../host/gen';
import { hole } from './parts';

const shoulders = '<path d="M8 28c0-5.500 5-7.500 11-8h8c6 .5 11 2.500 11 8z"/>';
const mark = (d: string): string =>
  `<path d="${d}" fill="none" stroke="${hole}" stroke-width="1.600" stroke-linecap="round" stroke-linejoin="round"/>`;

/** A head turning away from us: the face leaves by the right, then the hair comes. */
export const sides: Record<Side, string> = {
  front: `${shoulders}<ellipse cx="23" cy="11" rx="7.500" ry="9.500"/>${mark('M19.600 10h1.300M25.100 10h1.300M20.800 15.300h4.400')}`,
  three_quarter_front:
    `${shoulders}<path d="M15.500 11c0-6 3-9.500 7.800-9.500 4.500 0 7.400 3 7.400 8l1.500 3-1.300.8c0 4.200-2.400 7.200-6.400 7.200-5 0-9-4-9-9.500z"/>` +
    mark('M22.600 10h1.200M27.500 10h1M24 15.300h3.800'),
  profile:
    `${shoulders}<path d="M14.500 10.500c0-5.500 3.500-9 8.500-9 4.600 0 7.200 2.600 7.200 6.300l3 4.700-2.700.8.2 4c0 1.300-1 2-2.300 1.900l-3-.2-.9 3h-6.500z"/>` +
    mark('M27.300 9.300h.9M28 15.300h2M19.500 10.200c1.500-1 2.800.4 2 2.200'),
  three_quarter_back:
    `${shoulders}<path d="M15 10.500c0-5.500 3-9 8-9s8 3.500 8 8.500l1.700 2.600-1.900.7c-.3 4.600-3 7.700-7.300 7.700-4.800 0-8.500-4.500-8.500-10.500z"/>` +
    mark('M26 9.500c1.800-.8 3 .8 2 2.900-.5 1-1.300 1.300-1.900.8M24.500 4.500c-2 3-2.500 8-1.500 13'),
  back: `${shoulders}<ellipse cx="23" cy="11" rx="7.500" ry="9.500"/><circle cx="15.400" cy="11.500" r="1.900"/><circle cx="30.600" cy="11.500" r="1.900"/>${mark('M18.500 17.800c2.500 1.800 6.500 1.800 9 0M23 23.500V27')}`,
};
