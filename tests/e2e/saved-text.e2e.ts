import type { Locator, Page } from '@playwright/test';
import { ADDRESS, choose, ready as isReady, item, note, open as openChecklist, saved } from './checklist-page.ts';
import { commit, compose } from './composing.ts';
import { expect, test } from './fixtures.ts';

const isSaved = (page: Page) => expect(page.locator('.saved')).toContainText('已保存在本机');

interface Place {
  /** Comes to the field, the first time and when something is stored. */
  open(page: Page): Promise<unknown>;
  field(page: Page): Locator;
}

/** Fields of each tool. */
const TOOLS: Record<string, { address: string; places: readonly Place[] }> = {
  'the fit-out desk': {
    address: '/fit-out/',
    places: [{ open: async () => {}, field: (page) => page.getByLabel('商户名称（品牌或铺名）') }],
  },
  'the request log': {
    address: '/requests/?service=complex-repair-requests',
    places: [
      {
        open: async (page) => {
          if (await page.locator('.saved', { hasText: '已保存' }).isVisible())
            await page.locator('.request summary').click();
          else await page.getByRole('button', { name: '登记一件' }).click();
        },
        field: (page) => page.getByLabel('事由'),
      },
    ],
  },
  'local numbers': {
    address: '/emergency/numbers/',
    places: [
      {
        open: (page) => page.getByRole('button', { name: '填写本项目号码' }).click(),
        field: (page) => page.getByLabel('岗位').first(),
      },
    ],
  },
  'a checklist: a note, a reason, an owner, the name of the run': {
    address: ADDRESS,
    places: [
      {
        open: (page) => note(page, '1.1'),
        field: (page) => item(page, '1.1').getByLabel('记录', { exact: true }),
      },
      {
        open: (page) => choose(page, '1.2', '不适用'),
        field: (page) => item(page, '1.2').getByLabel('为什么不适用'),
      },
      {
        open: (page) => choose(page, '1.3', '问题'),
        field: (page) => item(page, '1.3').getByLabel('责任人或岗位'),
      },
      {
        open: (page) => page.locator('.run-panel summary').click(),
        field: (page) => page.getByLabel('这一次叫什么'),
      },
    ],
  },
  'the city of a project': {
    address: '/projects/',
    places: [
      {
        open: async (page) => {
          const data = page.getByRole('region', { name: '项目资料' });
          if (await data.isVisible()) return;
          const begin = page.getByRole('form', { name: '新建项目' });
          await begin.getByLabel('项目名称').fill('某综合体');
          await begin.getByRole('button').click();
          await expect(data).toBeVisible();
        },
        field: (page) => page.getByRole('region', { name: '项目资料' }).getByLabel('城市'),
      },
    ],
  },
};

for (const [name, { address, places }] of Object.entries(TOOLS)) {
  test(`${name}: what stands in a field when it first says "saved" is there after a reload`, async ({ page }) => {
    const ready = () =>
      expect(
        page.locator('.saved:not([data-state="not-saved"], [data-state="loading"])').or(page.locator('#fill-numbers')),
      ).toBeVisible();
    await page.goto(address);
    await ready();
    for (const { open, field } of places) {
      await open(page);
      const typed = field(page);
      await expect(typed).toBeEnabled();
      // Neither left nor entered: only a pause in typing stores it.
      await typed.pressSequentially('客服 值班');
      await isSaved(page);
      const state = await typed.evaluate((input: HTMLInputElement) => {
        input.value += '一';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return document.querySelector<HTMLElement>('.saved')?.dataset.state;
      });
      expect(state).toBe('saving');
      await isSaved(page);
    }
    await page.reload();
    await ready();
    for (const { open, field } of places) {
      await open(page);
      await expect(field(page)).toHaveValue('客服 值班一');
    }
  });
}

test('what is chosen before the page’s program has arrived counts', async ({ page }) => {
  // The program waits; the static page is there to be used.
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(/_astro\/.*\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/fit-out/', { waitUntil: 'commit' });
  await page.getByLabel('业种', { exact: true }).selectOption('jewellery');
  await page.getByLabel('低柜高度', { exact: true }).fill('951');
  await page.getByRole('group', { name: '用燃气', exact: true }).getByRole('radio', { name: '是' }).check();
  go();
  await expect(page.locator('#rule-low-counter-jewellery .verdict')).toContainText('不合格');
  await isSaved(page);
  await page.reload();
  await expect(page.getByLabel('业种', { exact: true })).toHaveValue('jewellery');
  await expect(
    page.getByRole('group', { name: '用燃气', exact: true }).getByRole('radio', { name: '是' }),
  ).toBeChecked();
  // All of it is one tenant's.
  await expect(page.getByRole('combobox', { name: '商户', exact: true }).locator('option')).toHaveCount(1);
});

test('a pause behind a blank keeps the blank for the word that follows', async ({ page }) => {
  await page.goto('/requests/?service=complex-repair-requests');
  await page.getByRole('button', { name: '登记一件' }).click();
  const subject = page.getByLabel('事由');
  await subject.pressSequentially('Lift ');
  // The text is stored without its last blank; the field keeps it.
  await expect(page.locator('.request .verdict-head')).toContainText('Lift');
  await isSaved(page);
  await subject.pressSequentially('light');
  await subject.blur();
  await isSaved(page);
  await page.reload();
  await expect(page.locator('.request .verdict-head')).toContainText('Lift light');
});

test('a day that is none stays in its field, explained, and the request keeps its day', async ({ page }) => {
  await page.goto('/requests/?service=complex-repair-requests');
  await page.getByRole('button', { name: '登记一件' }).click();
  const received = page.getByLabel('收到日期');
  const before = await received.inputValue();
  await received.fill('下周三');
  await received.blur();
  await expect(page.getByText('这不是日期')).toBeVisible();
  await expect(received).toHaveValue('下周三');
  await isSaved(page);
  await page.reload();
  await page.locator('.request summary').click();
  await expect(received).toHaveValue(before);
});

test('what another tab writes comes in, but not into a field in which one is typing', async ({ page, context }) => {
  await page.goto('/fit-out/');
  const name = page.getByLabel('商户名称（品牌或铺名）');
  await name.fill('甲店');
  await name.blur();
  await isSaved(page);
  const other = await context.newPage();
  await other.goto('/fit-out/');
  await expect(other.getByLabel('商户名称（品牌或铺名）')).toHaveValue('甲店');
  await other.getByLabel('铺位号').pressSequentially('L1');
  await name.fill('乙店');
  await name.blur();
  await expect(other.getByLabel('商户名称（品牌或铺名）')).toHaveValue('乙店');
  await expect(other.getByLabel('铺位号')).toHaveValue('L1');
});

/** What the line says right after something was typed, before anything else can happen. */
const stateAfter = (field: Locator, text: string) =>
  field.evaluate((input: HTMLInputElement, more) => {
    input.value += more;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return document.querySelector<HTMLElement>('.saved')?.dataset.state;
  }, text);

test('a date that is being typed is not called saved; leaving the field or the page stores it', async ({ page }) => {
  await openChecklist(page);
  await choose(page, '1.1', '问题');
  await saved(page);
  const due = item(page, '1.1').getByRole('textbox', { name: /期限/ });
  expect(await stateAfter(due, '2030-01-0')).toBe('saving');
  await due.pressSequentially('5');
  await due.blur();
  await saved(page);
  await due.fill('２０３０年１月６日');
  await page.reload();
  await isReady(page);
  await expect(due).toHaveValue('2030-01-06');
  await due.fill('2030-01-07');
  await due.blur();
  await saved(page);
  await due.fill('下周三');
  await due.blur();
  await expect(item(page, '1.1')).toContainText('这不是日期');
  await expect(due).toHaveValue('下周三');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(due).toHaveValue('2030-01-06');
  await expect(item(page, '1.1')).not.toContainText('这不是日期');
});

test('a name typed for the records is not called saved before it is taken', async ({ page }) => {
  await openChecklist(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const who = page.getByLabel('记录人');
  expect(await stateAfter(who, '王工')).toBe('saving');
  await who.focus();
  await who.blur();
  await saved(page);
  await page.reload();
  await isReady(page);
  await expect(who).toHaveValue('王工');
});

const isUnsent = (page: Page) => expect(page.locator('.saved')).toContainText('有填了还没提交的内容');

test('a step of a correction that is typed and not stated is not called saved; stated or thrown away, it is', async ({
  page,
}) => {
  await openChecklist(page);
  await choose(page, '1.1', '问题');
  await saved(page);
  const row = item(page, '1.1');
  await row.getByRole('button', { name: '记为已整改' }).click();
  const step = row.locator('.step-form');
  await saved(page);
  await step.getByRole('textbox').first().fill('已换锁芯');
  await isUnsent(page);
  await step.getByRole('button', { name: '取消' }).click();
  await saved(page);
  await row.getByRole('button', { name: '记为已整改' }).click();
  await step.getByRole('textbox').first().fill('已换锁芯');
  await isUnsent(page);
  await step.locator('button[type="submit"]').click();
  await saved(page);
  await page.reload();
  await isReady(page);
  await expect(row.locator('.stated')).toContainText('已换锁芯');
});

test('an own item, a person, a lift and a new project that are typed are not called saved before they are taken', async ({
  page,
}) => {
  await openChecklist(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.locator('.own-item summary').click();
  const own = page.getByRole('form', { name: '加一项' });
  await own.getByRole('textbox').first().fill('雨水口封堵');
  await isUnsent(page);
  await own.getByRole('textbox').first().fill('');
  await saved(page);
  await own.getByRole('textbox').first().fill('雨水口封堵');
  await own.locator('button[type="submit"]').click();
  await saved(page);
  await page.goto('/projects/');
  await saved(page);
  const forms = [
    page.locator('form.new-project'),
    ...['加入团队', '加一项'].map((name) => page.getByRole('form', { name })),
  ];
  for (const form of forms) {
    await form.getByRole('textbox').or(form.getByRole('combobox')).first().fill('某某');
    await isUnsent(page);
    await form.locator('button[type="submit"]').click();
    await saved(page);
  }
});

test('what another tab writes into a note does not overwrite what is being composed there', async ({
  page,
  context,
}) => {
  await openChecklist(page);
  const here = await note(page, '1.1');
  await here.fill('已看');
  await here.blur();
  await saved(page);
  const other = await context.newPage();
  await openChecklist(other);
  const there = await note(other, '1.1');
  await expect(there).toHaveValue('已看');
  await here.focus();
  await page.keyboard.press('End');
  const input = await compose(page, here);
  await there.fill('已看，另一页写的');
  await there.blur();
  await saved(other);
  // It has arrived: the history of the item has it.
  await expect(item(page, '1.1').locator('.history')).toContainText('另一页写的');
  await expect(here).toHaveValue(/wang/);
  await commit(input, '门锁待换');
  await here.blur();
  await saved(page);
  await expect(there).toHaveValue('已看门锁待换');
});
