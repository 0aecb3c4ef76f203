import { describe, expect, it } from 'vitest';
import { decodeInk, encodeInk, fromBase64, InkError, newId, readPack, toBase64, writePack, type Ink } from './codec';

const ink: Ink = {
  tool: 'brush',
  colour: 'film_pale',
  size: 330,
  simulated: true,
  points: Int32Array.from([-8192, 24575, 0, 24575, -8192, 255, 24575, -8192, 128, 12, 34, 56]),
};

describe('ink v1', () => {
  it('comes back as it went', () => {
    const bytes = encodeInk(ink);
    expect(bytes.length).toBe(10 + 5 * 4);
    expect(decodeInk(bytes)).toEqual(ink);
    expect(decodeInk(fromBase64(toBase64(bytes))), 'base64 loses nothing').toEqual(ink);
  });

  it('has the layout every other reader expects', () => {
    const one = encodeInk({
      tool: 'pen',
      colour: 'blue',
      size: 0x0102,
      simulated: false,
      points: Int32Array.from([1, -1, 7]),
    });
    expect([...one]).toEqual([1, 2, 1, 0, 2, 1, 1, 0, 0, 0, 1, 0, 255, 255, 7]);
  });

  it('refuses every torn or lengthened stroke', () => {
    const bytes = encodeInk(ink);
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeInk(bytes.slice(0, length)), `the first ${length} bytes are no stroke`).toThrow(InkError);
    expect(() => decodeInk(Uint8Array.from([...bytes, 0]))).toThrow(InkError);
  });

  it.each([
    [0, 2],
    [1, 3],
    [2, 6],
    [3, 2],
    [3, 255],
  ])('refuses byte %i of %i: a code it does not know', (at, value) => {
    const bytes = encodeInk(ink);
    bytes[at] = value;
    expect(() => decodeInk(bytes)).toThrow(InkError);
  });

  it('refuses a stroke without size, without points, or with more points than bytes', () => {
    const bytes = encodeInk(ink);
    bytes.set([0, 0], 4);
    expect(() => decodeInk(bytes)).toThrow(InkError);
    expect(() => decodeInk(Uint8Array.from([1, 0, 0, 0, 40, 0, 0, 0, 0, 0]))).toThrow(InkError);
    expect(() => decodeInk(Uint8Array.from([1, 0, 0, 0, 40, 0, 255, 255, 255, 255]))).toThrow(InkError);
    expect(() => encodeInk({ ...ink, points: new Int32Array(0) })).toThrow(InkError);
  });

  it('refuses to write two points an i16 cannot join', () => {
    expect(() => encodeInk({ ...ink, points: Int32Array.from([0, 0, 1, 32768, 0, 1]) })).toThrow(InkError);
  });
});

describe('the pack of a drawing', () => {
  const strokes: [string, Uint8Array][] = [
    [newId(), encodeInk(ink)],
    [newId(), Uint8Array.from([9])],
  ];

  it('comes back as it went, order kept', () => {
    expect([...readPack(writePack(strokes))]).toEqual(strokes);
    expect([...readPack(writePack([]))]).toEqual([]);
  });

  it('is refused when torn anywhere', () => {
    const whole = writePack(strokes);
    for (let length = 0; length < whole.byteLength; length++)
      expect(() => readPack(whole.slice(0, length))).toThrow(InkError);
  });

  it('names strokes by version 4 uuids', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
