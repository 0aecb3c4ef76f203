/**
 * Which strokes are pieces of one pen-down. A long one is kept in pieces, each beginning exactly where the one before
 * ended, made by the same face with the same tool; whoever erases one of them whole means them all.
 *
 * It is an index of first and last points, so that erasing a hundred strokes never compares them with a thousand others.
 */
import type { Drawn } from './stroke';

export class Joins {
  #first = new Map<string, Set<Drawn>>();
  #last = new Map<string, Set<Drawn>>();

  add(stroke: Drawn): void {
    if (!isPiece(stroke)) return;
    put(this.#first, startOf(stroke), stroke);
    put(this.#last, endOf(stroke), stroke);
  }

  remove(stroke: Drawn): void {
    if (!isPiece(stroke)) return;
    this.#first.get(startOf(stroke))?.delete(stroke);
    this.#last.get(endOf(stroke))?.delete(stroke);
  }

  /** The stroke and every piece joined to it, directly or through others. */
  of(stroke: Drawn): Drawn[] {
    const found = new Set([stroke]);
    const left = isPiece(stroke) ? [stroke] : [];
    for (let one = left.pop(); one; one = left.pop()) {
      for (const other of [...(this.#first.get(endOf(one)) ?? []), ...(this.#last.get(startOf(one)) ?? [])]) {
        if (found.has(other)) continue;
        found.add(other);
        left.push(other);
      }
    }
    return [...found];
  }
}

// A dot joins nothing.
const isPiece = (stroke: Drawn): boolean => stroke.ink.points.length > 3;
const startOf = (stroke: Drawn): string => nameOf(stroke, 0);
const endOf = (stroke: Drawn): string => nameOf(stroke, stroke.ink.points.length - 3);

function nameOf({ ink, face }: Drawn, at: number): string {
  return `${ink.points[at]} ${ink.points[at + 1]} ${ink.tool} ${ink.colour} ${ink.size} ${face}`;
}

function put(index: Map<string, Set<Drawn>>, name: string, stroke: Drawn): void {
  const there = index.get(name);
  if (there) there.add(stroke);
  else index.set(name, new Set([stroke]));
}
