import { defineConfig, devices } from '@playwright/test';
import { BROWSER_ARGS } from '../src/build/browser-args.ts';

/** Browser tests on the built site. Chromium is found by `src/build/find-browser.ts`; run them with `npm run check -- --only=browser`. */
const port = Number(process.env.E2E_PORT ?? 4706);
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../.tmp/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // Two workers and a page at work share two cores: what takes a moment may take a while.
  expect: { timeout: 10_000 },
  reporter: [['dot'], ['json', { outputFile: '../.tmp/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // Pages come from the server that a test means, not from a worker: `offline.e2e.ts` allows it for itself.
    serviceWorkers: 'block',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [...BROWSER_ARGS],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], channel: undefined } }],
  webServer: {
    command: `node src/hosting/serve.mjs --port ${port}`,
    cwd: new URL('..', import.meta.url).pathname,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
