import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sentence = (language: string): string => {
  const file = new URL(`../../../../assets/locales/${language}/print.ftl`, import.meta.url);
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(file, 'utf8')));
  return bundle.formatPattern(bundle.getMessage('print-letters')!.value!, { letters: '影 電' });
};

it.each(['fr', 'en'])('the letters that are missing end their sentence: %s', (language) => {
  expect(sentence(language)).toMatch(/影 電\. \p{Lu}/u);
});
