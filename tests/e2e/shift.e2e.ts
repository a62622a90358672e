import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { allPages, shareOf } from './site-map.ts';

const PARTS = 2;
const reading = () => allPages().filter((address) => /^\/(en\/)?(handbook|emergency)\//.test(address));

interface Arrival {
  readonly shift: number;
  readonly blocking: readonly string[];
  readonly requests: readonly string[];
}

/** What came and what moved until the page stood still. */
async function arrive(page: Page, address: string): Promise<Arrival> {
  await page.goto(address);
  return page.evaluate(async () => {
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
    // Two frames after load: the first draws, the second would show what it moved.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
      renderBlockingStatus: string;
    })[];
    return {
      shift: shifts.reduce((sum, value) => sum + value, 0),
      blocking: resources.filter((entry) => entry.renderBlockingStatus === 'blocking').map(({ name }) => name),
      requests: resources.map(({ name }) => name),
    };
  });
}

for (let part = 0; part < PARTS; part++) {
  test(`a page for reading moves nothing, waits for nothing and asks no other host (${part + 1} of ${PARTS})`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 390, height: 844 });
    const faults: string[] = [];
    for (const address of shareOf(reading(), part, PARTS)) {
      const { shift, blocking, requests } = await arrive(page, address);
      if (shift > 0) faults.push(`${address} shifts by ${shift}`);
      faults.push(...blocking.map((url) => `${address} waits for ${url}`));
      faults.push(...requests.filter((url) => !url.startsWith(`${baseURL}/`)).map((url) => `${address} asks ${url}`));
    }
    expect(faults).toEqual([]);
  });
}

test('a page for reading opened at one of its places moves nothing either', async ({ page }) => {
  await page.goto('/handbook/complex/early-involvement/planning-design/');
  const anchor = await page.locator('main h2[id]').last().getAttribute('id');
  const { shift } = await arrive(page, `/handbook/complex/early-involvement/planning-design/?again#${anchor}`);
  expect(shift).toBe(0);
});
