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
const notOurs = new Set(['cli.ftl', 'paper.ftl', 'register-paper.ftl']);
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

/** Drawings written as SVG, and strokes that other programs compare theirs with: files that say nothing to people. */
const forMachines = /^(kit\/pictograms\/|ink\/golden\.ts$)/;
/** Where keys of the keyboard are called by the names the browser gives them; anywhere else, 'Delete' is a word. */
const aboutKeys = /keys\.ts$|keyNames\.ts$/i;
const keyNames = new Set(families.find(({ prefix }) => prefix === 'keyboard-')?.codes);
/** Functions whose arguments nobody reads. */
const silent = new Set([
  // Selectors and media queries.
  'querySelector',
  'querySelectorAll',
  'closest',
  'matches',
  'matchMedia',
  // What is compared is not shown.
  'includes',
  // It gives the key its name for people.
  'keyName',
  // For developers.
  'console',
]);

/**
 * Two words, also with a figure for one of them, a capital at the beginning, or a letter that no code has. A single word all in
 * small letters or all in capitals could be a code: it is seen where it would be read, not in the middle of a script.
 */
const isLikeWords = (text: string): boolean =>
  /[\p{L}\d]\s\p{L}{2}|\p{L}{2}\s[\p{L}\d]|^\P{L}*\p{Lu}\p{Ll}+(?![\p{L}\d+])|(?![A-Za-z])\p{L}/u.test(text);

/** What a literal says; what is put into a template stands in it as a figure. */
function textOf(node: Node): string {
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join('0');
  return node.type === 'Text' ? (node.data ?? '') : typeof node.value === 'string' ? node.value : '';
}

const isLiteral = (node: Node): boolean => node.type === 'Literal' || node.type === 'TemplateLiteral';

/** The literals that an expression can come to; what it hands to a function is that function's matter. */
function said(expression: Node | undefined): Node[] {
  const part = (name: string): Node[] => said(expression?.[name] as Node | undefined);
  switch (expression?.type) {
    case 'Text':
    case 'Literal':
      return [expression];
    case 'TemplateLiteral':
      return [expression, ...(expression.expressions as Node[]).flatMap(said)];
    case 'ExpressionTag':
      return part('expression');
    case 'ConditionalExpression':
      return [...part('consequent'), ...part('alternate')];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return ['||', '&&', '??', '+'].includes(String(expression.operator)) ? [...part('left'), ...part('right')] : [];
    default:
      return [];
  }
}

/** The parts of a piece of code whose literals nobody reads. */
function unread(node: Node): string[] {
  const at = (part: string): Node => (node[part] ?? {}) as Node;
  const { name, object, property } = at('callee') as { name?: string; object?: Node; property?: Node };
  switch (node.type) {
    // What is compared is not shown.
    case 'BinaryExpression':
      return /[=<>]/.test(String(node.operator)) ? ['left', 'right'].filter((side) => isLiteral(at(side))) : [];
    case 'SwitchCase':
      return ['test'];
    case 'CallExpression':
      return silent.has((object?.name === 'console' ? 'console' : (name ?? property?.name)) ?? '') ? ['arguments'] : [];
    // Errors are told by their code; their message is for developers.
    case 'NewExpression':
      return /(Error|Failure)$/.test(name ?? '') ? ['arguments'] : [];
    case 'ClassDeclaration':
      return at('superClass').name === 'Error' ? ['body'] : [];
    case 'TSLiteralType':
      return ['literal'];
    // CSS.
    case 'StyleDirective':
      return ['value'];
    case 'Attribute':
      return node.name === 'class' || node.name === 'style' ? ['value'] : [];
    case 'AssignmentExpression':
      return (at('left').property as Node | undefined)?.name === 'font' ? ['right'] : [];
    default:
      // The addresses of what is imported.
      return ['source'];
  }
}

/** What a person would read or hear, by its place: in markup whatever has letters, in code what is like words. */
function literals(node: unknown, found = new Map<number, string>()): Map<number, string> {
  if (Array.isArray(node)) {
    for (const inner of node) literals(inner, found);
    return found;
  }
  if (typeof node !== 'object' || node === null) return found;
  const piece = node as Node;
  const keep = (ones: Node[], isText: (text: string) => boolean): void => {
    for (const one of ones) if (isText(textOf(one))) found.set(one.start ?? -1, textOf(one).trim());
  };
  const skipped = unread(piece);
  if (piece.type === 'Text' || piece.type === 'ExpressionTag') keep(said(piece), hasWords);
  if (isLiteral(piece)) keep([piece], isLikeWords);
  if (piece.type === 'Property' && spoken.has((piece.key as Node).name ?? ''))
    keep(said(piece.value as Node), (text) => isLikeWords(text) || /^\p{Lu}/u.test(text));
  if (piece.type === 'Attribute') {
    // Its value is text or expressions; those are not shown by being there, as in markup.
    for (const part of skipped.length === 0 ? ([piece.value].flat() as Node[]) : []) {
      keep(said(part), spoken.has(piece.name ?? '') ? hasWords : isLikeWords);
      literals(part.expression, found);
    }
    return found;
  }
  for (const [key, inner] of Object.entries(piece)) if (!skipped.includes(key)) literals(inner, found);
  return found;
}

describe('components and their scripts', () => {
  function held(file: string, text: string): string[] {
    if (forMachines.test(file)) return [];
    const source = file.endsWith('.svelte') ? text : `<script lang="ts">${text}</script>`;
    const { module, instance, fragment } = parse(source, { modern: true });
    const found = [...literals([module?.content, instance?.content, fragment]).values()];
    return aboutKeys.test(file) ? found.filter((words) => !keyNames.has(words)) : found;
  }

  it('hold no text of their own', () => {
    const written = code.flatMap(({ file, text }) => held(file, text).map((words) => `${file}: ${words}`));
    expect(written, 'text belongs to assets/locales').toEqual([]);
  }, 30_000);

  it.each([
    // In markup.
    '<p>Dessiner</p>',
    "<p>{on ? 'oui' : t('no')}</p>",
    '<p>{`${count} plans`}</p>',
    "<button aria-label={on ? 'fermer' : undefined}></button>",
    "<Button label={name || 'sans nom'} />",
    '<img alt="plan" />',
    '<Card caption="Un plan" />',
    "{#each ['Oui', t('no')] as word}{word}{/each}",
    "<Button onclick={() => announce('Plan supprimé')} />",
    // In scripts.
    "<script>const label = 'Dessiner';</script><p>{label}</p>",
    "<script module>export const title = 'plan large';</script>",
    '<script lang="ts">const label: string = $derived(`${count} plans`);</script>',
    "<script>const none = $derived(count === 0 ? 'Rien' : '');</script>",
  ])('would be caught in a component: %s', (text) => {
    expect(held('x.svelte', text)).toHaveLength(1);
  });

  it.each([
    "const item = { label: 'Dessiner', run };",
    "const item = { label: on ? 'OK' : t('no'), run };",
    "announce('Plan supprimé');",
    "announce('Delete');",
    "export const nameOf = (shot: Shot): string => shot.label || 'sans nom';",
    'export const nameOf = (shot: Shot): string => `plan ${shot.label}`;',
    "class Film { title = 'Sans titre'; }",
    "const words: Record<string, string> = { close: 'serré' };",
    "if (ask('Vraiment ?') === true) run();",
  ])('would be caught in a script: %s', (text) => {
    expect(held('x.ts', text)).toHaveLength(1);
  });

  it.each([
    [
      'x.svelte',
      "<p class={on ? 'Big one' : ''} style:color=\"Red 1px\">{t('draw')}{word('size', 'CU')}{keyName('Enter')}</p>",
    ],
    ['x.svelte', '<svg viewBox="0 0 16 9"><path d={`M${x} ${y}L4 8 a 2 2 0 z`} transform="rotate(4 2 1)" /></svg>'],
    [
      'x.ts',
      "import Board from './Board.svelte'; const Shots = import('./Shots.svelte'); export * from './All Of It';",
    ],
    ['x.ts', "const item = { label: 'draw-undo', name: 'size', code: 'INT_EXT', chord: 'Ctrl+Shift+Z' }; // Un mot"],
    ['x.ts', "if (event.key === 'Enter' || types.includes('Files')) root.querySelector('li button:not(:disabled)');"],
    ['x.ts', "switch (event.key) { case 'Home': step = left ? 'ArrowLeft' : 'ArrowRight'; }"],
    [
      'x.ts',
      "pen.font = `700 ${size}px Archivo`; wide = matchMedia('screen and (width > 40em)'); on('pointerdown', run);",
    ],
    ['x.ts', "type Way = 'Un mot'; class Torn extends Error { name = 'Torn'; } throw new RangeError(`no shot ${id}`);"],
    ['keys.ts', "const keys = [{ keys: ['Delete', 'Ctrl+D'], text: 'board-key-delete' }];"],
  ])('are not mistaken in %s: %s', (file, text) => {
    expect(held(file, text)).toEqual([]);
  });
});
