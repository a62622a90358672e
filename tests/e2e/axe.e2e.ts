import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { findBarriers } from './page-checks.ts';
import { allPages, onePerTemplate } from './site-map.ts';

/** What `every-page.e2e.ts` asks in light colours on a desk, asked in dark ones and on a phone. */
const soak = process.env.SOAK === '1';

async function sweep(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    found.push(...(await findBarriers(page)));
  }
  return found;
}

test.describe.configure({ timeout: soak ? 900_000 : 240_000 });

for (const locale of ['zh-CN', 'en'] as const) {
  test(`nor in dark colours (${locale})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const pages = soak
      ? allPages().filter((address) => address.startsWith('/en/') === (locale === 'en'))
      : onePerTemplate(locale);
    expect(await sweep(page, pages)).toEqual([]);
  });
}

// On a phone the tools with everything filled in are looked at by `tools-at-work.e2e.ts` in every run.
if (soak) {
  test('nor on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sweep(page, onePerTemplate('zh-CN'))).toEqual([]);
  });
}
