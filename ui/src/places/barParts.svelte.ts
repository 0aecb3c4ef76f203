// What a section puts into the bar while it is shown: drawing names its panel there and finishes it there.
import type { Snippet } from 'svelte';

export interface BarParts {
  /** Takes the place of the way to the section, after the logo. */
  here: Snippet | null;
  /** Stands before "Enregistré", in the place of the search. */
  lead: Snippet | null;
  /** Stands at the end, in the place of the settings. */
  end: Snippet | null;
}

const NONE: BarParts = { here: null, lead: null, end: null };
let shown = $state.raw<BarParts>(NONE);

export const barParts = (): BarParts => shown;

/** Fills the bar until the returned function is called: made for `$effect(() => fillBar({...}))`. */
export function fillBar(parts: BarParts): () => void {
  shown = parts;
  return () => {
    if (shown === parts) shown = NONE;
  };
}
