import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const isSaved = (page: Page) => expect(page.locator('.saved')).toContainText('已保存在本机');

/** How to come to a field of each tool, the first time and when something is stored. */
const TOOLS: Record<string, { address: string; open(page: Page): Promise<void>; field(page: Page): Locator }> = {
  'the fit-out desk': {
    address: '/fit-out/',
    open: async () => {},
    field: (page) => page.getByLabel('商户名称（品牌或铺名）'),
  },
  'the request log': {
    address: '/requests/?service=complex-repair-requests',
    open: async (page) => {
      if (await page.locator('.saved', { hasText: '已保存' }).isVisible())
        await page.locator('.request summary').click();
      else await page.getByRole('button', { name: '登记一件' }).click();
    },
    field: (page) => page.getByLabel('事由'),
  },
  'local numbers': {
    address: '/emergency/numbers/',
    open: async (page) => page.getByRole('button', { name: '填写本项目号码' }).click(),
    field: (page) => page.getByLabel('岗位').first(),
  },
};

for (const [name, { address, open, field }] of Object.entries(TOOLS)) {
  test(`${name}: what stands in a field when it first says "saved" is there after a reload`, async ({ page }) => {
    const ready = () =>
      expect(
        page.locator('.saved:not([data-state="not-saved"], [data-state="loading"])').or(page.locator('#fill-numbers')),
      ).toBeVisible();
    await page.goto(address);
    await ready();
    await open(page);
    const typed = field(page);
    await expect(typed).toBeEnabled();
    // Neither left nor entered: only a pause in typing stores it.
    await typed.pressSequentially('客服 值班');
    await isSaved(page);
    const state = await typed.evaluate((input: HTMLInputElement) => {
      input.value += '一';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return document.querySelector<HTMLElement>('.saved')?.dataset.state;
    });
    expect(state).toBe('saving');
    await isSaved(page);
    await page.reload();
    await ready();
    await open(page);
    await expect(field(page)).toHaveValue('客服 值班一');
  });
}

test('what is chosen before the page’s program has arrived counts', async ({ page }) => {
  // The program waits; the static page is there to be used.
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/_astro\/.*\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/fit-out/', { waitUntil: 'commit' });
  await page.getByLabel('业种', { exact: true }).selectOption('jewellery');
  await page.getByLabel('低柜高度', { exact: true }).fill('951');
  await page.getByRole('group', { name: '用燃气', exact: true }).getByRole('radio', { name: '是' }).check();
  go();
  await expect(page.locator('#rule-low-counter-jewellery .verdict')).toContainText('不合格');
  await isSaved(page);
  await page.reload();
  await expect(page.getByLabel('业种', { exact: true })).toHaveValue('jewellery');
  await expect(
    page.getByRole('group', { name: '用燃气', exact: true }).getByRole('radio', { name: '是' }),
  ).toBeChecked();
  // All of it is one tenant's.
  await expect(page.getByRole('combobox', { name: '商户', exact: true }).locator('option')).toHaveCount(1);
});

test('a pause behind a blank keeps the blank for the word that follows', async ({ page }) => {
  await page.goto('/requests/?service=complex-repair-requests');
  await page.getByRole('button', { name: '登记一件' }).click();
  const subject = page.getByLabel('事由');
  await subject.pressSequentially('Lift ');
  // The text is stored without its last blank; the field keeps it.
  await expect(page.locator('.request .verdict-head')).toContainText('Lift');
  await isSaved(page);
  await subject.pressSequentially('light');
  await subject.blur();
  await isSaved(page);
  await page.reload();
  await expect(page.locator('.request .verdict-head')).toContainText('Lift light');
});

test('a day that is none stays in its field, explained, and the request keeps its day', async ({ page }) => {
  await page.goto('/requests/?service=complex-repair-requests');
  await page.getByRole('button', { name: '登记一件' }).click();
  const received = page.getByLabel('收到日期');
  const before = await received.inputValue();
  await received.fill('下周三');
  await received.blur();
  await expect(page.getByText('这不是日期')).toBeVisible();
  await expect(received).toHaveValue('下周三');
  await isSaved(page);
  await page.reload();
  await page.locator('.request summary').click();
  await expect(received).toHaveValue(before);
});

test('what another tab writes comes in, but not into a field in which one is typing', async ({ page, context }) => {
  await page.goto('/fit-out/');
  const name = page.getByLabel('商户名称（品牌或铺名）');
  await name.fill('甲店');
  await name.blur();
  await isSaved(page);
  const other = await context.newPage();
  await other.goto('/fit-out/');
  await expect(other.getByLabel('商户名称（品牌或铺名）')).toHaveValue('甲店');
  await other.getByLabel('铺位号').pressSequentially('L1');
  await name.fill('乙店');
  await name.blur();
  await expect(other.getByLabel('商户名称（品牌或铺名）')).toHaveValue('乙店');
  await expect(other.getByLabel('铺位号')).toHaveValue('L1');
});
