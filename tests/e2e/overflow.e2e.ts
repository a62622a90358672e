import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { findOverflow } from './page-checks.ts';
import { onePerTemplate } from './site-map.ts';

const NARROWEST = 320;
const WIDEST = 1440;

const soak = process.env.SOAK === '1';
/** Where a layout changes there is most to go wrong: widths around a breakpoint are always tried. */
const BREAKPOINTS = [30, 36, 48, 60, 66, 74].map((rem) => rem * 16);
const widths = Array.from({ length: WIDEST - NARROWEST + 1 }, (_, i) => NARROWEST + i).filter(
  (width) => soak || width % 20 === 0 || BREAKPOINTS.some((breakpoint) => Math.abs(width - breakpoint) <= 2),
);

/**
 * Opens a page in a frame, where a width costs one layout and no journey to the browser. The server forbids frames, so the
 * frame's answer comes without that header.
 */
async function openInFrame(page: Page, address: string): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    if (new URL(route.request().url()).pathname === '/frame') {
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><iframe></iframe>' });
    }
    const response = await route.fetch();
    return route.fulfill({ response, headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
  await page.goto('/frame');
  await page.evaluate(async (src) => {
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    frame.style.cssText = 'border: 0; height: 800px';
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    frame.src = src;
    await loaded;
  }, address);
}

// English words are the longer and do not break anywhere: Chinese pages follow in the long run, and at 320 px in `every-page.e2e.ts`.
for (const locale of soak ? (['zh-CN', 'en'] as const) : (['en'] as const)) {
  test(`no template scrolls sideways at any width from ${NARROWEST} to ${WIDEST} (${locale})`, async ({ page }) => {
    test.setTimeout(soak ? 600_000 : 120_000);
    const faults: string[] = [];
    for (const address of onePerTemplate(locale)) {
      await openInFrame(page, address);
      const wide = await page.evaluate((all) => {
        const frame = document.querySelector('iframe') as HTMLIFrameElement;
        const root = frame.contentDocument?.documentElement as HTMLElement;
        return all.filter((width) => {
          frame.style.width = `${width}px`;
          return root.scrollWidth > root.clientWidth;
        });
      }, widths);
      if (wide.length > 0)
        faults.push(`${address} at ${wide[0]}${wide.length > 1 ? ` and ${wide.length - 1} more widths` : ''}`);
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
