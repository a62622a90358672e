import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const service = '/directory/complex-repair-requests/';
const isSaved = (page: Page) => expect(page.locator('.saved')).toContainText('已保存在本机');

async function fillIn(page: Page, label: string, text: string): Promise<void> {
  const field = page.locator('#fill-in').getByLabel(label, { exact: true });
  await field.fill(text);
  await field.blur();
}

test('what the organisation fills in stands on the page at the next visit, and makes a contact', async ({ page }) => {
  await page.goto(service);
  await expect(page.locator('[data-fill="channel"]')).toHaveText('由本单位填写');
  await page.getByRole('button', { name: '填写本单位的信息' }).click();
  await fillIn(page, '负责岗位', '客服值班');
  await fillIn(page, '值班电话', '010-6123 4567');
  await fillIn(page, '时限（工作日）', '三');
  await expect(page.getByText('写成 0 到 999 的整数')).toBeVisible();
  await fillIn(page, '时限（工作日）', '3');
  await fillIn(page, '在哪里办', '1 层服务台');
  await isSaved(page);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: /vCard/ }).click();
  expect((await file).suggestedFilename()).toMatch(/\.vcf$/);
  await page.goto(service);
  await expect(page.locator('[data-fill="channel"]')).toHaveText('1 层服务台');
  await expect(page.locator('[data-fill="post"]')).toHaveText('客服值班');
  await expect(page.locator('#filled-note')).toContainText('我的项目 填写');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-fill="phone"]')).toBeVisible();
});

test('what was filled in is marked in the list, after 180 days to be checked, and fresh again once it was', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-05-01T02:00:00Z'));
  await page.goto(service);
  await page.getByRole('button', { name: '填写本单位的信息' }).click();
  await fillIn(page, '负责岗位', '客服值班');
  // The page above follows at once.
  await expect(page.locator('[data-fill="post"]')).toHaveText('客服值班');
  await isSaved(page);
  // Seven in the morning here is still the day before in London.
  await page.clock.setFixedTime(new Date('2026-05-01T23:00:00Z'));
  await fillIn(page, '负责岗位', '客服值班室');
  await isSaved(page);
  await page.goto(service);
  await expect(page.locator('#filled-note')).toContainText('2026-05-02');
  const entry = page.locator('[data-service="complex-repair-requests"]');
  await page.clock.setFixedTime(new Date('2026-10-29T02:00:00Z'));
  await page.goto('/directory/');
  await expect(entry).toContainText('本单位已填写');
  await page.clock.setFixedTime(new Date('2026-10-30T02:00:00Z'));
  await page.reload();
  await expect(entry).toContainText('超过 180 天');
  await page.goto(service);
  await expect(page.locator('#filled-note')).toContainText('超过 180 天');
  await page.getByRole('button', { name: '填写本单位的信息' }).click();
  await page.getByRole('button', { name: '核对过，没有变化' }).click();
  await expect(page.getByText('超过 180 天没有更新')).toBeHidden();
  await isSaved(page);
  await page.goto('/directory/');
  await expect(entry).toContainText('本单位已填写');
});

test('the table goes out and comes back', async ({ page }) => {
  await page.goto(service);
  await page.getByRole('button', { name: '填写本单位的信息' }).click();
  await fillIn(page, '负责岗位', '客服值班');
  await isSaved(page);
  await page.goto('/directory/');
  await page.getByRole('button', { name: '填写表：导出、导入' }).click();
  await expect(page.getByText('已填 1 项服务')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出填写表（Excel）' }).click();
  const path = await (await waiting).path();
  await page.getByLabel('导入填写表').last().setInputFiles(path);
  await expect(page.getByText('读到 1 项服务，写入 1 处。')).toBeVisible();
});

test('a request across a holiday with make-up days is due on the right day and is told when it runs late', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-09-29T02:00:00Z'));
  await page.goto(service);
  await page.getByRole('button', { name: '填写本单位的信息' }).click();
  await fillIn(page, '时限（工作日）', '4');
  await fillIn(page, '快到期或逾期怎么提醒', '值班经理打电话');
  await isSaved(page);
  await page.goto(service);
  await page.getByRole('link', { name: '登记一件申请' }).click();
  await page.getByRole('button', { name: '登记一件' }).click();
  await expect(page.getByLabel('事由')).toBeFocused();
  const card = page.locator('.request');
  // National Day is free from 1 to 7 October; Saturday 10 October is worked.
  await expect(card).toContainText('到期 2026年10月10日');
  await card.getByLabel('事由').fill('走廊灯不亮');
  await card.getByLabel('事由').blur();
  await card.getByRole('button', { name: '受理完成' }).click();
  await expect(card).toContainText('✓ 2026年9月29日');
  await isSaved(page);
  await page.clock.setFixedTime(new Date('2026-10-12T02:00:00Z'));
  await page.reload();
  await expect(card.locator('.verdict')).toHaveText('逾期');
  await expect(card).toContainText('逾期 1 个工作日');
  await expect(card).toContainText('值班经理打电话');
  await card.getByText('事由 · 收到日期 · 时限（工作日）').click();
  await card.getByLabel('时限（工作日）').fill('x');
  await card.getByLabel('时限（工作日）').blur();
  await expect(card).toContainText('写成 0 到 999 的整数');
  await card.getByLabel('时限（工作日）').fill('4');
  await card.getByLabel('时限（工作日）').blur();
  await isSaved(page);
  await page.goto('/');
  await expect(page.getByRole('link', { name: /申请 · 维修报修 · 走廊灯不亮/ })).toBeVisible();
  await page.goto('/requests/');
  await card.getByRole('button', { name: '办结完成' }).click();
  await expect(page.getByText('都办结了。')).toBeVisible();
  await page.getByRole('radio', { name: '全部' }).check();
  await expect(card.locator('.verdict')).toHaveText('已办结，逾期');
  // It was concluded on its last day and logged later.
  await card.locator('summary', { hasText: '办结的日期' }).click();
  const on = card.getByRole('textbox', { name: '办结的日期' });
  await on.fill('2026-09-28');
  await on.blur();
  await expect(card).toContainText('写成收到日到今天之间的一天');
  await on.fill('２０２６-１０-１０');
  await on.blur();
  await expect(card.locator('.verdict')).toHaveText('已办结');
  await isSaved(page);
  await page.reload();
  await page.getByRole('radio', { name: '全部' }).check();
  await expect(card).toContainText('✓ 2026年10月10日');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the request log says how due days are counted, with worked examples', async ({ page }) => {
    await page.goto('/requests/');
    await expect(page.getByRole('heading', { name: '怎么算到期日' })).toBeVisible();
    await expect(page.locator('section[aria-labelledby="counting"] tbody tr')).toHaveCount(3);
  });
});
