import { expect, type Page, test } from '@playwright/test';
import { ADDRESS, answer, choose, open, ready, saved } from './checklist-page.ts';
import { editionsOf, Host, keep, pagesOf } from './host-copy.ts';
import { onePerTemplate } from './site-map.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 240_000 });

const QUERIES = ['装修', '电梯', 'ganghuo', '二次供水', '火'];

/** The list of results, as it stands when the search says that it is complete. */
async function resultsOf(page: Page, origin: string, query: string): Promise<string[]> {
  await page.goto(`${origin}/search/?q=${encodeURIComponent(query)}`);
  await expect(page.locator('#results')).toContainText(/\d+ 个结果/);
  return page.locator('#results a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
}

test('with the server stopped every page opens, searches answer as online, and every tool works and keeps', async ({
  page,
}) => {
  const exceptions: string[] = [];
  page.on('pageerror', (error) => exceptions.push(error.message));
  const host = new Host('stopped');
  await host.start();
  await keep(page, host);
  await expect(page.locator('[data-offline]')).toHaveText('可离线使用');
  const online: string[][] = [];
  for (const query of QUERIES) online.push(await resultsOf(page, host.origin, query));
  await host.stop();

  expect(await editionsOf(page, pagesOf('zh-CN'))).toEqual(['200 none']);
  for (const address of onePerTemplate('zh-CN')) {
    expect((await page.goto(host.origin + address))?.status(), address).toBe(200);
    await expect(page.locator('h1').first()).toBeVisible();
  }
  for (const [i, query] of QUERIES.entries()) {
    expect(await resultsOf(page, host.origin, query), query).toEqual(online[i]);
  }
  expect(online.filter((links) => links.length === 0)).toHaveLength(0);

  await test.step('a checklist is ticked and kept', async () => {
    await open(page, host.origin + ADDRESS);
    await choose(page, '1.1', '完成');
    await saved(page);
    await page.reload();
    await expect(answer(page, '1.1', '完成')).toBeChecked();
  });

  await test.step('an estimate is made and kept', async () => {
    await page.goto(`${host.origin}/estimators/collection-incentive/`);
    const headline = page.locator('[data-figure="incentive-cost"]').first();
    await ready(page);
    const before = (await headline.textContent()) ?? '';
    await page.getByRole('textbox', { name: /^月度任务/ }).fill('85%');
    await expect(headline).not.toHaveText(before);
    await expect(page.locator('.saved')).toContainText('已保存');
    await page.reload();
    await expect(page.getByRole('textbox', { name: /^月度任务/ })).toHaveValue('85%');
  });

  await test.step('a plan is made and kept', async () => {
    await page.goto(`${host.origin}/planner/`);
    await expect(page.locator('.new-plan button[type="submit"]')).toBeEnabled();
    await page.getByLabel('日期', { exact: true }).fill('2026-12-18');
    await page.getByLabel('日期', { exact: true }).press('Enter');
    await expect(page.locator('.plan-table tbody tr').first()).toBeVisible();
    await expect(page.locator('.saved')).toHaveText(/已保存/);
    await page.reload();
    await expect(page.locator('.plan-table tbody tr').first()).toBeVisible();
  });

  await test.step('a lift entrapment is run through a reload', async () => {
    await page.goto(`${host.origin}/emergency/lift-entrapment/`);
    await page.getByRole('button', { name: '开始处置' }).click();
    await page.locator('.run-now').getByRole('button', { name: '做完了' }).click();
    const next = page.locator('.run-now .run-text');
    await expect(page.locator('.run-log tbody tr')).toHaveCount(2);
    const words = (await next.textContent()) ?? '';
    await expect(page.locator('.saved')).toContainText('已保存在本机');
    await page.reload();
    await expect(next).toHaveText(words);
    await expect(page.locator('.run-log tbody tr')).toHaveCount(2);
  });

  expect((await page.goto(`${host.origin}/nowhere/`))?.status()).toBe(404);
  await expect(page.locator('h1')).toBeVisible();
  expect(exceptions).toEqual([]);
});

test('the other language is stored on demand; before that its pages say that they are not here', async ({ page }) => {
  const host = new Host('language');
  await host.start();
  await keep(page, host);
  await host.stop();
  const english = pagesOf('en');
  const [article = ''] = english.filter((address) => address.startsWith('/en/handbook/complex/'));
  expect((await page.goto(host.origin + article))?.status()).toBe(503);
  await expect(page.locator('#offline-instead')).toBeVisible();
  expect((await page.goto(`${host.origin}/en/emergency/fire/`))?.status()).toBe(200);

  await host.start();
  await page.goto(`${host.origin}/offline/`);
  await expect(page.locator('#offline-instead')).toBeHidden();
  await page.getByRole('button', { name: /^也存英文版/ }).click();
  await expect(page.locator('#store-other')).toBeHidden({ timeout: 90_000 });
  await host.stop();
  await page.goto(`${host.origin}/en/offline/`);
  await expect(page.locator('#offline-state')).toHaveText('Ready for offline use');
  expect(await editionsOf(page, english)).toEqual(['200 none']);
  await page.goto(`${host.origin}/en/search/?q=lift`);
  await expect(page.locator('#results a').first()).toBeVisible();
});

test('with data saving on, only the cards and the frame are stored until the reader asks', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const host = new Host('saving');
  await host.start();
  await page.goto(`${host.origin}/offline/`);
  await expect(page.locator('#offline-how')).toHaveText(/^应急卡和首页已存到本机/, { timeout: 60_000 });
  await expect(page.locator('#store-this')).toHaveText(/约 \d+\.\d MB/);
  await host.stop();
  expect((await page.goto(`${host.origin}/emergency/lift-entrapment/`))?.status()).toBe(200);
  expect((await page.goto(`${host.origin}/planner/`))?.status()).toBe(503);
  await host.start();
  await page.goto(`${host.origin}/offline/`);
  await page.locator('#store-this').click();
  await expect(page.locator('#offline-state')).toHaveText('可离线使用', { timeout: 90_000 });
  await host.stop();
});

test('everything can be removed and is not stored again unasked', async ({ page }) => {
  const host = new Host('removed');
  await host.start();
  await keep(page, host);
  await page.locator('#offline-remove').click();
  await expect(page.locator('#offline-state')).toHaveText('本机没有存手册。');
  await page.goto(`${host.origin}/`);
  // The page has looked whether it may keep anything when it is idle; a second page gives it the time.
  await page.goto(`${host.origin}/offline/`, { waitUntil: 'networkidle' });
  await expect(page.locator('#offline-state')).toHaveText('本机没有存手册。');
  const left = () =>
    page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]);
  expect(await left()).toEqual([[], 0]);
  await page.getByRole('button', { name: '重新存到本机' }).click();
  await expect(page.locator('#offline-state')).toHaveText('可离线使用', { timeout: 90_000 });
  await host.stop();
});

test('over plain http the page says why nothing is stored, and what would help', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
  await page.goto(`${baseURL}/offline/`);
  await expect(page.locator('#offline-state')).toContainText('普通 http');
  for (const id of ['store-this', 'store-other', 'offline-remove']) await expect(page.locator(`#${id}`)).toBeHidden();
});

for (const [language, address] of [
  ['zh-CN', '/'],
  ['en', '/en/'],
] as const) {
  test(`the browser finds nothing against installing (${language})`, async ({ page, baseURL }) => {
    await page.goto(`${baseURL}${address}`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const session = await page.context().newCDPSession(page);
    const { errors, data = '' } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data).lang).toBe(language);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A test browser has no profile on disk; nothing else may stand in the way.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  });
}
