import type { Page } from '@playwright/test';
import { day } from '../../src/domain/day.ts';
import { planFromTemplate } from '../../src/domain/schedule/from-template.ts';
import { schedule } from '../../src/domain/schedule/schedule.ts';
import type { RowDates, Schedule } from '../../src/domain/schedule/schedule-result.ts';
import { ONLY_CHINA } from '../unit/domain/schedule/plans.ts';
import { TEMPLATES } from '../unit/domain/schedule/templates.ts';
import { expect } from './fixtures.ts';

/** Words of the page that the tests go by, in both languages. */
export const WORDS = {
  zh: {
    path: '/planner/',
    day: '日期',
    make: '排出来',
    start: '开始',
    duration: '工期',
    links: '前置',
    ics: '导出日历 .ics',
    xml: '导出 Project .xml',
    csv: '导出 CSV',
    xlsx: '导出 Excel',
    json: '导出 JSON',
    print: '打印',
    open: '打开文件（.xml .csv .xlsx .json）',
    addNew: '作为新计划加入',
    merge: '并入当前计划',
    critical: /变成关键的/,
    moved: /移动了 \d+ 行/,
    saved: /已保存/,
  },
  en: {
    path: '/en/planner/',
    day: 'Day',
    make: 'Make the plan',
    start: 'Start',
    duration: 'Takes',
    links: 'Waits for',
    ics: 'Export .ics',
    xml: 'Export Project .xml',
    csv: 'Export CSV',
    xlsx: 'Export Excel',
    json: 'Export JSON',
    print: 'Print',
    open: 'Open a file (.xml .csv .xlsx .json)',
    addNew: 'Add as a new plan',
    merge: 'Merge into this plan',
    critical: /Became critical/,
    moved: /moved \d+ rows/,
    saved: /Saved/,
  },
} as const;
export type Words = (typeof WORDS)['zh' | 'en'];

export const OPENING = day('2026-12-18');

/** What the engine says of the opening template, to be met on the page. */
export function openingPlan(): Schedule {
  const template = TEMPLATES.get('complex-opening');
  if (!template) throw new Error('no template');
  const plan = planFromTemplate(template, { from: 'opening', day: OPENING }, ONLY_CHINA, 'zh-CN');
  return schedule(plan, ONLY_CHINA);
}

export function datesOf(id: string): RowDates {
  const row = openingPlan().rows.get(id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

/** Numbers of rows of the opening template, as the table has them. */
export function numberOf(id: string): number {
  const stages = TEMPLATES.get('complex-opening')?.stages ?? [];
  const ids = stages.flatMap((stage) => [stage.id, ...stage.tasks.map((task) => task.id)]);
  return ids.indexOf(id) + 1;
}

/** Makes the plan of an opening from the first template. */
export async function makeOpening(page: Page, words: Words = WORDS.zh, opening: string = OPENING): Promise<void> {
  await page.goto(words.path);
  await expect(page.getByRole('button', { name: words.make })).toBeEnabled();
  await page.getByLabel(words.day, { exact: true }).fill(opening);
  await page.getByRole('button', { name: words.make }).click();
  await expect(page.locator('.plan-table tbody tr').first()).toBeVisible();
}

/** A cell of the table, by row number and column. */
export const cell = (page: Page, row: number, column: string) =>
  page.locator('.plan-table').getByRole('textbox', { name: new RegExp(`^${row} ${column}`) });

export const rowOf = (page: Page, row: number) => page.locator(`.plan-table tr[aria-rowindex="${row + 1}"]`);

/** Chooses a scale of the chart. */
export const scale = (page: Page, name: string) => page.locator('.plan-tools').getByRole('radio', { name }).check();

/** Opens the planner on a device without a plan, ready to take a file. */
export async function openEmpty(page: Page, words: Words = WORDS.zh): Promise<void> {
  await page.goto(words.path);
  await expect(page.locator('button', { hasText: words.open })).toBeEnabled();
}

/** Puts a text into a cell as a reader does, and leaves it. */
export async function write(page: Page, row: number, column: string, text: string): Promise<void> {
  await cell(page, row, column).fill(text);
  await cell(page, row, column).press('Enter');
}

/** Presses an export and gives the file as text. */
export async function exported(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const download = await downloading;
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { file: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** Opens a file in the planner. */
export const openFile = (page: Page, name: string, content: string | Buffer, words: Words = WORDS.zh) =>
  page
    .getByLabel(words.open)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as string) });
