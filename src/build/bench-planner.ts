import type { Browser, Page } from '@playwright/test';
import { writeLink } from '../domain/schedule/link-text.ts';
import { largePlan } from './bench-plan.ts';

export interface PlannerTimes {
  readonly slowdown: number;
  readonly rows: number;
  /** From Enter in a cell to the end of all work that it causes: storing, planning again, drawing. */
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
  const box = await page.locator('.plan-chart .grab').nth(2).boundingBox();
  const dragLate = await lateFrames(page, async () => {
    if (!box) return;
    const [x, y] = [Math.min(box.x + box.width / 2, WIDE.width - 200), box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 40; step++) await page.mouse.move(x + 3 * step, y);
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
  await context.close();
  return { slowdown, rows, ...edits, scrollLate, dragLate };
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
      // The record is written in a microtask or two, and what follows from it runs there.
      await new Promise<void>((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done();
        channel.port2.postMessage('');
      });
      const work = performance.now() - begun;
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
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
