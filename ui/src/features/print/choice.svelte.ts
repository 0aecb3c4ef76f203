// What is to be made of the film. It knows no page and no file.

import type { ExportChoice, ExportKind, Id, PrintLook, PrintMemory, Scene, Shot } from '../../host/gen';
import type { OpenFilm } from '../../rows';
import type { PrintDoor } from '../../places/panes.svelte';

/** A line of the table. */
export interface Line {
  scene: Scene;
  shot: Shot | null;
}

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
  /** The chosen scenes; none is all of them, unless `nothing` says that they left. */
  readonly scenes: readonly Id[] = $derived.by(() => idsOf(this.film.listedScenes, this.#scenes));
  /** The chosen shots, where they are chosen one by one. */
  readonly shots: readonly Id[] = $derived.by(() =>
    this.film.listedScenes.flatMap(({ id }) => idsOf(this.film.listedShots(id), this.#shots)),
  );

  readonly isPaper = $derived(this.kind.endsWith('.pdf'));

  /**
   * What is missing before anything can be made. Scenes that all left the film are not the whole film: only who chooses none
   * chooses all.
   */
  readonly nothing: 'shots' | 'scenes' | null = $derived.by(() => {
    if (this.byShot) return this.shots.length === 0 ? 'shots' : null;
    const lost = this.#scenes.length > 0 && this.scenes.length === 0 && this.film.listedScenes.length > 0;
    return lost ? 'scenes' : null;
  });

  /** The choice as the core is asked for it; null while there is nothing to make. */
  readonly asked: ExportChoice | null = $derived.by(() => {
    if (!this.look || this.nothing) return null;
    const part = this.byShot ? { shots: [...this.shots] } : { scenes: [...this.scenes] };
    return { film: this.film.id, kind: this.kind, ...part, look: this.look };
  });

  /** The lines of the table: one for each shot that is chosen, and one for a chosen scene that has none yet. */
  readonly table: readonly Line[] = $derived.by(() => {
    if (this.nothing) return [];
    const some = this.scenes.length > 0 && !this.byShot;
    const scenes = this.film.listedScenes.filter(({ id }) => !some || this.scenes.includes(id));
    return scenes.flatMap((scene): Line[] => {
      const shots = this.film.listedShots(scene.id).filter(({ id }) => !this.byShot || this.shots.includes(id));
      if (shots.length === 0 && !this.byShot) return [{ scene, shot: null }];
      return shots.map((shot) => ({ scene, shot }));
    });
  });
  readonly lines = $derived(this.table.length);
  readonly hasShots = $derived(this.table.some(({ shot }) => shot !== null));

  constructor(film: OpenFilm) {
    this.film = film;
  }

  /** As it was last time, but for what the door already chose. */
  begin(memory: PrintMemory, door: PrintDoor): void {
    this.kind = door.kind ?? memory.kind;
    this.#shots = door.shots ?? [];
    this.byShot = this.#shots.length > 0;
    // Who prints one shot wants the page it is on.
    this.look = this.byShot ? { ...memory.look, cover: false } : memory.look;
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
