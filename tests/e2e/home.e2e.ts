import { expect, test } from './fixtures.ts';

const isSaved = (page: import('@playwright/test').Page) => expect(page.locator('.saved')).toContainText('已保存在本机');

test('what is due is listed by project, and leads into its own', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-25T02:00:00Z'));
  await page.goto('/requests/?service=complex-repair-requests');
  await page.getByRole('button', { name: '登记一件' }).click();
  await page.getByLabel('事由').fill('走廊灯不亮');
  await page.getByLabel('时限（工作日）').fill('1');
  await page.getByLabel('时限（工作日）').blur();
  await isSaved(page);
  await page.goto('/checklists/tendering/');
  await page.getByRole('button', { name: '新建项目' }).click();
  await page.getByLabel('新项目的名称').fill('另一个项目');
  await page.keyboard.press('Enter');
  const current = page.getByRole('combobox', { name: '项目' }).locator('option:checked');
  await expect(current).toHaveText('另一个项目');
  await page.locator('.tool .item').first().getByRole('radio', { name: '完成' }).check();
  await isSaved(page);

  await page.goto('/');
  await expect(page.getByRole('heading', { name: '我的项目' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '另一个项目' })).toBeVisible();
  await expect(page.getByRole('link', { name: /清单 · 招标介入检查表 · 完成 1 \/ \d+/ })).toBeVisible();
  await page.getByRole('link', { name: /申请 · 维修报修 · 走廊灯不亮/ }).click();
  await expect(page.locator('.request')).toContainText('走廊灯不亮');
  await expect(current).toHaveText('我的项目');
  // And the tool is what one goes on with.
  await page.goto('/');
  await expect(page.getByRole('link', { name: '继续上次：申请登记' })).toBeVisible();
});

test('services that nobody checked for 180 days are on the list, and gone once they are checked', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-05-01T02:00:00Z'));
  await page.goto('/directory/complex-repair-requests/');
  await page.getByRole('button', { name: '填写本单位的信息' }).click();
  const post = page.locator('#fill-in').getByLabel('负责岗位', { exact: true });
  await post.fill('客服值班');
  await post.blur();
  await isSaved(page);
  await page.clock.setFixedTime(new Date('2026-10-28T02:00:00Z'));
  await page.goto('/');
  await expect(page.getByText('一周内没有到期的事。')).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-10-29T02:00:00Z'));
  await page.reload();
  await page.getByRole('link', { name: '服务信息待核对 · 维修报修' }).click();
  await expect(page).toHaveURL(/\/directory\/complex-repair-requests\/$/);
  await page.getByRole('button', { name: '填写本单位的信息' }).click();
  await page.getByRole('button', { name: '核对过，没有变化' }).click();
  await isSaved(page);
  await page.goto('/');
  await expect(page.getByText('一周内没有到期的事。')).toBeVisible();
});
