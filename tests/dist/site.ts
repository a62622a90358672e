import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Element, elementsOf, findAll, parseHtml } from './html.ts';

/** The built site, read from `dist/` (or `DIST`). */
export const DIST = process.env.DIST ?? 'dist';
export const BASE = (process.env.BASE_PATH ?? '/').replace(/\/?$/, '/');

export interface BuiltPage {
  /** `handbook/complex/overview/`, without language; empty for home. */
  readonly path: string;
  readonly locale: 'zh-CN' | 'en';
  /** Address on the site, `/en/handbook/…/`. */
  readonly address: string;
  readonly html: string;
  readonly root: Element;
}

let pages: readonly BuiltPage[] | undefined;

/** Every built page but the not-found page, by address. */
export function builtPages(): readonly BuiltPage[] {
  if (!existsSync(join(DIST, 'index.html')))
    throw new Error(`There is no built site in ${DIST}/: run "npm run build" first`);
  pages ??= globSync('**/index.html', { cwd: DIST })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .sort()
    .map((place) => {
      const isEnglish = place === 'en/' || place.startsWith('en/');
      return readPage(join(place, 'index.html'), place, isEnglish ? 'en' : 'zh-CN', isEnglish ? place.slice(3) : place);
    });
  return pages;
}

export function notFoundPage(): BuiltPage {
  return readPage('404.html', '404.html', 'zh-CN', '404.html');
}

function readPage(file: string, place: string, locale: BuiltPage['locale'], path: string): BuiltPage {
  const html = readFileSync(join(DIST, file), 'utf8');
  return { path, locale, address: BASE + place, html, root: parseHtml(html) };
}

/** The one page at an address without language, or `undefined`. */
export function findPage(locale: BuiltPage['locale'], path: string): BuiltPage | undefined {
  const wanted = path === '' ? '' : `${path.replace(/^\/|\/$/g, '')}/`;
  return builtPages().find((page) => page.locale === locale && page.path === wanted);
}

export function mainOf({ root, address }: BuiltPage): Element {
  const [main] = findAll(root, 'main');
  if (!main) throw new Error(`${address} has no <main>`);
  return main;
}

/** Ids of a page, in order. */
export function idsOf({ root }: BuiltPage): string[] {
  return [...elementsOf(root)].flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]));
}

const sizes = new Map<string, number>();

/** Bytes at brotli 11. */
export function brotliBytes(content: Buffer | string): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Bytes of a file of the site at brotli 11; text is measured compressed, pictures as they are. */
export function fileBytes(address: string): number {
  let size = sizes.get(address);
  if (size === undefined) {
    const content = readFileSync(join(DIST, address.slice(BASE.length)));
    size = /\.(js|css|svg|json|html)$/.test(address) ? brotliBytes(content) : content.length;
    sizes.set(address, size);
  }
  return size;
}

const IMPORT = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{}\s,$]+?\bfrom)?\s*["'](\.[^"']+)["']/g;
const DYNAMIC = /\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g;

/** The scripts themselves and all that they import, at once or, if asked for, later too. */
export function scriptClosure(addresses: Iterable<string>, options: { readonly later?: boolean } = {}): Set<string> {
  const closure = new Set<string>();
  const queue = [...addresses];
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    if (closure.has(address)) continue;
    closure.add(address);
    const code = readFileSync(join(DIST, address.slice(BASE.length)), 'utf8');
    for (const pattern of options.later ? [IMPORT, DYNAMIC] : [IMPORT]) {
      for (const [, target = ''] of code.matchAll(pattern)) queue.push(new URL(target, `http://x${address}`).pathname);
    }
  }
  return closure;
}

/** What a page loads by itself, before its reader does anything. Icons and the manifest are left aside. */
export function loadedByItself(page: BuiltPage): { scripts: Set<string>; others: Set<string> } {
  const scripts: string[] = [];
  const others = new Set<string>();
  for (const { tag, attributes } of elementsOf(page.root)) {
    const { src, href, rel } = attributes;
    if (tag === 'script' && src) scripts.push(src);
    if (tag === 'link' && href && rel === 'modulepreload') scripts.push(href);
    if (tag === 'link' && href && (rel === 'stylesheet' || rel === 'preload')) others.add(href);
    if (tag === 'img' && src && attributes.loading !== 'lazy' && !src.startsWith('data:')) others.add(src);
    if (tag === 'astro-island') {
      for (const key of ['component-url', 'renderer-url', 'before-hydration-url']) {
        if (attributes[key]) scripts.push(attributes[key]);
      }
    }
  }
  return { scripts: scriptClosure(scripts), others };
}

/** Code that stands in the page itself. */
export function inlineScripts(page: BuiltPage): string[] {
  return findAll(page.root, 'script')
    .filter(({ attributes }) => attributes.src === undefined && isRunnable(attributes.type))
    .map(({ children }) => children.join(''));
}

export function isRunnable(type: string | undefined): boolean {
  return ['', 'module', 'text/javascript', 'importmap', 'speculationrules'].includes(type ?? '');
}
