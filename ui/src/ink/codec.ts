/**
 * Ink v1: the bytes of one finished stroke, and the pack that brings all strokes of a drawing.
 *
 * Little-endian: u8 version · u8 tool · u8 colour · u8 flags (bit 0: pressure was simulated) · u16 size · u32 count,
 * then per point i16 dx · i16 dy · u8 pressure, the first from (0, 0). Torn or foreign bytes are refused, never mended.
 */
import type { Colour, Id } from '../host/gen';
import { COLOURS, TOOLS, type Tool } from './frame';

/** One finished stroke. `points` holds x, y (frame units) and pressure (0 to 255) one after the other. */
export interface Ink {
  tool: Tool;
  colour: Colour;
  /** Diameter at full pressure, frame units. */
  size: number;
  /** The device gave no pressure: what is stored was made from the speed of the hand. */
  simulated: boolean;
  points: Int32Array;
}

/** Why bytes are not ink. */
export class InkError extends Error {
  override name = 'InkError';
}

const VERSION = 1;
const HEAD = 10;
const POINT = 5;
const MAX_SIZE = 4096;
const MAX_POINTS = 100_000;

export function pointCount(ink: Ink): number {
  return ink.points.length / 3;
}

/** Bytes of a stroke. Throws InkError when two neighbours are further apart than an i16 or there is no point. */
export function encodeInk(ink: Ink): Uint8Array {
  const count = pointCount(ink);
  if (!Number.isInteger(count) || count < 1) throw new InkError('a stroke has at least one point');
  const bytes = new Uint8Array(HEAD + POINT * count);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, TOOLS.indexOf(ink.tool));
  view.setUint8(2, COLOURS.indexOf(ink.colour));
  view.setUint8(3, ink.simulated ? 1 : 0);
  view.setUint16(4, ink.size, true);
  view.setUint32(6, count, true);
  let x = 0;
  let y = 0;
  for (let at = 0, from = HEAD; at < count; at++, from += POINT) {
    const dx = (ink.points[at * 3] ?? 0) - x;
    const dy = (ink.points[at * 3 + 1] ?? 0) - y;
    if (Math.abs(dx) > 32767 || Math.abs(dy) > 32767) throw new InkError('two neighbouring points are too far apart');
    view.setInt16(from, dx, true);
    view.setInt16(from + 2, dy, true);
    view.setUint8(from + 4, ink.points[at * 3 + 2] ?? 0);
    x += dx;
    y += dy;
  }
  return bytes;
}

/** The stroke these bytes hold. Throws InkError on anything but exactly one whole ink v1 stroke. */
export function decodeInk(bytes: Uint8Array): Ink {
  if (bytes.length < HEAD) throw new InkError('shorter than a head');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== VERSION) throw new InkError(`version ${view.getUint8(0)} is not known`);
  const tool = TOOLS[view.getUint8(1)];
  const colour = COLOURS[view.getUint8(2)];
  const flags = view.getUint8(3);
  const size = view.getUint16(4, true);
  const count = view.getUint32(6, true);
  if (!tool) throw new InkError('unknown tool');
  if (!colour) throw new InkError('unknown colour');
  if (flags > 1) throw new InkError('unknown flags');
  if (size < 1 || size > MAX_SIZE) throw new InkError('a stroke has a size');
  if (count < 1 || count > MAX_POINTS) throw new InkError('a stroke has points, and not without end');
  if (bytes.length !== HEAD + POINT * count) throw new InkError('its length does not fit its count of points');
  const points = new Int32Array(count * 3);
  let x = 0;
  let y = 0;
  for (let at = 0, from = HEAD; at < count; at++, from += POINT) {
    x += view.getInt16(from, true);
    y += view.getInt16(from + 2, true);
    points[at * 3] = x;
    points[at * 3 + 1] = y;
    points[at * 3 + 2] = view.getUint8(from + 4);
  }
  return { tool, colour, size, simulated: flags === 1, points };
}

/** All strokes of a drawing: u32 count, then per stroke its uuid (16 bytes), u32 length, ink. */
export function readPack(pack: ArrayBuffer): Map<Id, Uint8Array> {
  const view = new DataView(pack);
  if (pack.byteLength < 4) throw new InkError('shorter than a count');
  const count = view.getUint32(0, true);
  const strokes = new Map<Id, Uint8Array>();
  let at = 4;
  for (let stroke = 0; stroke < count; stroke++) {
    if (at + 20 > pack.byteLength) throw new InkError('a stroke is missing');
    const id = uuidText(new Uint8Array(pack, at, 16));
    const length = view.getUint32(at + 16, true);
    at += 20;
    if (at + length > pack.byteLength) throw new InkError('a stroke is torn');
    strokes.set(id, new Uint8Array(pack, at, length));
    at += length;
  }
  if (at !== pack.byteLength) throw new InkError('bytes follow the last stroke');
  return strokes;
}

/** The pack `readPack` reads; for tests and for hosts that stand in for the core. */
export function writePack(strokes: Iterable<[Id, Uint8Array]>): ArrayBuffer {
  const all = [...strokes];
  const pack = new Uint8Array(all.reduce((sum, [, ink]) => sum + 20 + ink.length, 4));
  const view = new DataView(pack.buffer);
  view.setUint32(0, all.length, true);
  let at = 4;
  for (const [id, ink] of all) {
    const hex = id.replaceAll('-', '');
    for (let byte = 0; byte < 16; byte++) pack[at + byte] = parseInt(hex.slice(byte * 2, byte * 2 + 2), 16);
    view.setUint32(at + 16, ink.length, true);
    pack.set(ink, at + 20);
    at += 20 + ink.length;
  }
  return pack.buffer;
}

/** A uuid v4 from `getRandomValues`: `randomUUID` does not exist on plain http. */
export function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}

function uuidText(bytes: Uint8Array): Id {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
