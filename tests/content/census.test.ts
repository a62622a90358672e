import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/build/content/check.ts';
import { KINDS, type KindName } from '../../src/schema/kinds.ts';

const { counts, problems } = checkContent(process.cwd());

/** Entries as they lie on the disk, counted without the reader that the build uses. */
function countOnDisk(kind: KindName): number {
  const files = globSync(`content/${kind}/**/*.{yaml,yml}`);
  if (KINDS[kind].layout === 'file') return files.length;
  return files.reduce((sum, file) => sum + Object.keys(parse(readFileSync(file, 'utf8')) as object).length, 0);
}

describe('the census of the content', () => {
  test.each(Object.keys(KINDS) as KindName[])('every entry of the kind %s on the disk is read', (kind) => {
    expect(counts[kind]).toBe(countOnDisk(kind));
  });

  test('nothing lies in a folder that nobody reads', () => {
    const known = new Set<string>([...Object.keys(KINDS), 'handbook', 'README.md']);
    expect(
      globSync('content/*')
        .map((path) => path.replaceAll('\\', '/').slice('content/'.length))
        .filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  test('both languages have the same pages', () => {
    const pagesIn = (locale: string) =>
      globSync(`content/handbook/${locale}/**/*.mdx`)
        .map((file) => file.replaceAll('\\', '/').slice(`content/handbook/${locale}/`.length))
        .sort();
    expect(pagesIn('en')).toEqual(pagesIn('zh-CN'));
    expect(pagesIn('en')).toHaveLength(counts.pages);
  });

  test('the content has no problem', () => {
    expect(problems).toEqual([]);
  });
});
