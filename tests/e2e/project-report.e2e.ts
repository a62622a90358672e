import type { Page } from '@playwright/test';
import { readCsv } from '../../src/interchange/csv.ts';
import { readXlsx } from '../../src/interchange/xlsx-read.ts';
import { addPhoto, choose, download, item, note, open, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';
import { findBarriers, findOverflow } from './page-checks.ts';
import { catchPrint, pressPrint, printed } from './printed.ts';

const LONG = '/checklists/developer-handover-inspection/';
const REPORT = '/projects/report/';

/** How far apart signs stand on paper is no matter of the text. */
const together = (text: string): string => text.replace(/\s/g, '');

/** Two checklists of one project: ticks, a problem with a photo, a note that a spreadsheet could take for a formula. */
async function work(page: Page): Promise<void> {
  await open(page);
  await page.getByLabel('记录人').fill('王工');
  await page.getByLabel('记录人').blur();
  await choose(page, '1.1', '完成');
  await (await note(page, '1.1')).fill('=样板验收单齐全');
  await (await note(page, '1.1')).blur();
  await choose(page, '2.1', '问题');
  await item(page, '2.1').locator('.severity').getByRole('radio', { name: 'A' }).check();
  await item(page, '2.1').getByLabel('责任人或岗位').fill('总包');
  const due = item(page, '2.1').getByRole('textbox', { name: /期限/ });
  await due.fill('2020-01-06');
  await due.blur();
  await addPhoto(page, '2.1');
  await saved(page);
  await open(page, LONG);
  await choose(page, '1.1', '完成');
  await saved(page);
}

/** Opens the report from the page of projects, and waits until its photos can be printed. */
async function openReport(page: Page): Promise<void> {
  await page.goto('/projects/');
  await page.getByRole('link', { name: '项目报告（打印、Excel、CSV、JSON）' }).click();
  await expect(page.getByRole('heading', { name: '项目报告', level: 1 })).toBeVisible();
  await expect(page.locator('.photos-ready')).toHaveAttribute('data-ready', 'true');
}

test.describe.configure({ timeout: 120_000 });

test('the report of a project, reached from its page: on screen, on paper with a head on every sheet, and as files', async ({
  page,
}, info) => {
  await catchPrint(page);
  await work(page);
  await openReport(page);
  const report = page.locator('.report');
  const table = (name: string) => report.getByRole('group', { name, exact: true }).getByRole('table');
  await expect(table('总览').getByRole('row', { name: /招标介入检查表/ })).toContainText('1 / 10');
  await expect(table('总览').getByRole('row', { name: '合计' })).toContainText(/2 \/ \d+/);
  await expect(table('未关闭的问题').locator('tbody tr')).toHaveCount(1);
  await expect(table('未关闭的问题')).toContainText(/2\.1 .*总包.*2020-01-06.*逾期 \d+ 个工作日/);
  await expect(table('招标介入检查表').getByRole('img', { name: /^2\.1 的照片/ })).toBeVisible();
  const small = report.locator('img');
  expect(await small.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);

  await test.step('nothing in it is a barrier, or wider than a phone', async () => {
    expect(await findBarriers(page)).toEqual([]);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await findOverflow(page)).toBeUndefined();
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('paper', async () => {
    const words = await pressPrint(page, '打印项目报告（A4）');
    for (const said of ['我的项目 · 总览', '样板验收单齐全', 'A 级 · 总包 · 2020-01-06', '王工', '编制', '接收']) {
      expect(words).toContain(said);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: '导出 Excel' })).toBeHidden();
    const { count, texts } = await printed(page, info);
    expect(count).toBeGreaterThan(2);
    expect(texts?.length ?? count).toBe(count);
    for (const [i, text] of (texts ?? []).entries()) {
      expect(text, `sheet ${i + 1}`).toContain('我的项目');
      expect(together(text), `sheet ${i + 1}`).toContain(`第${i + 1}页/共${count}页`);
    }
    // The signatures stay on one sheet, under a head.
    expect((texts ?? []).filter((text) => /编制/.test(text)).every((text) => /接收/.test(text))).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('without the items it is short', async () => {
    await page.getByRole('checkbox', { name: '每份清单的逐项记录' }).uncheck();
    await expect(report.locator('img')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    expect((await printed(page, info)).count).toBe(1);
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('files', async () => {
    const save = (format: string) => download(page, () => page.getByRole('button', { name: `导出 ${format}` }).click());
    const book = await save('Excel');
    expect(book.name).toMatch(/^我的项目-项目报告-\d{4}-\d\d-\d\d\.xlsx$/);
    const overview = readXlsx(Uint8Array.from(book.bytes));
    expect(overview).toMatchObject({ ok: true, sheets: ['总览', '逐项记录', '问题', '签核', '经过'] });
    const problems = readXlsx(Uint8Array.from(book.bytes), '问题');
    expect(problems.ok && problems.rows[1]).toEqual(expect.arrayContaining(['2.1', '总包', '2020-01-06', '待整改']));
    const csv = await save('CSV');
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.bytes.toString('utf8')).toContain("'=样板验收单齐全");
    const rows = readCsv(Uint8Array.from(csv.bytes));
    expect(rows.ok && rows.rows.length).toBeGreaterThan(20);
    const json = JSON.parse((await save('JSON')).bytes.toString('utf8'));
    expect(json).toMatchObject({ format: 'zongguan-project-report', version: 1, runs: [{}, {}] });
    await expect(page.getByText(/^已导出 我的项目-项目报告-.*\.json。$/)).toBeVisible();
  });
});

test('the report of one checklist prints its photos as small pictures, with number, item and time', async ({
  page,
}, info) => {
  await catchPrint(page);
  await open(page);
  await choose(page, '1.1', '完成');
  await addPhoto(page, '1.1');
  await saved(page);
  expect(await pressPrint(page, '打印报告（A4）')).toContain('照片 1 张');
  await page.emulateMedia({ media: 'print' });
  const figure = page.locator('.report figure');
  await expect(figure.getByRole('img', { name: /^1\.1 的照片/ })).toBeVisible();
  const label = await item(page, '1.1').locator('h3').textContent();
  await expect(figure).toContainText(`1.1 ${label}`);
  await expect(figure).toContainText(/20\d\d-\d\d-\d\d \d\d:\d\d/);
  expect(await figure.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
  const { count, texts } = await printed(page, info);
  for (const [i, text] of (texts ?? []).entries()) {
    expect(text).toContain('招标介入检查表 · 记录');
    expect(together(text)).toContain(`第${i + 1}页/共${count}页`);
  }
});

test('in English, too; and without a project it says how to get one', async ({ page }) => {
  await page.goto(`/en${REPORT}`);
  await expect(page.getByText('Create or open a project to see its report here.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to My projects' }).click();
  await expect(page).toHaveURL(/\/en\/projects\/$/);
  await open(page, '/en/checklists/tendering/');
  await choose(page, '1.1', 'Done');
  await expect(page.locator('.saved')).toContainText('Saved on this device');
  await page.goto(`/en${REPORT}`);
  const report = page.locator('.report');
  await expect(report.getByRole('group', { name: 'Overview' })).toContainText('1 / 10');
  expect((await report.textContent())?.replace('My project', '')).not.toMatch(/[\p{Script=Han}：；，。（）]/u);
  const book = await download(page, () => page.getByRole('button', { name: 'Export to Excel' }).click());
  const read = readXlsx(Uint8Array.from(book.bytes));
  expect(read).toMatchObject({ ok: true, sheets: ['Overview', 'Items', 'Problems', 'Sign-offs', 'Changes'] });
  expect(await findBarriers(page)).toEqual([]);
});

test('a photo that the device has lost is named in its place, on screen and on paper', async ({ page }) => {
  await catchPrint(page);
  await work(page);
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zongguan');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const clearing = database.transaction('photos', 'readwrite');
    clearing.objectStore('photos').clear();
    await new Promise((done) => (clearing.oncomplete = done));
    database.close();
  });
  await openReport(page);
  const list = page.locator('.report').getByRole('group', { name: '招标介入检查表', exact: true });
  await expect(list).toContainText('这台设备上没有这张照片');
  await expect(list.getByRole('img', { name: /^2\.1 的照片/ })).toHaveCount(0);
  expect(await pressPrint(page, '打印项目报告（A4）')).toContain('这台设备上没有这张照片');
});
