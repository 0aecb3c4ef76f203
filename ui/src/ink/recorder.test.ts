import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeInk, encodeInk, pointCount, type Ink } from './codec';
import { LASTING, Pen, STILL } from './pen';
import { Recorder, simulatePressure } from './recorder';

const at = (x: number, time: number, pressure = 0.5, y = 1000) => ({ x, y, pressure, time });
const pressures = (ink: Ink) => Array.from({ length: pointCount(ink) }, (_, i) => ink.points[i * 3 + 2] ?? -1);

describe('recorder', () => {
  it('keeps the pressure a device gives', () => {
    const recorder = new Recorder('brush', 'ink', 170);
    for (let i = 0; i < 10; i++) recorder.add(at(i * 100, i * 8, 0.1 + i * 0.08));
    const ink = recorder.ink() as Ink;
    expect(ink.simulated).toBe(false);
    expect(pressures(ink)[0]).toBe(Math.round(0.1 * 255));
    expect(pressures(ink).at(-1)).toBe(Math.round(0.82 * 255));
  });

  it.each([0.5, 0, 1])('makes the pressure from speed where the device always says %d', (constant) => {
    const recorder = new Recorder('brush', 'ink', 170);
    for (let i = 0; i < 20; i++) recorder.add(at(i * 20, i * 16, constant));
    for (let i = 0; i < 20; i++) recorder.add(at(400 + i * 320, 320 + i * 16, constant));
    const ink = recorder.ink() as Ink;
    expect(ink.simulated).toBe(true);
    const [slow, fast] = [pressures(ink)[18] ?? 0, pressures(ink).at(-1) ?? 0];
    expect(slow, 'a slow hand presses, a fast one glides').toBeGreaterThan(fast + 30);
  });

  it('simulates the same line at any event rate, about', () => {
    let often = 0.4;
    for (let i = 0; i < 100; i++) often = simulatePressure(often, 40, 4);
    let seldom = 0.4;
    for (let i = 0; i < 25; i++) seldom = simulatePressure(seldom, 160, 16);
    expect(Math.abs(often - seldom)).toBeLessThan(0.02);
  });

  it('fills the gaps of a slow screen along a curve, and passes through every sample', () => {
    const recorder = new Recorder('pen', 'ink', 56);
    const samples = Array.from({ length: 9 }, (_, i) => {
      const turn = (i / 8) * Math.PI;
      return { x: 8000 + Math.cos(turn) * 3000, y: 5000 + Math.sin(turn) * 3000, pressure: 0.5, time: i * 16 };
    });
    samples.forEach((sample) => recorder.add(sample));
    const { points } = recorder.ink() as Ink;
    for (let i = 3; i < points.length; i += 3) {
      const [x, y, beforeX, beforeY] = [points[i] ?? 0, points[i + 1] ?? 0, points[i - 3] ?? 0, points[i - 2] ?? 0];
      expect(Math.hypot(x - beforeX, y - beforeY)).toBeLessThan(400);
      expect(Math.abs(Math.hypot(x - 8000, y - 5000) - 3000), 'a fast circle is no polygon').toBeLessThan(60);
    }
    for (const { x, y } of samples) {
      const found = Array.from(points).some(
        (_, i) => points[i * 3] === Math.round(x) && points[i * 3 + 1] === Math.round(y),
      );
      expect(found).toBe(true);
    }
  });

  it('always gives bytes that can be read, however far the hand went', () => {
    const recorder = new Recorder('pencil', 'blue', 80);
    for (const [x, y] of [
      [-1e9, 1e9],
      [1e9, -1e9],
      [NaN, 3],
      [0, 0],
      [Infinity, 0],
    ] as const)
      recorder.add({ x, y, pressure: NaN, time: 1 });
    const ink = recorder.ink() as Ink;
    expect(decodeInk(encodeInk(ink))).toEqual(ink);
  });

  it('has no ink before the first sample', () => {
    expect(new Recorder('pen', 'ink', 56).ink()).toBeNull();
  });
});

describe('pen', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function desk() {
    const kept: { ink: Ink; gesture: string }[] = [];
    let gestures = 0;
    const pen = new Pen({
      recorder: () => new Recorder('pencil', 'blue', 80),
      keep: (ink, gesture) => kept.push({ ink, gesture }),
      changed: () => undefined,
      newGesture: () => `gesture ${(gestures += 1)}`,
    });
    return { pen, kept };
  }

  it('keeps a stroke once, when it is lifted, even a dot', () => {
    const { pen, kept } = desk();
    pen.press(at(100, 0));
    pen.lift();
    pen.lift();
    expect(kept.length).toBe(1);
    expect(pointCount(kept[0]?.ink as Ink)).toBe(1);
  });

  it('keeps what is drawn when the next press comes without a lift', () => {
    const { pen, kept } = desk();
    pen.press(at(100, 0));
    pen.move([at(900, 16)]);
    pen.press(at(5000, 900));
    expect(kept.length, 'a lost pointerup never loses a stroke').toBe(1);
  });

  it('keeps a stroke whose hand stands still, and goes on from there in the same gesture', () => {
    const { pen, kept } = desk();
    pen.press(at(100, performance.now()));
    pen.move([at(900, performance.now())]);
    vi.advanceTimersByTime(STILL + 1);
    expect(kept.length, 'a lid that closes in the middle of a stroke loses nothing').toBe(1);
    vi.advanceTimersByTime(STILL * 5);
    expect(kept.length, 'standing still longer adds nothing').toBe(1);
    pen.move([at(1700, performance.now())]);
    pen.lift();
    expect(kept.length).toBe(2);
    expect(kept[1]?.gesture).toBe(kept[0]?.gesture);
    expect(kept[1]?.ink.points[0], 'the second piece begins where the first ended').toBe(900);
  });

  it('keeps a lasting stroke in pieces', () => {
    const { pen, kept } = desk();
    pen.press(at(0, 0));
    for (let time = 16; time < LASTING * 2.5; time += 16) pen.move([at((time * 3) % 16000, time)]);
    expect(kept.length).toBe(2);
  });

  it('drops a press that turned into a zoom', () => {
    const { pen, kept } = desk();
    pen.press(at(0, 0));
    pen.move([at(40, 8)]);
    pen.drop();
    pen.lift();
    vi.advanceTimersByTime(STILL * 2);
    expect(kept).toEqual([]);
  });
});
