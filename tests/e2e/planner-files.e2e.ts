import { readFileSync } from 'node:fs';
import { chooseFile, exportProject, open, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';
import { cell, datesOf, exported, makeOpening, numberOf, openEmpty, openFile, WORDS, write } from './planner-page.ts';

const MS_PROJECT = readFileSync(new URL('../fixtures/mspdi/as-ms-project-writes.xml', import.meta.url));

test('a file of MS Project opens on an empty device right after load; what was not taken is listed; undo takes it back', async ({
  page,
}) => {
  await openEmpty(page);
  await openFile(page, 'opening.xml', MS_PROJECT);
  const preview = page.locator('.preview');
  await expect(preview).toContainText('Mall opening：10 行');
  for (const said of [
    '已停用，没有采用：Off',
    '工期不是整天，进到整天：Half days · 2.5',
    '这里没有的字段，没有采用：FixedCost',
    '资源与分配没有采用：Fitters',
  ])
    await expect(preview).toContainText(said);
  await page.getByRole('button', { name: '作为新计划加入' }).click();
  await expect(cell(page, 2, '任务')).toHaveValue('Drawings');
  await expect(page.locator('.saved')).toHaveText(/已保存/);
  await page.reload();
  await expect(cell(page, 2, '任务')).toHaveValue('Drawings');
  await expect(cell(page, 2, '工期')).toHaveValue('5d');
});

test('what was imported is taken back by undo and comes again by redo', async ({ page }) => {
  await openEmpty(page);
  await openFile(page, 'opening.xml', MS_PROJECT);
  await page.getByRole('button', { name: '作为新计划加入' }).click();
  await expect(cell(page, 2, '任务')).toHaveValue('Drawings');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.plan-table')).toHaveCount(0);
  await page.getByRole('button', { name: '重做' }).click();
  await expect(cell(page, 2, '任务')).toHaveValue('Drawings');
});

for (const [name, kind] of [
  [WORDS.zh.xml, 'xml'],
  [WORDS.zh.csv, 'csv'],
  [WORDS.zh.xlsx, 'xlsx'],
  [WORDS.zh.json, 'json'],
] as const) {
  test(`${kind}: a plan goes out and comes in again with the same dates, and merging it changes nothing`, async ({
    page,
    newDevice,
  }) => {
    await makeOpening(page);
    const { file, bytes } = await exported(page, name);
    expect(file).toBe(`综合体从前期介入到开业 2026-12-18.${kind}`);
    await openFile(page, `back.${kind}`, bytes);
    await expect(page.locator('.preview')).toContainText('新增 0 行，改动 0 行，文件里没有的 0 行');
    await expect(page.locator('.preview')).toContainText('全部读懂');

    const other = await newDevice();
    await openEmpty(other);
    await openFile(other, `back.${kind}`, bytes);
    await other.getByRole('button', { name: '作为新计划加入' }).click();
    for (const id of ['early-team', 'fee-draft', 'leasing-policy', 'tender-input']) {
      await expect(cell(other, numberOf(id), '开始')).toHaveValue(datesOf(id).start);
    }
    await other.locator('.plan-scroll').evaluate((one) => one.scrollTo(0, 1e6));
    await expect(cell(other, numberOf('open'), '开始')).toHaveValue('2026-12-18');
  });
}

test('a table edited elsewhere is merged: rows change, new ones come, own ones stay, one undo takes all back', async ({
  page,
}) => {
  await makeOpening(page);
  await write(page, 2, '任务', '组建小组');
  const { bytes } = await exported(page, WORDS.zh.csv);
  const lines = bytes.toString('utf8').trimEnd().split('\r\n');
  // Nothing waits for the last row.
  const kept = lines.slice(0, -1);
  const at = kept.findIndex((line) => line.includes('early-team'));
  kept[at] = (kept[at] ?? '').replace('20d', '25d');
  const fields = (kept[at] ?? '').split(',').map((field, i) => (i === 1 ? 'kick-off' : i === 3 ? '开工会' : field));
  kept.splice(at + 1, 0, fields.join(','));
  await openFile(page, 'edited.csv', kept.join('\r\n'));
  await expect(page.locator('.preview')).toContainText('新增 1 行，改动 1 行，文件里没有的 1 行保留');
  await page.getByRole('button', { name: '并入当前计划' }).click();
  await expect(cell(page, 2, '工期')).toHaveValue('25d');
  await expect(cell(page, 3, '任务')).toHaveValue('开工会');
  await expect(cell(page, 5, '任务')).toHaveValue('物业费测算初稿');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cell(page, 2, '工期')).toHaveValue('20d');
  await expect(cell(page, 2, '任务')).toHaveValue('组建小组');
  await expect(cell(page, 4, '任务')).toHaveValue('物业费测算初稿');
});

test('faults of a table are told by row and column with what is expected, and the rest is kept', async ({ page }) => {
  await openEmpty(page, WORDS.en);
  const csv = 'Task,Duration,Predecessors,Colour\nSurvey,5d,,red\nDrawings,soon,1,\nWorks,30cd,2FS+x,\nOpen,0,99,\n';
  await openFile(page, 'mine.csv', csv, WORDS.en);
  const preview = page.locator('.preview');
  await expect(preview).toContainText('mine: 4 rows');
  await expect(preview).toContainText('a column that has no place here, left out: Colour');
  await expect(preview).toContainText('a duration is 5, 5d or 30cd: row 3, column 2 “soon”');
  await expect(preview).toContainText(/links are 3, 3FS\+2d, 4SS\+2d: row 4, column 3 “.*”/);
  await expect(preview).toContainText('there is no such row: row 5, column 3 “99”');
  await page.getByRole('button', { name: WORDS.en.addNew }).click();
  await expect(cell(page, 4, 'Task')).toHaveValue('Open');
});

test('each reason stands once with its rows; all of them can be read, and what lies on other days is named with both', async ({
  page,
}) => {
  await openEmpty(page);
  const task = (n: number) =>
    `<Task><UID>${n}</UID><Name>row${n}</Name><Duration>PT4H0M0S</Duration><Start>2026-11-02T08:00:00</Start><Finish>2026-11-0${n === 1 ? 4 : 2}T12:00:00</Finish></Task>`;
  const tasks = Array.from({ length: 30 }, (_, i) => task(i + 1)).join('');
  await openFile(
    page,
    'many.xml',
    `<Project><StartDate>2026-11-02T08:00:00</StartDate><CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID></Calendar></Calendars><Tasks>${tasks}</Tasks></Project>`,
  );
  const preview = page.locator('.preview');
  await expect(preview).toContainText('many：30 行');
  await expect(preview).toContainText('row1 · …2026-11-04 → …2026-11-02');
  const more = preview.locator('summary', { hasText: '还有 24 条' });
  await expect(preview.getByText('row30 · 0.5')).toBeHidden();
  await more.click();
  await expect(preview.getByText('row30 · 0.5')).toBeVisible();
  expect((await more.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});

test('files that are no plan are refused with words', async ({ page }) => {
  await openEmpty(page);
  const status = page.locator('.new-plan ~ .card p[role="status"]');
  for (const [name, content, said] of [
    ['a.xml', '<html/>', '不是 Project 的 XML'],
    ['a.xml', '<Project', 'XML 不完整'],
    ['a.csv', 'x,y\n1,2\n', '找不到表头'],
    ['a.json', '{"a":1}', '不是本工具导出的 JSON'],
  ] as const) {
    await openFile(page, name, content);
    await expect(status).toContainText(said);
  }
});

test('what MS Project has no place for is said on the way out', async ({ page }) => {
  await makeOpening(page);
  await cell(page, 3, '任务').focus();
  await page.getByText(/^这一行的更多内容/).click();
  for (const [field, day] of [
    ['最早开始', '2025-01-20'],
    ['最晚完成', '2025-05-30'],
  ] as const) {
    await page.getByLabel(field, { exact: true }).fill(day);
    await page.getByLabel(field, { exact: true }).blur();
  }
  await expect(page.getByLabel('最早开始', { exact: true })).toHaveValue('2025-01-20');
  await exported(page, WORDS.zh.xml);
  await expect(page.locator('#plan-files ~ [role="status"]')).toContainText(/第二个限定日/);
});

test('the calendar file has all-day events that end the day after, in lines of at most 75 octets, twice the same', async ({
  page,
}) => {
  await makeOpening(page);
  const text = (await exported(page, WORDS.zh.ics)).bytes.toString('utf8');
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text).toContain('DTSTART;VALUE=DATE:20261218\r\nDTEND;VALUE=DATE:20261219');
  const ids = (of: string) => of.split('\r\n').filter((line) => line.startsWith('UID:'));
  expect(ids(text).length).toBeGreaterThan(30);
  expect(ids((await exported(page, WORDS.zh.ics)).bytes.toString('utf8'))).toEqual(ids(text));
});

for (const [paper, width, height] of [
  ['a4', 841.92, 594.96],
  ['a3', 1191.12, 841.92],
] as const) {
  test(`on ${paper} the chart is tiled, every sheet with its names, dates, legend, map and number`, async ({
    page,
  }) => {
    await makeOpening(page);
    await page.locator('#plan-files ~ .bar-fields select').first().selectOption(paper);
    await page.locator('#plan-files ~ .bar-fields select').nth(1).selectOption('2');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const sheets = page.locator('.plan-sheets .sheet');
    const count = await sheets.count();
    expect(count).toBe(4);
    for (let n = 0; n < count; n++) {
      const sheet = sheets.nth(n);
      await expect(sheet).toContainText(`第 ${n + 1} / ${count} 页`);
      await expect(sheet.locator('.map')).toHaveCount(count);
      await expect(sheet.locator('.map[data-here]')).toHaveCount(1);
      await expect(sheet.locator('.sheet-legend')).toContainText('关键');
      await expect(sheet.locator('.sheet-row').first()).not.toBeEmpty();
    }
    await expect(sheets.first()).toContainText('▸');
    await expect(sheets.nth(1)).toContainText('◂');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) => [
      Number(box[1]),
      Number(box[2]),
    ]);
    expect(boxes).toHaveLength(count);
    for (const box of boxes) {
      expect(box[0]).toBeCloseTo(width, 0);
      expect(box[1]).toBeCloseTo(height, 0);
    }
  });
}

test('two people’s work on one plan merges; where they differ the page asks, in words', async ({ page, newDevice }) => {
  test.setTimeout(120_000);
  await makeOpening(page);
  await saved(page);
  await open(page);
  const other = await newDevice();
  await open(other);
  await chooseFile(other, (await exportProject(page)).bytes);
  await other.getByRole('button', { name: '作为新项目打开' }).click();
  await expect(other.getByRole('button', { name: '作为新项目打开' })).toHaveCount(0);
  await saved(other);
  await other.goto('/planner/');
  await write(other, 3, '工期', '70');
  await write(other, 2, '任务', '组建小组');
  await saved(other);
  await page.goto('/planner/');
  await write(page, 3, '工期', '80');
  await write(page, 7, '工期', '51');
  await saved(page);
  await open(other);
  await open(page);
  await chooseFile(page, (await exportProject(other)).bytes);
  await page.getByRole('button', { name: '合并进来' }).click();
  await expect(page.getByRole('button', { name: '撤回这次合并' })).toBeVisible();
  await page.goto('/planner/');
  await expect(cell(page, 2, '任务')).toHaveValue('组建小组');
  await expect(cell(page, 7, '工期')).toHaveValue('51d');
  const asked = page.locator('.plan-conflicts');
  await expect(asked).toContainText('3 参与定位，测算运营成本 · 工期');
  await expect(asked.getByRole('button')).toHaveCount(2);
  await asked.getByRole('button', { name: '70' }).click();
  await expect(cell(page, 3, '工期')).toHaveValue('70d');
  await expect(asked).toHaveCount(0);
});
