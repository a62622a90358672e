import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const box = (page: Page) => page.getByRole('banner').getByRole('searchbox', { name: '搜索' });
const found = (page: Page) => page.locator('.find .found');

test('"/" and Ctrl-K go to the search box from anywhere but a field', async ({ page }) => {
  await page.goto('/handbook/');
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await page.keyboard.type('a/b');
  await expect(box(page)).toHaveValue('a/b');
  await page.mouse.click(8, 400);
  await expect(found(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
});

test('what is typed is found at once; arrows walk through it and Escape closes it', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('规划设计');
  const links = found(page).getByRole('link');
  await expect(links.first()).toBeVisible();
  await expect(found(page).getByRole('status')).toContainText('个结果');
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(found(page)).toBeHidden();
  await expect(box(page)).toHaveValue('规划设计');
});

test('a result leads to its page', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('规划设计');
  const first = found(page).getByRole('link').first();
  const address = await first.getAttribute('href');
  await first.click();
  expect(decodeURI(new URL(page.url()).pathname)).toBe(new URL(address ?? '', 'http://x').pathname);
});

test('Enter opens the results page, which keeps the question', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('消防');
  await box(page).press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=/);
  await expect(box(page)).toHaveValue('消防');
  await expect(page.locator('#results').getByRole('link').first()).toBeVisible();
});

test('the English results page searches the English pages', async ({ page }) => {
  await page.goto('/en/search/?q=lift');
  const links = page.locator('#results').getByRole('link');
  await expect(links.first()).toBeVisible();
  for (const link of await links.all()) expect(await link.getAttribute('href')).toMatch(/^\/en\/|^tel:/);
});

test('a question without an answer is told so', async ({ page }) => {
  await page.goto('/search/?q=魑魅魍魉');
  await expect(page.locator('#results')).toContainText('没有找到“魑魅魍魉”');
});

test('an empty question goes nowhere', async ({ page }) => {
  await page.goto('/handbook/');
  await box(page).focus();
  await expect(found(page)).toBeAttached();
  await box(page).press('Enter');
  await expect(page).toHaveURL('/handbook/');
});

/** Half-composed text as an input method has it. */
const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

test('half-composed pinyin is no question, and Enter that confirms a candidate does not submit', async ({ page }) => {
  await page.goto('/handbook/');
  await box(page).focus();
  await expect(found(page)).toBeAttached();
  const session = await page.context().newCDPSession(page);
  await compose(session, 'xiaofang');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/handbook/');
  await expect(found(page)).toBeHidden();
  await session.send('Input.insertText', { text: '消防' });
  await expect(box(page)).toHaveValue('消防');
  await expect(found(page).getByRole('link').first()).toBeVisible();
});

test.describe('when the index cannot be fetched', () => {
  test.use({ expectedErrors: /Failed to load resource|search-index/ });

  test('search says so and tries again at the next question', async ({ page }) => {
    await page.route('**/search-index/**', (route) => route.abort());
    await page.goto('/');
    await box(page).fill('消防');
    await expect(found(page)).toContainText('搜索没有加载成功');
    await page.unrouteAll();
    await box(page).fill('消防车');
    await expect(found(page).getByRole('link').first()).toBeVisible();
  });
});

test('nothing of the search is fetched before it is asked for, and then only what the question needs', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (/search-index|\/search\.[\w-]+\.js/.test(path)) fetched.push(path.replace(/^.*\//, '').replace(/\..*/, ''));
  });
  await page.goto('/handbook/', { waitUntil: 'networkidle' });
  expect(fetched).toEqual([]);
  await box(page).focus();
  await expect(found(page).getByRole('heading', { name: '常找的' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(fetched.sort()).toEqual(['search', 'titles']);
  await box(page).fill('装修');
  await expect(found(page)).toHaveAttribute('data-answered', '装修');
  expect(fetched.sort()).toEqual(['entries', 'search', 'text', 'titles']);
  await box(page).fill('zhuangxiu');
  await expect(found(page)).toHaveAttribute('data-answered', 'zhuangxiu');
  expect(fetched.sort()).toEqual(['entries', 'search', 'sounds', 'text', 'titles']);
});

for (const [address, query, name, card] of [
  ['/', '火', '搜索', 'fire'],
  ['/', '电梯', '搜索', 'lift-entrapment'],
  ['/', '停电', '搜索', 'power-failure'],
  ['/en/', 'fire', 'Search', 'fire'],
  ['/en/', 'lift', 'Search', 'lift-entrapment'],
] as const) {
  test(`"${query}" shows the emergency card first, with its number, while the rest is still under way`, async ({
    page,
  }) => {
    // Only the first list ever comes.
    await page.route(/search-index\/.*\/(entries|text)\.txt/, () => {});
    await page.goto(address);
    await page.getByRole('banner').getByRole('searchbox', { name }).fill(query);
    const first = found(page).getByRole('listitem').first();
    await expect(first.getByRole('link').first()).toHaveAttribute('href', `${address}emergency/${card}/`);
    const call = first.getByRole('link', { name: /119|120|110/ }).first();
    await expect(call).toHaveAttribute('href', /^tel:1\d\d$/);
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}

test('results say what they are, stand by kind, have the words marked and lead to the very place', async ({ page }) => {
  await page.goto('/search/?q=动火证');
  const results = page.locator('#results');
  await expect(results.getByRole('heading', { level: 2, name: '最相关' })).toBeVisible();
  expect(await results.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(2);
  await expect(results.locator('mark').filter({ hasText: '动火证' }).first()).toBeVisible();
  for (const kind of ['术语', '小节', '检查项'])
    await expect(results.locator('li i').filter({ hasText: kind }).first()).toBeVisible();
  const item = results
    .locator('li > a')
    .filter({ has: page.locator('i', { hasText: '检查项' }) })
    .first();
  const address = (await item.getAttribute('href')) ?? '';
  await item.click();
  await expect(page.locator(`[id="${address.split('#')[1]}"]`)).toBeInViewport();
});

test('results are narrowed by kind and scheme, and the address keeps it', async ({ page }) => {
  await page.goto('/search/?q=消防');
  const results = page.locator('#results');
  await results.getByRole('combobox', { name: '种类' }).selectOption({ value: 'checklists' });
  await results.getByRole('combobox', { name: '方案' }).selectOption({ value: 'complex' });
  await expect(page).toHaveURL(/kind=checklists&scheme=complex/);
  const paths = async () =>
    (await results.locator('li > a').all()).length === 0
      ? []
      : await results.locator('li > a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect((await paths()).length).toBeGreaterThan(0);
  for (const path of await paths()) expect(path).toMatch(/^\/checklists\//);
  await page.reload();
  await expect(results.getByRole('combobox', { name: '种类' })).toHaveValue('checklists');
  await expect(results.getByRole('combobox', { name: '方案' })).toHaveValue('complex');
  for (const path of await paths()) expect(path).toMatch(/^\/checklists\//);
});

test('what was searched is offered again, on this device, until it is cleared', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('装修押金');
  await box(page).press('Enter');
  await expect(page.locator('#results li').first()).toBeVisible();
  await page.goto('/handbook/');
  await box(page).focus();
  await found(page).getByRole('button', { name: '装修押金' }).first().click();
  await expect(box(page)).toHaveValue('装修押金');
  await expect(found(page).locator('li > a').first()).toBeVisible();
  await box(page).fill('');
  await found(page).getByRole('button', { name: '清除' }).click();
  await expect(found(page).getByRole('heading', { name: /最近搜过/ })).toHaveCount(0);
  await expect(found(page).getByRole('heading', { name: '常找的' })).toBeVisible();
});

test('a correction is said plainly, in both languages', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('承接察验');
  await expect(found(page)).toContainText('已把“承接察验”当作“承接查验”来找');
  await page.goto('/en/search/?q=earthqake');
  await expect(page.locator('#results')).toContainText('Looked for “earthquake” instead of “earthqake”');
});

test('an empty result offers topics, in the box and on the page', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('魑魅魍魉');
  await expect(found(page)).toContainText('没有找到“魑魅魍魉”');
  await found(page).getByRole('button', { name: '装修押金' }).click();
  await expect(found(page).locator('li > a').first()).toBeVisible();
  await page.goto('/search/?q=魑魅魍魉');
  await page.getByRole('main').getByRole('link', { name: '综合体物业管理' }).click();
  await expect(page).toHaveURL('/handbook/complex/');
});

test('the list does not move under the finger when the full text arrives', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/search-index\/.*\/(entries|text)\.txt/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await box(page).fill('退押金');
  const links = found(page).locator('li > a');
  await expect(links.first()).toBeVisible();
  await links.first().hover();
  const seen = () =>
    links.evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.getBoundingClientRect().top]));
  const before = await seen();
  release();
  await expect(found(page)).toHaveAttribute('data-answered', '退押金');
  const after = await seen();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.length).toBeGreaterThan(before.length);
});

test('a result is reached and opened by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('承接查验');
  await expect(found(page)).toHaveAttribute('data-answered', '承接查验');
  await page.keyboard.press('ArrowDown');
  const link = found(page).locator('li > a').first();
  await expect(link).toBeFocused();
  const address = (await link.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(
    (url) => url.pathname + url.hash === new URL(address, url).pathname + new URL(address, url).hash,
  );
});

for (const [address, typed, item] of [
  ['/glossary/', '１２３４５', '12345 政务服务便民热线'],
  ['/checklists/', '消防', '超高层消防准备'],
  ['/questions/', '装修', '装修'],
  ['/sources/', '停车', '停车'],
  ['/sources/laws/', '物业管理条例', '物业管理条例'],
  ['/sources/errata/', '电梯', '电梯'],
] as const) {
  test(`${address} is narrowed by a field that reads as the search does`, async ({ page }) => {
    await page.goto(address);
    const list = page.getByRole('main');
    const field = list.getByRole('searchbox', { name: '在这一页里筛选' });
    await field.fill(typed);
    const [shown = 0, all = 0] =
      ((await list.getByRole('status').textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(all);
    await expect(list.getByText(item).filter({ visible: true }).first()).toBeVisible();
    await field.fill('魑魅魍魉');
    await expect(list.getByRole('status')).toHaveText(`显示 0 项，共 ${all} 项`);
    await field.fill('');
    await expect(list.getByRole('status')).toHaveText('');
  });
}
