// The pieces every pictogram is made of: a figure, a camera, a line. The field is 46 × 28 units, `currentColor`.
// What is cut out of a flat takes `--hole`, which a chosen button sets to its own background.

/** Whatever is cut out of a black flat: the paper under it. */
export const hole = 'var(--hole, var(--sheet))';

/** A line drawn like the others. */
export const line = (d: string, width = 2.2): string =>
  `<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** The same figure at every scale: `scale` 1 is 24 units tall, its head's top at `y`. */
export const figure = (scale: number, x: number, y: number): string => {
  const s = scale;
  return (
    `<circle cx="${x}" cy="${y + 3.1 * s}" r="${2.6 * s}"/>` +
    `<path d="M${x - 4.6 * s} ${y + 13 * s}v${-2.4 * s}a${4.6 * s} ${4.6 * s} 0 0 1 ${9.2 * s} 0v${2.4 * s}z` +
    `M${x - 4.2 * s} ${y + 12.5 * s}h${8.4 * s}l${-0.8 * s} ${11.5 * s}h${-2.8 * s}l${-0.6 * s} ${-8 * s} ${-0.6 * s} ${8 * s}h${-2.8 * s}z"/>`
  );
};

/** A camera looking to the right. */
export const camera = (transform: string): string =>
  `<g transform="${transform}"><rect x="-7" y="-4.5" width="11" height="9" rx="1.2"/><path d="M4-1.5 9-4.500v9L4 1.500z"/></g>`;

/** A frame with what it shows, cut at its edges by the nested drawing's own bounds. */
export const framed = (inside: string): string =>
  `<svg x="2.5" y="1.5" width="41" height="25" viewBox="2.500 1.500 41 25" overflow="hidden">${inside}</svg>` +
  '<rect x="2" y="1" width="42" height="26" fill="none" stroke="currentColor" stroke-width="1.8"/>';
