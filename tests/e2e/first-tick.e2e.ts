import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ADDRESS, choose, open, ready, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

const LIMIT = (
  JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url), 'utf8')) as {
    checklistScripts: { bytes: number };
  }
).checklistScripts.bytes;

const brotli = (code: string): number =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Notes when the page first says that something is saved: what is fetched after that is not needed for it. */
async function noteSaved(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (!/✓/.test(document.querySelector('.saved')?.textContent ?? '')) return;
      watcher.disconnect();
      Object.assign(window, { savedAt: performance.now() });
    });
    watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Bytes at brotli 11 of every script that was asked for before "saved", and of those that stand in the page. */
async function bytesUntilSaved(page: Page): Promise<{ bytes: number; files: string[] }> {
  const { fetched, inline } = await page.evaluate(() => {
    const { savedAt } = window as unknown as { savedAt: number };
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const before = resources.filter(
      ({ startTime, name }) => startTime <= savedAt && new URL(name).pathname.endsWith('.js'),
    );
    const scripts = [...document.querySelectorAll('script:not([src])')].filter(
      (script) => !/json/.test(script.getAttribute('type') ?? ''),
    );
    return { fetched: before.map(({ name }) => name), inline: scripts.map(({ textContent }) => textContent).join('') };
  });
  const files = [...new Set(fetched)];
  let bytes = brotli(inline);
  for (const file of files) bytes += brotli(await (await page.request.get(file)).text());
  return { bytes, files };
}

test('a checklist page fetches no more JavaScript until its first tick is saved than its budget', async ({ page }) => {
  await noteSaved(page);
  await open(page);
  // Whatever would come by itself, as soon as the reader reads, has come by then.
  await page.waitForLoadState('networkidle');
  await choose(page, '1.1', '完成');
  await saved(page);
  const { bytes, files } = await bytesUntilSaved(page);
  expect(
    files.some((file) => /document/.test(file)),
    files.join(' '),
  ).toBe(true);
  expect(bytes, files.join(' ')).toBeLessThanOrEqual(LIMIT);
});

test('with a project from before, too, and the report is there to be printed', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await noteSaved(page);
  await page.goto(ADDRESS);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const { bytes, files } = await bytesUntilSaved(page);
  expect(bytes, files.join(' ')).toBeLessThanOrEqual(LIMIT);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.report')).toContainText('我的项目');
});
