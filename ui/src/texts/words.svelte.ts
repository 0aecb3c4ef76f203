// The words of the interface: one Fluent bundle per language, the shown one in a rune so that every text follows it
// at once. No text of the interface exists outside assets/locales.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { isolate } from './bidi';
import { ownTexts } from './own';

export type Language = 'fr' | 'en';
export type Arguments = Record<string, string | number>;

const catalogues: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  fr: () => import('./fr'),
  en: () => import('./en'),
};

let shown = $state.raw<{ language: Language; bundle: FluentBundle }>({
  language: 'fr',
  bundle: new FluentBundle('fr'),
});

/** The workshop's own words, by every key they stand for. */
let own = $state.raw<ReadonlyMap<string, string>>(new Map());

/** The language shown now; reading it in a template or an effect follows its changes. */
export const language = (): Language => shown.language;

/** Left to right for the languages of today; `dir` is set from here so that no screen has to know. */
export const direction = (code: string): 'ltr' | 'rtl' => (code === 'ar' ? 'rtl' : 'ltr');

/** Builds the bundle of one language from its catalogue files. */
export function buildBundle(code: Language, files: Record<string, string>): FluentBundle {
  // Arguments are isolated by `isolate`, which also stops text that would close Fluent's own isolation.
  const bundle = new FluentBundle(code, { useIsolating: false });
  for (const [path, source] of Object.entries(files)) {
    const errors = bundle.addResource(new FluentResource(source));
    for (const error of errors) console.error(`${path}: ${error.message}`);
  }
  return bundle;
}

/** Shows another language, and sets the page's `lang` and `dir`. */
export async function setLanguage(code: Language): Promise<void> {
  const files = (await catalogues[code]()).default;
  shown = { language: code, bundle: buildBundle(code, files) };
  document.documentElement.lang = code;
  document.documentElement.dir = direction(code);
}

/** Puts the workshop's own words (`Settings.words`) in place of the usual ones, everywhere at once. */
export function setOwnWords(words: Readonly<Record<string, string>>): void {
  own = ownTexts(words);
}

/**
 * The text of `key` in the shown language, or the workshop's own word for it; text arguments are isolated, numbers
 * follow the language.
 */
export const t = (key: string, args?: Arguments): string => own.get(key) ?? usual(key, args);

/** The text of `key` as the catalogues have it, whatever the workshop calls it. */
export function usual(key: string, args?: Arguments): string {
  const { bundle } = shown;
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) {
    console.error(`no text for ${key} in ${shown.language}`);
    return key;
  }
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args && variables(args), errors);
  for (const error of errors) console.error(`${key}: ${error.message}`);
  return text;
}

/** True when the shown language has a text for `key`: for values that may be codes or people's own words. */
export const hasText = (key: string): boolean => shown.bundle.hasMessage(key);

function variables(args: Arguments): Record<string, FluentVariable> {
  const made: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(args)) made[name] = typeof value === 'string' ? isolate(value) : value;
  return made;
}
