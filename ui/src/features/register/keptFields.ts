// The fields of a form that is open: before it closes each of them is kept, or says why it cannot be.
import { getContext, setContext } from 'svelte';

/** Keeps what is typed; false where it was refused, which stands below the field. */
export type Flush = () => Promise<boolean>;
const KEY = Symbol();

/** For the form: asks every field in it. */
export function formOfFields(): { flush: Flush } {
  const fields = setContext(KEY, new Set<Flush>());
  return { flush: async () => (await Promise.all([...fields].map((flush) => flush()))).every(Boolean) };
}

/** For a field: joins its form, where it stands in one, until the returned function is called. */
export function joinForm(): (flush: Flush) => () => void {
  const fields = getContext<Set<Flush> | undefined>(KEY);
  return (flush) => {
    fields?.add(flush);
    return () => void fields?.delete(flush);
  };
}
