import { chromium } from '@playwright/test';
import { BROWSER_ARGS } from '../../src/build/browser-args.ts';
import type { Driver } from './driver.ts';

export async function startChromium(executablePath: string): Promise<Driver> {
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS] });
  // Said, because under Playwright's runner a context takes the options of the checks, which keep workers out.
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'allow' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    click: (css) => page.locator(css).first().click(),
    type: (css, text) => page.locator(css).first().fill(text),
    faults: () => faults,
    close: () => browser.close(),
  };
}
