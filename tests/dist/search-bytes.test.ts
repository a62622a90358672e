import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BASE, brotliBytes, builtPages, DIST, fileBytes, loadedByItself, scriptClosure } from './site.ts';

const read = (locale: string, part: string) => readFileSync(join(DIST, 'search-index', locale, `${part}.txt`), 'utf8');

/** Bytes of the code that the search box fetches on its first focus, beyond what every page has. */
function codeBytes(): number {
  const home = builtPages().find(({ address }) => address === BASE);
  if (!home) throw new Error('no home page');
  const known = loadedByItself(home).scripts;
  const box = [...known].flatMap((address) => {
    const code = readFileSync(join(DIST, address.slice(BASE.length)), 'utf8');
    return [...code.matchAll(/["'`](\.\/search\.[\w-]+\.js)["'`]/g)].map(
      ([, target = '']) => new URL(target, `http://x${address}`).pathname,
    );
  });
  expect(box.length).toBeGreaterThan(0);
  return [...scriptClosure(box)]
    .filter((address) => !known.has(address))
    .reduce((sum, address) => sum + fileBytes(address), 0);
}

describe('bytes of the search', () => {
  test.each([
    ['zh-CN', 12_000],
    ['en', 10_000],
  ] as const)('%s: code and first list keep their budget of %i up to 250 names, then 25 a name', (locale, base) => {
    const titles = read(locale, 'titles');
    const names = titles.trimEnd().split('\n').length - 1;
    expect(names).toBeGreaterThan(250);
    expect(codeBytes() + brotliBytes(titles)).toBeLessThanOrEqual(base + 25 * (names - 250));
  });

  test.each(['zh-CN', 'en'])('%s: items, rules, steps and services are a second file of at most 35 kB', (locale) => {
    expect(brotliBytes(read(locale, 'entries'))).toBeLessThanOrEqual(35_000);
  });
});
