import { choose, item, open, saved } from './checklist-page.ts';
import { expect, tabTo, test } from './fixtures.ts';
import { cell, datesOf, makeOpening, numberOf, OPENING, openingPlan, rowOf, WORDS, write } from './planner-page.ts';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York'];
/** Each language in a zone of its own; the long run has the other pairs, too. */
const JOURNEYS: readonly (readonly ['zh' | 'en', string])[] =
  process.env.SOAK === '1'
    ? ZONES.flatMap((zone) => [['zh', zone] as const, ['en', zone] as const])
    : [
        ['zh', 'Asia/Shanghai'],
        ['en', 'America/New_York'],
      ];

for (const [language, zone] of JOURNEYS) {
  test.describe(() => {
    test.use({ timezoneId: zone, locale: language === 'en' ? 'en-US' : 'zh-CN' });

    test(`an opening is planned, moved, exported and printed by keyboard alone in 7 steps (${language}, ${zone})`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const words = WORDS[language];
      await page.addInitScript(() => {
        window.print = () => {
          dispatchEvent(new Event('beforeprint'));
        };
      });
      await page.goto(words.path);
      await expect(page.getByRole('button', { name: words.make })).toBeEnabled();
      const keys = page.keyboard;

      await test.step('1: the opening day, and Enter', async () => {
        await tabTo(page, page.getByLabel(words.day, { exact: true }));
        await keys.type(OPENING);
        await keys.press('Enter');
        // The keyboard stands in the plan at once.
        await expect(page.locator('.plan-table input').first()).toBeFocused();
      });
      const [policy, contract] = [numberOf('leasing-policy'), numberOf('pm-contract')];
      const late = datesOf('leasing-policy').lateStart;
      await test.step('2: down to the first task, across to its start', async () => {
        for (let row = 1; row < policy; row++) await keys.press('ArrowDown');
        for (let column = 0; column < 2; column++) await keys.press('Tab');
        await expect(cell(page, policy, words.start)).toBeFocused();
      });
      await test.step('3: as late as it can be, and Enter: it has become critical', async () => {
        await keys.type(late);
        await keys.press('Enter');
        await expect(page.locator('.last-change')).toHaveText(words.moved);
        await expect(page.locator('.last-change')).toHaveText(words.critical);
        await expect(cell(page, policy, words.start)).toHaveValue(late);
      });
      await test.step('4: the keyboard is in the next row already: another start, and Enter', async () => {
        await expect(cell(page, contract, words.start)).toBeFocused();
        await keys.type('2025-10-10');
        await keys.press('Enter');
        await expect(cell(page, contract, words.start)).toHaveValue('2025-10-10');
      });
      for (const [n, name, kind] of [
        [5, words.ics, 'ics'],
        [6, words.xml, 'xml'],
      ] as const) {
        await test.step(`${n}: on to a file, and Enter`, async () => {
          const downloading = page.waitForEvent('download');
          await tabTo(page, page.getByRole('button', { name }), 40);
          await keys.press('Enter');
          expect((await downloading).suggestedFilename()).toMatch(new RegExp(`2026-12-18\\.${kind}$`));
        });
      }
      await test.step('7: back to the print button, and Enter', async () => {
        const print = page.getByRole('button', { name: words.print, exact: true });
        for (let i = 0; i < 5 && !(await print.evaluate((one) => one === document.activeElement)); i++)
          await keys.press('Shift+Tab');
        await keys.press('Enter');
        await expect(page.locator('.plan-sheets .sheet').first()).toBeAttached();
      });

      // The opening has not moved, and all of it is kept.
      await expect(page.locator('.saved')).toHaveText(words.saved);
      await page.reload();
      await expect(cell(page, policy, words.start)).toHaveValue(late);
      await page.locator('.plan-scroll').evaluate((scroller) => scroller.scrollTo(0, 1e6));
      await expect(cell(page, numberOf('open'), words.start)).toHaveValue(OPENING);
    });
  });
}

for (const zone of ZONES) {
  test.describe(() => {
    test.use({ timezoneId: zone });
    test(`dates on the page are those of the engine in ${zone}`, async ({ page }) => {
      // Late in the evening: a date that went through a clock would be another one somewhere.
      await page.clock.setFixedTime(new Date('2026-09-20T03:30:00Z'));
      await makeOpening(page);
      const plan = openingPlan();
      for (const id of ['early-team', 'base-build', 'leasing-policy']) {
        const row = plan.rows.get(id);
        await page
          .locator('.plan-scroll')
          .evaluate((scroller, top) => scroller.scrollTo(0, top), (numberOf(id) - 3) * 44);
        await expect(cell(page, numberOf(id), '开始')).toHaveValue(row?.start ?? '');
        await expect(rowOf(page, numberOf(id)).locator('td.nums')).toHaveText(row?.finish ?? '');
      }
    });
  });
}

test('what is written first is kept through a reload right after “saved”, and by a second tab', async ({
  page,
  context,
}) => {
  await makeOpening(page);
  await write(page, 3, '工期', '61');
  await expect(page.locator('.saved')).toHaveText(/已保存/);
  await page.reload();
  await expect(cell(page, 3, '工期')).toHaveValue('61d');
  const second = await context.newPage();
  await second.goto('/planner/');
  await expect(cell(second, 3, '工期')).toHaveValue('61d');
  await write(second, 3, '工期', '62');
  await expect(cell(page, 3, '工期')).toHaveValue('62d');
  await write(page, 2, '工期', '21');
  await expect(cell(second, 2, '工期')).toHaveValue('21d');
});

test('nothing is called saved while a cell is being typed, and leaving the page keeps it', async ({ page }) => {
  await makeOpening(page);
  await expect(page.locator('.saved')).toHaveText(/已保存/);
  await cell(page, 3, '任务').pressSequentially('改名');
  await expect(page.locator('.saved')).not.toHaveText(/已保存/);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await expect(page.locator('.saved')).toHaveText(/已保存/);
  await page.reload();
  await expect(cell(page, 3, '任务')).toHaveValue(/改名/);
});

test('wrong text stays in its cell and is explained, also after its row was out of sight', async ({ page }) => {
  await makeOpening(page);
  await cell(page, 3, '前置').fill('3xx');
  await cell(page, 3, '前置').press('Tab');
  await expect(page.getByRole('alert')).toContainText('3xx');
  const scroller = page.locator('.plan-scroll');
  await scroller.evaluate((one) => one.scrollTo(0, 1e6));
  await expect(cell(page, 3, '前置')).toHaveCount(0);
  await scroller.evaluate((one) => one.scrollTo(0, 0));
  await expect(cell(page, 3, '前置')).toHaveValue('3xx');
  await expect(cell(page, 3, '前置')).toHaveAttribute('aria-invalid', 'true');
});

test('what is being typed stays when the plan changes its cell from elsewhere', async ({ page, context }) => {
  await makeOpening(page);
  await expect(page.locator('.saved')).toHaveText(/已保存/);
  const [policy, build] = [numberOf('leasing-policy'), numberOf('base-build')];
  const second = await context.newPage();
  await second.goto('/planner/');
  await cell(page, build, '开始').fill('2025-0');
  await write(second, build, '工期', '300');
  await expect(cell(page, build, '工期')).toHaveValue('300d');
  await expect(cell(page, build, '开始')).toHaveValue('2025-0');
  // Another cell follows.
  await write(second, policy, '开始', '2025-06-25');
  await expect(cell(page, policy, '开始')).toHaveValue('2025-06-25');
  await cell(page, build, '开始').press('Escape');
  await expect(cell(page, build, '开始')).toHaveValue(await cell(second, build, '开始').inputValue());
});

test('a cell shows what the plan made of the text, also where that is what stood there before', async ({ page }) => {
  await makeOpening(page);
  const team = numberOf('early-team');
  const { start } = datesOf('early-team');
  const days = await cell(page, team, '工期').inputValue();
  await write(page, team, '工期', days.replace('d', ' 天'));
  await expect(cell(page, team, '工期')).toHaveValue(days);
  // Everything waits for the team: it cannot begin a year and a half later.
  await write(page, team, '开始', '2026-06-15');
  await expect(page.locator('.last-change')).toContainText(/2026年6月15日 开始排不下，仍在 2024年12月20日 开始/);
  await expect(cell(page, team, '开始')).toHaveValue(start);
  // One that can be kept says nothing of the kind.
  await write(page, team, '开始', '2024-12-10');
  await expect(page.locator('.last-change')).toContainText(/移动了 \d+ 行/);
  await expect(page.locator('.last-change')).not.toContainText('排不下');
});

test('down a column the keyboard passes by rows that have no such cell', async ({ page }) => {
  await makeOpening(page);
  const template = openingPlan();
  const kinds = [...template.rows.values()]
    .map(({ id, kind }) => ({ number: numberOf(id), kind }))
    .sort((a, b) => a.number - b.number);
  const tasks = kinds.filter(({ kind }) => kind === 'task').map(({ number }) => number);
  expect(tasks.length).toBeLessThan(kinds.length);
  await cell(page, tasks[0] ?? 0, '工期').focus();
  for (const number of tasks.slice(1, 12)) {
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, number, '工期')).toBeFocused();
  }
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, tasks[10] ?? 0, '工期')).toBeFocused();
});

test('add, indent, link, move and delete by keyboard, and take each back', async ({ page }) => {
  await makeOpening(page);
  const names = () =>
    page
      .locator('.plan-table th[scope="row"] input')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await cell(page, 3, '任务').focus();
  await page.keyboard.press('Control+Enter');
  await expect(cell(page, 4, '任务')).toBeFocused();
  await page.keyboard.type('现场踏勘');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3SS+2d');
  await page.keyboard.press('Enter');
  await expect(cell(page, 4, '前置')).toHaveValue('3SS+2d');
  await expect(cell(page, 4, '工期')).toHaveValue('4d');
  await cell(page, 4, '任务').focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(cell(page, 3, '任务')).toHaveValue('现场踏勘');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(page.locator('.plan-table tr[data-selected] th')).toHaveAttribute('data-level', '2');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(page.locator('.plan-table tr[data-selected] th')).toHaveAttribute('data-level', '1');
  const before = await names();
  await page.keyboard.press('Control+Delete');
  await expect.poll(names).not.toContain('现场踏勘');
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(names).not.toContain('现场踏勘');
});

test('beyond the known years it is said and hatched; a pasted notice makes the year known', async ({ page }) => {
  await makeOpening(page, WORDS.zh, '2029-06-01');
  await expect(page.locator('.plan-messages')).toContainText('2028');
  await expect(page.locator('.plan-messages')).toContainText('还不知道');
  await page.locator('.plan-scroll').evaluate((one) => one.scrollTo(3000, 0));
  await expect(page.locator('.plan-chart rect.unknown').first()).toBeAttached();
  await page.getByText('工作日历', { exact: true }).click();
  await page.getByLabel('哪一年').fill('2028');
  await page.getByLabel('贴一年的放假通知').fill('元旦：1月1日（周六）至3日（周一）放假，共3天。');
  await page.getByRole('button', { name: '采用' }).click();
  await expect(page.locator('.plan-panels')).toContainText('2028 年：休 3 天');
  await expect(page.locator('.plan-messages')).not.toContainText('2028 年');
  await page.getByLabel('本单位休息日').fill('2028-05-05，2028年5月6日');
  await page.getByLabel('本单位休息日').blur();
  await page.getByLabel('每周上班').selectOption('mon-sat');
  await expect(page.locator('.saved')).toHaveText(/已保存/);
  await page.reload();
  await page.getByText('工作日历', { exact: true }).click();
  await expect(page.getByLabel('本单位休息日')).toHaveValue('2028-05-05, 2028-05-06');
  await expect(page.getByLabel('每周上班')).toHaveValue('mon-sat');
});

test('a year’s notice is loaded from a file, in UTF-8 or in GBK, and what is no text is refused', async ({ page }) => {
  await makeOpening(page, WORDS.zh, '2029-06-01');
  await page.getByText('工作日历', { exact: true }).click();
  const notice = page.getByLabel('贴一年的放假通知');
  const load = (name: string, buffer: Buffer) =>
    page.getByLabel('读入通知文件（.txt）').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await load('picture.txt', Buffer.from([0, 0, 1, 0, 7, 0, 0, 9]));
  await expect(page.locator('.plan-panels')).toContainText('“picture.txt”里没有读出文字');
  await expect(notice).toHaveValue('');

  // 国务院办公厅关于2028年部分节假日安排的通知 / 元旦：1月1日（周六）至3日（周一）放假，共3天。1月8日（周六）上班。 as Notepad saves it.
  const gbk =
    'b9facef1d4bab0ecb9abccfcb9d8d3da32303238c4eab2bfb7d6bdda' +
    'bcd9c8d5b0b2c5c5b5c4cda8d6aa0ad4aab5a9a3ba31d4c231c8d5a3' +
    'a8d6dcc1f9a3a9d6c133c8d5a3a8d6dcd2bba3a9b7c5bcd9a3acb9b2' +
    '33cceca1a331d4c238c8d5a3a8d6dcc1f9a3a9c9cfb0e0a1a3';
  await load('2028.txt', Buffer.from(gbk, 'hex'));
  await expect(notice).toHaveValue(/元旦：1月1日（周六）至3日（周一）放假/);
  await expect(page.getByLabel('哪一年')).toHaveValue('2028');
  await page.getByRole('button', { name: '采用' }).click();
  await expect(page.locator('.plan-panels')).toContainText('2028 年：休 3 天，调休上班 1 天');
  await expect(page.locator('.plan-messages')).not.toContainText('2028 年');

  await load('2029.txt', Buffer.from('\ufeff2029年部分节假日安排\r\n元旦：1月1日（周一）放假，共1天。\r\n'));
  await expect(page.getByLabel('哪一年')).toHaveValue('2029');
  await page.getByRole('button', { name: '采用' }).click();
  await expect(page.locator('.plan-panels')).toContainText('2029 年：休 1 天');
  await expect(page.locator('.saved')).toHaveText(/已保存/);
  await page.reload();
  await page.getByText('工作日历', { exact: true }).click();
  await expect(page.locator('.plan-panels')).toContainText('2028 年：休 3 天');
});

test('a plan that began too late says by how many working days', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-25T02:00:00Z'));
  await makeOpening(page);
  await expect(page.locator('.plan-messages')).toContainText(/已经晚了 \d+ 个工作日/);
  await expect(page.locator('.plan-table')).toContainText(/晚 \d+ 天/);
});

test('the opening can be moved to another day, and rows counted from it move along', async ({ page }) => {
  await makeOpening(page);
  await page.getByText('名称与起排日').click();
  await page.getByLabel(/^起排日/).fill('2027-01-15');
  await page.getByLabel(/^起排日/).blur();
  await expect(page.locator('.plan-messages')).toContainText('2027年');
  await expect(cell(page, numberOf('leasing-policy'), '开始')).not.toHaveValue(datesOf('leasing-policy').start);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cell(page, numberOf('leasing-policy'), '开始')).toHaveValue(datesOf('leasing-policy').start);
});

test('against the baseline and against another plan: what moved, by how much and why', async ({ page }) => {
  await makeOpening(page);
  await page.getByText('基线与比较').click();
  await page.getByRole('button', { name: '把现在定为基线' }).click();
  await expect(page.locator('.compare')).toContainText('没有一行移动');
  await page.getByRole('button', { name: '复制一份' }).click();
  await expect(page.locator('.plan-choice option:checked')).toHaveText(/副本/);
  const build = numberOf('base-build');
  const days = Number.parseInt(await cell(page, build, '工期').inputValue(), 10);
  await write(page, build, '工期', String(days + 7));
  const team = page.locator('.compare tr', { hasText: '组建前期介入小组' });
  await expect(team).toContainText('开始 −7，完成 −7');
  await expect(team).toContainText(/主体施工和机电安装.*组建前期介入小组.*工期变了/);
  await page.getByLabel('与什么比').selectOption({ index: 1 });
  await expect(team).toContainText('开始 −7，完成 −7');
  await expect(team).toContainText(/主体施工和机电安装.*工期变了/);
});

test('a checklist drives the progress of its task, and its overdue problems show in the plan', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await choose(page, '1.2', '问题');
  const due = item(page, '1.2').getByRole('textbox', { name: /期限/ });
  await due.fill('2026-01-05');
  await due.blur();
  await saved(page);
  await makeOpening(page);
  const task = numberOf('tender-input');
  await expect(rowOf(page, task)).toContainText('逾期问题 1');
  await expect(cell(page, task, '完成 %')).not.toHaveValue('0');
  await expect(cell(page, task, '完成 %')).toHaveAttribute('readonly', '');
  await expect(page.locator('.plan-messages')).toContainText(/清单有 1 个问题过了整改期限/);
  await cell(page, task, '任务').focus();
  await page.getByText(/^这一行的更多内容/).click();
  await expect(page.locator('.row-details')).toContainText(/还不能签收/);
  await page.getByRole('link', { name: '去清单' }).click();
  await expect(page).toHaveURL(/checklists\/tendering\/$/);
});

test('without JavaScript the templates stand there with their dates', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/planner/');
  await page.locator('#complex-opening summary').click();
  await expect(page.locator('#complex-opening')).toContainText('2026-12-18');
  await context.close();
});
