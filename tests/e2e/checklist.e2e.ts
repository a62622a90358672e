import {
  ADDRESS,
  answer,
  choose,
  details,
  ENGLISH,
  item,
  note,
  open,
  ready,
  SAVED,
  saved,
  status,
} from './checklist-page.ts';
import { expect, tabTo, test } from './fixtures.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole list is there with why, evidence, role and source, can be ticked for printing, and says it is not saved', async ({
    page,
  }) => {
    await page.goto(ADDRESS);
    await expect(page.locator('.tool .item')).toHaveCount(10);
    for (const one of await page.locator('.tool .item').all()) {
      await expect(one.locator('.why')).not.toBeEmpty();
      await expect(one.locator('.meta')).not.toBeEmpty();
      await expect(one.locator('dd').first()).not.toBeEmpty();
      await expect(one.locator('dd').nth(1)).not.toBeEmpty();
      await expect(one.getByRole('radio')).toHaveCount(4);
    }
    await choose(page, '1.1', '完成');
    await expect(answer(page, '1.1', '完成')).toBeChecked();
    await expect(page.getByRole('status').first()).toContainText('尚未保存');
  });
});

test('a tick is saved, counted, and there after a reload', async ({ page }) => {
  await open(page);
  await expect(status(page)).toHaveText('还没有要保存的内容');
  await choose(page, '1.1', '完成');
  await saved(page);
  await expect(page.locator('.prog .big')).toContainText('1 / 10 项');
  await page.reload();
  await saved(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(page.locator('.prog .big')).toContainText('1 / 10 项');
});

test('on a phone the first answers are in sight with the stages above them, in both languages', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const locale of ['', '/en']) {
    // The longest titles and reasons of a first item, and the stages of an early one.
    for (const list of ['planning-design', 'construction-drawings', 'fit-out-site-patrol', 'completion-handover']) {
      await page.goto(`${locale}/checklists/${list}/`);
      await expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved');
      const answers = await page.locator('.item .seg').first().boundingBox();
      const bar = await page.locator('.walk').boundingBox();
      const end = (answers?.y ?? 0) + (answers?.height ?? Number.POSITIVE_INFINITY);
      expect(end, `${locale} ${list}`).toBeLessThanOrEqual(bar?.y ?? 0);
    }
    // The stage of the page is in sight in its row, also where the row scrolls.
    const here = await page.locator('.stages [aria-current]').boundingBox();
    expect(here?.x).toBeGreaterThanOrEqual(0);
    expect((here?.x ?? 0) + (here?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});

test('a tick survives a change of language, which keeps the place', async ({ page }) => {
  await open(page, `${ADDRESS}#open-protocols`);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`${ENGLISH}#open-protocols`);
  await ready(page);
  await expect(answer(page, '1.1', 'Done')).toBeChecked();
  await expect(status(page)).toHaveText('✓ Saved on this device');
});

test('a tick made before the tool arrives is kept and saved', async ({ page }) => {
  let arrive!: () => void;
  const slowLine = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_astro/*.js', (route) => slowLine.then(() => route.continue()));
  await page.goto(ADDRESS, { waitUntil: 'commit' });
  await choose(page, '1.2', '问题');
  await choose(page, '2.1', '完成');
  await expect(page.locator('.saved')).toContainText('尚未保存');
  arrive();
  await saved(page);
  await expect(answer(page, '1.2', '问题')).toBeChecked();
  await page.reload();
  await saved(page);
  await expect(answer(page, '1.2', '问题')).toBeChecked();
  await expect(answer(page, '2.1', '完成')).toBeChecked();
});

test('all four answers can be given and taken back; progress counts what applies', async ({ page }) => {
  await open(page);
  const big = page.locator('.prog .big');
  await choose(page, '1.1', '完成');
  await choose(page, '1.2', '问题');
  await choose(page, '1.3', '不适用');
  await expect(item(page, '1.3')).toContainText('写一句理由');
  await item(page, '1.3').getByLabel('为什么不适用（必填）').fill('本项目没有公共设备');
  await item(page, '1.3').getByLabel('为什么不适用（必填）').blur();
  await expect(item(page, '1.3')).not.toContainText('写一句理由');
  await expect(big).toContainText('1 / 9 项');
  await expect(page.locator('.prog .legend')).toContainText('不适用 1，不计入');
  await choose(page, '1.1', '未查');
  await expect(big).toContainText('0 / 9 项');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(answer(page, '1.1', '未查')).toBeChecked();
  await expect(answer(page, '1.2', '问题')).toBeChecked();
  await expect(item(page, '1.3').getByLabel('为什么不适用（必填）')).toHaveValue('本项目没有公共设备');
});

test('a note is saved on leaving the field, after a pause, and when the page is closed', async ({ page, context }) => {
  await open(page);
  await (await note(page, '1.1')).fill('离开时保存');
  await (await note(page, '1.2')).click();
  await saved(page);
  await (await note(page, '1.2')).pressSequentially('停一下保存');
  await expect(item(page, '1.2').locator('.history')).toContainText('停一下保存');
  await (await note(page, '1.3')).pressSequentially('走开前');
  await page.goto('/');
  await open(page);
  await (await note(page, '2.1')).pressSequentially('关页前');
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  const again = await context.newPage();
  await open(again);
  await expect(await note(again, '1.1')).toHaveValue('离开时保存');
  await expect(await note(again, '1.2')).toHaveValue('停一下保存');
  await expect(await note(again, '1.3')).toHaveValue('走开前');
  await expect(await note(again, '2.1')).toHaveValue('关页前');
});

test('a click that leaves a field is not lost to what saving draws', async ({ page }) => {
  await open(page);
  const first = await note(page, '1.1');
  await first.fill('一句话');
  // Saving adds a line to the history above, which moves this answer down while it is pressed.
  await answer(page, '1.2', '完成').scrollIntoViewIfNeeded();
  const box = await answer(page, '1.2', '完成').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await page.mouse.down();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.up();
  await expect(answer(page, '1.2', '完成')).toBeChecked();
  await expect(item(page, '1.1').locator('.history')).toContainText('一句话');
});

test('a problem has a severity, an owner and a due date, in any digits; a wrong date is explained and kept', async ({
  page,
}) => {
  await open(page);
  await choose(page, '2.1', '问题');
  const one = item(page, '2.1');
  await one.locator('.severity').getByRole('radio', { name: 'B' }).check();
  await one.getByLabel('责任人或岗位').fill('总包');
  const due = one.getByRole('textbox', { name: /期限/ });
  await due.fill('下周三');
  await due.blur();
  await expect(one).toContainText('这不是日期。要写成 2026-12-01');
  await expect(due).toHaveValue('下周三');
  await expect(due).toHaveAttribute('aria-invalid', 'true');
  await due.fill('２０２６年２月３０日');
  await due.blur();
  await expect(one).toContainText('这不是日期');
  await due.fill('２０２０年１月５日');
  await due.blur();
  await expect(one).not.toContainText('这不是日期');
  await expect(due).toHaveValue('2020-01-05');
  await expect(one.locator('.meta')).toContainText('逾期');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(one.getByRole('textbox', { name: /期限/ })).toHaveValue('2020-01-05');
  await expect(one.getByLabel('责任人或岗位')).toHaveValue('总包');
  await expect(one.locator('.meta')).toContainText('B 级');
});

test('filters show what they name and can be left again', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await choose(page, '1.2', '问题');
  const shown = page.locator('.tool .item:visible');
  const filters = page.getByRole('form', { name: '筛选' });
  await filters.getByLabel('结论').selectOption({ label: '问题' });
  await expect(shown).toHaveCount(1);
  await filters.getByLabel('只看逾期').check();
  await expect(page.getByText('没有符合条件的项。')).toBeVisible();
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(shown).toHaveCount(10);
  await filters.getByLabel('岗位').selectOption({ index: 1 });
  expect(await shown.count()).toBeLessThan(10);
  expect(await shown.count()).toBeGreaterThan(0);
});

test('undo takes back and redo brings again, also in the stored state', async ({ page }) => {
  await open(page);
  const undo = page.getByRole('button', { name: '撤销' });
  const redo = page.getByRole('button', { name: '重做' });
  await expect(undo).toBeDisabled();
  await choose(page, '1.1', '完成');
  await choose(page, '1.1', '问题');
  await undo.click();
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await undo.click();
  await expect(answer(page, '1.1', '未查')).toBeChecked();
  await expect(undo).toBeDisabled();
  await redo.click();
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
});

test('a second tab stays in step, both ways', async ({ page, context }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const second = await context.newPage();
  await open(second);
  await expect(answer(second, '1.1', '完成')).toBeChecked();
  await choose(second, '1.2', '问题');
  await expect(answer(page, '1.2', '问题')).toBeChecked();
  await choose(page, '1.1', '未查');
  await expect(answer(second, '1.1', '未查')).toBeChecked();
  await saved(page);
  await saved(second);
});

test('the first tick in two tabs at once begins one project, not two', async ({ page, context }) => {
  const second = await context.newPage();
  await open(page);
  await open(second);
  await Promise.all([choose(page, '1.1', '完成'), choose(second, '1.2', '完成')]);
  await saved(page);
  await saved(second);
  await page.reload();
  await saved(page);
  await expect(page.getByRole('combobox', { name: '项目' }).getByRole('option')).toHaveCount(1);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(answer(page, '1.2', '完成')).toBeChecked();
});

test('several projects lie side by side on a device', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.getByRole('button', { name: '新建项目' }).click();
  await page.getByLabel('新项目的名称').fill('某综合体二期');
  await page.keyboard.press('Enter');
  const projects = page.getByRole('combobox', { name: '项目' });
  await expect(projects.locator('option:checked')).toHaveText('某综合体二期');
  await expect(answer(page, '1.1', '未查')).toBeChecked();
  await choose(page, '1.2', '完成');
  await saved(page);
  await projects.selectOption({ label: '我的项目' });
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(answer(page, '1.2', '未查')).toBeChecked();
  await page.reload();
  await ready(page);
  await expect(projects.locator('option:checked')).toHaveText('我的项目');
  await projects.selectOption({ label: '某综合体二期' });
  await expect(answer(page, '1.2', '完成')).toBeChecked();
});

test('who answered stands beside the answer and in its history', async ({ page }) => {
  await open(page);
  await page.getByLabel('记录人').fill('王工');
  await page.getByLabel('记录人').blur();
  await choose(page, '1.1', '完成');
  await choose(page, '1.1', '问题');
  await expect(item(page, '1.1').locator('.meta')).toContainText('王工');
  const history = (await details(page, '1.1')).locator('.history li');
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('王工 · 结论：完成');
  await expect(history.last()).toContainText('王工 · 结论：问题');
});

test('reading, ticking, noting and printing need no mouse', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void document.documentElement.setAttribute('data-printed', 'yes');
  });
  await page.goto('/handbook/complex/early-involvement/tendering/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(
    page,
    page
      .getByRole('main')
      .getByRole('link', { name: /^照着办/ })
      .first(),
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(ADDRESS);
  await ready(page);
  await tabTo(page, answer(page, '1.1', '未查'));
  await page.keyboard.press('ArrowRight');
  await expect(answer(page, '1.1', '完成')).toBeFocused();
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await tabTo(page, item(page, '1.1').locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, item(page, '1.1').getByLabel('记录', { exact: true }));
  await page.keyboard.type('样板验收单齐全');
  await page.keyboard.press('Tab');
  await saved(page);
  await tabTo(page, page.getByRole('button', { name: '打印报告（A4）' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.reload();
  await saved(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(await note(page, '1.1')).toHaveValue('样板验收单齐全');
  await expect(status(page)).toContainText(SAVED);
});
