// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layout, PER_PAGE, SIZE } from './layouts';
import { pageWanted } from './pageKeys';
import { pageNumbers } from './pageNumbers';
import { sidesOf } from './sides';

describe('the numbers of pages', () => {
  it('are all there while they fit', () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(3, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
  it('are as many on every page, each reachable, the ends and the one looked at among them', () => {
    for (const pages of [8, 9, 51]) {
      for (let page = 1; page <= pages; page += 1) {
        const shown = pageNumbers(page, pages);
        expect(shown.length, `${page} of ${pages}`).toBe(7);
        for (const wanted of [1, page, pages]) expect(shown, `${page} of ${pages}`).toContain(wanted);
        const numbers = shown.filter((one) => one !== null);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }
    }
  });
});

describe('keys that turn pages', () => {
  const press = (key: string, where: string, more: object = {}) => {
    document.body.innerHTML = '<input id="far"><div data-pages><button id="near"></button><input id="in"></div>';
    let wanted: number | null = null;
    const target = document.getElementById(where)!;
    target.addEventListener('keydown', (event) => (wanted = pageWanted(event, 3, 9)));
    target.dispatchEvent(new KeyboardEvent('keydown', { key, ...more }));
    return wanted;
  };
  it('turn anywhere with PageUp and PageDown, beside the page with arrows and ends', () => {
    expect([press('PageDown', 'far'), press('PageUp', 'far')]).toEqual([4, 2]);
    expect([press('ArrowRight', 'near'), press('Home', 'near'), press('End', 'near')]).toEqual([4, 1, 9]);
  });
  it('leave alone who writes, who chooses, and what the system means', () => {
    expect([press('ArrowRight', 'far'), press('ArrowRight', 'in'), press('Home', 'in')]).toEqual([null, null, null]);
    expect(press('ArrowRight', 'near', { altKey: true })).toBeNull();
    expect(press('a', 'near')).toBeNull();
  });
  it('turn from a column that is longer than the screen too: the focus begins there', () => {
    document.body.innerHTML = '<div class="scroll"><button id="in"></button></div>';
    const column = document.querySelector('.scroll')!;
    Object.defineProperty(column, 'scrollHeight', { value: 900 });
    let wanted: number | null = null;
    column.addEventListener('keydown', (event) => (wanted = pageWanted(event as KeyboardEvent, 3, 9)));
    document.getElementById('in')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    expect(wanted).toBe(4);
  });
  it('follow the direction of reading', () => {
    document.dir = 'rtl';
    expect(press('ArrowLeft', 'near')).toBe(4);
    document.dir = '';
  });
});

describe('the small drawings of layouts', () => {
  it('hold as many frames as they say, all on the page, none over another', () => {
    for (const direction of ['portrait', 'landscape'] as const) {
      for (const count of PER_PAGE) {
        const { page, frames } = layout(count, direction);
        expect(frames.length).toBe(count);
        expect(page.width > page.height).toBe(direction === 'landscape');
        expect(page.x >= 0 && page.y >= 0 && page.y + page.height <= SIZE.height).toBe(true);
        for (const [at, one] of frames.entries()) {
          expect(one.x + one.width <= page.x + page.width && one.y + one.height <= page.y + page.height).toBe(true);
          for (const other of frames.slice(at + 1)) {
            const apart = one.x + one.width <= other.x || one.y + one.height <= other.y;
            expect(apart, `${count} ${direction}`).toBe(true);
          }
        }
      }
    }
  });
  it('have their words where the paper has them: lying, label and size of four and of nine stand beside', () => {
    const beside = (count: number, direction: 'portrait' | 'landscape') => {
      const { frames, words } = layout(count, direction);
      const [frame, word] = [frames[0]!, words[0]!];
      return word.x >= frame.x + frame.width && word.y < frame.y + frame.height;
    };
    expect(PER_PAGE.filter((count) => beside(count, 'landscape'))).toEqual([1, 4, 9]);
    expect(PER_PAGE.filter((count) => beside(count, 'portrait'))).toEqual([3, 4]);
  });
  it('have the sides of the paper; a shot list always lies', () => {
    const choice = (kind: string, paper: string, direction: string) =>
      sidesOf({ film: 'f', kind, look: { paper, direction } } as Parameters<typeof sidesOf>[0]);
    expect(choice('storyboard.pdf', 'a4', 'portrait')).toBeCloseTo(210 / 297);
    expect(choice('storyboard.pdf', 'letter', 'landscape')).toBeCloseTo(11 / 8.5);
    expect(choice('shot-list.pdf', 'a4', 'portrait')).toBeCloseTo(297 / 210);
  });
});
