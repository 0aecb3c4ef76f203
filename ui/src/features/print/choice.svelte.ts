// What is to be made of the film. It knows no page and no file.

import type { ExportChoice, ExportKind, Id, PrintLook, PrintMemory } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import type { PrintDoor } from '../../places/panes.svelte';

export class PrintChoice {
  readonly film: OpenFilm;
  kind: ExportKind = $state('storyboard.pdf');
  /** Null until what was chosen last time is known. */
  look: PrintLook | null = $state.raw(null);
  /** Shots are chosen one by one, instead of scenes. */
  byShot = $state(false);

  #scenes: readonly Id[] = $state.raw([]);
  #shots: readonly Id[] = $state.raw([]);

  // What leaves the film meanwhile leaves the choice, and the order is the film's.
  /** The chosen scenes; none is all of them. */
  readonly scenes: readonly Id[] = $derived.by(() => idsOf(this.film.listedScenes, this.#scenes));
  /** The chosen shots, where they are chosen one by one. */
  readonly shots: readonly Id[] = $derived.by(() =>
    this.film.listedScenes.flatMap(({ id }) => idsOf(this.film.listedShots(id), this.#shots)),
  );

  readonly isPaper = $derived(this.kind.endsWith('.pdf'));

  /** The choice as the core is asked for it; null while there is nothing to make. */
  readonly asked: ExportChoice | null = $derived.by(() => {
    if (!this.look || (this.byShot && this.shots.length === 0)) return null;
    const part = this.byShot ? { shots: [...this.shots] } : { scenes: [...this.scenes] };
    return { film: this.film.id, kind: this.kind, ...part, look: this.look };
  });

  /** Lines of the table: one for each shot that is chosen. */
  readonly lines = $derived.by(() => {
    if (this.byShot) return this.shots.length;
    const scenes = this.film.listedScenes.filter(({ id }) => this.scenes.length === 0 || this.scenes.includes(id));
    return scenes.reduce((count, { id }) => count + this.film.listedShots(id).length, 0);
  });

  constructor(film: OpenFilm) {
    this.film = film;
  }

  /** As it was last time, but for what the door already chose. */
  begin(memory: PrintMemory, door: PrintDoor): void {
    this.kind = door.kind ?? memory.kind;
    this.look = memory.look;
    this.#shots = door.shots ?? [];
    this.byShot = this.#shots.length > 0;
  }

  change(part: Partial<PrintLook>): void {
    if (this.look) this.look = { ...this.look, ...part };
  }

  /** Puts a scene among the chosen ones, or takes it out. */
  toggleScene(scene: Id): void {
    this.#scenes = toggled(this.scenes, scene);
  }

  allScenes(): void {
    this.#scenes = [];
  }

  toggleShot(shot: Id): void {
    this.#shots = toggled(this.shots, shot);
  }

  /** From scenes to their shots, one by one. */
  chooseShots(): void {
    this.#shots = this.scenes.flatMap((scene) => this.film.listedShots(scene).map(({ id }) => id));
    this.byShot = true;
  }

  /** Back to scenes: those that are chosen are as they were. */
  chooseScenes(): void {
    this.byShot = false;
  }
}

const idsOf = (rows: readonly { id: Id }[], wanted: readonly Id[]): Id[] =>
  rows.filter(({ id }) => wanted.includes(id)).map(({ id }) => id);

const toggled = (chosen: readonly Id[], id: Id): Id[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
