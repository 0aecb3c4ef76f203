// Every edit of a row leaves through here: signed by the face at the pen, never waited for by the screen.
// A refusal is told once, by whoever registered with `onEditFailure`; the caller sees null.

import { asFailure, call, type Failure } from '../host';
import type { Commands, Id } from '../host/gen';
import { faces } from './faces.svelte';

/** The commands that take `face` and `gesture`. */
export type EditName = {
  [K in keyof Commands]: Commands[K][0] extends { gesture?: unknown } ? K : never;
}[keyof Commands];

type Tell = (failure: Failure, again: () => void) => void;
let failed: Tell = (failure) => console.error(failure);

/** Says who tells people that an edit was refused; `again` sends the same edit once more. */
export function onEditFailure(tell: Tell): void {
  failed = tell;
}

/** Tells people that something was refused. */
export const tellFailure: Tell = (failure, again) => failed(failure, again);

/** Sends one edit. Resolves with the reply after the durable commit, or with null when it was refused (and told). */
export async function edit<K extends EditName>(name: K, request: Commands[K][0]): Promise<Commands[K][1] | null> {
  tellEdit();
  try {
    return await call(name, { face: faces.id, ...request });
  } catch (cause) {
    failed(asFailure(cause), () => void edit(name, request));
    return null;
  }
}

let began: () => void = () => {};

/** Says who hears that an edit is on its way. */
export function onEdit(heard: () => void): void {
  began = heard;
}

/** Tells that an edit is on its way. */
export const tellEdit = (): void => began();

type Expecting = (entity: Id, field: string, value: unknown) => (kept: boolean) => void;
const expecting = new Set<Expecting>();

/** Hears of every field as it is chosen, and then whether it was kept, until the returned function is called. */
export function onFieldSet(heard: Expecting): () => void {
  expecting.add(heard);
  return () => expecting.delete(heard);
}

/** Sets one field, as one step of undo (or as part of `gesture`). It is shown at once. */
export async function setField(entity: Id, field: string, value: unknown, gesture?: string): Promise<unknown> {
  const ends = [...expecting].map((heard) => heard(entity, field, value));
  const reply = await edit('set_field', { entity, field, value, ...(gesture === undefined ? {} : { gesture }) });
  for (const end of ends) end(reply !== null);
  return reply;
}

let gestures = 0;
/** A name for one gesture: edits that share it are one step of undo. Unique for this window's life and others'. */
export function newGesture(): string {
  const chance = crypto.getRandomValues(new Uint32Array(2));
  return `${chance[0]!.toString(36)}${chance[1]!.toString(36)}-${(gestures += 1)}`;
}
