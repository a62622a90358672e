import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/build/content/check.ts';
import { readKind } from '../../src/build/content/read.ts';
import { type Element, findAll, textOf } from './html.ts';
import { BASE, type BuiltPage, builtPages, DIST, findPage, idsOf, mainOf, notFoundPage } from './site.ts';

const pages = builtPages();
const findOn = (find: (page: BuiltPage) => readonly string[], on: readonly BuiltPage[] = pages) =>
  on.flatMap((page) => find(page).map((fault) => `${page.address}: ${fault}`));

/** Its own, or that of the article whose title it is. */
function hasAnchor(heading: Element): boolean {
  if (heading.attributes.id !== undefined) return true;
  const article = heading.parent?.tag === 'header' ? heading.parent.parent : heading.parent;
  return article?.tag === 'article' && article.attributes.id !== undefined;
}

describe('every page', () => {
  test('has one h1, its language, a title and a description', () => {
    expect(
      findOn(
        ({ root, locale }) => {
          const [html] = findAll(root, 'html');
          const [title] = findAll(root, 'title');
          const description = findAll(root, 'meta').find(({ attributes }) => attributes.name === 'description');
          const headings = findAll(root, 'h1');
          return [
            ...(headings.length === 1 && headings[0] && textOf(headings[0]).trim() !== ''
              ? []
              : [`${headings.length} h1`]),
            ...(html?.attributes.lang === locale ? [] : [`lang is ${html?.attributes.lang}`]),
            ...(title && textOf(title).trim() !== '' ? [] : ['no title']),
            ...((description?.attributes.content ?? '').trim() !== '' ? [] : ['no description']),
          ];
        },
        [...pages, notFoundPage()],
      ),
    ).toEqual([]);
  });

  test('has a title of its own in its language', () => {
    const titles = Map.groupBy(
      pages,
      (page) => `${page.locale} ${textOf(findAll(page.root, 'title')[0] ?? page.root)}`,
    );
    expect(
      [...titles]
        .filter(([, same]) => same.length > 1)
        .map(([title, same]) => `${title}: ${same.map(({ address }) => address).join(', ')}`),
    ).toEqual([]);
  });

  test('uses an id once', () => {
    expect(
      findOn((page) => {
        const ids = idsOf(page);
        return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
      }),
    ).toEqual([]);
  });

  test('does not skip a level of headings', () => {
    expect(
      findOn(({ root }) => {
        const levels = findAll(root, 'h1', 'h2', 'h3', 'h4', 'h5').map(({ tag }) => Number(tag[1]));
        return levels.flatMap((level, i) =>
          level > (levels[i - 1] ?? 0) + 1 ? [`h${level} after h${levels[i - 1] ?? 0}`] : [],
        );
      }),
    ).toEqual([]);
  });

  test('gives every heading of its text an anchor', () => {
    expect(
      findOn((page) =>
        findAll(mainOf(page), 'h2')
          .filter((heading) => !hasAnchor(heading))
          .map((heading) => textOf(heading)),
      ),
    ).toEqual([]);
  });

  test('names its twin in the other language, which names it back', () => {
    expect(
      findOn(({ root, path, locale }) => {
        const other = locale === 'en' ? 'zh-CN' : 'en';
        const link = findAll(root, 'link').find(
          ({ attributes }) => attributes.rel === 'alternate' && attributes.hreflang === other,
        );
        const twin = findPage(other, path.replace(/\/$/, ''));
        if (!twin) return [`is not there in ${other}`];
        return link?.attributes.href === twin.address ? [] : [`alternate is ${link?.attributes.href}`];
      }),
    ).toEqual([]);
  });

  test('has the same headings in both languages, in the same order', () => {
    const skeleton = (page: BuiltPage) =>
      findAll(mainOf(page), 'h1', 'h2', 'h3', 'h4')
        .filter(({ attributes, tag }) => attributes.id !== undefined || tag === 'h1')
        .map(({ tag, attributes }) => `${tag} ${attributes.id ?? ''}`)
        .join('\n');
    expect(
      findOn(
        (page) => {
          const twin = findPage('en', page.path.replace(/\/$/, ''));
          return twin && skeleton(twin) === skeleton(page) ? [] : ['the headings differ'];
        },
        // The glossary is ordered by each language's own alphabet, and its terms are compared as a set.
        pages.filter(({ locale, path }) => locale === 'zh-CN' && path !== 'glossary/'),
      ),
    ).toEqual([]);
  });

  test('stands in the sitemap, and nothing else does', () => {
    const sitemap = readFileSync(join(DIST, 'sitemap-0.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) =>
      decodeURI(new URL(url).pathname),
    );
    expect(listed.toSorted()).toEqual(pages.map(({ address }) => address).toSorted());
  });
});

describe('every entry of the content', () => {
  const root = process.cwd();
  const places = [
    ['pages', 'handbook'],
    ['checklists', 'checklists'],
    ['emergencies', 'emergency'],
    ['services', 'directory'],
    ['paths', 'learn'],
  ] as const;

  test.each(places)('of the kind %s has a page under /%s/ in both languages', (kind, folder) => {
    const missing = readKind(root, kind).entries.flatMap(({ id }) =>
      (['zh-CN', 'en'] as const)
        .filter((locale) => !findPage(locale, `${folder}/${id}`))
        .map((locale) => `${locale} ${folder}/${id}`),
    );
    expect(missing).toEqual([]);
  });

  test('was read without a problem', () => {
    expect(checkContent(root).problems).toEqual([]);
  });

  test('of the kind checklists has all its items on its page, by their ids', () => {
    const missing = readKind(root, 'checklists').entries.flatMap(({ id, data }) => {
      const { groups } = data as { groups: { id: string; items: { id: string }[] }[] };
      const wanted = groups.flatMap((group) => [group.id, ...group.items.map((item) => item.id)]);
      return (['zh-CN', 'en'] as const).flatMap((locale) => {
        const page = findPage(locale, `checklists/${id}`);
        const there = new Set(page ? idsOf(page) : []);
        return wanted.filter((item) => !there.has(item)).map((item) => `${locale} ${id}#${item}`);
      });
    });
    expect(missing).toEqual([]);
  });
});

test('the site is addressed from its base', () => {
  expect(pages.some(({ address }) => address === BASE)).toBe(true);
});
