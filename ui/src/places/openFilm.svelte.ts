// The film of the current address, read once and handed to every section that shows it.
import { asFailure, type Failure } from '../host';
import type { Id } from '../host/gen';
import { anyUnsent } from '../ink/unsent';
import { faces, OpenFilm, recoverTexts } from '../rows';

class CurrentFilm {
  open: OpenFilm | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  #wanted: Id | null = null;

  /** Shows `film`, or none; asking again for the same one keeps it as it is. */
  show(film: Id | null): void {
    if (film === this.#wanted) return;
    this.#wanted = film;
    this.open?.dispose();
    this.open = null;
    this.failure = null;
    if (film) void this.#load(film);
  }

  /** Reads the same film again, after a failure or another file was opened. */
  reload(): void {
    const film = this.#wanted;
    this.#wanted = null;
    this.show(film);
  }

  async #load(film: Id): Promise<void> {
    try {
      // Who draws is known first, so that the undo read with the film is theirs.
      if (!faces.ready) await faces.load();
      const open = await OpenFilm.load(film, faces.id);
      if (this.#wanted !== film) return open.dispose();
      this.open = open;
      // Should it fail, each drawing still sends its own when it is opened.
      if (anyUnsent()) void recover(open).catch(() => undefined);
      recoverTexts(new Set(open.rows.map((row) => row.id)));
    } catch (cause) {
      if (this.#wanted === film) this.failure = asFailure(cause);
    }
  }
}

/** What a window that was killed could not send is sent as soon as its film is opened, whichever section shows it. */
async function recover(film: OpenFilm): Promise<void> {
  const { outbox } = await import('../features/draw/unsent.svelte');
  outbox.recover(new Set(film.panels.map((panel) => panel.drawing)));
}

export const currentFilm = new CurrentFilm();
