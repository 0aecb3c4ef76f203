// What can be done with the active line of the shot list, and what is being changed in it. It holds no row.

import type { Id, Shot } from '../../host/gen';
import { session } from '../../host/session.svelte';
import { announce } from '../../kit/announce.svelte';
import { nameOf } from '../../fields/names';
import { turn } from '../../fields/turned';
import { go } from '../../places/routes.svelte';
import { edit, setField } from '../../rows';
import { shotStep, type Direction, type Move } from '../../rows/moves';
import { t } from '../../texts/index.svelte';
import { columnOf } from './columns';
import { TableWalk, type Active } from './walk.svelte';

export class ShotTable extends TableWalk {
  /** What the cell is changed with: nothing, in place, or starting with a letter that was typed. */
  editing: { typed: string } | null = $state.raw(null);
  /** The dialog that chooses where the active shot goes. */
  moving = $state(false);
  /** The shot whose every field is shown. */
  whole: Id | null = $state(null);

  /** Begins to change the active cell; cells that are not written open what they stand for. */
  begin(typed = ''): void {
    const { shot, line, active } = this;
    if (!active || !line) return;
    if (!shot) {
      const back = session.readOnly ? null : { label: t('board-put-back'), run: () => void this.putBack(line) };
      announce(t('shots-omitted-fixed', { label: line.label }), back);
    } else if (active.column === 'label') this.whole = shot.id;
    else if (active.column === 'thumb') void this.draw();
    else if (session.readOnly) announce(t('read-only-hint'));
    else if (active.column === 'duration' && shot.panels > 1) {
      announce(t('shots-duration-of-panels', { count: shot.panels }), {
        label: t('shots-see-panels'),
        run: () => this.board(),
      });
    } else this.editing = { typed };
  }

  /** Leaves the cell as it is now; the focus comes back to it, or goes on. */
  end(then: Active | null = this.active): void {
    this.editing = null;
    if (then) void this.reach(then.shot, then.column);
  }

  /** Empties the active cell, or throws the whole shot away from its number. */
  clear(): void {
    const { shot, active } = this;
    if (!shot || !active) return;
    const { column } = active;
    if (column === 'label' || column === 'thumb') return void this.remove();
    if (column === 'light' || column === 'sound') void setField(shot.id, column, []);
    else if (column === 'description') void this.#empty(shot, ['action', 'dialogue']);
    else if (column === 'notes') void this.#empty(shot, ['notes']);
    else if (column === 'setup_minutes') void setField(shot.id, column, 0);
    else if (column === 'support' || column === 'lens' || column === 'characters') void setField(shot.id, column, '');
    else if (column !== 'duration' && column !== 'status') void setField(shot.id, column, null);
  }

  async #empty(shot: Shot, fields: readonly ('action' | 'dialogue' | 'notes')[]): Promise<void> {
    const gesture = `clear-${shot.id}-${performance.now()}`;
    for (const field of fields) {
      if (shot[field]) await edit('splice_text', { entity: shot.id, field, seen: shot[field], text: '', gesture });
    }
  }

  async add(): Promise<void> {
    const line = this.line && this.film.scene(this.line.scene) ? this.line : null;
    const scene = line?.scene ?? this.film.scenes.at(-1)?.id ?? (await edit('add_scene', { film: this.film.id }))?.id;
    if (!scene) return;
    // After an omitted line is after the last shot before it.
    const before = this.film.shotsOf(scene).filter((shot) => !line || shot.position <= line.position);
    const after = before.at(-1)?.id ?? null;
    const made = await edit('add_shot', { scene, after, with_panel: true });
    if (made) await this.reach(made.id);
  }

  /** Brings an omitted line back, with its scene when that is omitted too. */
  async putBack(line = this.line): Promise<void> {
    if (!line || !line.omitted || this.film.shot(line.id)) return;
    const entity = this.film.scene(line.scene) ? line.id : line.scene;
    if (await edit('restore_entity', { entity })) await this.reach(line.id);
  }

  async remove(): Promise<void> {
    const { shot } = this;
    if (!shot) return;
    if (!(await edit('delete_entity', { entity: shot.id }))) return;
    announce(t('board-said-deleted', { name: t('board-name-shot', { label: shot.label }) }), {
      label: t('board-put-back'),
      run: () => void edit('restore_entity', { entity: shot.id }).then((back) => back && this.reach(shot.id)),
    });
  }

  async duplicate(): Promise<void> {
    const made = this.shot && (await edit('duplicate_entity', { entity: this.shot.id }));
    if (made) await this.reach(made.id);
  }

  async move(direction: Direction): Promise<void> {
    const move = this.shot && shotStep(this.film, this.shot.id, direction);
    if (!move) return announce(t('board-said-at-the-edge'));
    await this.moveTo(move);
  }

  async moveTo(move: Move): Promise<void> {
    const before = nameOf(this.film, move.entity);
    if (!(await edit('move_entity', { ...move }))) return;
    await this.reach(move.entity);
    const name = nameOf(this.film, move.entity);
    announce(name === before ? t('board-said-moved', { name }) : t('board-said-renamed', { before, name }));
  }

  async draw(): Promise<void> {
    if (!this.shot || (session.readOnly && this.shot.panels === 0)) return;
    const panel = this.film.panelsOf(this.shot.id)[0]?.id ?? (await edit('add_panel', { shot: this.shot.id }))?.id;
    if (!panel) return;
    // Coming back from the drawing comes back to this line.
    go({ at: 'shots', film: this.film.id, shot: this.shot.id }, true);
    go({ at: 'draw', film: this.film.id, panel });
  }

  board(): void {
    if (this.active) go({ at: 'storyboard', film: this.film.id, shot: this.active.shot });
  }

  async undo(redo = false): Promise<void> {
    const turned = await turn(this.film, redo ? 'redo' : 'undo').catch(() => null);
    // Refused: the bar says it, like every edit that was not kept.
    if (!turned) return;
    const { words, row, fields } = turned;
    announce(words, null, 'turned');
    const shot = row ? this.film.shot(this.film.panel(row)?.shot ?? row) : undefined;
    const column = fields.map(columnOf).find((one) => one !== undefined && this.isShown(one));
    if (shot) await this.reach(shot.id, column);
    else if (row && this.film.scene(row)) this.showScene(row);
  }
}
