import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeWorker } from '../../src/build/integrations/offline.ts';
import { serve } from '../../src/hosting/serve.mjs';
import { ADDRESS, answer, choose, open, saved } from './checklist-page.ts';
import { allPages, onePerTemplate } from './site-map.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 180_000 });

const rounds = process.env.SOAK === '1' ? 50 : 3;
const pagesOf = (locale: 'zh-CN' | 'en') =>
  allPages().filter((address) => address.startsWith('/en/') === (locale === 'en'));

/** A copy of the built site with a server of its own, which can be stopped, come back, and break off in the middle. */
class Host {
  readonly folder: string;
  requests: string[] = [];
  breakAfter = Number.POSITIVE_INFINITY;
  #server: Server | undefined;
  #port = 0;

  constructor(name: string) {
    this.folder = join(import.meta.dirname, `../../.tmp/offline-${name}`);
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(join(import.meta.dirname, '../../dist'), this.folder, { recursive: true });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    this.requests = [];
    const server: Server = await serve({ dir: this.folder, port: this.#port });
    server.prependListener('request', ({ url = '', socket }) => {
      this.requests.push(url);
      if (this.requests.length > this.breakAfter) socket.destroy();
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    this.#server = undefined;
  }

  /** Writes an edition into every page, so that a mixture would show. */
  async publish(edition: number): Promise<void> {
    for (const name of readdirSync(this.folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.html')) continue;
      const file = join(this.folder, name);
      const html = readFileSync(file, 'utf8').replace(/<!--edition \d+-->/, '');
      writeFileSync(file, `${html}<!--edition ${edition}-->`);
    }
    await writeWorker(this.folder, '/');
  }
}

async function keep(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.origin}/offline/`);
  await expect(page.locator('#offline-state')).toHaveText('可离线使用', { timeout: 60_000 });
}

/** What each address answers through the worker: its status and edition. */
function editionsOf(page: Page, addresses: readonly string[]): Promise<string[]> {
  return page.evaluate(async (list) => {
    const found = new Set<string>();
    for (const address of list) {
      const response = await fetch(address);
      const [, edition = 'none'] = /<!--edition (\d+)-->/.exec(await response.text()) ?? [];
      found.add(`${response.status} ${edition}`);
    }
    return [...found];
  }, addresses);
}

/** Asks for an update and tells how it ended. */
function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    for (;;) {
      if (registration.waiting) return 'waiting';
      if (!registration.installing) return 'none';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

test('with the server stopped every page opens, the search answers and a tick is kept', async ({ page }) => {
  const host = new Host('stopped');
  await host.start();
  await keep(page, host);
  await host.stop();
  expect(await editionsOf(page, pagesOf('zh-CN'))).toEqual(['200 none']);
  for (const address of onePerTemplate('zh-CN')) {
    await page.goto(host.origin + address);
    await expect(page.locator('h1').first()).toBeVisible();
  }
  await page.goto(`${host.origin}/search/?q=${encodeURIComponent('装修')}`);
  await expect(page.locator('#results a').first()).toBeVisible();
  await open(page, host.origin + ADDRESS);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.reload();
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await page.goto(`${host.origin}/nowhere/`);
  await expect(page.locator('h1')).toBeVisible();
});

test('one changed article is fetched again, not the site', async ({ page }) => {
  const host = new Host('article');
  await host.start();
  await keep(page, host);
  const [article = ''] = pagesOf('zh-CN').filter((address) => /^\/handbook\/[^/]+\/[^/]+\/[^/]+\/$/.test(address));
  const file = join(host.folder, article, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('</main>', '<p>一处改动</p></main>'));
  await writeWorker(host.folder, '/');
  host.requests = [];
  expect(await update(page)).toBe('waiting');
  expect(host.requests.filter((url) => url !== '/sw.js')).toEqual([article]);
  await expect(page.locator('#offline-offer')).toBeVisible();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '换成新版' }).click();
  await reloaded;
  await page.goto(host.origin + article);
  await expect(page.locator('main')).toContainText('一处改动');
  await host.stop();
});

test(`an update that is broken off leaves the old edition whole (${rounds} times)`, async ({ page }) => {
  const host = new Host('broken');
  await host.publish(1);
  await host.start();
  await keep(page, host);
  const addresses = pagesOf('zh-CN');
  for (let round = 0; round < rounds; round++) {
    await host.publish(round + 2);
    host.requests = [];
    host.breakAfter = 2 + ((round * 67) % 150);
    expect(await update(page)).toBe('none');
    await host.stop();
    expect(await editionsOf(page, addresses)).toEqual(['200 1']);
    await page.goto(`${host.origin}/`);
    await expect(page.locator('h1').first()).toBeVisible();
    host.breakAfter = Number.POSITIVE_INFINITY;
    await host.start();
  }
  expect(await update(page)).toBe('waiting');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '换成新版' }).click();
  await reloaded;
  await host.stop();
  expect(await editionsOf(page, addresses)).toEqual([`200 ${rounds + 1}`]);
});

test('everything can be removed and is not stored again unasked', async ({ page }) => {
  const host = new Host('removed');
  await host.start();
  await keep(page, host);
  await page.locator('#offline-remove').click();
  await expect(page.locator('#offline-state')).toHaveText('本机没有存手册。');
  await page.reload();
  await page.waitForTimeout(2500);
  expect(
    await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]),
  ).toEqual([[], 0]);
  await host.stop();
});
