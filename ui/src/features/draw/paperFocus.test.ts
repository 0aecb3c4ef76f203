// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Drawing } from './drawing.svelte';
import { PaperFocus } from './paperFocus.svelte';

const HTML = '<div tabindex="0"></div><button></button><dialog open><button></button></dialog>';

function paper() {
  const drawing = {
    cross: null as object | null,
    returning: false,
    showCross: (on: boolean) => (drawing.cross = on ? {} : null),
  };
  const focus = new PaperFocus(drawing as unknown as Drawing);
  document.body.innerHTML = HTML;
  const [sheet, button, closing] = [...document.body.querySelectorAll<HTMLElement>('div, button')];
  sheet!.addEventListener('focus', focus.came);
  sheet!.addEventListener('blur', focus.left);
  return { drawing, focus, sheet: sheet!, button: button!, closing: closing! };
}

describe('the crosshair', () => {
  afterEach(() => (document.body.innerHTML = ''));

  it('comes with the keyboard, and not with a pointer', () => {
    const { drawing, focus, sheet, button } = paper();
    sheet.focus();
    expect(drawing.cross).not.toBeNull();
    button.focus();
    expect(drawing.cross).toBeNull();
    focus.pointed();
    sheet.focus();
    expect(drawing.cross).toBeNull();
  });

  it('is as it was when the focus comes back by itself', () => {
    const { drawing, focus, sheet, closing, button } = paper();
    focus.pointed();
    sheet.focus();
    closing.focus();
    sheet.focus();
    expect(drawing.cross, 'a dialog was looked at, and the arrows still go from panel to panel').toBeNull();
    button.focus();
    sheet.focus();
    button.focus();
    drawing.returning = true;
    sheet.focus();
    expect(drawing.cross, 'a text was written by the keyboard').not.toBeNull();
    button.focus();
    focus.forget();
    sheet.focus();
    expect(drawing.cross, 'a pointer was used meanwhile').toBeNull();
  });
});
