import { expect, test } from './fixtures.ts';
import { findBarriers, findOverflow } from './page-checks.ts';
import { allPages, onePerTemplate, shareOf } from './site-map.ts';

/** One visit to each page for all that is asked of every page: loading them is the dearest part. */
const PARTS = 6;
const isSoak = process.env.SOAK === '1';
/**
 * What is the same on all pages of a template is looked at on one of them in each language: the frame, and colours, which come from the
 * styles alone. The long run looks at all of it everywhere.
 */
const SAME = { parts: ['body > header', 'body > footer', 'nav'], rules: ['color-contrast'] };

for (let part = 0; part < PARTS; part++) {
  test(`no page has a barrier that axe knows or scrolls sideways on a phone (${part + 1} of ${PARTS})`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const faults: string[] = [];
    const samples = [...onePerTemplate('zh-CN'), ...onePerTemplate('en')];
    for (const address of shareOf(allPages(), part, PARTS)) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(address);
      for (const width of isSoak ? [390, 320] : [320]) {
        await page.setViewportSize({ width, height: 844 });
        const overflow = await findOverflow(page);
        if (overflow) faults.push(`${address} at ${width}: ${overflow}`);
      }
      await page.setViewportSize({ width: 1280, height: 720 });
      faults.push(...(await findBarriers(page, isSoak || samples.includes(address) ? undefined : SAME)));
    }
    expect(faults).toEqual([]);
  });
}
