import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';

test('a changed input changes the result; a wrong one is kept and explained', async ({ page }) => {
  await page.goto('/estimators/collection-incentive/');
  const target = page.getByRole('textbox', { name: /^月度任务/ });
  const headline = page.locator('[data-figure="incentive-cost"]').first();
  await expect(page.locator('.saved')).toContainText('还没有要保存的内容');
  const before = (await headline.textContent()) ?? '';
  await target.fill('８５％');
  await expect(headline).not.toHaveText(before);
  await target.fill('abc');
  await expect(target).toHaveAttribute('aria-invalid', 'true');
  await expect(headline).toHaveCount(0);
  await expect(target).toHaveValue('abc');
});

test('scenarios are compared and found again', async ({ page }) => {
  await page.goto('/estimators/collection-incentive/');
  await expect(page.locator('.saved')).toContainText('还没有要保存的内容');
  await page.getByRole('button', { name: '复制为新方案' }).click();
  await page.getByRole('textbox', { name: /^管理员奖/ }).fill('600');
  await expect(page.locator('.compare')).toContainText('改动的输入：管理员奖');
  await expect(page.locator('.saved')).toContainText('已保存');
  await page.reload();
  await expect(page.locator('.saved')).toContainText('已保存');
  await page.getByRole('combobox', { name: /^方案/ }).first().selectOption('方案 2');
  await expect(page.getByRole('textbox', { name: /^管理员奖/ })).toHaveValue('600');
});

test('what is typed and opened before the program has arrived counts', async ({ page }) => {
  let arrive = (): void => {};
  const slowLine = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_astro/*.js', (route) => slowLine.then(() => route.continue()));
  await page.goto('/estimators/collection-incentive/', { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: /^管理员奖/ }).fill('600');
  await page.getByRole('combobox', { name: /^未完成时|^扣减/ }).selectOption('none');
  arrive();
  await expect(page.locator('.saved')).toContainText('已保存');
  await expect(page.getByRole('textbox', { name: /^管理员奖/ })).toHaveValue('600');
  await page.reload();
  await expect(page.locator('.saved')).toContainText('已保存');
  await expect(page.getByRole('textbox', { name: /^管理员奖/ })).toHaveValue('600');
  await expect(page.getByRole('combobox', { name: /^未完成时|^扣减/ })).toHaveValue('none');
});

test('JSON takes an estimate out and back in', async ({ page, newDevice }) => {
  await page.goto('/en/estimators/community-space/');
  await page.getByRole('textbox', { name: /^Households/ }).fill('2000');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export JSON' }).click(),
  ]);
  const other = await newDevice();
  await other.goto('/en/estimators/community-space/');
  await expect(other.locator('.saved')).toContainText(/./);
  await other.locator('input[type="file"]').setInputFiles({
    name: 'estimate.json',
    mimeType: 'application/json',
    buffer: readFileSync(await download.path()),
  });
  await expect(other.getByRole('textbox', { name: /^Households/ })).toHaveValue('2000');
});

test('a cut link says so and opens nothing', async ({ page }) => {
  await page.goto('/estimators/staffing/#e1.abc.0000');
  await expect(page.getByText('这个链接不完整或被改过')).toBeVisible();
});

test('every worked example passes in the browser', async ({ page }) => {
  await page.goto('/estimators/arrears-commission/');
  await expect(page.locator('.saved')).toContainText('还没有要保存的内容');
  await page.getByRole('button', { name: '在这台设备上重算' }).click();
  await expect(page.getByText('3 / 3 通过')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('rules, preset result and examples are there', async ({ page }) => {
    await page.goto('/estimators/arrears-commission/');
    await expect(page.locator('.headl')).toContainText('1,967.86');
    await expect(page.getByRole('heading', { name: '规则' })).toBeVisible();
    await expect(page.getByText('✓ 相符').first()).toBeVisible();
  });
});
