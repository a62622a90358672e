import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS } from '../../src/build/browser-args.ts';
import {
  ADDRESS,
  addPhoto,
  answer,
  choose,
  details,
  item,
  note,
  ready,
  SAVED,
  saved,
  status,
} from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

const KILLS = process.env.SOAK === '1' ? 200 : 10;
const NUMBERS = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'];
/** Two browsers at work and a machine that is busy: what takes a moment may take a while. Nothing here is about speed. */
const patiently = expect.configure({ timeout: 90_000 });

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

/** Starts a browser of our own on a profile, so that the whole of it can be killed like a phone whose battery is pulled. */
async function start(profile: string, executable: string): Promise<Running> {
  const portFile = join(profile, 'DevToolsActivePort');
  // What a killed browser leaves: its port, and a lock with the number of its process, which may be another one's by now.
  for (const left of [portFile, join(profile, 'SingletonLock')]) rmSync(left, { force: true });
  const child = spawn(
    executable,
    [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-gpu',
      ...BROWSER_ARGS,
      'about:blank',
    ],
    { stdio: 'ignore', detached: process.platform !== 'win32' },
  );
  await patiently
    .poll(
      () => {
        if (child.exitCode !== null) throw new Error(`the browser has ended by itself with ${child.exitCode}`);
        return existsSync(portFile) && readFileSync(portFile, 'utf8').split('\n').length > 1;
      },
      { intervals: [20] },
    )
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

/** What the page shows of an item: if a record or a picture of it is gone, this is another. */
interface Shown {
  readonly status: '完成' | '问题';
  readonly history: readonly string[];
  readonly note: string;
  readonly photos: number;
}

/** What a reader does to an item, one thing a round; each ends when it is on the page, saved or not. */
const ACTS: readonly ((page: Page, number: string, round: number) => Promise<void>)[] = [
  (page, number) => choose(page, number, '完成'),
  async (page, number, round) => {
    await choose(page, number, '问题');
    await item(page, number).locator('.severity').getByRole('radio', { name: 'B' }).check();
    const owner = item(page, number).getByLabel('责任人或岗位');
    await owner.fill(`总包 ${round}`);
    await owner.blur();
  },
  (page, number, round) => addPhoto(page, number, round, 600),
  async (page, number, round) => {
    const field = await note(page, number);
    await field.fill(`第 ${round} 次写的`);
    await field.blur();
  },
  async (page, number, round) => {
    const steps = item(page, number).locator('.steps');
    await steps.locator('.acts button').first().click();
    await steps.getByRole('form').getByRole('textbox').first().fill(`第 ${round} 次整改`);
    await steps.getByRole('form').getByRole('button').first().click();
  },
];

/** Waits in the page itself for "saved", so that nothing but one answer lies between the word and the kill. */
function shownWhenSaved(page: Page, number: string): Promise<Shown> {
  return item(page, number).evaluate(
    (row, word) =>
      new Promise<Shown>((resolve) => {
        const look = (): void => {
          if (!document.querySelector('.saved')?.textContent?.includes(word)) {
            setTimeout(look, 1);
            return;
          }
          resolve({
            status: row.getAttribute('data-status') === 'done' ? '完成' : '问题',
            history: [...row.querySelectorAll('.history li')].map(({ textContent }) => textContent ?? ''),
            note: row.querySelector<HTMLTextAreaElement>('.details textarea')?.value ?? '',
            photos: row.querySelectorAll('.details .photos li').length,
          });
        };
        look();
      }),
    SAVED,
  );
}

async function expectShown(page: Page, number: string, shown: Shown): Promise<void> {
  await patiently(answer(page, number, shown.status)).toBeChecked();
  const all = await details(page, number);
  await patiently(all.locator('.history li')).toHaveText([...shown.history]);
  await patiently(all.getByLabel('记录', { exact: true })).toHaveValue(shown.note);
  const pictures = all.locator('.photos img');
  await patiently(pictures).toHaveCount(shown.photos);
  const widths = await pictures.evaluateAll((images) =>
    Promise.all(images.map((image) => (image as HTMLImageElement).decode().then(() => image.clientWidth > 0))),
  );
  expect(widths).toEqual(widths.map(() => true));
}

test(`after "saved" a browser may be killed at once: ${KILLS} times, every answer, problem and photo is there`, async ({
  baseURL,
}) => {
  test.setTimeout(KILLS * 60_000 + 60_000);
  const executable = test.info().project.use.launchOptions?.executablePath ?? chromium.executablePath();
  const profile = mkdtempSync(join(tmpdir(), 'zongguan-kill-'));
  const expected = new Map<string, Shown>();
  try {
    for (let round = 0; round <= KILLS; round++) {
      const running = await start(profile, executable);
      const { page } = running;
      try {
        await page.goto(baseURL + ADDRESS);
        await patiently(status(page)).toHaveAttribute('data-state', 'saved');
        for (const [number, shown] of expected) await expectShown(page, number, shown);
        if (round === KILLS) break;
        const number = NUMBERS[Math.floor(round / ACTS.length) % NUMBERS.length] ?? '';
        await details(page, number);
        await ACTS[round % ACTS.length]?.(page, number, round);
        expected.set(number, await shownWhenSaved(page, number));
      } finally {
        await kill(running);
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  expect([...expected.values()].some(({ photos }) => photos > 0)).toBe(true);
});

test('a page whose process crashes right after "saved" comes back with every answer', async ({ page, context }) => {
  await page.goto(ADDRESS);
  await ready(page);
  const numbers = process.env.SOAK === '1' ? NUMBERS : NUMBERS.slice(0, 4);
  for (const [i, number] of numbers.entries()) {
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
  for (const number of numbers) await expect(answer(last, number, '完成')).toBeChecked();
});
