import type { Page } from '@playwright/test';
import { ADDRESS, choose, open, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.54(0x18003632) NetType/WIFI Language/zh_CN';
const sheet = (page: Page) => page.getByRole('dialog');

/** Nothing may be handed to a browser that drops it: notes each download and each call of print. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const calls: string[] = [];
    Object.assign(window, { calls, print: () => calls.push('print') });
    HTMLAnchorElement.prototype.click = function () {
      calls.push(`click ${this.download}`);
    };
  });
  return () => page.evaluate(() => (window as unknown as { calls: string[] }).calls);
}

/** What `navigator.share` was given; `refuse` is a reader who closes the sheet of the system. */
async function offerShare(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shared: string[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => {
        if ('refuse' in window) throw new DOMException('', 'AbortError');
        shared.push(...files.map(({ name }) => name));
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { shared: string[] }).shared);
}

test.describe('inside WeChat', () => {
  test.use({ userAgent: WECHAT });

  test('the ways out of a checklist say why and become what works', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const calls = await listen(page);
    const shared = await offerShare(page);
    await open(page);
    const out = page.getByRole('region', { name: '打印和导出' }).or(page.locator('section.out'));
    await expect(out.locator('.in-app')).toContainText('微信里的网页不能下载，也不能打印');
    await expect(out.locator('.in-app')).toContainText('在浏览器打开');
    await choose(page, '1.1', '完成');
    await saved(page);

    await page.getByRole('button', { name: '导出项目文件（分享或复制）' }).click();
    await page.evaluate(() => Object.assign(window, { refuse: true }));
    await sheet(page).getByRole('button', { name: '分享文件' }).click();
    // Thought better of: nothing is said to be exported.
    await sheet(page).getByRole('button', { name: '关闭' }).click();
    await expect(page.getByText(/^已导出/)).toHaveCount(0);
    await page.evaluate(() => Reflect.deleteProperty(window, 'refuse'));
    await page.getByRole('button', { name: '导出项目文件（分享或复制）' }).click();
    await sheet(page).getByRole('button', { name: '分享文件' }).click();
    await expect(page.getByText(/^已导出/)).toBeVisible();
    expect(await shared()).toEqual([expect.stringMatching(/\.zgbook$/)]);

    await page
      .getByRole('button', { name: /^打印.*（到浏览器里）/ })
      .first()
      .click();
    await expect(sheet(page)).toContainText('微信里的网页不能打印');
    await sheet(page).getByRole('button', { name: '复制网址' }).click();
    await expect(sheet(page)).toContainText('已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(ADDRESS);
    expect(await calls()).toEqual([]);
  });

  test('an estimate is copied as text where sharing is not offered either; a workbook says what to do instead', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const calls = await listen(page);
    await page.addInitScript(() => Object.assign(navigator, { canShare: undefined }));
    await page.goto('/estimators/collection-incentive/');
    await page.getByRole('button', { name: '导出 JSON（分享或复制）' }).click();
    await expect(sheet(page).getByRole('button', { name: '分享文件' })).toHaveCount(0);
    await sheet(page).getByRole('button', { name: '复制内容' }).click();
    await expect(sheet(page)).toContainText('已复制');
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toBeTruthy();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    await page.getByRole('button', { name: /^导出 Excel（/ }).click();
    await expect(sheet(page)).toContainText('请导出 CSV 或 JSON 来复制');
    expect(await calls()).toEqual([]);
  });

  test('the print button of a card says where it can be printed', async ({ page }) => {
    const calls = await listen(page);
    await page.goto('/en/emergency/fire/');
    await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /^Print/ })
      .click();
    await expect(sheet(page)).toContainText('Pages inside WeChat cannot print');
    await expect(sheet(page).getByRole('textbox')).toHaveValue(/\/en\/emergency\/fire\/$/);
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await expect(sheet(page)).toHaveCount(0);
    expect(await calls()).toEqual([]);
  });
});

test('from the home screen of a phone a file is shared, and the way to Safari is told', async ({ page }) => {
  const calls = await listen(page);
  await offerShare(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', {
      value:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    });
    Object.defineProperty(navigator, 'standalone', { value: true });
  });
  await page.goto('/planner/');
  await expect(page.locator('.new-plan button[type="submit"]')).toBeEnabled();
  await page.getByLabel('日期', { exact: true }).fill('2026-12-18');
  await page.getByLabel('日期', { exact: true }).press('Enter');
  await expect(page.locator('#plan-files ~ .in-app')).toContainText('粘贴到 Safari');
  await page.getByRole('button', { name: /^导出日历 .ics（/ }).click();
  await sheet(page).getByRole('button', { name: '分享文件' }).click();
  await expect(page.getByText(/^已导出.*\.ics/)).toBeVisible();
  expect(await calls()).toEqual([]);
});

test('a browser that can do everything shows none of it', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('button', { name: '导出项目文件', exact: true })).toBeVisible();
  await expect(page.locator('.in-app')).toHaveCount(0);
});
