import { expect, test } from './fixtures.ts';
import { arrive, findBarriers, findOverflow } from './page-checks.ts';
import { allPages, shareOf } from './site-map.ts';

/** One visit to each page for all that is asked of every page: loading them is the dearest part. */
const PARTS = 6;
const isSoak = process.env.SOAK === '1';
/** What is the same on all pages of a template is looked at on one of them, by `axe.e2e.ts`; the long run looks at it everywhere. */
const FRAME = ['body > header', 'body > footer', 'nav'];
/** The narrowest phone: what fits and stands still there does so on wider ones. The long run looks at a usual one, too. */
const SIZES = [
  { width: 320, height: 844 },
  { width: 390, height: 844 },
] as const;
const [NARROW] = SIZES;
const isReading = (address: string) => /^\/(en\/)?(handbook|emergency)\//.test(address);

for (let part = 0; part < PARTS; part++) {
  test(`no page has a barrier that axe knows or scrolls sideways on a phone; one for reading moves nothing, waits for nothing and asks no other host (${part + 1} of ${PARTS})`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize(NARROW);
    const faults: string[] = [];
    // Colours come from the styles alone: each look is judged where it is first met.
    const looks = isSoak ? undefined : new Set<string>();
    for (const address of shareOf(allPages(), part, PARTS)) {
      await page.goto(address);
      if (isReading(address)) {
        const { shift, blocking, requests } = await arrive(page);
        if (shift > 0) faults.push(`${address} shifts by ${shift}`);
        faults.push(...blocking.map((url) => `${address} waits for ${url}`));
        faults.push(...requests.filter((url) => !url.startsWith(`${baseURL}/`)).map((url) => `${address} asks ${url}`));
      }
      for (const size of isSoak ? SIZES : [NARROW]) {
        if (isSoak) await page.setViewportSize(size);
        const overflow = await findOverflow(page);
        if (overflow) faults.push(`${address} at ${size.width}: ${overflow}`);
      }
      faults.push(...(await findBarriers(page, { except: isSoak ? [] : FRAME, looks })));
      if (isSoak) await page.setViewportSize(NARROW);
    }
    expect(faults).toEqual([]);
  });
}
