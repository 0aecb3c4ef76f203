// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { focusStays } from './focusStays';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the focus of what goes away', () => {
  let end: (() => void) | void;
  afterEach(() => end?.());

  function place(html: string, then = () => undefined as void, buttons = true): HTMLElement {
    document.body.innerHTML = `<main>${html}</main><button id="far"></button>`;
    const main = document.querySelector('main')!;
    end = focusStays(then, buttons)(main);
    return main;
  }
  const button = (main: HTMLElement, id: string) => main.querySelector<HTMLElement>(`#${id}`)!;

  it('is had by what took its place, else by what comes next in the work', async () => {
    const then = vi.fn();
    const main = place('<button id="a"></button>', then);
    button(main, 'a').focus();
    main.innerHTML = '<button id="b"></button>';
    await turn();
    expect(document.activeElement?.id).toBe('b');
    main.innerHTML = '<button disabled></button>';
    await turn();
    expect(then).toHaveBeenCalledTimes(1);
  });

  it('goes to the paper, from a mark, a text and a tool alike', async () => {
    const then = vi.fn();
    const main = place('<button id="a"></button><textarea id="t"></textarea><button id="b"></button>', then, false);
    button(main, 't').focus();
    button(main, 't').remove();
    await turn();
    expect(then).toHaveBeenCalledTimes(1);
    button(main, 'b').focus();
    button(main, 'b').setAttribute('disabled', '');
    await turn();
    expect(then, 'a button switched off has it no more').toHaveBeenCalledTimes(2);
  });

  it('stays where someone brought it', async () => {
    const then = vi.fn();
    const main = place('<button id="a"></button><button id="b"></button>', then);
    button(main, 'a').focus();
    document.querySelector<HTMLElement>('#far')!.focus();
    button(main, 'a').remove();
    await turn();
    expect(document.activeElement?.id).toBe('far');
    button(main, 'b').focus();
    main.append(document.createElement('i'));
    await turn();
    expect(document.activeElement?.id).toBe('b');
    expect(then).not.toHaveBeenCalled();
  });
});
