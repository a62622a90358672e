import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Element, elementsOf, languageOf } from './html.ts';
import { BASE, type BuiltPage, builtPages, DIST, idsOf, notFoundPage } from './site.ts';

const pages = [...builtPages(), notFoundPage()];
const byAddress = new Map(pages.map((page) => [page.address, page]));
const ids = new Map(pages.map((page) => [page.address, new Set(idsOf(page))]));

interface InternalLink {
  readonly page: BuiltPage;
  readonly element: Element;
  readonly target: URL;
}

/** Links and forms that stay on the site. */
function internalLinks(page: BuiltPage): InternalLink[] {
  return [...elementsOf(page.root)].flatMap((element) => {
    const { tag, attributes } = element;
    const written =
      tag === 'a' || tag === 'link' || tag === 'area'
        ? attributes.href
        : tag === 'form'
          ? attributes.action
          : undefined;
    if (written === undefined || /^(mailto|tel|data):/.test(written)) return [];
    const target = new URL(written, `http://site${page.address}`);
    return target.host === 'site' ? [{ page, element, target }] : [];
  });
}

const links = pages.flatMap(internalLinks);
const describeLink = ({ page, target }: InternalLink) =>
  `${page.address} → ${decodeURI(target.pathname)}${target.search}${target.hash}`;
/** Each fault once, with the pages that have it, as a header is on all of them. */
function gather(faulty: readonly InternalLink[]): string[] {
  const byTarget = Map.groupBy(faulty, ({ target }) => target.pathname + target.hash);
  return [...byTarget.values()].map((same) => {
    const [first] = same;
    return `${first ? describeLink(first) : ''}${same.length > 1 ? ` and ${same.length - 1} more` : ''}`;
  });
}

describe('links', () => {
  test('every link on the site leads to a page or file', () => {
    const lost = links.filter(({ target: { pathname } }) => {
      if (byAddress.has(pathname)) return false;
      return (
        pathname.endsWith('/') || !pathname.startsWith(BASE) || !existsSync(join(DIST, pathname.slice(BASE.length)))
      );
    });
    expect(gather(lost)).toEqual([]);
  });

  test('every anchor leads to a place on its page', () => {
    const lost = links.filter(({ target: { pathname, hash } }) => {
      const known = ids.get(pathname);
      return known !== undefined && hash.length > 1 && !known.has(decodeURIComponent(hash.slice(1)));
    });
    expect(gather(lost)).toEqual([]);
  });

  test('a link stays in the language of its place, unless it says which other one it leads to', () => {
    const strayed = links.filter(({ element, target: { pathname } }) => {
      const there = byAddress.get(pathname)?.locale;
      return there !== undefined && there !== (element.attributes.hreflang ?? languageOf(element));
    });
    expect(gather(strayed)).toEqual([]);
  });

  test('every page but home can be reached from another page of its language', () => {
    const reached = new Set(
      links
        .filter(({ page, target }) => page.address !== target.pathname && !('hreflang' in page))
        .map(({ target }) => target.pathname),
    );
    expect(
      pages
        .filter(({ path, address }) => path !== '' && path !== '404.html' && !reached.has(address))
        .map(({ address }) => address),
    ).toEqual([]);
  });
});
