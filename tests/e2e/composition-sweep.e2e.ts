import type { CDPSession, ElementHandle, Page } from '@playwright/test';
import { choose, item, readDatabase, ready } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';
import { makeOpening } from './planner-page.ts';
import { allPages } from './site-map.ts';

type Field = ElementHandle<HTMLInputElement | HTMLTextAreaElement>;

/** Everything that an input method can write into. */
const FIELDS = ':is(input:is([type="text"], [type="search"], [type="tel"], [type="email"], [type="url"]), textarea)';
const HALF = "wang'gong";
/** Longer than any pause after which a field stores what was typed. */
const PAUSE_MS = 3000;

const LISTS = {
  measured: '/checklists/developer-handover-inspection/',
  tendering: '/checklists/tendering/',
};

/** Opens what is folded, also what is only drawn when something around it is opened. */
async function unfold(page: Page, within = 'main'): Promise<void> {
  for (let depth = 0; depth < 3; depth++) {
    await page.locator(`${within} details:not([open])`).evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  }
}

/** Each tool with its fields in sight, and how many there are at least: a sweep that sees none proves nothing. */
const TOOLS: Record<string, { address: string; least: number; prepare?(page: Page): Promise<void> }> = {
  'a checklist with a problem': {
    address: LISTS.tendering,
    least: 14,
    prepare: async (page) => {
      await ready(page);
      await choose(page, '1.1', '问题');
      await choose(page, '1.2', '不适用');
      await page.getByRole('button', { name: '新建项目' }).click();
      await item(page, '1.1').getByRole('button', { name: '记为已整改' }).click();
      await item(page, '1.1').locator('details.details summary').click();
      await page.locator('.own-item > summary').click();
      await page.locator('.run-panel > summary').click();
      await expect(page.getByLabel('这一次叫什么')).toBeVisible();
    },
  },
  'a checklist with measured values': {
    address: LISTS.measured,
    least: 3,
    prepare: async (page) => {
      await ready(page);
      await expect(page.locator('.measured input').first()).toBeVisible();
    },
  },
  'a stage that can be signed': {
    address: LISTS.tendering,
    least: 3,
    prepare: async (page) => {
      await ready(page);
      for (const number of await page.locator('.tool .item .no').allTextContents()) await choose(page, number, '完成');
      await expect(page.getByLabel('签核人姓名')).toBeVisible();
    },
  },
  'a stage that was signed': {
    address: LISTS.tendering,
    least: 2,
    prepare: async (page) => {
      await ready(page);
      for (const number of await page.locator('.tool .item .no').allTextContents()) await choose(page, number, '完成');
      await page.getByLabel('签核人姓名').fill('李经理');
      await page.getByRole('button', { name: '签核本阶段' }).click();
      await expect(page.getByLabel('为什么重新打开')).toBeVisible();
    },
  },
  'a list of one’s own': {
    address: '/checklists/own/',
    least: 2,
    prepare: async (page) => {
      await ready(page);
      await page
        .getByLabel('选择', { exact: false })
        .and(page.locator('input[type="file"]'))
        .first()
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('检查项\n门锁\n') });
      await expect(page.locator('.list-import .preview input')).toBeVisible();
    },
  },
  projects: {
    address: '/projects/',
    least: 12,
    prepare: async (page) => {
      await ready(page);
      const begin = page.getByRole('form', { name: '新建项目' });
      await begin.getByLabel('项目名称').fill('某综合体');
      await begin.getByRole('button').click();
      await expect(page.getByRole('region', { name: '项目资料' })).toBeVisible();
      await page.getByRole('button', { name: '改名 · 某综合体' }).click();
    },
  },
  storage: { address: '/storage/', least: 1, prepare: ready },
  'a plan not made yet': { address: '/planner/', least: 2, prepare: ready },
  'a plan': {
    address: '/planner/',
    least: 20,
    prepare: async (page) => {
      await makeOpening(page);
      await page.locator('.plan-table').getByRole('textbox').first().focus();
      await unfold(page, '.planner');
    },
  },
  'the request log': {
    address: '/requests/?service=complex-repair-requests',
    least: 5,
    prepare: async (page) => {
      await ready(page);
      await page.getByRole('button', { name: '登记一件' }).click();
      await page.getByRole('article').first().waitFor();
      await unfold(page);
      await expect(page.getByLabel('事由', { exact: true }).first()).toBeVisible();
    },
  },
  'the directory': { address: '/directory/', least: 1 },
  'a service': {
    address: '/directory/complex-repair-requests/',
    least: 4,
    prepare: async (page) => {
      await page.getByRole('button', { name: '填写本单位的信息' }).click();
      await expect(page.locator('#fill-in').getByLabel('负责岗位', { exact: true })).toBeVisible();
    },
  },
  'local numbers': {
    address: '/emergency/numbers/',
    least: 4,
    prepare: async (page) => {
      await page.getByRole('button', { name: '填写本项目号码' }).click();
      await expect(page.getByLabel('岗位').first()).toBeVisible();
    },
  },
  'an emergency run': {
    address: '/emergency/lift-entrapment/',
    least: 3,
    prepare: async (page) => {
      await page.getByRole('button', { name: '开始处置' }).click();
      await page.getByLabel('记一笔').fill('三人被困');
      await page.getByRole('button', { name: '记下（现在）' }).click();
      await page.getByRole('button', { name: '更正：三人被困' }).click();
      await expect(page.getByLabel('写明哪里不对')).toBeVisible();
    },
  },
  search: { address: '/search/', least: 1 },
  learning: {
    address: allPages().find((address) => /^\/learn\/[^/]+\/$/.test(address)) ?? '',
    least: 1,
    prepare: async (page) => {
      await ready(page);
      await unfold(page);
    },
  },
};
/** Each part of the fit-out desk, with a tenant that has what can be filled in. */
for (const [part, least] of Object.entries({ tenant: 4, papers: 2, rules: 3, load: 4, review: 3, permits: 2 })) {
  TOOLS[`the fit-out desk, ${part}`] = {
    address: `/fit-out/#${part}`,
    least,
    prepare: async (page) => {
      await ready(page);
      await expect(page.locator(`[data-part="${part}"]`)).toBeVisible();
      await unfold(page);
    },
  };
}
/** The estimators are one island with other fields: one in every run, all of them in the long one. */
const estimators = allPages().filter((one) => /^\/estimators\/[^/]+\/$/.test(one));
for (const address of process.env.SOAK === '1' ? estimators : estimators.slice(0, 1)) {
  TOOLS[address] = {
    address,
    least: 3,
    prepare: async (page) => {
      await ready(page);
      await unfold(page);
    },
  };
}

/** What a candidate taken by Enter did that it must not do; nothing, if all is well. */
async function composeIn(page: Page, session: CDPSession, field: Field): Promise<string[]> {
  const faults: string[] = [];
  await field.evaluate((input) => {
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  });
  await session.send('Input.imeSetComposition', { text: HALF, selectionStart: HALF.length, selectionEnd: HALF.length });
  const before = await stateOf(field);
  // The hardest case: an input method that lets the key itself through.
  await page.keyboard.press('Enter');
  await page.clock.fastForward(PAUSE_MS);
  if ((await stateOf(field)) !== before) faults.push('Enter did something');
  // Safari has ended the composition by then and tells of the key by its number.
  const isKept = await field.evaluate(
    (input) =>
      !input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
      ) ||
      !input.form ||
      input instanceof HTMLTextAreaElement,
  );
  if (!isKept) faults.push('Enter with key 229 would submit');
  if ((await stateOf(field)) !== before) faults.push('Enter with key 229 did something');
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  return faults;
}

/** Where the reader is: the field with its text, whether it is still in hand, the address, and forms that were sent. */
const stateOf = (field: Field): Promise<string> =>
  field.evaluate((input, half) => {
    const { sent = 0 } = window as { sent?: number };
    return JSON.stringify([
      input.isConnected && input === document.activeElement,
      input.value.includes(half),
      location.href,
      sent,
    ]);
  }, HALF);

for (const [name, { address, least, prepare }] of Object.entries(TOOLS)) {
  test(`${name}: Enter that takes a candidate does nothing in any field, and half-composed words are no records`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.clock.install();
    await page.addInitScript(() => {
      const counted = window as { sent?: number };
      document.addEventListener('submit', () => (counted.sent = (counted.sent ?? 0) + 1), { capture: true });
    });
    await page.goto(address);
    await prepare?.(page);
    const session = await page.context().newCDPSession(page);
    const faults: string[] = [];
    let seen = 0;
    for (const field of (await page.locator(FIELDS).elementHandles()) as Field[]) {
      if (!(await field.isVisible()) || !(await field.isEditable().catch(() => false))) continue;
      seen += 1;
      const label = await field.evaluate(
        (input) => input.labels?.[0]?.textContent?.trim() ?? input.getAttribute('aria-label') ?? input.outerHTML,
      );
      for (const fault of await composeIn(page, session, field)) faults.push(`${label}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(least);
    await page.clock.fastForward(PAUSE_MS);
    expect(await readDatabase(page)).not.toContain(HALF);
  });
}
