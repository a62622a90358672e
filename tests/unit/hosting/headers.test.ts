import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheControl, SECURITY, serve } from '../../../src/hosting/serve.mjs';

const text = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const byName = (pairs: Iterable<readonly [string, string]>) =>
  Object.fromEntries([...pairs].map(([name, value]) => [name.toLowerCase(), value]));
const EXPECTED = { ...SECURITY, 'cache-control': 'no-cache' };

describe('every host sends the same headers', () => {
  test('the file for hosts that read it', () => {
    const [all = '', hashed = ''] = text('public/_headers').trim().split(/\n\n/);
    const read = (block: string) =>
      byName([...block.matchAll(/^ {2}([\w-]+): (.+)$/gm)].map(([, name = '', value = '']) => [name, value] as const));
    expect(read(all)).toEqual(EXPECTED);
    expect(read(hashed)).toEqual({ 'cache-control': cacheControl('/_astro/a.js') });
  });

  test('nginx', () => {
    const conf = text('src/hosting/nginx.conf');
    const sent = byName(
      [...conf.matchAll(/^ *add_header ([\w-]+) "?([^"\n]+?)"? always;$/gm)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
    expect(sent).toEqual({ ...EXPECTED, 'cache-control': '$handbook_cache' });
    expect(/default +"([^"]+)"/.exec(conf)?.[1]).toBe(cacheControl('/'));
    expect(/~\/_astro\/ +"([^"]+)"/.exec(conf)?.[1]).toBe(cacheControl('/_astro/a.js'));
  });

  test('the guides in both languages', () => {
    for (const name of ['README.md', 'README.en.md']) {
      const guide = text(`src/hosting/${name}`);
      for (const value of [...Object.values(SECURITY), cacheControl('/'), cacheControl('/_astro/a.js')]) {
        expect(guide).toContain(`\`${value}\``);
      }
    }
  });
});

describe('the server in one file', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let origin = '';
  beforeAll(async () => {
    const dir = mkdtempSync(join(tmpdir(), 'handbook-'));
    for (const folder of ['_astro', 'a']) mkdirSync(join(dir, folder));
    for (const name of ['index.html', 'a/index.html', '404.html', '_astro/x.js']) writeFileSync(join(dir, name), name);
    server = await serve({ dir, base: '/sub/' });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test.each([
    ['/sub/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/sub/a/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/sub/_astro/x.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/sub/_astro/gone.js', 404, 'text/html; charset=utf-8', 'no-cache'],
    ['/sub/nowhere/', 404, 'text/html; charset=utf-8', 'no-cache'],
  ])('%s is answered with %i and all headers', async (path, status, type, cache) => {
    const response = await fetch(origin + path);
    expect(response.status).toBe(status);
    expect(byName(response.headers)).toMatchObject({ ...SECURITY, 'content-type': type, 'cache-control': cache });
  });

  test('a folder without its slash leads to the folder, what lies outside to nothing', async () => {
    const response = await fetch(`${origin}/sub/a`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/sub/a/']);
    for (const path of ['/', '/sub/..%2f..%2fetc/passwd']) expect((await fetch(origin + path)).status).toBe(404);
  });

  test('what has not changed is not sent again', async () => {
    const etag = (await fetch(`${origin}/sub/`)).headers.get('etag') ?? '';
    const again = await fetch(`${origin}/sub/`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

test('a folder on a memory stick serves itself, wherever it is started from', async () => {
  const stick = mkdtempSync(join(tmpdir(), 'stick-'));
  writeFileSync(join(stick, 'index.html'), 'the handbook');
  copyFileSync(new URL('../../../src/hosting/serve.mjs', import.meta.url), join(stick, 'serve.mjs'));
  const running = spawn(process.execPath, [join(stick, 'serve.mjs'), '--port', '0'], { cwd: tmpdir() });
  const [address = ''] = await new Promise<string[]>((resolve) => {
    running.stdout.once('data', (said: Buffer) => resolve(/http:\S+/.exec(String(said)) ?? []));
  });
  expect(await (await fetch(address)).text()).toBe('the handbook');
  running.kill();
});
