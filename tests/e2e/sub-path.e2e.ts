import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@playwright/test';
import { serve } from '../../src/hosting/serve.mjs';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial', timeout: 300_000 });

/** A copy of the project, so that a changed article touches nobody's work. */
const COPY = resolve('.tmp/sub-path');
const BASE = '/some/handbook/';
const ARTICLE = 'content/handbook/zh-CN/complex/handover.mdx';

type Files = ReadonlyMap<string, string>;

function build(): Files {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'astro', 'build'], {
    cwd: COPY,
    env: { ...process.env, BASE_PATH: BASE, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
  return listed(join(COPY, 'dist'));
}

/** What the worker of a built site keeps, each file with its hash. */
function listed(dist: string): Files {
  const list = /\bFILES=(\[.*\]);\n/.exec(readFileSync(join(dist, 'sw.js'), 'utf8'))?.[1] ?? '[]';
  return new Map(JSON.parse(list) as [string, string][]);
}

/**
 * What the worker keeps, each file with its words as they would stand in a site at the root: without folder, hashes and checksums. Of
 * a script only the name counts, since the letters that stand for its variables follow from the hashes.
 */
function words(dist: string, base: string): Files {
  const plain = (text: string) =>
    text
      .replaceAll(base, '/')
      .replaceAll(/sha256-[\w+/=]+|uid="\w+"/g, '')
      .replaceAll(/(_astro\/[^"'\s]+?)\.[\w-]{8}\.(?=js|css)/g, '$1.');
  return new Map(
    [...listed(dist).keys()].map((path) => {
      const file = join(dist, path === '' || path.endsWith('/') ? `${path}index.html` : path);
      return [plain(path), path.endsWith('.js') ? '' : plain(readFileSync(file, 'latin1'))];
    }),
  );
}

function expectFew(before: Files, after: Files): void {
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toContain('handbook/complex/handover/');
  expect(changed.length, changed.join('\n')).toBeLessThanOrEqual(10);
  expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
}

test('a changed article changes at most ten files of a whole new build', () => {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  for (const name of ['content', 'src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json']) {
    cpSync(name, join(COPY, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'));
  // To the byte in the long run, which builds twice; in every run by the words, against the site that was built at the root.
  const before = process.env.SOAK === '1' ? build() : undefined;
  const file = join(COPY, ARTICLE);
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n这里补了一句，看有多少文件要重取。\n`);
  const after = build();
  if (before) expectFew(before, after);
  expectFew(words('dist', '/'), words(join(COPY, 'dist'), BASE));
});

test('the build for a sub-folder passes the checks of links, policy, offline list and manifest', () => {
  const { status, stdout } = spawnSync(
    'npx',
    [
      '--no-install',
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      'dist',
      'links',
      'policy',
      'offline',
    ],
    { env: { ...process.env, DIST: join(COPY, 'dist'), BASE_PATH: BASE }, encoding: 'utf8' },
  );
  expect(status, stdout).toBe(0);
  expect(stripVTControlCharacters(stdout)).toMatch(/Tests +\d+ passed/);
});

test('in a sub-folder the worker keeps to its folder, and the site works with the server stopped', async ({ page }) => {
  const server = await serve({ dir: join(COPY, 'dist'), port: 0, base: BASE });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await page.goto(`${origin}${BASE}offline/`);
  await expect(page.locator('#offline-state')).toHaveText('可离线使用', { timeout: 90_000 });
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(origin + BASE);
  expect((await page.evaluate(() => caches.keys())).every((name) => name.startsWith(`zongguan:/some/handbook/:`))).toBe(
    true,
  );
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  await page.goto(`${origin}${BASE}handbook/complex/handover/`);
  await expect(page.locator('main')).toContainText('这里补了一句');
  await page.goto(`${origin}${BASE}search/?q=${encodeURIComponent('装修')}`);
  const result = page.locator('#results a').first();
  await expect(result).toHaveAttribute('href', /^\/some\/handbook\//);
  await result.click();
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(`${origin}${BASE}en/emergency/fire/`);
  await expect(page.locator('h1')).toBeVisible();
});
