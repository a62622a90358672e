import { choose, item, note, open, readDatabase, saved } from './checklist-page.ts';
import { commit, compose, composeAndConfirm } from './composing.ts';
import { expect, test } from './fixtures.ts';

test('Enter that takes a candidate does not create a project', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '新建项目' }).click();
  const field = page.getByLabel('新项目的名称');
  const session = await compose(page, field);
  // The hardest case: an input method that lets the key itself through.
  await page.keyboard.press('Enter');
  await expect(field).toBeVisible();
  await commit(session, '某综合体');
  await expect(field).toHaveValue('某综合体');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '项目' }).locator('option:checked')).toHaveText('某综合体');
  await saved(page);
  expect(await readDatabase(page)).not.toContain("wang'gong");
});

test('a half-composed name is not written as who recorded', async ({ page }) => {
  await open(page);
  const field = page.getByLabel('记录人');
  const session = await composeAndConfirm(page, field);
  await commit(session, '王工');
  await field.blur();
  await choose(page, '1.1', '完成');
  await saved(page);
  await expect(item(page, '1.1').locator('.meta')).toContainText('王工');
  expect(await readDatabase(page)).not.toContain("wang'gong");
});

test('a half-composed note is not a record, and Enter adds no line', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  const field = await note(page, '1.1');
  const session = await composeAndConfirm(page, field);
  await commit(session, '资料齐全');
  await field.blur();
  await expect(field).toHaveValue('资料齐全');
  await expect(item(page, '1.1').locator('.history li')).toHaveCount(2);
  await saved(page);
});

test('a half-composed owner and due date are not records', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '问题');
  const owner = item(page, '1.1').getByLabel('责任人或岗位');
  const first = await composeAndConfirm(page, owner);
  await commit(first, '总包');
  await owner.blur();
  const due = item(page, '1.1').getByRole('textbox', { name: /期限/ });
  const second = await composeAndConfirm(page, due);
  await commit(second, '２０３０年１月５日');
  await due.blur();
  await expect(due).toHaveValue('2030-01-05');
  await item(page, '1.1').locator('summary').click();
  await expect(item(page, '1.1').locator('.history')).not.toContainText("wang'gong");
  await saved(page);
});

test('half-composed words in the fit-out desk, the request log and a run are no records', async ({ page }) => {
  await page.goto('/fit-out/');
  const tenant = page.getByLabel('商户名称（品牌或铺名）');
  await expect(page.getByRole('button', { name: '新建商户' })).toBeEnabled();
  await commit(await composeAndConfirm(page, tenant), '某面馆');
  await tenant.blur();
  await expect(tenant).toHaveValue('某面馆');
  await saved(page);

  await page.goto('/requests/?service=complex-repair-requests');
  await page.getByRole('button', { name: '登记一件' }).click();
  const subject = page.getByLabel('事由');
  await commit(await composeAndConfirm(page, subject), '走廊灯不亮');
  await subject.blur();
  await expect(page.locator('.request .verdict-head')).toContainText('走廊灯不亮');
  await saved(page);

  await page.goto('/emergency/lift-entrapment/');
  await page.getByRole('button', { name: '开始处置' }).click();
  const note = page.getByLabel('记一笔');
  const half = await composeAndConfirm(page, note);
  await expect(page.locator('.run-log tbody tr')).toHaveCount(1);
  await commit(half, '三人被困');
  await page.getByRole('button', { name: '记下（现在）' }).click();
  await page.getByRole('button', { name: '更正：三人被困' }).click();
  const correction = page.getByLabel('写明哪里不对');
  const session = await compose(page, correction);
  // The hardest case: an input method that lets the key itself through.
  await page.keyboard.press('Enter');
  await expect(correction).toBeVisible();
  await commit(session, '两人');
  await page.keyboard.press('Enter');
  await expect(page.locator('.run-log')).toContainText('两人');
  await saved(page);
  expect(await readDatabase(page)).not.toContain("wang'gong");
});
