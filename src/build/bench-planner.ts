import type { Browser, Page } from '@playwright/test';
import { writeLink } from '../domain/schedule/link-text.ts';
import { largePlan } from './bench-plan.ts';

export interface PlannerTimes {
  readonly slowdown: number;
  readonly rows: number;
  /** From Enter in a cell to the end of the work that the next frame waits for: handing to the store, planning again, drawing. */
  readonly editMs: number;
  /** To the next painted frame. */
  readonly editToPaintMs: number;
  /** Frames of a second of scrolling and of dragging that came later than 50 ms after the one before, of how many. */
  readonly scrollLate: string;
  readonly dragLate: string;
}

const EDITS = 15;
const WIDE = { width: 1366, height: 900 };

/** A plan of so many rows on the page: an edit that moves what is behind it, scrolling, and dragging a bar. */
export async function measurePlanner(
  from: Browser,
  origin: string,
  rows: number,
  slowdown: number,
): Promise<PlannerTimes> {
  const context = await from.newContext({ viewport: WIDE, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${origin}planner/`, { waitUntil: 'networkidle' });
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'large.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(tableOf(rows)),
    });
  await page.locator('.preview .button.primary').click();
  await page.locator('.plan-table input').first().waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const edits = await measureEdits(page);
  const scrollLate = await lateFrames(page, async () => {
    await page.evaluate(async () => {
      const scroller = document.querySelector('.plan-scroll');
      for (let frame = 0; frame < 60; frame++) {
        scroller?.scrollBy(0, 97);
        await new Promise(requestAnimationFrame);
      }
    });
  });
  await page.evaluate(() => document.querySelector('.plan-scroll')?.scrollTo(0, 0));
  await page.locator('.plan-table tr[aria-rowindex="2"]').waitFor();
  const dragLate = await lateFrames(page, await holdBar(page));
  await context.close();
  return { slowdown, rows, ...edits, scrollLate, dragLate };
}

/** Brings the first bar that can be dragged into the middle of the chart. @returns drags it to and fro, and gives it up. */
async function holdBar(page: Page): Promise<() => Promise<void>> {
  const at = await page.evaluate(() => {
    const scroller = document.querySelector('.plan-scroll');
    const bar = scroller?.querySelector('.grab:not([data-fixed])');
    if (!scroller || !bar) return undefined;
    const box = scroller.getBoundingClientRect();
    scroller.scrollLeft += bar.getBoundingClientRect().left - box.left - 0.8 * box.width;
    const { x, y, width, height } = bar.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  if (!at) throw new Error('No bar to drag');
  return async () => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    for (let step = 1; step <= 60; step++) {
      await page.mouse.move(at.x + 3 * Math.min(step, 60 - step), at.y);
      if (step === 30 && (await page.locator('.drag-day').count()) === 0) throw new Error('Nothing is dragged');
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
  };
}

/** The large plan of the engine's bench as a table that a reader would open. */
function tableOf(count: number): string {
  const { tasks } = largePlan(count, 'start');
  const numbers = new Map(tasks.map(({ id }, i) => [id, i + 1]));
  const lines = tasks.map((task, i) => {
    const links = task.after.map((link) => writeLink(numbers.get(link.from) ?? '', link)).join('; ');
    const length = task.kind === 'stage' ? '' : `${task.duration}${task.unit === 'workday' ? 'd' : 'cd'}`;
    return `${i + 1},${task.id},${task.parent === undefined ? 1 : 2},任务 ${i + 1},${length},${links}`;
  });
  return `序号,编号,层级,任务,工期,前置任务\n${lines.join('\n')}\n`;
}

async function measureEdits(page: Page): Promise<{ editMs: number; editToPaintMs: number }> {
  const runs = await page.evaluate(async (count) => {
    const found: { work: number; paint: number }[] = [];
    const field = document
      .querySelectorAll<HTMLInputElement>('.plan-table tbody tr:not(.gap)')[1]
      ?.querySelector<HTMLInputElement>('td .cell');
    if (!field) return found;
    for (let run = 0; run < count; run++) {
      field.focus();
      field.value = `${5 + (run % 2) * 4}d`;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const begun = performance.now();
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      const nextTask = () =>
        new Promise<void>((done) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done();
          channel.port2.postMessage('');
        });
      // The record is written in a microtask or two, and what follows from it runs there.
      await nextTask();
      const work = performance.now() - begun;
      // The first task behind a frame's callbacks comes when the frame is painted.
      await new Promise(requestAnimationFrame);
      await nextTask();
      found.push({ work, paint: performance.now() - begun });
      await new Promise((pause) => setTimeout(pause, 120));
    }
    return found;
  }, EDITS);
  const median = (values: number[]): number =>
    Math.round(10 * (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)) / 10;
  return { editMs: median(runs.map(({ work }) => work)), editToPaintMs: median(runs.map(({ paint }) => paint)) };
}

async function lateFrames(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let isOn = true;
    const note = (at: number): void => {
      frames.push(at);
      if (isOn) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(window, {
      stopFrames: () => {
        isOn = false;
        return frames;
      },
    });
  });
  await act();
  const frames = await page.evaluate(() => (window as unknown as { stopFrames(): number[] }).stopFrames());
  const late = frames.filter((at, i) => i > 0 && at - (frames[i - 1] ?? at) > 50).length;
  return `${late} of ${frames.length}`;
}
