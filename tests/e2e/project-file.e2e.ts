import { readFileSync } from 'node:fs';
import { readProjectFile, writeProjectFile } from '../../src/interchange/project-file.ts';
import {
  answer,
  choose,
  chooseFile,
  exportProject,
  item,
  note,
  open,
  readDatabase,
  ready,
  saved,
  storeProject,
} from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

const form1 = JSON.parse(readFileSync(new URL('../fixtures/saved-forms/form-1.json', import.meta.url), 'utf8')) as {
  readonly entry: { readonly id: string; readonly name: string };
  readonly updates: readonly string[];
  readonly file: string;
  readonly records: readonly { readonly id: string }[];
};

test('a project goes to another device in one file, whole', async ({ page, newDevice }) => {
  await open(page);
  await page.getByLabel('记录人').fill('王工');
  await page.getByLabel('记录人').blur();
  await choose(page, '1.1', '完成');
  await choose(page, '1.2', '不适用');
  await item(page, '1.2').getByLabel('为什么不适用（必填）').fill('没有“门窗”分包：甲供');
  await (await note(page, '2.1')).fill('第一行\n第二行 📷');
  await (await note(page, '2.1')).blur();
  await saved(page);
  const file = await exportProject(page);
  expect(file.name).toBe('我的项目.zgbook');
  await expect(page.getByText('已导出 我的项目.zgbook。')).toBeVisible();

  const other = await newDevice();
  await open(other);
  await chooseFile(other, file.bytes, file.name);
  await expect(other.getByText('这台设备上没有“我的项目”')).toBeVisible();
  await other.getByRole('button', { name: '作为新项目打开' }).click();
  await saved(other);
  await other.reload();
  await saved(other);
  await expect(answer(other, '1.1', '完成')).toBeChecked();
  await expect(item(other, '1.2').getByLabel('为什么不适用（必填）')).toHaveValue('没有“门窗”分包：甲供');
  await expect(await note(other, '2.1')).toHaveValue('第一行\n第二行 📷');

  const [there, back] = [file.bytes, (await exportProject(other)).bytes].map((bytes) =>
    readProjectFile(Uint8Array.from(bytes)),
  );
  expect(there?.ok && back?.ok && there.records).toEqual(back?.ok && back.records);
});

test('merging keeps the ticks of both sides; what differs waits for a decision and is decided', async ({
  page,
  newDevice,
}) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const start = (await exportProject(page)).bytes;
  const other = await newDevice();
  await open(other);
  await chooseFile(other, start);
  await other.getByRole('button', { name: '作为新项目打开' }).click();
  await saved(other);

  await choose(page, '1.2', '完成');
  await choose(page, '2.1', '完成');
  await choose(other, '2.2', '完成');
  await choose(other, '2.1', '问题');
  await saved(page);
  await saved(other);
  const theirs = (await exportProject(other)).bytes;
  await chooseFile(page, theirs);
  await expect(page.locator('.preview')).toContainText('有冲突 1');
  await page.getByRole('button', { name: '合并进来' }).click();
  await expect(page.getByText(/^已合并，新增 2 条记录。$/)).toBeVisible();
  for (const number of ['1.1', '1.2', '2.2']) await expect(answer(page, number, '完成')).toBeChecked();

  const conflict = item(page, '2.1').locator('.conflict');
  await expect(conflict).toContainText('两边的记录都已保留');
  await expect(page.locator('.prog .legend')).toContainText('待裁定 1');
  await saved(page);
  await page.reload();
  await ready(page);
  await conflict.getByRole('button', { name: '采用“问题”' }).click();
  await expect(answer(page, '2.1', '问题')).toBeChecked();
  await expect(conflict).toHaveCount(0);
  await saved(page);

  // Merging the same file once more changes nothing, and the decision travels back.
  await chooseFile(page, theirs);
  await page.getByRole('button', { name: '合并进来' }).click();
  await expect(page.getByText('已合并，新增 0 条记录。')).toBeVisible();
  await expect(answer(page, '2.1', '问题')).toBeChecked();
  await chooseFile(other, (await exportProject(page)).bytes);
  await other.getByRole('button', { name: '合并进来' }).click();
  await expect(answer(other, '1.2', '完成')).toBeChecked();
  await expect(answer(other, '2.1', '问题')).toBeChecked();
});

test('a file that is damaged, cut short, foreign or newer is refused in words, and nothing changes', async ({
  page,
}) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const good = (await exportProject(page)).bytes;
  const before = await readDatabase(page);
  const changed = Uint8Array.from(good);
  changed[60] = (changed[60] ?? 0) ^ 1;
  const newer = Uint8Array.from(good);
  newer[6] = 3;
  const refused = page.getByText(/^没有打开，什么都没有改动：/);
  for (const [bytes, words] of [
    [changed, '文件不完整或已损坏'],
    [good.subarray(0, good.length - 9), '文件不完整或已损坏'],
    [good.subarray(0, 20), '文件不完整或已损坏'],
    [Buffer.from('%PDF-1.7 something else'), '这不是综管手册的项目文件'],
    [new Uint8Array(), '这不是综管手册的项目文件'],
    [newer, '文件由更新版本的手册写成'],
  ] as const) {
    await chooseFile(page, bytes);
    await expect(refused).toContainText(words);
    await expect(page.getByRole('button', { name: '合并进来' })).toHaveCount(0);
    await page.reload();
    await saved(page);
    expect(await readDatabase(page)).toBe(before);
  }
  await expect(answer(page, '1.1', '完成')).toBeChecked();
});

test('a file whose records contradict those of the device is refused', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const read = readProjectFile(Uint8Array.from((await exportProject(page)).bytes));
  if (!read.ok) throw new Error(read.detail);
  const records = read.records.map((record) => (record.field === 'status' ? { ...record, value: 'problem' } : record));
  await chooseFile(page, writeProjectFile({ ...read, records }));
  await page.getByRole('button', { name: '合并进来' }).click();
  await expect(page.getByText(/^没有打开，什么都没有改动：.*不能合并/)).toBeVisible();
  await expect(answer(page, '1.1', '完成')).toBeChecked();
});

test('what the first version saved opens whole and is left as it is', async ({ page }) => {
  await storeProject(page, form1.entry, form1.updates);
  const before = await readDatabase(page);
  await open(page, '/checklists/planning-design/');
  await expect(page.getByRole('combobox', { name: '项目' }).locator('option:checked')).toHaveText(form1.entry.name);
  await saved(page);
  expect(await readDatabase(page)).toBe(before);
  const read = readProjectFile(Uint8Array.from((await exportProject(page)).bytes));
  expect(read.ok && read.records).toEqual(form1.records);
});

test('the file that the first version wrote opens whole', async ({ page }) => {
  await open(page, '/checklists/planning-design/');
  await chooseFile(page, Buffer.from(form1.file, 'base64'));
  await page.getByRole('button', { name: '作为新项目打开' }).click();
  await saved(page);
  const read = readProjectFile(Uint8Array.from((await exportProject(page)).bytes));
  expect(read.ok && read.records).toEqual(form1.records);
});
