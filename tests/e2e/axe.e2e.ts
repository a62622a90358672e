import { expect, test } from './fixtures.ts';
import { findBarriers } from './page-checks.ts';
import { allPages, onePerTemplate, shareOf } from './site-map.ts';

/**
 * What `every-page.e2e.ts` asks on a phone in light colours, asked on a desk in both: of one page of each template, in one language or
 * the other; in the long run of every page.
 */
const PARTS = 2;
const soak = process.env.SOAK === '1';

function pages(): string[] {
  if (soak) return allPages();
  const english = onePerTemplate('en');
  return onePerTemplate('zh-CN').map((address, i) => (i % 2 === 0 ? address : (english[i] ?? address)));
}

for (let part = 0; part < PARTS; part++) {
  test(`no template has a barrier that axe knows, in light or in dark colours (${part + 1} of ${PARTS})`, async ({
    page,
  }) => {
    test.setTimeout(soak ? 1_800_000 : 240_000);
    const found: string[] = [];
    for (const address of shareOf(pages(), part, PARTS)) {
      await page.goto(address);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found.push(...(await findBarriers(page)).map((barrier) => `${colorScheme} ${barrier}`));
      }
    }
    expect(found).toEqual([]);
  });
}
