import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { allPages, onePerTemplate, shareOf } from './site-map.ts';

const NARROWEST = 320;
const WIDEST = 1440;
const PARTS = 2;

/** What sticks out to the right, or nothing. A table or chart may scroll inside its own frame. */
function findOverflow(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return undefined;
    const widest = [...document.querySelectorAll('body *')].find((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > clientWidth + 0.5 && !element.closest('.scroll, .visually-hidden');
    });
    return `${scrollWidth} > ${clientWidth} at ${widest?.tagName.toLowerCase() ?? '?'}.${widest?.className ?? ''}`;
  });
}

for (let part = 0; part < PARTS; part++) {
  test(`no page scrolls sideways on a narrow phone (${part + 1} of ${PARTS})`, async ({ page }) => {
    test.setTimeout(180_000);
    const faults: string[] = [];
    for (const address of shareOf(allPages(), part, PARTS)) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(address);
      for (const width of [390, NARROWEST]) {
        await page.setViewportSize({ width, height: 844 });
        const overflow = await findOverflow(page);
        if (overflow) faults.push(`${address} at ${width}: ${overflow}`);
      }
    }
    expect(faults).toEqual([]);
  });
}

for (const locale of ['zh-CN', 'en'] as const) {
  test(`no template scrolls sideways at any width from ${NARROWEST} to ${WIDEST} (${locale})`, async ({ page }) => {
    test.setTimeout(180_000);
    const session = await page.context().newCDPSession(page);
    const faults: string[] = [];
    for (const address of onePerTemplate(locale)) {
      await page.goto(address);
      for (let width = NARROWEST; width <= WIDEST; width++) {
        await session.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false });
        const overflow = await findOverflow(page);
        if (!overflow) continue;
        faults.push(`${address} at ${width}: ${overflow}`);
        break;
      }
    }
    expect(faults).toEqual([]);
  });

  test(`no template scrolls sideways with letters twice as large (${locale})`, async ({ page }) => {
    const faults: string[] = [];
    for (const address of onePerTemplate(locale)) {
      await page.goto(address);
      await page.evaluate(() => {
        // The sheet is adopted by script, which the policy leaves alone, and stands for the reader's own setting.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html { font-size: 212.5% !important }');
        document.adoptedStyleSheets = [sheet];
      });
      for (const width of [NARROWEST, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await findOverflow(page);
        if (overflow) faults.push(`${address} at ${width}: ${overflow}`);
      }
    }
    expect(faults).toEqual([]);
  });
}
