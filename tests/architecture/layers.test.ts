import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, roomOf, sourceFiles } from './imports.ts';

interface Room {
  /** Rooms whose code it may use. */
  readonly uses: readonly string[];
  /** Rooms of which it may name types only. */
  readonly types?: readonly string[];
  /** Packages it may use; `*` for any. */
  readonly packages: readonly (string | RegExp)[];
}

const SOLID = /^solid-js(\/|$)/;
const ASTRO = /^astro(:|$)/;
const CONTENT = 'astro:content';
const STATIC = [
  'components',
  'domain',
  'drawing',
  'enhance',
  'i18n',
  'layouts',
  'schema',
  'search',
  'styles',
  'islands',
];

/** `content -> schema -> domain -> state -> islands -> pages`: facts flow right, imports point left. */
const ROOMS: Readonly<Record<string, Room>> = {
  schema: { uses: ['i18n'], packages: ['astro/zod'] },
  domain: { uses: [], types: ['schema'], packages: [] },
  i18n: { uses: [], packages: [] },
  state: { uses: ['domain'], types: ['schema'], packages: [SOLID, 'yjs'] },
  interchange: {
    uses: ['domain'],
    types: ['schema', 'state', 'i18n'],
    packages: ['fflate', 'valibot', 'write-excel-file', 'read-excel-file', 'papaparse'],
  },
  drawing: { uses: [], types: ['domain'], packages: [] },
  search: { uses: ['i18n'], packages: [] },
  // Styles of what is fetched on use come along with its code, so that pages for reading do not pay for them.
  enhance: { uses: ['search', 'i18n', 'domain', 'styles'], packages: [] },
  islands: {
    uses: ['state', 'domain', 'interchange', 'drawing', 'search', 'i18n', 'styles'],
    types: ['schema'],
    packages: [SOLID],
  },
  components: { uses: ['domain', 'drawing', 'i18n', 'styles'], types: ['schema'], packages: [ASTRO] },
  layouts: { uses: ['components', 'i18n', 'styles', 'enhance', 'domain'], types: ['schema'], packages: [ASTRO] },
  pages: { uses: [...STATIC, 'state'], packages: [ASTRO] },
  sw: { uses: [], packages: [] },
  hosting: { uses: [], packages: [/^node:/] },
  build: { uses: ['schema', 'search', 'i18n', 'hosting', 'domain'], packages: [/./] },
  'content.config.ts': { uses: ['build', 'schema'], packages: [CONTENT, 'astro/loaders'] },
  'env.d.ts': { uses: [], types: ['components', 'i18n'], packages: [/^astro\//] },
};

const imports = sourceFiles().flatMap(importsOf);
const inSource = ({ target }: Import) => target.startsWith('src/');

/** A sentence about each import that goes the wrong way. */
function findWrong(): string[] {
  return imports.flatMap((one) => {
    const room = roomOf(one.file);
    const rules = ROOMS[room];
    const place = `${one.file}:${one.line}`;
    if (!rules)
      return [`${place}: "${room}" is no room of the house; give it rules in tests/architecture/layers.test.ts`];
    if (!inSource(one)) {
      if (/^(content|tests|node_modules)\//.test(one.target))
        return [`${place}: ${room} may not reach into ${one.target}`];
      const allowed = rules.packages.some((name) =>
        typeof name === 'string' ? name === one.target : name.test(one.target),
      );
      return allowed || one.isType ? [] : [`${place}: ${room} may not import the package ${one.target}`];
    }
    const there = roomOf(one.target);
    if (there === room || rules.uses.includes(there)) return [];
    if (rules.types?.includes(there))
      return one.isType ? [] : [`${place}: ${room} may import only types from ${there}`];
    return [`${place}: ${room} may not import ${there}`];
  });
}

describe('the rooms of the house', () => {
  test('imports point from the page to the facts, never back', () => {
    expect(findWrong()).toEqual([]);
  });

  test('no island imports another', () => {
    const islands = imports.filter(
      ({ file, target }) =>
        /^src\/islands\/\w+Island\.tsx$/.test(target) && file.startsWith('src/islands/') && file !== target,
    );
    expect(islands.map(({ file, line, target }) => `${file}:${line} imports ${target}`)).toEqual([]);
  });

  test('an island has one default export and nothing else', () => {
    const wrong = sourceFiles()
      .filter((file) => /^src\/islands\/[^/]+\.tsx$/.test(file))
      .filter((file) => {
        const exported = readFileSync(file, 'utf8').match(/^export .*$/gm) ?? [];
        return (
          !file.endsWith('Island.tsx') || exported.length !== 1 || !exported[0]?.startsWith('export default function')
        );
      });
    expect(wrong).toEqual([]);
  });

  test('the build, zod and the content never reach a browser', () => {
    const byFile = Map.groupBy(
      imports.filter((one) => !one.isType),
      ({ file }) => file,
    );
    const roots = sourceFiles().filter((file) => /^src\/(islands|enhance|state|interchange)\//.test(file));
    const seen = new Set<string>();
    const queue = roots.map((file) => [file]);
    const wrong: string[] = [];
    for (let path = queue.pop(); path; path = queue.pop()) {
      const here = path.at(-1) ?? '';
      if (seen.has(here)) continue;
      seen.add(here);
      for (const { target } of byFile.get(here) ?? []) {
        if (/^(astro|zod|node:)/.test(target) || target.startsWith('src/build/') || target.startsWith('content/')) {
          wrong.push([...path, target].join(' → '));
        } else if (target.startsWith('src/')) queue.push([...path, target]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('the domain reads no clock, no place and no page', () => {
    const FORBIDDEN =
      /\bDate\.now\b|\bnew Date\b|\bDate\.parse\b|\bIntl\b|\btoLocale\w+\b|\bMath\.random\b|\bdocument\b\.|\bwindow\b|\blocalStorage\b|\bperformance\b\./;
    const wrong = sourceFiles()
      .filter((file) => file.startsWith('src/domain/') || file.startsWith('src/drawing/'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, i) =>
            FORBIDDEN.test(line.replace(/\/\/.*|^\s*\*.*|\/\*.*/, '')) ? [`${file}:${i + 1} ${line.trim()}`] : [],
          ),
      );
    expect(wrong).toEqual([]);
  });

  test('the state has codes for what happened, and no words for readers', () => {
    const wrong = sourceFiles()
      .filter((file) => file.startsWith('src/state/'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, i) => {
            const code = line.replace(/\/\/.*|^\s*\*.*|\/\*\*.*/, '');
            return /['"`][^'"`]*\p{Script=Han}{2,}/u.test(code) ? [`${file}:${i + 1} ${line.trim()}`] : [];
          }),
      );
    expect(wrong).toEqual([]);
  });

  test('no file is called after what it is not: utils, helpers, common, misc, types', () => {
    expect(sourceFiles().filter((file) => /(^|\/)(utils?|helpers?|common|misc|types)(\.|\/)/.test(file))).toEqual([]);
  });
});
