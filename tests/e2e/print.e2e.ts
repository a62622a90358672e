import { ADDRESS, addPhoto, choose, item, note, open, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';
import { catchPrint, pressPrint, printed } from './printed.ts';

const LONG = '/checklists/developer-handover-inspection/';

test.beforeEach(({ page }) => catchPrint(page));

test('without JavaScript the blank form prints: number, version, every item with boxes, signatures', async ({
  browser,
  baseURL,
}, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL + LONG);
  await page.emulateMedia({ media: 'print' });
  const report = page.locator('.report');
  await expect(report).toBeVisible();
  await expect(report).toContainText('空白表');
  await expect(report).toContainText(/ZG-C-\d\d · 1\.0/);
  await expect(page.locator('.tool')).toBeHidden();
  expect(await report.locator('td.boxes').count()).toBe(await page.locator('.tool .item').count());
  await expect(report.locator('.sign')).toContainText('编制');
  const { count, texts } = await printed(page, info);
  expect(count).toBeGreaterThan(1);
  for (const text of texts ?? []) expect(text).toContain('空白表');
  await context.close();
});

test('the heading row comes again on every sheet, no row is split, the signatures stay together', async ({ page }) => {
  await page.goto(LONG);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.report thead').first()).toHaveCSS('display', 'table-header-group');
  await expect(page.locator('.report tbody tr').first()).toHaveCSS('break-inside', 'avoid');
  await expect(page.locator('.report .sign').first()).toHaveCSS('break-inside', 'avoid');
});

test('the filled report has what was recorded, under the same numbers as the screen; the blank form has none of it', async ({
  page,
}, info) => {
  await open(page);
  await page.getByLabel('记录人').fill('王工');
  await page.getByLabel('记录人').blur();
  await choose(page, '1.1', '完成');
  await (await note(page, '1.1')).fill('样板验收单齐全');
  await choose(page, '1.2', '不适用');
  await item(page, '1.2').getByLabel('为什么不适用（必填）').fill('甲供');
  await choose(page, '2.1', '问题');
  await item(page, '2.1').locator('.severity').getByRole('radio', { name: 'A' }).check();
  await item(page, '2.1').getByLabel('责任人或岗位').fill('总包');
  const due = item(page, '2.1').getByRole('textbox', { name: /期限/ });
  await due.fill('2030-01-05');
  await due.blur();
  await saved(page);

  const report = await pressPrint(page, '打印报告（A4）');
  for (const words of [
    '项目：我的项目',
    '打印于 20',
    '共 10 项：完成 1，问题 1，待裁定 0，未查 7，不适用 1',
    '样板验收单齐全',
    '甲供',
    'A 级 · 总包 · 2030-01-05',
    '王工',
  ]) {
    expect(report).toContain(words);
  }
  for (const number of ['1.1', '2.6']) {
    const label = await item(page, number).locator('h3').textContent();
    await expect(
      page.locator('.report tbody tr').filter({ has: page.locator('td', { hasText: new RegExp(`^${number}$`) }) }),
    ).toContainText(label ?? '');
  }
  await page.emulateMedia({ media: 'print' });
  const { texts } = await printed(page, info);
  for (const text of texts ?? []) expect(text).toContain('招标介入检查表 · 记录');

  await page.emulateMedia({ media: 'screen' });
  const blank = await pressPrint(page, '打印空白表');
  expect(blank).toContain('空白表');
  for (const words of ['样板验收单齐全', '王工', '甲供', '我的项目']) expect(blank).not.toContain(words);
  await expect(page.locator('.report')).toContainText('记录');
});

test('the English form prints in English', async ({ page }) => {
  await page.goto(`/en${ADDRESS}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.report')).toContainText('blank form');
  await expect(page.locator('.report')).not.toContainText(/\p{Script=Han}/u);
});

test('printed from the browser’s own menu, a report says which photos are not on it and what prints with them', async ({
  page,
}) => {
  await open(page);
  await addPhoto(page, '1.1', 1, 600);
  await addPhoto(page, '1.2', 2, 600);
  await saved(page);
  const words = page.locator('.report', { hasText: '有 2 张照片没有印在这里。用页面上的“打印报告（A4）”打印' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(words).toHaveCount(1);
  await pressPrint(page, '打印报告（A4）');
  await expect(page.locator('.report img')).toHaveCount(2);
  await expect(page.getByText('张照片没有印在这里')).toHaveCount(0);
});
