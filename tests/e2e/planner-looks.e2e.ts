import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { findBarriers } from './page-checks.ts';
import { cell, makeOpening, WORDS, write } from './planner-page.ts';

/** A plan with everything that can be opened open, a baseline, a moved row and a wrong cell. */
async function openEverything(page: Page, language: 'zh' | 'en'): Promise<void> {
  const words = WORDS[language];
  await makeOpening(page, words);
  await cell(page, 3, words.duration).focus();
  // What belongs to the row in hand comes in a moment later, and would shift the others.
  await expect(page.locator('.row-details')).toBeVisible();
  const closed = page.locator('.planner details:not([open]) > summary:visible').first();
  while ((await closed.count()) > 0) await closed.click();
  await page.locator('.compare button').first().click();
  await write(page, 3, words.duration, '66');
  await expect(page.locator('.compare table')).toBeVisible();
  await cell(page, 2, words.links).fill('x');
  await cell(page, 2, words.links).press('Tab');
  await expect(page.getByRole('alert')).toBeVisible();
}

for (const [language, colorScheme, width] of [
  ['zh', 'light', 1366],
  ['en', 'dark', 390],
] as const) {
  test(`a plan at work has no barrier that axe knows (${language}, ${colorScheme}, ${width})`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await openEverything(page, language);
    expect(await findBarriers(page)).toEqual([]);
  });
}

test('nothing but the plan’s own frame scrolls sideways from 320 px on, also with letters twice as large', async ({
  page,
}) => {
  await openEverything(page, 'en');
  /** What sticks out to the right, if anything does. */
  const overflow = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return '';
      const out = [...document.querySelectorAll('body *')].filter(
        (one) =>
          one.getBoundingClientRect().right > clientWidth + 0.5 &&
          !one.closest('.plan-scroll, .scroll, .visually-hidden'),
      );
      return `${scrollWidth} > ${clientWidth}: ${out.map((one) => `${one.tagName}.${one.className}`).join(' ')}`;
    });
  for (const width of [1366, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(), `${width}`).toBe('');
    for (const choice of await page.locator('.plan-tools .seg label').all())
      expect((await choice.boundingBox())?.width, `${width}`).toBeGreaterThanOrEqual(44);
  }
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(), `${width}, twice as large`).toBe('');
  }
});
