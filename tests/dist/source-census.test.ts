import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readKind } from '../../src/build/content/read.ts';
import type { Source } from '../../src/schema/source.ts';
import { textOf } from './html.ts';
import { findPage, mainOf } from './site.ts';

/** One fact, figure, role, date or list item of the source document, and where it stands on the site. */
interface CensusEntry {
  readonly id: string;
  readonly source: string;
  readonly fact: string;
  readonly path: string;
  readonly 'zh-CN': readonly string[];
  readonly en: readonly string[];
}

const files = globSync('tests/census/*.yaml').sort();
const census = files.flatMap((file) =>
  (parse(readFileSync(file, 'utf8')) as CensusEntry[]).map((entry) => ({ file: file.replaceAll('\\', '/'), entry })),
);
const sections = readKind(process.cwd(), 'sources')
  .entries.filter(({ data }) => (data as Source).kind === 'document')
  .map(({ id }) => id);

/** Letters as compared: neither line breaks nor capitals nor the spaces that typography puts between scripts count. */
const bare = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u200b]+/gu, '')
    .toLowerCase();

const texts = new Map<string, string>();
function bareTextOf(locale: 'zh-CN' | 'en', path: string): string | undefined {
  const key = `${locale} ${path}`;
  if (!texts.has(key)) {
    const page = findPage(locale, path);
    if (!page) return undefined;
    texts.set(key, bare(textOf(mainOf(page))));
  }
  return texts.get(key);
}

describe('the facts of the source document', () => {
  test('are listed once each, with a place and words in both languages', () => {
    const ids = census.map(({ entry }) => entry.id);
    const faults = census.flatMap(({ file, entry }, i) => [
      ...(ids.indexOf(entry.id) === i ? [] : [`${file} ${entry.id}: the id is used twice`]),
      ...(sections.includes(entry.source) ? [] : [`${file} ${entry.id}: no section "${entry.source}"`]),
      ...(['zh-CN', 'en'] as const).flatMap((locale) =>
        Array.isArray(entry[locale]) &&
        entry[locale].length > 0 &&
        entry[locale].every((words) => bare(String(words)) !== '')
          ? []
          : [`${file} ${entry.id}: no words in ${locale}`],
      ),
    ]);
    expect(faults).toEqual([]);
    expect(census.length).toBeGreaterThan(0);
  });

  test.each(['zh-CN', 'en'] as const)('stand on the built pages in %s', (locale) => {
    const lost = census.flatMap(({ file, entry }) => {
      const text = bareTextOf(locale, entry.path);
      if (text === undefined) return [`${file} ${entry.id}: there is no page ${entry.path}`];
      return entry[locale]
        .filter((words) => !text.includes(bare(String(words))))
        .map((words) => `${file} ${entry.id}: "${words}" is not on ${entry.path}`);
    });
    expect(lost).toEqual([]);
  });

  test('are listed for every section of the document', () => {
    const covered = new Set(census.map(({ entry }) => entry.source));
    expect(sections.filter((section) => !covered.has(section))).toEqual([]);
  });
});
