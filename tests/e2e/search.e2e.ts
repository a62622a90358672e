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
