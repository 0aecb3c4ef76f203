// Text written by people goes into our sentences. It must neither reorder them (right-to-left marks) nor break out
// of its isolation, so control characters go away and anything that is not plain Latin is wrapped.
const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const plainLatin = /^[\u0020-\u024f\u2010-\u2027\u202f\u2030-\u205e\u20ac]*$/;

/** `text` made safe to stand inside a sentence of the interface. */
export function isolate(text: string): string {
  const bare = text.replace(controls, '');
  return plainLatin.test(bare) ? bare : firstStrongIsolate + bare + popIsolate;
}

const longest = 60;

/** A title short enough to stand in a sentence or a label: cut between characters, never inside one. */
export function brief(text: string): string {
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, 600))];
  if (characters.length <= longest) return text;
  return `${characters
    .slice(0, longest)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`;
}
