// "Qui dessine ?": the faces of the workspace and the one at the pen now.
// The choice belongs to this machine, not to the film: it stays in the browser's storage and signs every edit.

import { call, listen } from '../host';
import type { Event, Face, Id } from '../host/gen';

const KEPT = 'ql-face';

class Faces {
  /** Live faces, by name. */
  list: Face[] = $state.raw([]);
  /** True once the core has answered. */
  ready = $state(false);
  #chosen: Id | null = $state(read());
  #stop: (() => void) | null = null;

  /** The face at the pen; null while nobody said who draws, or when that face is gone. */
  get current(): Face | null {
    return this.list.find((face) => face.id === this.#chosen) ?? null;
  }

  /** What every edit carries as `face`. */
  get id(): Id | null {
    return this.current?.id ?? null;
  }

  of(id: Id | null): Face | null {
    return id === null ? null : (this.list.find((face) => face.id === id) ?? null);
  }

  choose(id: Id | null): void {
    this.#chosen = id;
    try {
      if (id === null) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, id);
    } catch {
      // Storage may be refused; the choice then lasts as long as the window.
    }
  }

  /** Reads the faces and follows them; calling it again only reads anew. */
  async load(): Promise<void> {
    this.#stop ??= listen((event) => this.receive(event));
    this.fill((await call('list_faces', {})).faces);
  }

  fill(rows: Face[]): void {
    this.list = sorted(rows.filter((face) => face.life === 'live'));
    this.ready = true;
  }

  receive(event: Event): void {
    if (event.type === 'session') void this.load().catch(() => this.fill([]));
    if (event.type !== 'changes') return;
    const { faces: rows, deleted } = event.changes;
    if (rows.length === 0 && !deleted.some((id) => this.of(id))) return;
    const touched = new Set([...rows.map((face) => face.id), ...deleted]);
    const kept = this.list.filter((face) => !touched.has(face.id));
    this.fill([...kept, ...rows]);
  }
}

function sorted(rows: Face[]): Face[] {
  return rows.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

function read(): Id | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export const faces = new Faces();
