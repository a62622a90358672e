import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { allPages, onePerTemplate, shareOf } from './site-map.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PARTS = 6;
const soak = process.env.SOAK === '1';

async function findViolations(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const { violations } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${address} ${id} ${target.join(' ')}`));
}

async function sweep(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) found.push(...(await findViolations(page, address)));
  return found;
}

test.describe.configure({ timeout: 240_000 });

for (let part = 0; part < PARTS; part++) {
  test(`no page has a barrier that axe knows, in light colours (${part + 1} of ${PARTS})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await sweep(page, shareOf(allPages(), part, PARTS))).toEqual([]);
  });
}

for (const locale of ['zh-CN', 'en'] as const) {
  test(`nor in dark colours (${locale})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const pages = soak
      ? allPages().filter((address) => address.startsWith('/en/') === (locale === 'en'))
      : onePerTemplate(locale);
    expect(await sweep(page, pages)).toEqual([]);
  });
}

test('nor on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sweep(page, onePerTemplate('zh-CN'))).toEqual([]);
});
