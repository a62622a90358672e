import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { serve } from '../hosting/serve.mjs';
import { PHONE } from './bench-phone.ts';
import { measureEngine } from './bench-plan.ts';
import { measurePlanner } from './bench-planner.ts';
import { measureProject } from './bench-project.ts';
import { BROWSER_ARGS } from './browser-args.ts';
import { findBrowser } from './find-browser.ts';

/**
 * `npm run bench`: how the built site feels on a machine four times slower than this one. With it how the planning
 * engine grows, how the planner edits two thousand rows, and how projects of five thousand items and of two hundred
 * photos feel. Prints and writes `.tmp/bench.json`. Numbers only; what must hold stands in `tests/budgets.json` and
 * knows no clock.
 */
const SLOWDOWN = 4;
const RUNS = 5;
const PAGES = {
  home: '',
  handbook: 'handbook/complex/early-involvement/planning-design/',
  'handbook (en)': 'en/handbook/complex/early-involvement/planning-design/',
  emergency: 'emergency/fire/',
  checklist: 'checklists/developer-handover-inspection/',
  search: 'search/?q=%E6%B6%88%E9%98%B2',
} as const;
/** Typed letter by letter into the search box, on a processor as slow as SEARCH's goal of 10 ms names it. */
const QUERIES = {
  '': ['装修押金', '电梯里有人被困怎么办', '承接查验', '消防控制室', '950mm', '商户装修要交哪些图纸'],
  'en/': ['fit-out deposit', 'stuck in the lift', 'fire control room', 'which drawings must a tenant submit'],
} as const;
const KEY_SLOWDOWN = 6;
const CHECKLIST = 'checklists/tendering/';
const ESTIMATOR = 'estimators/collection-incentive/';
const ROWS = 500;

interface Arrival {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly longTasksMs: number;
  readonly requests: number;
  readonly bytes: number;
}

const server = await serve({ dir: 'dist', port: 0, host: '127.0.0.1', base: '/' });
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...BROWSER_ARGS],
});
try {
  const pages: Record<string, Arrival> = {};
  for (const [name, path] of Object.entries(PAGES)) pages[name] = await measureArrival(browser, path);
  const planner = [];
  for (const rows of [100, 2000])
    for (const slowdown of [1, SLOWDOWN]) planner.push(await measurePlanner(browser, origin, rows, slowdown));
  const projects = [];
  for (const [items, photos] of [
    [100, 0],
    [5000, 0],
    [100, 200],
  ] as const)
    projects.push(await measureProject(browser, origin, items, photos, SLOWDOWN));
  const result = {
    slowdown: SLOWDOWN,
    runs: RUNS,
    pages,
    tick: await measureTick(browser),
    searchKey: { slowdown: KEY_SLOWDOWN, ...(await measureKeys(browser)) },
    estimate: await measureEstimate(browser),
    engine: measureEngine(),
    planner,
    projects,
    offline: await measureColdOffline(),
  };
  for (const table of [
    pages,
    result.tick,
    result.searchKey,
    result.estimate,
    result.engine,
    result.planner,
    result.projects,
    result.offline,
  ])
    console.table(table);
  mkdirSync('.tmp', { recursive: true });
  writeFileSync('.tmp/bench.json', `${JSON.stringify(result, undefined, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}

/** A page of a reader who comes for the first time, on a slow processor. */
async function openSlowly(from: Browser, slowdown = SLOWDOWN): Promise<Page> {
  const context = await from.newContext(PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

async function measureArrival(from: Browser, path: string): Promise<Arrival> {
  const runs: Omit<Arrival, 'requests' | 'bytes'>[] = [];
  const fetched = new Set<string>();
  for (let run = 0; run < RUNS; run++) {
    const page = await openSlowly(from);
    page.on('response', (response) => fetched.add(new URL(response.url()).pathname));
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    runs.push(
      await page.evaluate(async () => {
        const entries = (type: string) =>
          new Promise<PerformanceEntryList>((resolve) => {
            const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
            observer.observe({ type, buffered: true });
            // A page without any entry of the kind gets no call.
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(observer.takeRecords())));
          });
        const [paints, largest, tasks] = await Promise.all(
          ['paint', 'largest-contentful-paint', 'longtask'].map(entries),
        );
        return {
          firstPaintMs: paints?.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? 0,
          largestPaintMs: largest?.at(-1)?.startTime ?? 0,
          longTasksMs: tasks?.reduce((sum, { duration }) => sum + duration, 0) ?? 0,
        };
      }),
    );
    await page.context().close();
  }
  return {
    firstPaintMs: median(runs.map((run) => run.firstPaintMs)),
    largestPaintMs: median(runs.map((run) => run.largestPaintMs)),
    longTasksMs: median(runs.map((run) => run.longTasksMs)),
    requests: fetched.size,
    bytes: [...fetched].reduce((sum, address) => sum + bytesOf(address), 0),
  };
}

/** From the press on an answer to the next painted frame, and, for the very first one of a device, to "saved". */
async function measureTick(from: Browser): Promise<{ nextPaintMs: number; firstSavedMs: number }> {
  const runs: { nextPaintMs: number; firstSavedMs: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await openSlowly(from);
    await page.goto(origin + CHECKLIST, { waitUntil: 'networkidle' });
    runs.push(
      await page.evaluate(async () => {
        const radio = document.querySelector<HTMLInputElement>('.item input[value="done"]');
        const started = performance.now();
        radio?.click();
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
        const nextPaintMs = performance.now() - started;
        await new Promise<void>((saved) => {
          const look = (): void => {
            if (document.querySelector('.saved')?.textContent?.includes('已保存在本机')) saved();
            else requestAnimationFrame(look);
          };
          look();
        });
        return { nextPaintMs, firstSavedMs: performance.now() - started };
      }),
    );
    await page.context().close();
  }
  return {
    nextPaintMs: median(runs.map((run) => run.nextPaintMs)),
    firstSavedMs: median(runs.map((run) => run.firstSavedMs)),
  };
}

/** What a key in the search box costs once everything is there: answering and drawing what is in sight, then style and layout of that. */
async function measureKeys(
  from: Browser,
): Promise<{ keys: number; medianMs: number; p90Ms: number; layoutMs: number }> {
  const runs: { answerMs: number; layoutMs: number }[] = [];
  for (const [path, queries] of Object.entries(QUERIES)) {
    const page = await openSlowly(from, KEY_SLOWDOWN);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const box = page.locator('.find input');
    await box.fill('-');
    await page.waitForSelector('.find .found[data-answered="-"]', { state: 'attached' });
    const keys = await page.evaluate(async (typed) => {
      const input = document.querySelector<HTMLInputElement>('.find input');
      const panel = document.querySelector<HTMLElement>('.find .found');
      if (!input || !panel) throw new Error('no search');
      const has = (what: 'drawn' | 'answered', query: string) =>
        new Promise<void>((done) => {
          const look = () => {
            if (panel.dataset[what] !== query) return;
            observer.disconnect();
            done();
          };
          const observer = new MutationObserver(look);
          observer.observe(panel, { attributes: true });
          look();
        });
      const measured: { answerMs: number; layoutMs: number }[] = [];
      for (const query of typed) {
        for (let end = 1; end <= query.length; end++) {
          const now = query.slice(0, end);
          // A space alone asks nothing new.
          if (now.endsWith(' ')) continue;
          const done = has('drawn', now);
          input.value = now;
          const started = performance.now();
          input.dispatchEvent(new InputEvent('input'));
          await done;
          const drawn = performance.now();
          panel.getBoundingClientRect();
          measured.push({ answerMs: drawn - started, layoutMs: performance.now() - drawn });
          await has('answered', now);
          await new Promise((next) => setTimeout(next, 30));
        }
      }
      return measured;
    }, queries);
    runs.push(...keys);
    await page.context().close();
  }
  const answers = runs.map(({ answerMs }) => answerMs).toSorted((a, b) => a - b);
  return {
    keys: runs.length,
    medianMs: median(answers),
    p90Ms: Math.round(answers[Math.floor(answers.length * 0.9)] ?? 0),
    layoutMs: median(runs.map(({ layoutMs }) => layoutMs)),
  };
}

interface Change {
  readonly handlingMs: number;
  readonly drawingMs: number;
  readonly shownMs: number;
}

/**
 * With 500 rows pasted: from a figure typed in one of them, and from a parameter of all, to the end of the frame that
 * shows the new result (`shownMs`). `handlingMs` is our part of it and `drawingMs` what the browser needs to lay it out
 * and paint it; between the two it waits for the screen.
 */
async function measureEstimate(from: Browser): Promise<Record<string, Change>> {
  const page = await openSlowly(from);
  await page.goto(origin + ESTIMATOR, { waitUntil: 'networkidle' });
  const months = ['2012-08', '2012-09', '2012-10', '2012-11', '2012-12'];
  const pasted = Array.from(
    { length: ROWS },
    (_, row) =>
      `${Math.floor(row / months.length) + 1}区\t${months[row % months.length]}\t100000\t9${row + 1000}\t1000\t900`,
  );
  await page.getByRole('button', { name: '从 Excel 粘贴' }).first().tap();
  await page.locator('.rows textarea').first().fill(pasted.join('\n'));
  await page.getByRole('button', { name: '换成这些行' }).tap();
  await page.getByText(`已换成 ${ROWS} 行`).waitFor();
  const mark = (label: string): Promise<void> =>
    page
      .getByRole('textbox', { name: label })
      .first()
      .evaluate((field: HTMLElement, name) => field.setAttribute('data-bench', name), label);
  const typed = async (label: string, text: string): Promise<Change> =>
    page.locator(`[data-bench="${label}"]`).evaluate(async (input: HTMLInputElement, next) => {
      const shown = (): string =>
        [...document.querySelectorAll('.headl, .figures')].map((part) => part.textContent).join();
      await new Promise((settled) => setTimeout(settled, 2000));
      const before = shown();
      const begun = performance.now();
      input.value = next;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const handlingMs = performance.now() - begun;
      if (shown() === before) throw new Error('The next frame does not show the result');
      const { port1, port2 } = new MessageChannel();
      // A message that is sent while a frame is made comes right after it.
      let drawing = 0;
      await new Promise((painted) => {
        port1.onmessage = painted;
        requestAnimationFrame(() => {
          drawing = performance.now();
          port2.postMessage(undefined);
        });
      });
      const end = performance.now();
      return { handlingMs, drawingMs: end - drawing, shownMs: end - begun };
    }, text);
  const cell = '第 1 行 当期实收';
  const parameter = '月度任务';
  await mark(cell);
  await mark(parameter);
  const measured: Record<string, Change> = {};
  for (const which of ['', ', all rows shown']) {
    if (which !== '')
      await page
        .getByRole('button', { name: `显示全部 ${ROWS} 行` })
        .first()
        .tap();
    const runs: [Change, Change][] = [];
    for (let run = 0; run < RUNS; run++)
      runs.push([
        await typed(cell, String(run % 2 === 0 ? 100_000 + run : 10)),
        await typed(parameter, String((which === '' ? 80 : 60) + run)),
      ]);
    for (const [place, what] of ['row', 'parameter'].entries())
      measured[what + which] = {
        handlingMs: median(runs.map((pair) => pair[place]?.handlingMs ?? 0)),
        drawingMs: median(runs.map((pair) => pair[place]?.drawingMs ?? 0)),
        shownMs: median(runs.map((pair) => pair[place]?.shownMs ?? 0)),
      };
  }
  await page.context().close();
  return measured;
}

interface ColdOpening {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  /** Loaded, and every tool of the page answers to the hand. */
  readonly usableMs: number;
}

/**
 * An icon is pressed where there is no network: the server is gone, the browser is a new process with the profile of
 * the first visit, so that page, worker and code are read from the disk. Counted from the navigation, which waits for
 * the worker to start; the page's thread is slowed, the worker's cannot be.
 */
async function measureColdOffline(): Promise<Record<string, ColdOpening>> {
  const ownServer = await serve({ dir: 'dist', port: 0, host: '127.0.0.1', base: '/' });
  const own = `http://127.0.0.1:${(ownServer.address() as AddressInfo).port}/`;
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  const open = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: findBrowser(),
      args: [...BROWSER_ARGS],
      ...PHONE,
    });
  const visit = await open();
  const first = await visit.newPage();
  await first.goto(`${own}offline/`);
  await first.waitForFunction(() => document.querySelector('#offline-state')?.textContent === '可离线使用');
  await visit.close();
  ownServer.closeAllConnections();
  await new Promise((closed) => ownServer.close(closed));
  const measured: Record<string, ColdOpening> = {};
  for (const path of ['', 'emergency/lift-entrapment/', 'checklists/tendering/', ESTIMATOR]) {
    const runs: ColdOpening[] = [];
    for (let run = 0; run < RUNS; run++) {
      const context = await open();
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
      await page.goto(own + path);
      runs.push(
        await page.evaluate(async () => {
          while (document.readyState !== 'complete' || document.querySelector('astro-island[ssr]'))
            await new Promise((next) => setTimeout(next, 5));
          const usableMs = performance.now();
          const entries = await new Promise<PerformanceEntryList>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries())).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            });
          });
          return {
            firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
            largestPaintMs: entries.at(-1)?.startTime ?? 0,
            usableMs,
          };
        }),
      );
      await context.close();
    }
    measured[`/${path}`] = {
      firstPaintMs: median(runs.map((run) => run.firstPaintMs)),
      largestPaintMs: median(runs.map((run) => run.largestPaintMs)),
      usableMs: median(runs.map((run) => run.usableMs)),
    };
  }
  rmSync(profile, { recursive: true, force: true });
  return measured;
}

function bytesOf(address: string): number {
  const file = join('dist', address.endsWith('/') ? `${address}index.html` : address);
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
