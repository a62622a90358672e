import type { Page } from '@playwright/test';
import { chooseFile, exportProject, open, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

const ESTIMATE = '/estimators/collection-incentive/';
const bonus = (page: Page) => page.getByRole('textbox', { name: /^管理员奖/ });
const target = (page: Page) => page.getByRole('textbox', { name: /^月度任务/ });
const asked = (page: Page) => page.locator('.conflict');
const headline = (page: Page) => page.locator('[data-figure="incentive-cost"]').first();

/** Changes the bonus at a time of the day and waits until it is stored. */
async function setBonus(page: Page, amount: string, at: string): Promise<void> {
  await page.goto(ESTIMATE);
  await saved(page);
  await page.clock.setFixedTime(new Date(`2026-11-24T${at}:00+08:00`));
  await bonus(page).fill(amount);
  await bonus(page).blur();
  // The text is handed over after a pause; until then the page does not call it saved.
  await expect(page.locator('.saved')).not.toContainText('已保存在本机');
  await saved(page);
}

async function name(page: Page, who: string): Promise<void> {
  await page.getByLabel('记录人').fill(who);
  await page.getByLabel('记录人').blur();
}

test('two people changed one input: both stand there with author and time; the import is taken back, or one is chosen', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(120_000);
  await page.goto(ESTIMATE);
  await expect(page.locator('.saved')).toContainText('还没有要保存的内容');
  await name(page, '王工');
  await page.clock.setFixedTime(new Date('2026-11-24T09:00:00+08:00'));
  await bonus(page).fill('600');
  await saved(page);
  await open(page);
  const other = await newDevice();
  await open(other);
  await name(other, '李工');
  await chooseFile(other, (await exportProject(page)).bytes);
  await other.getByRole('button', { name: '作为新项目打开' }).click();
  await expect(other.getByRole('button', { name: '作为新项目打开' })).toHaveCount(0);
  await saved(other);
  await setBonus(other, '700', '15:30');
  await other.getByRole('textbox', { name: /^月度任务/ }).fill('80');
  await saved(other);
  await setBonus(page, '800', '16:05');
  const alone = (await headline(page).textContent()) ?? '';
  await open(other);
  const { bytes } = await exportProject(other);
  const merge = async () => {
    await open(page);
    await chooseFile(page, bytes);
    await page.getByRole('button', { name: '合并进来' }).click();
    await expect(page.getByRole('button', { name: '撤回这次合并' })).toBeVisible();
    await page.goto(ESTIMATE);
    await expect(asked(page)).toContainText('管理员奖');
  };

  await merge();
  await expect(asked(page).getByRole('listitem')).toHaveText([
    /^(700 李工 · 2026-11-24 15:30|800 王工 · 2026-11-24 16:05)/,
    /^(700 李工 · 2026-11-24 15:30|800 王工 · 2026-11-24 16:05)/,
  ]);
  for (const one of ['700 李工', '800 王工']) await expect(asked(page)).toContainText(one);
  // What only one of them changed needs no decision.
  await expect(target(page)).toHaveValue('80');

  await page.getByRole('button', { name: '撤回这次合并' }).click();
  await expect(asked(page)).toHaveCount(0);
  await expect(bonus(page)).toHaveValue('800');
  await expect(target(page)).toHaveValue('90');
  await expect(headline(page)).toHaveText(alone);

  await merge();
  await asked(page).getByRole('button', { name: '采用“700”' }).click();
  await expect(asked(page)).toHaveCount(0);
  await expect(bonus(page)).toHaveValue('700');
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(bonus(page)).toHaveValue('700');
  await expect(asked(page)).toHaveCount(0);
});

test('a second tab stays in step, both ways, and what is being typed in one is not lost to the other', async ({
  page,
  context,
}) => {
  await page.goto(ESTIMATE);
  await expect(page.locator('.saved')).toContainText('还没有要保存的内容');
  await bonus(page).fill('600');
  await saved(page);
  const second = await context.newPage();
  await second.goto(ESTIMATE);
  await saved(second);
  await expect(bonus(second)).toHaveValue('600');
  await expect(headline(second)).toHaveText((await headline(page).textContent()) ?? '');

  await bonus(second).fill('650');
  await expect(bonus(page)).toHaveValue('650');
  await expect(headline(page)).toHaveText((await headline(second).textContent()) ?? '');

  // Typed in both at once, in different fields: both count, in both.
  await Promise.all([bonus(page).fill('700'), target(second).fill('82')]);
  for (const tab of [page, second]) {
    await expect(bonus(tab)).toHaveValue('700');
    await expect(target(tab)).toHaveValue('82');
    await saved(tab);
  }
  await expect(headline(second)).toHaveText((await headline(page).textContent()) ?? '');

  await page.getByRole('button', { name: '复制为新方案' }).click();
  const scenarios = (tab: Page) => tab.getByRole('combobox', { name: /^方案/ }).first().locator('option');
  await expect(scenarios(second)).toHaveCount(2);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(scenarios(second)).toHaveCount(1);
});
