import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKind } from '../../src/build/content/read.ts';
import { LOCALES, type Locale } from '../../src/i18n/locale.ts';
import { href } from '../../src/i18n/paths.ts';
import type { Question } from '../../src/schema/path.ts';
import type { Erratum } from '../../src/schema/source.ts';

/** Questions of daily work, followed on the built site as a reader without search would follow them: by links, from the home page. */
const root = new URL('../../', import.meta.url).pathname;
const MOST_LINKS = 3;

/** The built page behind an address, or `undefined`. */
function readPage(address: string): string | undefined {
  const [path = ''] = address.split(/[?#]/);
  const file = join(root, 'dist', decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
  return existsSync(file) && path.endsWith('/') ? readFileSync(file, 'utf8') : undefined;
}

function hasAnchor(html: string, anchor: string): boolean {
  return new RegExp(`\\sid="${anchor}"`).test(html);
}

/** Links of the main text; header and footer stand on every page and would prove nothing. */
function linksOf(html: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return [...main.matchAll(/<a\s[^>]*href="([^"]+)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'));
}

/** How many links lie between the home page and every address, in the main text only. */
function distancesFrom(home: string): Map<string, number> {
  const distances = new Map<string, number>();
  const seen = new Set<string>();
  let pages = [home];
  for (let step = 1; step <= MOST_LINKS; step++) {
    const next: string[] = [];
    for (const page of pages) {
      const path = page.split(/[?#]/)[0] ?? '';
      if (seen.has(path)) continue;
      seen.add(path);
      for (const to of linksOf(readPage(path) ?? '')) {
        if (!to.startsWith('/')) continue;
        if (!distances.has(to)) distances.set(to, step);
        next.push(to);
      }
    }
    pages = next;
  }
  return distances;
}

const questions = readKind(root, 'questions').entries.map(({ id, data }) => ({ id, ...(data as Question) }));
const errata = readKind(root, 'errata').entries.map(({ id, data }) => ({ id, ...(data as Erratum) }));

/** What is wrong with a place, in words; nothing when it is there. */
function findFault(id: string, locale: Locale, place: string): string[] {
  const address = href(locale, place);
  const html = readPage(address);
  const anchor = place.split('#')[1];
  if (html === undefined) return [`${id}: no page ${address}`];
  return anchor !== undefined && !hasAnchor(html, anchor) ? [`${id}: no anchor ${address}`] : [];
}

describe.each(LOCALES)('questions of daily work (%s)', (locale) => {
  it('there are at least thirty', () => {
    expect(questions.length).toBeGreaterThanOrEqual(30);
  });

  it('every question leads to a page and an anchor that exist', () => {
    expect(questions.flatMap(({ id, answer }) => findFault(id, locale, answer))).toEqual([]);
  });

  it(`every answer is within ${MOST_LINKS} links of the home page, without search`, () => {
    const distances = distancesFrom(href(locale, ''));
    const far = questions.filter(
      ({ answer }) => (distances.get(href(locale, answer)) ?? Number.POSITIVE_INFINITY) > MOST_LINKS,
    );
    expect(far.map(({ id }) => id)).toEqual([]);
  });

  it('every fault of the source that names a place is corrected at a place that exists', () => {
    expect(errata.flatMap(({ id, where }) => (where === undefined ? [] : findFault(id, locale, where)))).toEqual([]);
  });
});
