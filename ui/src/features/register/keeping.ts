// Keeping a change of the register, and saying beside the field why it was refused.
import type { Id } from '../../host/gen';
import { refusal } from '../../texts/refusal';
import { people } from './people.svelte';

/** Answers nothing when it was kept, else the words of the refusal. */
export type Keep<Value = string> = (value: Value) => Promise<string | undefined>;

/** Does it; answers the words of the refusal when it is refused. */
export const kept = (change: Promise<unknown>): Promise<string | undefined> => change.then(() => undefined, refusal);

/** Keeps one field of a person. */
export const keepField = (person: Id, field: string, value: unknown): Promise<string | undefined> =>
  kept(people.change('set_person', { person, field, value }));

/** Keeps one field of somebody near a person. */
export const keepRelative = (
  person: Id,
  relative: Id,
  field: string,
  value: string | boolean,
): Promise<string | undefined> => kept(people.change('set_relative', { person, relative, field, value }));
