// The films of the open file, as cards; read again, at most three times a second, when anything changes in one.
import { asFailure, call, listen, type Failure } from '../../host';
import type { FilmCard } from '../../host/gen';

const pause = 350;

export class Films {
  /** Null until they were read. */
  cards: FilmCard[] | null = $state.raw(null);
  archived: FilmCard[] = $state.raw([]);
  failure: Failure | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads and follows; the returned function stops. */
  follow(): () => void {
    void this.read();
    const stop = listen((event) => {
      if (event.type !== 'changes' && event.type !== 'session') return;
      this.#timer ??= setTimeout(() => void this.read(), pause);
    });
    return () => {
      clearTimeout(this.#timer);
      stop();
    };
  }

  async read(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      const [shown, aside] = await Promise.all([call('list_films', {}), call('list_films', { archived: true })]);
      this.cards = shown.films.filter((card) => !card.film.archived);
      this.archived = aside.films.filter((card) => card.film.archived);
      this.failure = null;
    } catch (cause) {
      this.failure = asFailure(cause);
    }
  }
}
