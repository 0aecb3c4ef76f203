// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { keepFocus } from './keepFocus';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the focus of a line that leaves', () => {
  let end: (() => void) | void;
  afterEach(() => end?.());

  function place(html: string): HTMLElement {
    document.body.innerHTML = `<main>${html}</main>`;
    const main = document.querySelector('main')!;
    end = keepFocus(main);
    return main;
  }

  it('goes to the line that took its place, then to the one before, then to the title', async () => {
    const main = place('<h1 tabindex="-1">Films</h1><ul><li><button>a</button></li><li><button>b</button></li></ul>');
    const [a, b] = [...main.querySelectorAll('button')];
    a!.focus();
    a!.closest('li')!.remove();
    await turn();
    expect(document.activeElement).toBe(b);
    main.querySelector('ul')!.remove();
    await turn();
    expect(document.activeElement?.localName).toBe('h1');
  });
  it('stays where it is when another line leaves', async () => {
    const main = place('<ul><li><button>a</button></li><li><button>b</button></li></ul>');
    const [a, b] = [...main.querySelectorAll('button')];
    a!.focus();
    b!.closest('li')!.remove();
    await turn();
    expect(document.activeElement).toBe(a);
  });
});
