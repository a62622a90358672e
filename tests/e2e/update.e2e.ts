import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeWorker } from '../../src/build/integrations/offline.ts';
import { ADDRESS, choose, open, saved, status } from './checklist-page.ts';
import { changeOver, editionsOf, Host, keep, pagesOf, update } from './host-copy.ts';

const rounds = process.env.SOAK === '1' ? 50 : 3;
test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: rounds * 60_000 + 120_000 });

test('one changed page is fetched again, not the site; open tabs keep the scripts they know', async ({ page }) => {
  const host = new Host('article');
  const script = join(host.folder, '_astro/only-before.js');
  writeFileSync(script, 'export const edition = 1;');
  await writeWorker(host.folder, '/');
  await host.start();
  await keep(page, host);
  const [article = ''] = pagesOf('zh-CN').filter((address) => /^\/handbook\/[^/]+\/[^/]+\/[^/]+\/$/.test(address));
  const file = join(host.folder, article, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('</main>', '<p>一处改动</p></main>'));
  rmSync(script);
  await writeWorker(host.folder, '/');
  host.requests = [];
  expect(await update(page)).toBe('waiting');
  expect(host.fetched()).toEqual([article]);
  await expect(page.locator('#offline-offer')).toBeVisible();
  await changeOver(page);
  await page.goto(host.origin + article);
  await expect(page.locator('main')).toContainText('一处改动');
  expect(await page.evaluate(async () => (await fetch('/_astro/only-before.js')).status)).toBe(200);
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
    // From the worker itself up to the last files of the language.
    host.breakAfter = 1 + ((round * 67) % (addresses.length + 20));
    expect(await update(page)).toBe('none');
    await host.stop();
    expect(await editionsOf(page, addresses)).toEqual(['200 1']);
    expect((await page.goto(`${host.origin}/`))?.status()).toBe(200);
    await expect(page.locator('h1').first()).toBeVisible();
    host.breakAfter = Number.POSITIVE_INFINITY;
    await host.start();
  }
  expect(await update(page)).toBe('waiting');
  // Stored, but not said yes to: every page is still the old one.
  expect(await editionsOf(page, addresses)).toEqual(['200 1']);
  await changeOver(page);
  await host.stop();
  expect(await editionsOf(page, addresses)).toEqual([`200 ${rounds + 1}`]);
});

test('a worker that is no worker, or one that fails, changes nothing', async ({ page }) => {
  const host = new Host('faulty');
  await host.publish(1);
  await host.start();
  await keep(page, host);
  for (const code of [
    '<!doctype html><title>503</title>',
    'throw new Error("at once")',
    "addEventListener('install', (e) => e.waitUntil(Promise.reject()))",
  ]) {
    writeFileSync(join(host.folder, 'sw.js'), code);
    expect(await update(page)).toBe('none');
  }
  await host.stop();
  expect(await editionsOf(page, pagesOf('zh-CN'))).toEqual(['200 1']);
});

test('the offer waits until what was written is stored', async ({ page }) => {
  await page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite' && 'failing' in window) throw new DOMException('disk', 'UnknownError');
      return begin.call(this, stores, mode, options);
    };
  });
  const host = new Host('unsaved');
  await host.publish(1);
  await host.start();
  await keep(page, host);
  await open(page, host.origin + ADDRESS);
  // The page has found its worker and listens for a new one.
  await expect(page.locator('[data-offline]')).toHaveText('可离线使用');
  await page.evaluate(() => Object.assign(window, { failing: true }));
  await choose(page, '1.1', '完成');
  await expect(status(page)).toContainText('没有保存成功');
  await host.publish(2);
  expect(await update(page)).toBe('waiting');
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/offline-offer.')),
  );
  expect(await page.locator('#offline-offer').count()).toBe(0);
  await page.evaluate(() => {
    delete (window as { failing?: boolean }).failing;
  });
  await page.getByRole('button', { name: '再存一次' }).click();
  await saved(page);
  await expect(page.locator('#offline-offer')).toBeVisible();

  // What is written while the offer stands there is stored first, too.
  await page.evaluate(() => Object.assign(window, { failing: true }));
  await choose(page, '1.2', '完成');
  await expect(status(page)).toContainText('没有保存成功');
  await page.getByRole('button', { name: '换成新版' }).click();
  await expect(page.locator('#offline-offer')).toContainText('还有内容没有存好');
  await page.evaluate(() => {
    delete (window as { failing?: boolean }).failing;
  });
  await page.getByRole('button', { name: '再存一次' }).click();
  await saved(page);
  await changeOver(page);
  expect(await editionsOf(page, [ADDRESS])).toEqual(['200 2']);
  await host.stop();
});

test('a host can take offline use back', async ({ page }) => {
  const host = new Host('withdrawn');
  await host.start();
  await keep(page, host);
  await page.goto(`${host.origin}/`);
  copyFileSync('src/hosting/sw-off.js', join(host.folder, 'sw.js'));
  await update(page);
  await expect
    .poll(() =>
      page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]),
    )
    .toEqual([[], 0]);
  expect((await page.goto(`${host.origin}/handbook/`))?.fromServiceWorker()).toBe(false);
  await host.stop();
});
