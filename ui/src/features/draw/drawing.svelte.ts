// The drawing screen's state: which page lies on the easel, how it is seen, what was last said aloud.
import { asFailure } from '../../host';
import type { Id } from '../../host/gen';
import { session } from '../../host/session.svelte';
import { announce, endTurned } from '../../kit/announce.svelte';
import { Easel, type View } from '../../ink';
import { go } from '../../places/routes.svelte';
import { faces, setField, type OpenFilm } from '../../rows';
import { t } from '../../texts/index.svelte';
import { textStart } from './lettering';
import { Marks } from './marks.svelte';
import { Page } from './page.svelte';
import { Through } from './through.svelte';
import { colourNow, sizeNow, toolbox } from './toolbox.svelte';
import { turn, type Way } from './turning';
import { onLanded, outbox } from './unsent.svelte';

type Place = ConstructorParameters<typeof Easel>[0];

export class Drawing {
  readonly film: OpenFilm;
  readonly marks: Marks;
  /** The panel before, when it is to be seen. */
  readonly through = new Through((strokes) => this.easel?.showOnion(strokes));
  easel: Easel | null = $state.raw(null);
  page: Page | null = $state.raw(null);
  view: View = $state.raw({ scale: 0.01, x: 0, y: 0 });
  zoom = $state(1);
  /** Said by screen readers, politely. */
  said = $state('');
  /** Where the keyboard's crosshair is, frame units; null while a pointer draws. */
  cross: { x: number; y: number; down: boolean } | null = $state.raw(null);
  #savedTimer: ReturnType<typeof setTimeout> | undefined;
  #ring: HTMLElement | null = null;
  #stage: HTMLElement | null = null;
  /** The focus is on its way to the paper, and nobody brought it: no reason to show the crosshair. */
  returning = false;

  constructor(film: OpenFilm) {
    this.film = film;
    this.marks = new Marks(() => this.page);
  }

  /** Sets up the surface; the returned function finishes what is under way and takes it down. */
  mount(place: Place, ring: HTMLElement): () => void {
    this.#ring = ring;
    this.#stage = place.stage;
    const { ink, ratio } = this.film.film;
    const easel = new Easel(
      place,
      { film: ink, ratio },
      {
        began: () => this.marks.letGo(),
        drawn: (stroke, gesture) => {
          this.page?.sheet.draw(stroke, faces.id, gesture);
          this.#saySaved();
        },
        erased: (erasing, gesture) => this.page?.sheet.erase(erasing, faces.id, gesture),
        swept: (sweep, gesture) => this.marks.sweep(sweep, gesture),
        arrowDraft: (arrow) => (this.marks.draft = arrow),
        arrowDrawn: (arrow) => this.marks.addArrow(arrow, colourNow()),
        textAt: (x, y) => {
          easel.keys.forget();
          // A text open elsewhere is finished by losing the focus; the new one opens after that.
          setTimeout(() => {
            const size = sizeNow();
            this.marks.write({ ...textStart(x, y, size, this.film.film.ratio), size, colour: colourNow() });
          });
        },
        viewed: (view, zoom) => {
          this.view = view;
          this.zoom = zoom;
        },
        hovered: (at, radius) => this.#showRing(at, radius),
        keyed: () => this.cross && this.showCross(true),
      },
    );
    this.easel = easel;
    const stop = onLanded(this.marks.landed);
    return () => {
      stop();
      this.marks.finishWriting();
      // The stroke under way still belongs to its page.
      easel.release();
      this.page?.dispose();
      this.page = null;
      easel.dispose();
      this.easel = this.#stage = null;
    };
  }

  /** Shows the keyboard's crosshair where it is now, or gives the arrows back. */
  showCross(shown: boolean): void {
    const keys = this.easel?.keys;
    this.cross = shown && keys ? { ...keys.at, down: keys.down } : null;
  }

  /** Gives the keyboard to the paper. */
  focusPaper = (): void => {
    this.returning = true;
    this.#stage?.focus({ preventScroll: true });
    this.returning = false;
  };

  /** Puts a drawing on the easel. What was under way on the one before is finished there. */
  open(drawing: Id): void {
    if (!this.easel || this.page?.drawing === drawing) return;
    this.easel.release();
    this.marks.finishWriting();
    this.page?.dispose();
    this.marks.letGo();
    this.marks.draft = null;
    this.page = new Page(drawing, this.easel);
  }

  undo = () => this.#step('undo');
  redo = () => this.#step('redo');

  async #step(way: Way): Promise<void> {
    if (session.readOnly) return announce(t('read-only-hint'));
    this.marks.finishWriting();
    this.easel?.release();
    // What is still on its way would come back after the undo: it arrives first.
    if (!(await outbox.settled())) return announce(t('draw-undo-waits'), null, 'trouble');
    const here = this.film.drawing(this.page?.drawing ?? '')?.panel ?? '';
    try {
      const { words, panel, seen } = await turn(this.film, way, here);
      // Someone who left the screen meanwhile is not called back.
      if (panel && this.easel) go({ at: 'draw', film: this.film.id, panel }, true);
      endTurned();
      if (seen) this.say(words);
      else announce(words, null, 'turned');
    } catch (cause) {
      announce(
        t(`error-${asFailure(cause).code}`),
        { label: t('again'), run: () => void this.#step(way), back: false },
        'trouble',
      );
    }
  }

  setFinished(finished: boolean): void {
    if (!this.page) return;
    this.easel?.release();
    void setField(this.page.drawing, 'finished', finished);
    this.say(t(finished ? 'draw-finished-said' : 'draw-unfinished-said'));
  }

  say(words: string): void {
    // The same words twice are only read twice when they differ somewhere.
    this.said = this.said === words ? `${words}\u00a0` : words;
  }

  // One word for a whole burst of strokes, once the last is durable.
  #saySaved(): void {
    clearTimeout(this.#savedTimer);
    this.#savedTimer = setTimeout(() => {
      void outbox.settled().then((all) => all && this.say(t('draw-stroke-saved')));
    }, 900);
  }

  // Moved by hand, not by state: the ring follows every move of the pointer.
  #showRing(at: { x: number; y: number } | null, radius: number): void {
    const ring = this.#ring;
    if (!ring) return;
    ring.hidden = at === null || radius === 0;
    if (at === null) return;
    const across = Math.max(6, radius * 2);
    ring.style.width = ring.style.height = `${across}px`;
    ring.style.transform = `translate(${at.x - across / 2}px, ${at.y - across / 2}px)`;
    ring.dataset['gear'] = toolbox.gear;
  }
}
