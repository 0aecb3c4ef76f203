// The people of the register, while it is open: the list and the file that is looked at. All of it is dropped the moment the
// register is sealed, and what is still on its way then is not taken. Nothing of it is kept anywhere else.

import { asFailure, call, listen, type CommandName, type Failure, type Reply, type Request } from '../../host';
import type { Event, Id, Person, PersonLine } from '../../host/gen';
import { register } from '../../rows';

export type Part = 'all' | 'minors' | 'adults' | 'former';
type List = Reply<'list_people'>;

const isIn: Record<Part, (line: PersonLine) => boolean> = {
  all: (line) => !line.left,
  minors: (line) => !line.left && line.minor,
  adults: (line) => !line.left && !line.minor,
  former: (line) => line.left,
};

export class People {
  list: List | null = $state.raw(null);
  /** The file that is looked at; null while it is read, or when nobody is chosen. */
  person: Person | null = $state.raw(null);
  query = $state('');
  part: Part = $state('all');
  /** Why the list, or the file, could not be read. */
  failure: Failure | null = $state.raw(null);
  missing: Failure | null = $state.raw(null);
  /** What was changed on the attendance sheets is taken back here too. */
  readonly canUndo: boolean = $derived(this.list?.can_undo ?? false);
  readonly canRedo: boolean = $derived(this.list?.can_redo ?? false);

  #chosen: Id | null = null;
  // Each seal begins another life: an answer of the one before is nobody's.
  #life = 0;
  #asked = { list: 0, person: 0 };

  /**
   * Those of the part chosen, in the order of the core. Not derived: what is derived keeps its last value for as long as nobody reads it
   * again, and these would stay in memory after the seal.
   */
  get shown(): PersonLine[] {
    return this.list?.people.filter(isIn[this.part]) ?? [];
  }

  /** Reads and follows until the returned function is called. */
  follow(): () => void {
    const deaf = listen((event) => this.receive(event));
    const sealed = register.onSealed(() => this.drop());
    void this.read();
    return () => {
      deaf();
      sealed();
      this.drop();
    };
  }

  receive(event: Event): void {
    if (!register.unlocked || (event.type !== 'people' && event.type !== 'sheets')) return;
    void this.read();
    void this.#readPerson();
  }

  async search(query: string): Promise<void> {
    this.query = query;
    await this.read();
  }

  async read(): Promise<void> {
    const query = this.query.trim();
    const life = this.#life;
    const mine = (this.#asked.list += 1);
    const current = (): boolean => life === this.#life && mine === this.#asked.list;
    try {
      const list = await call('list_people', query === '' ? {} : { query });
      if (current()) [this.list, this.failure] = [list, null];
    } catch (cause) {
      if (current()) this.failure = asFailure(cause);
    }
  }

  /** Looks at a file; null puts it away. */
  async choose(person: Id | null): Promise<void> {
    if (person !== this.#chosen) [this.person, this.missing] = [null, null];
    this.#chosen = person;
    await this.#readPerson();
  }

  async #readPerson(): Promise<void> {
    const person = this.#chosen;
    if (person === null) return;
    const life = this.#life;
    const mine = (this.#asked.person += 1);
    const current = (): boolean => life === this.#life && mine === this.#asked.person && person === this.#chosen;
    try {
      const read = await call('get_person', { person });
      if (current()) [this.person, this.missing] = [read, null];
    } catch (cause) {
      if (current()) [this.person, this.missing] = [null, asFailure(cause)];
    }
  }

  /** Changes something of the register; the core's event has it read again. Rejects with the core's error. */
  change<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K>> {
    return call(name, request);
  }

  /** Nothing of anybody stays. */
  drop(): void {
    this.#life += 1;
    this.#chosen = null;
    [this.list, this.person, this.failure, this.missing] = [null, null, null, null];
    [this.query, this.part] = ['', 'all'];
  }
}

export const people = new People();
