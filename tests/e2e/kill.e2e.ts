import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ADDRESS, answer, choose, ready, saved } from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

const KILLS = process.env.SOAK === '1' ? 200 : 10;
const NUMBERS = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'];

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

/** Starts a browser of our own on a profile, so that the whole of it can be killed like a phone whose battery is pulled. */
async function start(profile: string, executable: string): Promise<Running> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    executable,
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-gpu',
      ...root,
      'about:blank',
    ],
    { stdio: 'ignore', detached: process.platform !== 'win32' },
  );
  await expect
    .poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').split('\n').length > 1, { intervals: [20] })
    .toBe(true);
  const [port] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
  return { process: child, browser, page };
}

/** Kills the browser and every process that it started, at once and without a word to any of them. */
async function kill({ process: child, browser }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
  else child.kill('SIGKILL');
  await gone;
  await browser.close().catch(() => {});
}

test(`after "saved" a browser may be killed at once: ${KILLS} times, every answer is there`, async ({ baseURL }) => {
  test.setTimeout(KILLS * 15_000 + 60_000);
  const executable = test.info().project.use.launchOptions?.executablePath ?? chromium.executablePath();
  const profile = mkdtempSync(join(tmpdir(), 'zongguan-kill-'));
  const expected = new Map<string, '完成' | '问题'>();
  try {
    for (let round = 0; round <= KILLS; round++) {
      const running = await start(profile, executable);
      const { page } = running;
      try {
        await page.goto(baseURL + ADDRESS);
        await ready(page);
        for (const [number, status] of expected) await expect(answer(page, number, status)).toBeChecked();
        if (round === KILLS) break;
        const number = NUMBERS[round % NUMBERS.length] ?? '';
        const status = expected.get(number) === '完成' ? '问题' : '完成';
        await choose(page, number, status);
        await saved(page);
        expected.set(number, status);
      } finally {
        await kill(running);
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a page whose process crashes right after "saved" comes back with every answer', async ({ page, context }) => {
  await page.goto(ADDRESS);
  await ready(page);
  for (const [i, number] of NUMBERS.entries()) {
    const tab = i === 0 ? page : await context.newPage();
    if (i > 0) await tab.goto(ADDRESS);
    await ready(tab);
    await choose(tab, number, '完成');
    await saved(tab);
    const session = await context.newCDPSession(tab);
    const crashed = tab.waitForEvent('crash');
    // The answer to this never comes: the process that would give it is gone.
    session.send('Page.crash').catch(() => {});
    await crashed;
    await tab.close();
  }
  const last = await context.newPage();
  await last.goto(ADDRESS);
  await ready(last);
  for (const number of NUMBERS) await expect(answer(last, number, '完成')).toBeChecked();
});
