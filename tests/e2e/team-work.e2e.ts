import type { Page } from '@playwright/test';
import { AnswerIndex } from '../../src/domain/checklist/answer-index.ts';
import { itemPath } from '../../src/domain/checklist/item-path.ts';
import { type AnswerRecord, recordId } from '../../src/domain/checklist/record.ts';
import { startRunChanges } from '../../src/domain/checklist/run.ts';
import type { Template } from '../../src/domain/checklist/template.ts';
import { writeProjectFile } from '../../src/interchange/project-file.ts';
import type { ProjectId } from '../../src/state/storage.ts';
import {
  ADDRESS,
  addPhoto,
  answer,
  choose,
  chooseFile,
  details,
  download,
  ENGLISH,
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

test('in a page that stayed open over midnight, what is stated bears the new day', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T23:58:00+08:00') });
  await open(page);
  await choose(page, '1.1', '问题');
  await saved(page);
  const one = item(page, '1.1');
  await page.clock.fastForward('05:00');
  await one.getByRole('button', { name: '记为已整改' }).click();
  await expect(one.locator('.step-form').getByRole('textbox', { name: '哪天' })).toHaveValue('2026-11-26');
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

test('of several pictures each that cannot be kept is named, a HEIC with a way out, in both languages', async ({
  page,
}) => {
  const png = Buffer.from(
    await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.fillRect(0, 0, 50, 50);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    }),
    'base64',
  );
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(2000)]);
  const files = [
    { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic },
    { name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
    { name: 'site.png', mimeType: 'image/png', buffer: png },
  ];
  for (const [address, choice, words] of [
    [ADDRESS, '选照片', ['照片已保存', '“IMG_1.HEIC”是 HEIC 格式', '“note.jpg”打不开']],
    [ENGLISH, 'Choose photos', ['Photo saved', '“IMG_1.HEIC” is a HEIC picture', '“note.jpg” cannot be opened']],
  ] as const) {
    await open(page, address);
    const all = await details(page, '1.1');
    await all.getByLabel(choice).setInputFiles(files);
    for (const each of words) await expect(all.getByRole('status').filter({ hasText: each })).toBeVisible();
    await expect(all.getByRole('img')).toHaveCount(1);
  }
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

test('a run keeps the version it was started with; the newer one is offered with what it changes, and answers follow', async ({
  page,
}) => {
  const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });
  const old: Template = {
    checklist: 'tendering',
    version: '0.9',
    title: words('招标介入检查表', 'Tendering checklist'),
    groups: [{ id: 'source-points', title: words('来源两点', 'The two points of the source') }],
    items: ['door-window-quality', 'given-up'].map((id, place) => ({
      id,
      group: 'source-points',
      role: 'finance-manager',
      mandatory: false,
      label: words(`旧的写法 ${place + 1}`, `Old words ${place + 1}`),
    })),
  };
  const done = old.items.map(({ id }) => ({ item: itemPath('run', 'tendering', id), field: 'status', value: 'done' }));
  const records = [...startRunChanges(new AnswerIndex(), 'tendering', old), ...done].map(
    ({ item: path, field, value }, place): AnswerRecord => ({
      id: recordId('k3v9q0c2m8xe', place),
      item: path,
      field,
      value,
      who: '王工',
      at: '2026-11-24T08:00:00.000Z',
      replaces: [],
    }),
  );
  const project = 'p0123456789ab' as ProjectId;
  await open(page);
  await chooseFile(
    page,
    writeProjectFile({ project, name: '旧版项目', exported: '2026-11-24T08:00:00.000Z', records }),
  );
  await page.getByRole('button', { name: '作为新项目打开' }).click();
  await expect(page.locator('.tool .item')).toHaveCount(2);
  const offer = page.locator('.migration');
  await expect(offer).toContainText('清单有新版本 1.0，这一次用的是 0.9。');
  await expect(offer.getByRole('listitem').filter({ hasText: '评价门窗供方的质量' })).toContainText(
    '文字、岗位、必查或选查 原来：旧的写法 1',
  );
  await expect(offer.getByRole('listitem').filter({ hasText: '旧的写法 2' })).toHaveCount(1);
  await offer.getByRole('button', { name: '换到 1.0' }).click();
  await expect(page.locator('.tool .item')).toHaveCount(10);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(offer).toHaveCount(0);
  // Never by itself, and not for good: one step back is the old version again.
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.tool .item')).toHaveCount(2);
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

test('what a list of one’s own cannot bring along, and why a file is refused, is told in words', async ({ page }) => {
  for (const [address, label, refused, columns] of [
    ['/checklists/own/', '选择清单文件', '这是旧的 .xls', '这些列不导入：B 检查标准、C 备注'],
    ['/en/checklists/own/', 'Choose a list', 'this is an old .xls', 'Columns that are left out: B 检查标准, C 备注'],
  ] as const) {
    await open(page, address);
    const file = page.locator(`input[type=file][aria-label="${label}"]`);
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    await file.setInputFiles({ name: 'a.xls', mimeType: '', buffer: old });
    await expect(page.locator('.list-import .told')).toContainText(refused);
    await expect(page.locator('.list-import .told')).not.toContainText('old-excel');
    const list = Buffer.from('检查内容,检查标准,备注\n地面清洁,无积水,每日\n');
    await file.setInputFiles({ name: 'b.csv', mimeType: '', buffer: list });
    await expect(page.locator('.preview')).toContainText(columns);
  }
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
