import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

interface Options {
  /** Console errors that a test provokes on purpose. Nothing else may be said there. */
  expectedErrors: RegExp | undefined;
}

interface Fixtures {
  watched: undefined;
  /** Another reader on another device: a profile of its own, watched like the first. */
  newDevice: () => Promise<Page>;
}

/** Notes everything that must not happen in a context: console errors, exceptions, reports of the policy, requests to other hosts. */
export function watch(context: BrowserContext, host: string, expected: RegExp | undefined): readonly string[] {
  const faults: string[] = [];
  const note = (fault: string): void => {
    if (!expected?.test(fault)) faults.push(fault);
  };
  context.on('console', (message) => {
    // Chromium says "Refused to …" on the console for each violation of the policy.
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`exception: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.host !== host && !['data:', 'blob:'].includes(url.protocol)) note(`request: ${request.url()}`);
  });
  return faults;
}

export const test = base.extend<Options & Fixtures>({
  expectedErrors: [undefined, { option: true }],
  watched: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const faults = watch(context, new URL(baseURL ?? '').host, expectedErrors);
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  newDevice: async ({ browser, baseURL, locale, timezoneId, expectedErrors }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: (readonly string[])[] = [];
    await use(async () => {
      const context = await browser.newContext({
        serviceWorkers: 'block',
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
      });
      contexts.push(context);
      faults.push(watch(context, new URL(baseURL ?? '').host, expectedErrors));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(faults.flat()).toEqual([]);
  },
});

export { expect };

/** Presses Tab until the target has the focus, as a reader without a mouse would. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>, most = 200): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} was not reached in ${most} steps of Tab`);
}
