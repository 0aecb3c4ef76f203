// What can be done with what is chosen on the board. It holds no row: those are the open film's.
// Nothing here waits for a commit before the screen answers; new things are chosen when the core has named them.

import type { Id } from '../../host/gen';
import { session } from '../../host/session.svelte';
import { announce } from '../../kit/announce.svelte';
import { nameOf } from '../../fields/names';
import { turn } from '../../fields/turned';
import { go } from '../../places/routes.svelte';
import { edit } from '../../rows';
import { panelStep, sceneStep, shotStep, shotToScene, type Direction, type Move } from '../../rows/moves';
import { cellFor } from './cells';
import { BoardChoice } from './choice.svelte';
import { said } from './names';

export class Board extends BoardChoice {
  /** The dialog that chooses where the chosen thing goes. */
  moving = $state(false);
  /** The scene whose heading is being written in place. */
  renaming: Id | null = $state(null);

  async draw(): Promise<void> {
    if (!this.cell) return;
    if (this.cell.panel === null && session.readOnly) return;
    const panel = this.cell.panel ?? (await edit('add_panel', { shot: this.cell.shot }))?.id;
    if (!panel) return;
    // Coming back from the drawing comes back to this case.
    go({ at: 'storyboard', film: this.film.id, panel }, true);
    go({ at: 'draw', film: this.film.id, panel });
  }

  async addPanel(): Promise<void> {
    if (!this.cell) return this.addShot();
    const made = await edit('add_panel', { shot: this.cell.shot, after: this.cell.panel });
    if (made) await this.reach(made.id);
  }

  /** A shot after the chosen one, or at the end of `scene`; without any scene, one is made first. */
  async addShot(scene?: Id): Promise<void> {
    const into =
      scene ?? this.scene?.id ?? this.film.scenes.at(-1)?.id ?? (await edit('add_scene', { film: this.film.id }))?.id;
    if (!into) return;
    const after = this.cell && scene === undefined ? this.cell.shot : (this.film.shotsOf(into).at(-1)?.id ?? null);
    const made = await edit('add_shot', { scene: into, after, with_panel: true });
    if (made) await this.reach(made.panel ?? made.id);
  }

  async addScene(): Promise<void> {
    const after = this.scene?.id ?? this.film.scenes.at(-1)?.id ?? null;
    const made = await edit('add_scene', { film: this.film.id, after });
    if (!made) return;
    await this.reach(made.id);
    this.renaming = made.id;
  }

  async remove(): Promise<void> {
    const entity = this.entity;
    if (!entity) return;
    const name = nameOf(this.film, entity);
    const done = await edit('delete_entity', { entity });
    if (!done) return;
    announce(said('deleted', name), { label: said('put-back', name), run: () => void this.putBack(entity) });
  }

  /** Takes something out of the trash, and goes there. */
  async putBack(entity: Id): Promise<void> {
    if (await edit('restore_entity', { entity })) await this.reach(entity);
  }

  /** Copies what is chosen, or the panel itself of a shot that is held whole. */
  async duplicate(entity = this.entity): Promise<void> {
    if (!entity) return;
    const made = await edit('duplicate_entity', { entity });
    if (!made) return;
    await this.reach(made.id);
    announce(said('duplicated', nameOf(this.film, made.id)));
  }

  /** Sends one move and keeps the focus on what moved; null means that it is already at the edge. */
  async move(move: Move | null): Promise<void> {
    if (!move) return announce(said('at-the-edge', nameOf(this.film, this.entity ?? '')));
    const before = nameOf(this.film, move.entity);
    const { focused } = this;
    // Asked before the move: an element that changes place loses the focus.
    const list = this.list();
    if (!(await edit('move_entity', { ...move }))) return;
    await this.reach(focused ?? move.entity, list);
    announce(said('moved', nameOf(this.film, move.entity), before));
  }

  moveStep(direction: Direction): void {
    const id = this.cell ? (this.cell.panel ?? this.cell.shot) : this.chosenScene?.id;
    if (!id) return;
    if (this.chosenScene) void this.move(sceneStep(this.film, id, direction));
    else if (this.cell?.panel) void this.move(panelStep(this.film, id, direction));
    else void this.move(shotStep(this.film, id, direction));
  }

  /** A shot goes to the scene before or after; a scene only has earlier and later. */
  moveScene(direction: Direction): void {
    if (this.cell) void this.move(shotToScene(this.film, this.cell.shot, direction));
    else this.moveStep(direction);
  }

  rename(): void {
    if (this.chosenScene) this.renaming = this.chosenScene.id;
    else document.querySelector<HTMLElement>('[data-inspector] [data-field="action"]')?.focus();
  }

  async undo(redo = false): Promise<void> {
    const turned = await turn(this.film, redo ? 'redo' : 'undo').catch(() => null);
    // Refused: the bar says it, like every edit that was not kept.
    if (!turned) return;
    const { words, row } = turned;
    announce(words, null, 'turned');
    if (row && (this.film.scene(row) || cellFor(this.film, row))) await this.show(row);
  }
}
