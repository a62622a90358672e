import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cell, datesOf, makeOpening, numberOf, openEmpty, openFile, rowOf, scale, write } from './planner-page.ts';

const bar = (page: Page, id: string): Locator => page.locator(`.plan-chart [data-row="${id}"]`);

/** Brings a bar into the middle of the sight. */
async function show(page: Page, id: string): Promise<void> {
  await page.locator('.plan-scroll').evaluate((one, top) => one.scrollTo(0, top), (numberOf(id) - 4) * 44);
  await expect(bar(page, id)).toBeAttached();
  await page.locator('.plan-scroll').evaluate((scroller, row) => {
    const grab = scroller.querySelector(`[data-row="${row}"] .grab`);
    if (!grab) return;
    const at = grab.getBoundingClientRect();
    const box = scroller.getBoundingClientRect();
    scroller.scrollLeft += at.left - box.left - box.width * 0.5;
  }, id);
}

async function middleOf(part: Locator): Promise<{ x: number; y: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function dragBy(page: Page, part: Locator, x: number, y = 0): Promise<void> {
  // Undo stands at the top of the page; pressing it may have scrolled the row out of sight.
  await part.scrollIntoViewIfNeeded();
  const from = await middleOf(part);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + x / 2, from.y + y / 2, { steps: 4 });
  await page.mouse.move(from.x + x, from.y + y, { steps: 4 });
  await page.mouse.up();
}

/** Pixels of a day at the scale of weeks. */
const WEEK_SCALE = 9;
const POLICY = 'leasing-policy';

test('by mouse a bar is moved, stretched and linked, and each can be taken back', async ({ page }) => {
  await makeOpening(page);
  await scale(page, '周');
  await show(page, POLICY);
  const [row, { start, finish }] = [numberOf(POLICY), datesOf(POLICY)];
  // 2025-06-18 is a Wednesday; a week later is one too.
  await dragBy(page, bar(page, POLICY).locator('.grab'), 7 * WEEK_SCALE);
  await expect(cell(page, row, '开始')).toHaveValue('2025-06-25');
  // An edit leaves the chosen scale alone.
  await expect(page.locator('.plan-tools').getByRole('radio', { name: '周' })).toBeChecked();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cell(page, row, '开始')).toHaveValue(start);

  // Stretched by seven days there are five more working days; its start stays.
  const days = Number.parseInt(await cell(page, row, '工期').inputValue(), 10);
  await show(page, POLICY);
  await bar(page, POLICY).locator('.grab').hover();
  await page.locator('.plan-scroll').evaluate((one) => one.scrollBy(300, 0));
  await dragBy(page, bar(page, POLICY).locator('.stretch'), 7 * WEEK_SCALE);
  await expect(cell(page, row, '工期')).toHaveValue(`${days + 5}d`);
  await expect(cell(page, row, '开始')).toHaveValue(start);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(rowOf(page, row).locator('td.nums')).toHaveText(finish);

  // From the dot onto the row below: a link.
  const next = row + 1;
  const links = await cell(page, next, '前置').inputValue();
  await dragBy(page, bar(page, POLICY).locator('.link-dot'), 20, 44);
  await expect(cell(page, next, '前置')).toHaveValue(links === '' ? `${row}` : `${links}, ${row}`);
});

test('Escape gives a drag up, and the opening cannot be dragged', async ({ page }) => {
  await makeOpening(page);
  await scale(page, '周');
  await show(page, POLICY);
  const at = await middleOf(bar(page, POLICY).locator('.grab'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y, { steps: 4 });
  await expect(page.locator('.drag-day')).toHaveText(/^\d{4}-\d{2}-\d{2}$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.drag-day')).toHaveCount(0);
  await page.mouse.up();
  await expect(cell(page, numberOf(POLICY), '开始')).toHaveValue(datesOf(POLICY).start);
  await show(page, 'open');
  await dragBy(page, bar(page, 'open').locator('.grab'), 60);
  await expect(cell(page, numberOf('open'), '开始')).toHaveValue('2026-12-18');
});

test('scales from day to quarter, today, critical path, baseline, progress and float are drawn', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-02T02:00:00Z'));
  await makeOpening(page);
  await page.getByText('基线与比较').click();
  await page.getByRole('button', { name: '把现在定为基线' }).click();
  await write(page, 3, '完成 %', '50');
  const widths: number[] = [];
  for (const name of ['日', '周', '月', '季']) {
    await scale(page, name);
    widths.push(Number(await page.locator('.plan-chart .bars').getAttribute('width')));
  }
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  expect(new Set(widths).size).toBe(4);
  for (const part of ['[data-critical] > .bar', '.base', '.done', '.float-line', '.today', '.link', 'path.stage'])
    await expect(page.locator(`.plan-chart ${part}`).first()).toBeAttached();
  await page.getByRole('button', { name: '到今天' }).click();
  await expect(page.locator('.plan-chart line.today')).toBeInViewport();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1180 }, isMobile: true });

  test('the first tap chooses a bar, then a finger moves it; a finger on any other bar scrolls', async ({ page }) => {
    await makeOpening(page);
    await scale(page, '周');
    await show(page, POLICY);
    const session = await page.context().newCDPSession(page);
    const finger = async (by: number) => {
      const { x, y } = await middleOf(bar(page, POLICY).locator('.grab'));
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at, y }] });
      await touch('touchStart', x);
      for (let step = 1; step <= 6; step++) await touch('touchMove', x + (by * step) / 6);
      await touch('touchEnd', x + by);
    };
    const start = cell(page, numberOf(POLICY), '开始');
    await finger(7 * WEEK_SCALE);
    await expect(start).toHaveValue(datesOf(POLICY).start);
    await show(page, POLICY);
    const { x, y } = await middleOf(bar(page, POLICY).locator('.grab'));
    await page.touchscreen.tap(x, y);
    await expect(bar(page, POLICY)).toHaveAttribute('data-selected', 'true');
    await finger(7 * WEEK_SCALE);
    await expect(start).toHaveValue('2025-06-25');
    const handle = await bar(page, POLICY).locator('.stretch').boundingBox();
    expect(handle?.width).toBeGreaterThanOrEqual(44);
    expect(handle?.height).toBeGreaterThanOrEqual(44);
  });

  test('a finger stretches the chosen bar and links it to another row; each is taken back', async ({ page }) => {
    await makeOpening(page);
    await scale(page, '周');
    await show(page, POLICY);
    const session = await page.context().newCDPSession(page);
    const pull = async (part: Locator, x: number, y: number) => {
      await part.scrollIntoViewIfNeeded();
      const from = await middleOf(part);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at = from) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [at] });
      await touch('touchStart');
      for (let step = 1; step <= 6; step++)
        await touch('touchMove', { x: from.x + (x * step) / 6, y: from.y + (y * step) / 6 });
      await touch('touchEnd');
    };
    const tap = async () => {
      await show(page, POLICY);
      const { x, y } = await middleOf(bar(page, POLICY).locator('.grab'));
      await page.touchscreen.tap(x, y);
      await expect(bar(page, POLICY)).toHaveAttribute('data-selected', 'true');
    };
    const [row, { start, finish }] = [numberOf(POLICY), datesOf(POLICY)];
    const days = Number.parseInt(await cell(page, row, '工期').inputValue(), 10);
    await tap();
    await page.locator('.plan-scroll').evaluate((one) => one.scrollBy(300, 0));
    await pull(bar(page, POLICY).locator('.stretch'), 7 * WEEK_SCALE, 0);
    await expect(cell(page, row, '工期')).toHaveValue(`${days + 5}d`);
    await expect(cell(page, row, '开始')).toHaveValue(start);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(rowOf(page, row).locator('td.nums')).toHaveText(finish);

    const links = await cell(page, row + 1, '前置').inputValue();
    await tap();
    await page.locator('.plan-scroll').evaluate((one) => one.scrollBy(300, 0));
    await pull(bar(page, POLICY).locator('.link-dot'), 10, 44);
    await expect(cell(page, row + 1, '前置')).toHaveValue(links === '' ? `${row}` : `${links}, ${row}`);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(cell(page, row + 1, '前置')).toHaveValue(links);
  });
});

test('two thousand rows: only those in sight are drawn, at the top, in the middle and at the end', async ({ page }) => {
  const rows = Array.from({ length: 2000 }, (_, n) => `t-${n + 1},任务 ${n + 1},3d,${n % 40 === 0 ? '' : n}`);
  await openEmpty(page);
  await openFile(page, 'large.csv', `编号,任务,工期,前置任务\n${rows.join('\n')}\n`);
  await page.getByRole('button', { name: '作为新计划加入' }).click();
  await expect(cell(page, 1, '任务')).toHaveValue('任务 1');
  const scroller = page.locator('.plan-scroll');
  for (const [top, number] of [
    [0, 1],
    [1000 * 44, 1001],
    [1e9, 2000],
  ] as const) {
    await scroller.evaluate((one, to) => one.scrollTo(0, to), top);
    await expect(cell(page, number, '任务')).toHaveValue(`任务 ${number}`);
    expect(await page.locator('.plan-table tbody tr:not(.gap)').count()).toBeLessThan(40);
    expect(await page.locator('.plan-chart g[data-row]').count()).toBeLessThan(40);
  }

  // Rows out of sight are reached by keyboard, and told by their place among all.
  await scroller.evaluate((one) => one.scrollTo(0, 0));
  await cell(page, 1, '任务').focus();
  for (let row = 1; row <= 60; row++) {
    await expect(cell(page, row, '任务')).toBeFocused();
    await page.keyboard.press('ArrowDown');
  }
  await expect(cell(page, 61, '任务')).toBeFocused();
  await expect(cell(page, 61, '任务')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.plan-table')).toHaveAttribute('aria-rowcount', '2001');
  await expect(page.locator('.plan-table tr:has(:focus)')).toHaveAttribute('aria-rowindex', '62');
  // An edit moves what hangs on it, in sight or not.
  await write(page, 61, '工期', '9');
  await expect(page.locator('.last-change')).toContainText('移动了 20 行');
  await expect(cell(page, 62, '任务')).toHaveValue('任务 62');
  await expect(cell(page, 62, '工期')).toBeFocused();
});
