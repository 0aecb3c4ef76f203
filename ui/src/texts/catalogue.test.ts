// One rule: every text of the interface is in assets/locales, in both languages, and nothing there is dead.
import { FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { families } from './families';

const here = import.meta.dirname;
const sources = join(here, '..');
const locales = join(here, '../../../assets/locales');
const languages = ['fr', 'en'] as const;

/** Attributes and component properties whose literal value people would read or hear. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'text',
  'word',
  'end',
  'heading',
  'description',
]);
/** Catalogues of the program around the window: they are in the same folder, and used and tested in Rust. */
const notOurs = new Set(['cli.ftl']);
/** Signs that are the same in every language: no letters in them. */
const hasWords = (text: string): boolean => /\p{Letter}/u.test(text);

interface Message {
  id: string;
  variables: string[];
  file: string;
}

function variablesOf(pattern: unknown, found = new Set<string>()): Set<string> {
  if (typeof pattern !== 'object' || pattern === null) return found;
  const node = pattern as { type?: string; name?: string };
  if (node.type === 'var' && node.name) found.add(node.name);
  for (const inner of Object.values(pattern)) variablesOf(inner, found);
  return found;
}

function catalogue(language: string): Message[] {
  const folder = join(locales, language);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ftl') && !notOurs.has(file))
    .flatMap((file) =>
      new FluentResource(readFileSync(join(folder, file), 'utf8')).body.map((message) => ({
        id: message.id,
        variables: [...variablesOf(message.value)].sort(),
        file,
      })),
    );
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(svelte|ts)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/host/gen/'));
}

const short = (file: string): string => file.slice(sources.length + 1);
const files = filesUnder(sources).map((file) => ({ file: short(file), text: readFileSync(file, 'utf8') }));
const code = files.filter(({ file }) => file !== 'texts/families.ts');
const messages = Object.fromEntries(languages.map((language) => [language, catalogue(language)]));
const ids = (language: string): Set<string> => new Set(messages[language]?.map((message) => message.id));
const familyKeys = families.flatMap(({ prefix, codes, suffixes = [''] }) =>
  suffixes.flatMap((suffix) => codes.map((one) => `${prefix}${one}${suffix}`)),
);

const sometimesKeys = families.flatMap(({ prefix, codes, sometimes = [] }) =>
  sometimes.flatMap((suffix) => codes.map((one) => `${prefix}${one}${suffix}`)),
);

/** Keys written whole: t('key'), and keys kept in data as a quoted word that is a key; a word alone could be anything. */
const called = code.flatMap(({ file, text }) =>
  [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => ({ file, key: match[1] ?? '' })),
);
/** Keys made from a code: t(`family-${code}-suffix`). */
const built = code.flatMap(({ file, text }) =>
  [...text.matchAll(/\bt\(\s*`([^`]+)`/g)].map((match) => ({ file, template: match[1] ?? '' })),
);
const quoted = new Set(
  code.flatMap(({ text }) =>
    [...text.matchAll(/'([A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_-]+)+)'/g)].map((match) => match[1] ?? ''),
  ),
);

describe('the catalogues', () => {
  it.each(languages)('%s can be read, and names nothing twice', (language) => {
    const seen = new Map<string, string>();
    const twice = (messages[language] ?? []).filter(({ id, file }) => {
      const before = seen.get(id);
      seen.set(id, file);
      return before !== undefined;
    });
    expect(
      twice.map(({ id, file }) => `${id} (${file}, ${seen.get(id)})`),
      'a key has one place',
    ).toEqual([]);
  });

  it.each(languages)('%s loses no line to a syntax error', (language) => {
    for (const file of readdirSync(join(locales, language))) {
      const text = readFileSync(join(locales, language, file), 'utf8');
      const written = [...text.matchAll(/^([A-Za-z][\w-]*) =/gm)].map((match) => match[1]);
      const read = new FluentResource(text).body.map((message) => message.id);
      expect(read, `${language}/${file} is not valid Fluent`).toEqual(written);
    }
  });

  it('say the same things in both languages, with the same variables', () => {
    const [fr, en] = languages.map((language) => new Map(messages[language]?.map((message) => [message.id, message])));
    expect(
      [...(fr?.keys() ?? [])].filter((id) => !en?.has(id)),
      'only in French',
    ).toEqual([]);
    expect(
      [...(en?.keys() ?? [])].filter((id) => !fr?.has(id)),
      'only in English',
    ).toEqual([]);
    for (const [id, message] of fr ?? [])
      expect(en?.get(id)?.variables, `the variables of ${id}`).toEqual(message.variables);
  });

  it('have every key the interface asks for', () => {
    const missing = called.filter(({ key }) => !ids('fr').has(key)).map(({ file, key }) => `${key} (${file})`);
    expect(missing).toEqual([]);
    expect(
      familyKeys.filter((key) => !ids('fr').has(key)),
      'a code without its text',
    ).toEqual([]);
  });

  it('have no family that is not declared in families.ts', () => {
    // A component for any family writes `${family}-${code}`: the families it can be given are in the table themselves.
    const known = (template: string): boolean =>
      /^\$\{\w+\}-\$\{/.test(template) || families.some(({ prefix }) => template.startsWith(`${prefix}\${`));
    expect(
      built.filter(({ template }) => !known(template)).map(({ file, template }) => `${template} (${file})`),
    ).toEqual([]);
  });

  it('have no key that nothing shows', () => {
    // A family is headed by its own name: t(family).
    const heads = families.map(({ prefix }) => prefix.replace(/-$/, ''));
    const used = new Set([...called.map(({ key }) => key), ...familyKeys, ...sometimesKeys, ...heads]);
    const dead = [...ids('fr')].filter((id) => !used.has(id) && !quoted.has(id));
    expect(dead).toEqual([]);
  });

  it('write French with its non-breaking spaces and its apostrophes', () => {
    const folder = join(locales, 'fr');
    const wrong = readdirSync(folder)
      .filter((file) => !notOurs.has(file))
      .flatMap((file) =>
        readFileSync(join(folder, file), 'utf8')
          .split('\n')
          .filter((line) => !line.startsWith('#'))
          .map((line) => line.replace(/^[A-Za-z][\w-]* =|\{[^}]*\}/g, ''))
          .filter((line) => / [:;?!»%](?:\s|$)|« |\p{Letter}'\p{Letter}/u.test(line))
          .map((line) => `${file}: ${line}`),
      );
    expect(wrong).toEqual([]);
  });
});

interface Node {
  type?: string;
  name?: string;
  data?: string;
  value?: unknown;
  start?: number;
  [key: string]: unknown;
}

/** The literals that an expression can come to; what it hands to a function is that function's matter. */
function said(expression: Node | undefined): string[] {
  const part = (name: string): string[] => said(expression?.[name] as Node | undefined);
  switch (expression?.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? [expression.value] : [];
    case 'TemplateLiteral':
      return [
        ...(expression.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked),
        ...(expression.expressions as Node[]).flatMap(said),
      ];
    case 'ConditionalExpression':
      return [...part('consequent'), ...part('alternate')];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return ['||', '&&', '??', '+'].includes(String(expression.operator)) ? [...part('left'), ...part('right')] : [];
    default:
      return [];
  }
}

/** Texts given to people by code: `label: 'Draw'`. A word with a capital, a space or an accent is no key and no code. */
const inCode = (text: string): string[] =>
  [...text.matchAll(/\b(\w+): '([^'\n]+)'/g)]
    .filter(([, name, words]) => spoken.has(name ?? '') && /^\p{Lu}|\s|[^\x00-\x7f]/u.test(words ?? ''))
    .map(([, name, words]) => `${name}: ${words}`);

/** Every literal a person would read in a component's markup. */
function literals(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) {
    for (const inner of node) literals(inner, found);
    return found;
  }
  if (typeof node !== 'object' || node === null) return found;
  const { type, name, data, value } = node as Node;
  if (type === 'Text' && typeof data === 'string' && hasWords(data)) found.push(data.trim());
  if (type === 'StyleDirective') return found;
  if (type === 'Attribute') {
    if (!name || !spoken.has(name)) return found;
    for (const part of Array.isArray(value) ? (value as Node[]) : [value as Node]) {
      const words = part?.type === 'Text' ? [part.data ?? ''] : said((part as { expression?: Node })?.expression);
      found.push(...words.filter(hasWords).map((word) => `${name}: ${word}`));
    }
    return found;
  }
  if (type === 'ExpressionTag') found.push(...said((node as { expression?: Node }).expression).filter(hasWords));
  for (const [key, inner] of Object.entries(node))
    if (key !== 'css' && key !== 'instance' && key !== 'module') literals(inner, found);
  return found;
}

describe('components', () => {
  const held = (file: string, text: string): string[] =>
    file.endsWith('.svelte') ? literals(parse(text, { modern: true }).fragment) : [];

  it('hold no text of their own', () => {
    const written = files.flatMap(({ file, text }) =>
      [...held(file, text), ...inCode(text)].map((words) => `${file}: ${words}`),
    );
    expect(written, 'text belongs to assets/locales').toEqual([]);
  }, 30_000);

  it('would be caught, wherever the text is', () => {
    const texts = [
      '<p>Dessiner</p>',
      "<p>{on ? 'Oui' : t('no')}</p>",
      '<p>{`${count} plans`}</p>',
      "<button aria-label={on ? 'Fermer' : undefined}></button>",
      "<Button label={name || 'Sans nom'} />",
      '<img alt="Un plan" />',
    ];
    for (const text of texts) expect(held('x.svelte', text), text).toHaveLength(1);
    expect(inCode("const item = { label: 'Dessiner', run };")).toHaveLength(1);
    expect(held('x.svelte', "<p class={on ? 'Big' : ''}>{t('draw')}{word('size', 'CU')}</p>")).toEqual([]);
    expect(inCode("{ label: 'draw-undo', name: 'size', text: 'shots' }")).toEqual([]);
  });
});
