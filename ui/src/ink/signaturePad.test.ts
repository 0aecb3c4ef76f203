// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeInk, fromBase64, pointCount } from './codec';
import { FRAME } from './frame';
import { SignaturePad } from './signaturePad';

let stage: HTMLElement;
let pad: SignaturePad;
let told: boolean[];

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  stage = document.createElement('div');
  Object.defineProperty(stage, 'clientWidth', { value: 1024 });
  Object.defineProperty(stage, 'clientHeight', { value: 384 });
  stage.setPointerCapture = () => undefined;
  document.body.append(stage);
  told = [];
  pad = new SignaturePad({ stage, canvas: document.createElement('canvas') }, (empty) => told.push(empty));
});
afterEach(() => {
  pad.dispose();
  stage.remove();
  vi.unstubAllGlobals();
});

function point(name: string, x: number, y: number, more: PointerEventInit = {}): void {
  const buttons = name === 'pointerup' ? 0 : 1;
  stage.dispatchEvent(
    new PointerEvent(name, {
      pointerId: 1,
      pointerType: 'mouse',
      clientX: x,
      clientY: y,
      buttons,
      pressure: 0.5,
      ...more,
    }),
  );
}

function sign(from: number): void {
  point('pointerdown', from, 100);
  for (let step = 1; step <= 10; step += 1) point('pointermove', from + step * 20, 100 + (step % 3) * 15);
  point('pointerup', from + 200, 100);
}

describe('the pad to sign on', () => {
  it('keeps what slips off it at its edge, so that the signature stays as large as it was drawn', () => {
    point('pointerdown', 500, 100);
    point('pointermove', -4000, 9000);
    point('pointermove', 700, 120);
    point('pointerup', 700, 120);
    const { points } = decodeInk(fromBase64(pad.strokes()[0]!));
    const [xs, ys] = [0, 1].map((of) => [...points].filter((_, at) => at % 3 === of));
    // A curve that is made smooth may reach a hair further.
    const hair = FRAME / 100;
    expect(Math.min(...xs!)).toBeGreaterThan(-hair);
    expect(Math.max(...ys!)).toBeLessThan((384 / 1024) * FRAME + hair);
  });

  it('gives each stroke as ink of the pen, on a pad as wide as a frame', () => {
    sign(100);
    sign(500);
    const strokes = pad.strokes().map((text) => decodeInk(fromBase64(text)));
    expect(strokes).toHaveLength(2);
    expect(strokes[0]).toMatchObject({ tool: 'pen', colour: 'ink', simulated: true });
    expect(strokes[0]?.points[0], 'pixels are counted in units of the frame').toBe((100 * FRAME) / 1024);
    expect(pointCount(strokes[0]!)).toBeGreaterThan(10);
  });

  it('says when there is something on it, and when there is nothing any more', () => {
    expect(pad.empty).toBe(true);
    sign(100);
    expect(told.at(-1)).toBe(false);
    pad.clear();
    expect(told.at(-1)).toBe(true);
    expect(pad.strokes()).toEqual([]);
  });

  it.each(['pointercancel', 'lostpointercapture'])('keeps the stroke that ends by %s', (name) => {
    point('pointerdown', 100, 100);
    point('pointermove', 200, 120);
    point(name, 200, 120);
    expect(pad.strokes()).toHaveLength(1);
  });

  it('keeps the stroke under way when the window loses the focus', () => {
    point('pointerdown', 100, 100);
    point('pointermove', 200, 120);
    window.dispatchEvent(new Event('blur'));
    point('pointermove', 900, 120);
    const [stroke] = pad.strokes().map((text) => decodeInk(fromBase64(text)));
    expect(Math.max(...stroke!.points)).toBeLessThan((400 * FRAME) / 1024);
  });

  it('takes back the last stroke, and none that is on its way', () => {
    sign(100);
    sign(500);
    const [first] = pad.strokes();
    pad.undo();
    expect(pad.strokes()).toEqual([first]);
    pad.locked = true;
    pad.undo();
    expect(pad.empty).toBe(false);
    pad.locked = false;
    pad.undo();
    pad.undo();
    expect([pad.empty, told.at(-1)]).toEqual([true, true]);
  });

  it('takes nothing more while what lies on it is on its way', () => {
    sign(100);
    pad.locked = true;
    sign(500);
    expect(pad.strokes()).toHaveLength(1);
  });
});
