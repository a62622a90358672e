import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { findOtherBrowsers } from '../../src/build/find-other-browsers.ts';
import { serve } from '../../src/hosting/serve.mjs';
import { startChromium } from '../smoke/chromium.ts';
import type { Driver } from '../smoke/driver.ts';
import { startFirefox } from '../smoke/firefox.ts';
import { JOURNEYS } from '../smoke/journeys.ts';
import { startWebKit } from '../smoke/webkit.ts';

/** The same journeys in every engine that is installed; `npm run check` names those that are not. */
const { firefox, webkit } = findOtherBrowsers();
const ENGINES: Readonly<Record<string, () => Promise<Driver>>> = {
  chromium: () => startChromium(process.env.CHROMIUM ?? '/usr/bin/chromium'),
  ...(firefox ? { firefox: () => startFirefox(firefox) } : {}),
  ...(webkit ? { webkit: () => startWebKit(webkit) } : {}),
};

for (const [engine, start] of Object.entries(ENGINES)) {
  test.describe(engine, () => {
    test.describe.configure({ mode: 'serial', timeout: 240_000 });
    let driver: Driver;
    let server: Server;
    let origin = '';
    test.beforeAll(async () => {
      server = await serve({ dir: 'dist', port: 0 });
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      driver = await start();
    });
    test.afterAll(async () => {
      await driver?.close();
      server?.close();
    });
    const stopServer = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });

    for (const [name, journey] of Object.entries(JOURNEYS)) {
      test(name, async () => {
        await journey({ driver, origin, stopServer });
        expect(driver.faults()).toEqual([]);
      });
    }
  });
}
