/**
 * The panel seen through the paper: its lines stay strong, its dark fields become pale, so that a night filled with black
 * is still a night, its own lines are seen, and the lines drawn over it are read.
 */
import type { Sight } from './bitmap';

/** Frame units from an edge within which dark paint stays strong: a line up to twice as wide stays whole. */
const EDGE = 90;
/** How dark a field may stay, 0 to 255. */
const PALE = 44;
/** Fields are found in a smaller picture. */
const WIDTH = 640;

/** Pales the fields of what is painted on `context`, which shows `sight`. */
export function hollow(context: CanvasRenderingContext2D, { view, density }: Sight): void {
  const { canvas } = context;
  const shrink = Math.min(1, WIDTH / canvas.width);
  const small = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!small) return;
  const width = Math.max(1, Math.round(canvas.width * shrink));
  const height = Math.max(1, Math.round(canvas.height * shrink));
  small.canvas.width = width;
  small.canvas.height = height;
  small.drawImage(canvas, 0, 0, width, height);
  const picture = small.getImageData(0, 0, width, height);
  const fades = fadesOf(darkOf(picture.data), width, Math.max(1, Math.round(EDGE * view.scale * density * shrink)));
  fades.forEach((fade, at) => (picture.data[at * 4 + 3] = fade * 255));
  small.putImageData(picture, 0, 0);
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = 'destination-out';
  context.drawImage(small.canvas, 0, 0, canvas.width, canvas.height);
  context.restore();
}

/** How dark each pixel is, 0 to 255. Onion paints are pinks: their green says it. */
function darkOf(pixels: Uint8ClampedArray): Float32Array {
  const dark = new Float32Array(pixels.length / 4);
  for (let at = 0; at < dark.length; at++)
    dark[at] = ((255 - (pixels[at * 4 + 1] ?? 0)) * (pixels[at * 4 + 3] ?? 0)) / 255;
  return dark;
}

/** How much of each pixel's paint is taken away, 0 to 1: what is as dark all around, beyond `PALE`. */
export function fadesOf(dark: Float32Array, width: number, reach: number): Float32Array {
  const field = least(least(dark, width, reach, 1), width, reach, width);
  return field.map((inside, at) => Math.max(0, inside - PALE) / Math.max(1, dark[at] ?? 0));
}

/** The least of the pixels within `reach` in one direction: `step` 1 along the rows, the width along the columns. */
function least(from: Float32Array, width: number, reach: number, step: number): Float32Array {
  const to = new Float32Array(from.length);
  const count = step === 1 ? width : from.length / width;
  for (let at = 0; at < from.length; at++) {
    const here = step === 1 ? at % width : Math.floor(at / width);
    let value = from[at] ?? 0;
    for (let away = -Math.min(reach, here); away <= Math.min(reach, count - 1 - here) && value > PALE; away++)
      value = Math.min(value, from[at + away * step] ?? 0);
    to[at] = value;
  }
  return to;
}
