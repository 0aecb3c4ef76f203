// Order as Rust computed it. Nothing here decides an order; it only sorts rows that carry one.

export interface Placed {
  id: string;
  position: number;
}

/** Rows of one parent, in the order Rust gave them; ids decide between equals, as in the store. */
export function byPosition(a: Placed, b: Placed): number {
  return a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
