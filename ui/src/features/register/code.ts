// The recovery code as it is read from paper: six groups of four signs, whatever hand typed them.

export const GROUPS = 6;
export const LENGTH = 4;

export const noCode = (): string[] => Array.from({ length: GROUPS }, () => '');

/** The signs the code is made of: no O, I or L, which are read for 0 and 1; dashes and spaces fall away. */
export const normalised = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');

/** What is typed or pasted into the group `at`: a whole code takes all the groups, what is too long goes on into the next ones. */
export function spread(groups: readonly string[], at: number, text: string): { groups: string[]; at: number } {
  const signs = normalised(text);
  const from = signs.length >= GROUPS * LENGTH ? 0 : at;
  const next = [...groups];
  const taken = Math.max(1, Math.min(GROUPS - from, Math.ceil(signs.length / LENGTH)));
  for (let group = 0; group < taken; group += 1) next[from + group] = signs.slice(group * LENGTH, (group + 1) * LENGTH);
  const last = from + taken - 1;
  // A full group is left for the next one.
  return { groups: next, at: next[last]?.length === LENGTH ? Math.min(last + 1, GROUPS - 1) : last };
}

export const isComplete = (groups: readonly string[]): boolean => groups.every((group) => group.length === LENGTH);

export const isEmpty = (groups: readonly string[]): boolean => groups.every((group) => group === '');

/** The code as the core takes it. */
export const joined = (groups: readonly string[]): string => groups.join('-');
