/** What can be laid over any place. */
export const panes = $state({ search: false, keys: false, faces: false, print: false });
