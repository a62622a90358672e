import type { Page } from '@playwright/test';
import {
  ADDRESS,
  addPhoto,
  answer,
  choose,
  chooseFile,
  details,
  download,
  exportProject,
  item,
  open,
  saved,
} from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

async function settle(page: Page, number: string): Promise<void> {
  await choose(page, number, '完成');
}

test('a problem goes from open to closed and open again, and the history tells it', async ({ page }) => {
  await open(page);
  await page.getByLabel('记录人').fill('王工');
  await page.getByLabel('记录人').blur();
  await choose(page, '1.1', '问题');
  const one = item(page, '1.1');
  const step = async (name: string, how: string) => {
    await one.getByRole('button', { name }).click();
    await one.getByRole('form', { name }).getByRole('textbox').first().fill(how);
    await one.getByRole('form', { name }).getByRole('button', { name }).click();
  };
  await one.getByRole('button', { name: '记为已整改' }).click();
  await one.getByRole('form').getByRole('button', { name: '记为已整改' }).click();
  await expect(one).toContainText('写一句');
  await one.getByRole('button', { name: '取消' }).click();
  await step('记为已整改', '更换密封胶');
  await step('记为复查合格', '淋水不漏');
  await step('关闭问题', '照片为证');
  await expect(one).toContainText('问题已关闭，计入完成');
  await expect(page.locator('.prog .big')).toContainText('1 / 10 项');
  await step('重开问题', '又漏了');
  await expect(one).toContainText('又漏了');
  await expect(page.locator('.prog .big')).toContainText('0 / 10 项');
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(one.getByRole('button', { name: '记为已整改' })).toBeVisible();
});

test('a photo is reduced, kept, shown after a reload, and can be taken away and brought back', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '问题');
  await addPhoto(page, '1.1');
  await saved(page);
  await page.reload();
  await saved(page);
  const shown = (await details(page, '1.1')).getByRole('img');
  await expect(shown).toHaveCount(1);
  expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1600);
  await (await details(page, '1.1')).getByRole('button', { name: '移除照片' }).click();
  await expect(shown).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(shown).toHaveCount(1);
});

test('the gate says what is missing; signing locks; opening again needs a reason', async ({ page }) => {
  await open(page);
  const gate = page.getByRole('region', { name: '这一阶段能签核吗？' });
  await expect(gate).toContainText('还不能');
  for (const row of await page.locator('.tool .item .no').allTextContents()) await settle(page, row);
  await choose(page, '1.1', '问题');
  await item(page, '1.1').locator('.severity').getByRole('radio', { name: 'A' }).check();
  await expect(gate).toContainText('A 级未关闭');
  await gate.getByRole('link', { name: /1\.1/ }).click();
  await choose(page, '1.1', '完成');
  await expect(gate).toContainText('可以签核');
  await gate.getByRole('button', { name: '签核本阶段' }).click();
  await expect(gate).toContainText('写签核人的姓名');
  await gate.getByLabel('签核人姓名').fill('李经理');
  await gate.getByRole('button', { name: '签核本阶段' }).click();
  await expect(gate).toContainText('李经理 签核于');
  await expect(answer(page, '1.1', '问题')).toBeDisabled();
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(answer(page, '1.1', '问题')).toBeDisabled();
  await gate.getByRole('button', { name: '重新打开本阶段' }).click();
  await expect(gate).toContainText('写一句原因');
  await gate.getByLabel('为什么重新打开').fill('补查电梯机房');
  await expect(page.locator('.saved')).toHaveAttribute('data-state', 'unsent');
  await gate.getByRole('button', { name: '重新打开本阶段' }).click();
  await expect(answer(page, '1.1', '问题')).toBeEnabled();
  await expect(gate).toContainText('补查电梯机房');
  await saved(page);
});

test('a merge is counted by kind before, carries photos, and is taken back in every tab', async ({
  page,
  context,
  newDevice,
}) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const other = await newDevice();
  await open(other);
  await chooseFile(other, (await exportProject(page)).bytes);
  await other.getByRole('button', { name: '作为新项目打开' }).click();
  await expect(answer(other, '1.1', '完成')).toBeChecked();
  await choose(other, '1.2', '问题');
  await addPhoto(other, '1.2');
  await choose(other, '1.1', '问题');
  await saved(other);
  await choose(page, '1.1', '未查');
  await saved(page);
  await chooseFile(page, (await exportProject(other)).bytes);
  const kinds = page.locator('.kinds');
  await expect(kinds).toContainText('勾选与记录');
  await expect(page.locator('.preview')).toContainText('照片 1 张');
  await page.getByRole('button', { name: '合并进来' }).click();
  await expect(page.locator('.prog .legend')).toContainText('待裁定 1');
  await expect((await details(page, '1.2')).getByRole('img')).toHaveCount(1);
  const second = await context.newPage();
  await open(second);
  await second.getByRole('button', { name: '撤回这次合并' }).click();
  await expect(answer(second, '1.2', '未查')).toBeChecked();
  await expect(answer(page, '1.2', '未查')).toBeChecked();
  await expect(page.getByRole('button', { name: '撤回这次合并' })).toHaveCount(0);
  await expect(page.locator('.prog .legend')).toContainText('待裁定 0');
});

test('items that depend on what the project has count only when it has that', async ({ page }) => {
  await open(page, '/checklists/fit-out-submissions/');
  const big = page.locator('.prog .big');
  const before = await big.textContent();
  await page.getByRole('checkbox', { name: '餐饮' }).check();
  await expect(big).not.toHaveText(before ?? '');
  await page.getByRole('checkbox', { name: '餐饮' }).uncheck();
  await expect(big).toHaveText(before ?? '');
});

test('a measured value is judged by its limits, and what is no number is explained and kept', async ({ page }) => {
  await open(page, '/checklists/platform-readiness/');
  const field = page.getByRole('textbox', { name: '实测值（%）' }).first();
  await field.fill('八成');
  await field.blur();
  await expect(field).toHaveValue('八成');
  await expect(page.getByText('要一个数，例如 12.5。')).toBeVisible();
  await field.fill('９２．５');
  await field.blur();
  await expect(page.getByText('✓ 在范围内')).toBeVisible();
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(field).toHaveValue('92.5');
});

test('an item of one’s own and a second run stay with their run', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await page.getByText('＋ 加一项').click();
  const form = page.getByRole('form', { name: '加一项' });
  await form.getByLabel('检查什么').fill('卸货区限高牌');
  await form.getByRole('button', { name: '加到这份清单' }).click();
  await expect(page.locator('.tool .item', { hasText: '卸货区限高牌' })).toBeVisible();
  await page.getByText(/^次数、条件与版本/).click();
  await page.getByRole('button', { name: '再做一次' }).click();
  await expect(answer(page, '1.1', '未查')).toBeChecked();
  await expect(page.locator('.tool .item', { hasText: '卸货区限高牌' })).toHaveCount(0);
  await expect(page).toHaveURL(/run=tendering-2-/);
  await page.reload();
  await saved(page);
  await expect(answer(page, '1.1', '未查')).toBeChecked();
});

test('a list of one’s own comes in from a CSV, with its faults told by row and column', async ({ page }) => {
  await open(page, '/checklists/own/');
  await page.locator('input[type=file][aria-label=选择清单文件]').setInputFiles({
    name: '地库巡查.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('检查内容,分组,必查\n限高牌完好,入口,是\n积水坑水泵,机房,也许\n,机房,是\n'),
  });
  const preview = page.locator('.preview');
  await expect(preview).toContainText('读到 2 项，其中 1 项没有问题，2 处要看一下');
  await expect(preview.getByRole('row', { name: /3 C/ })).toContainText('看不出是或否');
  await preview.getByRole('button', { name: '全部导入（2 项）' }).click();
  await expect(page.locator('.tool .item')).toHaveCount(2);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.goto('/projects/');
  await expect(page.getByRole('link', { name: '地库巡查' })).toBeVisible();
});

test('the run leaves as a workbook, a CSV and a JSON', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const book = await download(page, () => page.getByRole('button', { name: '导出 Excel' }).click());
  expect(book.name).toMatch(/\.xlsx$/);
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
  await page.getByText('其他格式').click();
  const table = await download(page, () => page.getByRole('button', { name: '导出 CSV' }).click());
  expect(table.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const json = await download(page, () => page.getByRole('button', { name: '导出 JSON' }).click());
  expect(JSON.parse(json.bytes.toString()).items).toHaveLength(10);
});

test('projects: created, copied, thrown away and taken back; the overview leads to what is open', async ({ page }) => {
  await page.goto('/projects/');
  const form = page.getByRole('form', { name: '新建项目' });
  await form.getByRole('button', { name: '建立项目' }).click();
  await expect(form).toContainText('写一个名称');
  await form.getByLabel('项目名称').fill('某综合体一期');
  await form.getByLabel('开业日期').fill('明年');
  await form.getByRole('button', { name: '建立项目' }).click();
  await expect(form).toContainText('这不是日期');
  await form.getByLabel('开业日期').fill('2027年10月1日');
  await form.getByRole('button', { name: '建立项目' }).click();
  await expect(page.getByRole('heading', { name: '总览 · 某综合体一期' })).toBeVisible();
  await expect(page.getByRole('region', { name: '项目资料' }).getByLabel('开业日期')).toHaveValue('2027-10-01');
  await page.getByRole('form', { name: '加入团队' }).getByLabel('名字').fill('王工');
  await page.getByRole('button', { name: '加入团队' }).click();
  await page.getByRole('button', { name: '我是 王工' }).click();
  await open(page);
  await choose(page, '1.1', '问题');
  await item(page, '1.1').locator('.severity').getByRole('radio', { name: 'A' }).check();
  await item(page, '1.1').getByRole('textbox', { name: /期限/ }).fill('2020-01-05');
  await item(page, '1.1').getByRole('textbox', { name: /期限/ }).blur();
  await saved(page);
  await page.goto('/projects/');
  await expect(page.locator('.problems')).toContainText('A 级');
  await expect(page.locator('.problems')).toContainText(/逾期 \d+ 个工作日/);
  await page.locator('.problems').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${ADDRESS}#`));
  await page.goto('/projects/');
  await page.getByRole('button', { name: '复制 · 某综合体一期' }).click();
  await page.getByRole('button', { name: '建立副本' }).click();
  await expect(page.getByRole('heading', { name: '某综合体一期（副本）' })).toBeVisible();
  await page.getByRole('button', { name: '删除 · 某综合体一期', exact: true }).click();
  await expect(page.getByText('“某综合体一期”已移到回收站。')).toBeVisible();
  await page.getByRole('button', { name: '撤销删除' }).click();
  await expect(page.getByRole('heading', { name: '总览 · 某综合体一期' })).toBeVisible();
});

test('a backup of everything restores on another device; everything can be removed', async ({ page, newDevice }) => {
  await open(page);
  await choose(page, '1.1', '问题');
  await addPhoto(page, '1.1');
  await saved(page);
  await page.goto('/storage/');
  await expect(page.getByText('! 还没有备份过')).toBeVisible();
  const backup = await download(page, () => page.getByRole('button', { name: '全部备份成一个文件' }).click());
  expect(backup.name).toMatch(/\.zgbackup$/);
  await expect(page.getByText('! 还没有备份过')).toHaveCount(0);
  const other = await newDevice();
  await other.goto('/storage/');
  await expect(other.getByText('从备份恢复', { exact: true })).toBeEnabled();
  await other
    .getByLabel('从备份恢复')
    .setInputFiles({ name: backup.name, mimeType: 'application/octet-stream', buffer: backup.bytes });
  await expect(other.locator('.preview')).toContainText('1 张照片');
  await other.getByRole('button', { name: '恢复这些项目' }).click();
  await expect(other.getByText('已恢复 1 个项目。')).toBeVisible();
  await open(other);
  await expect(answer(other, '1.1', '问题')).toBeChecked();
  await expect((await details(other, '1.1')).getByRole('img')).toHaveCount(1);
  await other.goto('/storage/');
  await other.getByLabel(/^要继续/).fill('删除');
  await other.getByRole('button', { name: '删除这台设备上的一切' }).click();
  await expect(other.getByText('什么都没有删')).toBeVisible();
  await other.getByLabel(/^要继续/).fill('全部删除');
  await other.getByRole('button', { name: '删除这台设备上的一切' }).click();
  await expect(other.getByText('已全部删除。')).toBeVisible();
  await open(other);
  await expect(answer(other, '1.1', '未查')).toBeChecked();
});
