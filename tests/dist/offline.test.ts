import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles, type OfflineFile } from '../../src/build/integrations/offline.ts';
import { BASE, builtPages, DIST } from './site.ts';

const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
const files = JSON.parse(/\bFILES=(\[.*\]);\n/.exec(worker)?.[1] ?? '[]') as OfflineFile[];
const groupOf = new Map(files.map(([path, , group]) => [path, group]));
const fileOf = (path: string) => join(DIST, path === '' || path.endsWith('/') ? `${path}index.html` : path);

describe('what the service worker keeps', () => {
  test('names every page with the hash of the file that was built', () => {
    const wrong = files.filter(([path, hash, , bytes]) => {
      const body = readFileSync(fileOf(path));
      return bytes !== body.length || hash !== createHash('sha256').update(body).digest('hex').slice(0, 16);
    });
    expect(wrong).toEqual([]);
    const missing = builtPages().filter(({ address }) => !groupOf.has(address.slice(BASE.length)));
    expect(missing.map(({ address }) => address)).toEqual([]);
  });

  test('stores emergency cards at once in both languages, and other pages with their language', () => {
    const wrong = builtPages().filter(({ path, locale, address }) => {
      const isEarly = path === '' || /^(emergency|offline|search)\//.test(path);
      return groupOf.get(address.slice(BASE.length)) !== (isEarly ? 'shell' : locale);
    });
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });

  test('has the scripts of a page wherever it has the page', () => {
    const faults = builtPages().flatMap(({ address, html }) => {
      const isEarly = groupOf.get(address.slice(BASE.length)) === 'shell';
      return [...html.matchAll(/_astro\/[\w.-]+/g)]
        .map(([name]) => [name, groupOf.get(name)] as const)
        .filter(([, group]) => group !== 'shell' && (isEarly || group !== 'tools'))
        .map(([name, group]) => `${address} ${name} ${group}`);
    });
    expect(faults).toEqual([]);
  });

  test('differs by one file when one page differs', () => {
    const site = new Map([
      ['index.html', Buffer.from('<script src="/_astro/a.js">')],
      ['handbook/one/index.html', Buffer.from('before')],
      ['_astro/a.js', Buffer.from('import "./b.js"')],
      ['_astro/b.js', Buffer.from('')],
      ['_astro/c.js', Buffer.from('')],
    ]);
    const before = listFiles(site);
    const after = listFiles(new Map(site).set('handbook/one/index.html', Buffer.from('after')));
    expect(after.filter(([path, hash], i) => before[i]?.[0] !== path || before[i]?.[1] !== hash)).toHaveLength(1);
    expect(before.map(([path, , group]) => `${path} ${group}`)).toEqual([
      ' shell',
      '_astro/a.js shell',
      '_astro/b.js shell',
      '_astro/c.js tools',
      'handbook/one/ zh-CN',
    ]);
  });
});

describe.each([
  ['zh-CN', 'manifest.webmanifest', ''],
  ['en', 'manifest.en.webmanifest', 'en/'],
])('the manifest (%s)', (language, name, home) => {
  const address = new URL(`http://host${BASE}${name}`);
  const manifest = JSON.parse(readFileSync(join(DIST, name), 'utf8')) as {
    lang: string;
    start_url: string;
    scope: string;
    icons: { src: string; sizes: string; purpose?: string }[];
    shortcuts: { name: string; url: string }[];
  };
  const pathOf = (reference: string) => new URL(reference, address).pathname;

  test('starts at the home page of its language, inside the site', () => {
    expect(manifest.lang).toBe(language);
    expect(pathOf(manifest.start_url)).toBe(BASE + home);
    expect(pathOf(manifest.scope)).toBe(BASE);
  });

  test('has icons of the size that it states, one of them maskable', () => {
    for (const { src, sizes } of manifest.icons) {
      const png = readFileSync(join(DIST, pathOf(src).slice(BASE.length)));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    }
    expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
  });

  test('has shortcuts to emergency, checklists, estimators and planner', () => {
    const built = new Set(builtPages().map((page) => page.address));
    expect(manifest.shortcuts.map(({ url }) => pathOf(url))).toEqual(
      ['emergency', 'checklists', 'estimators', 'planner'].map((room) => `${BASE}${home}${room}/`),
    );
    expect(manifest.shortcuts.filter(({ url }) => !built.has(pathOf(url)))).toEqual([]);
  });

  test('is named by the pages of its language', () => {
    const wrong = builtPages().filter(
      (page) => page.locale === language && !page.html.includes(`rel="manifest" href="${BASE}${name}"`),
    );
    expect(wrong.map((page) => page.address)).toEqual([]);
  });
});
