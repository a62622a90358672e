import { stat } from 'node:fs/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import * as Y from 'yjs';
import { AnswerIndex } from '../domain/checklist/answer-index.ts';
import type { Change } from '../domain/checklist/change.ts';
import { answerPath, PROJECT } from '../domain/checklist/item-path.ts';
import { ownRunId, ownTemplate } from '../domain/checklist/own-items.ts';
import { photoField } from '../domain/checklist/photo.ts';
import { type AnswerRecord, recordId } from '../domain/checklist/record.ts';
import { startRunChanges } from '../domain/checklist/run.ts';
import { PHONE } from './bench-phone.ts';
import { makeDatabase, storeProject } from './store-project.ts';

/** How a project feels that has grown for years: thousands of answers, hundreds of photos. */
export interface ProjectTimes {
  readonly items: number;
  readonly photos: number;
  readonly slowdown: number;
  /** From the address to the overview with its numbers. */
  readonly overviewMs: number;
  /** From the press on an answer to the next painted frame, of fifteen presses. */
  readonly tickMs: number;
  readonly slowestTickMs: number;
  /** From the address of the checklist to its answers, which can be pressed. */
  readonly openMs: number;
  /** From opening the details of all items with photos to the last picture decoded. */
  readonly picturesMs?: number;
  /** From the press to the file of everything, and its size. */
  readonly backupMs?: number;
  readonly backupMB?: number;
  /** Script's memory after all that. */
  readonly heapMB: number;
}

const LIST = 'tendering';
const ITEMS_A_RUN = 50;
const TICKS = 15;
const ID = 'pbench0000000';
const NAME = '长大了的项目';
const AT = '2026-11-24T08:00:00.000Z';

/** A project of so many answered items in runs of fifty, and a checklist of the site that is about to be ticked. */
export async function measureProject(
  from: Browser,
  origin: string,
  items: number,
  photos: number,
  slowdown: number,
): Promise<ProjectTimes> {
  const context = await from.newContext(PHONE);
  const page = await context.newPage();
  let isCrashed = false;
  page.on('crash', () => {
    isCrashed = true;
  });
  await page.goto(`${origin}checklists/${LIST}/`);
  const ids = await page.locator('.tool .item').evaluateAll((rows) => rows.map(({ id }) => id));
  // A page without a tool: nothing but this writes to the database meanwhile.
  await page.goto(`${origin}search/`);
  const pictures = await storePhotos(page, photos);
  const update = Buffer.from(updateOf(recordsOf(items, ids, pictures))).toString('base64');
  await storeProject(page, { id: ID, name: NAME, form: 1, created: AT }, [update]);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const overviewMs = await timeTo(page, `${origin}projects/`, '#overview-title');
  const openMs = await timeTo(page, `${origin}checklists/${LIST}/`, '.saved[data-state="saved"]');
  const ticks = await timeTicks(page);
  const rest = photos > 0 ? await timePhotos(page, origin) : {};
  const heapMB = await heapOf(session);
  await context.close();
  if (isCrashed) throw new Error(`a project with ${items} items and ${photos} photos crashed its page`);
  return { items, photos, slowdown, overviewMs, openMs, ...ticks, ...rest, heapMB };
}

interface Picture {
  readonly hash: string;
  readonly length: number;
}

function recordsOf(items: number, ids: readonly string[], pictures: readonly Picture[]): readonly AnswerRecord[] {
  const records: AnswerRecord[] = [];
  const add = (changes: readonly Change[]): void => {
    for (const { item, field, value } of changes) {
      records.push({ id: recordId('bench', records.length), item, field, value, who: '王工', at: AT, replaces: [] });
    }
  };
  add([{ item: PROJECT, field: 'name', value: NAME }]);
  for (let run = 0; run * ITEMS_A_RUN < items; run++) {
    const rows = Array.from({ length: Math.min(ITEMS_A_RUN, items - run * ITEMS_A_RUN) }, (_, i) => ({
      label: `第 ${run + 1} 次检查第 ${i + 1} 项`,
    }));
    const template = ownTemplate(`检查 ${run + 1}`, rows);
    const id = ownRunId(`bench${run}`);
    add(startRunChanges(new AnswerIndex([]), id, template, `检查 ${run + 1}`));
    for (const [i, { id: item }] of template.items.entries()) {
      const path = answerPath(id, item);
      if (i % 10 !== 0) add([{ item: path, field: 'status', value: 'done' }]);
      else
        add([
          { item: path, field: 'status', value: 'problem' },
          { item: path, field: 'severity', value: 'B' },
          { item: path, field: 'owner', value: '总包' },
          { item: path, field: 'due', value: i % 20 === 0 ? '2026-01-05' : '2030-01-05' },
        ]);
    }
  }
  for (const [i, { hash, length }] of pictures.entries()) {
    const item = answerPath(LIST, ids[i % ids.length] ?? '');
    const value = { name: `${i}.jpg`, width: 1600, height: 1200, bytes: length, at: AT };
    add([{ item, field: photoField(hash), value }]);
  }
  return records;
}

/** Pictures as a phone's camera gives them after they were reduced: each about 350 kB, none like another. */
async function storePhotos(page: Page, count: number): Promise<readonly Picture[]> {
  await makeDatabase(page);
  return page.evaluate(
    async ([all, at]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('zongguan');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const stored: Picture[] = [];
      const canvas = new OffscreenCanvas(1600, 1200);
      const pen = canvas.getContext('2d');
      for (let n = 0; pen && n < all; n++) {
        for (let i = 0; i < 9000; i++) {
          pen.fillStyle = `hsl(${(i * 47 + n * 13) % 360} 70% ${20 + ((i * 7 + n) % 60)}%)`;
          pen.fillRect((i * 97 + n * 31) % 1600, (i * 61) % 1200, 6 + (i % 30), 4 + (i % 22));
        }
        const bytes = new Uint8Array(
          await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.4 })).arrayBuffer(),
        );
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        const writing = database.transaction('photos', 'readwrite');
        writing.objectStore('photos').put({ hash, bytes, added: at });
        await new Promise((done) => (writing.oncomplete = done));
        stored.push({ hash, length: bytes.length });
      }
      database.close();
      return stored;
    },
    [count, Date.parse(AT)] as const,
  );
}

/** One document that holds these records, as one update. */
function updateOf(records: readonly AnswerRecord[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap('meta').set('form', 1);
    const map = doc.getMap('records');
    for (const record of records) map.set(record.id, record);
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Milliseconds from the address to the frame after something has appeared. */
async function timeTo(page: Page, address: string, selector: string): Promise<number> {
  await page.goto(address);
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted)) setTimeout(() => resolve(Math.round(performance.now())));
          else requestAnimationFrame(look);
        };
        look();
      }),
    selector,
  );
}

async function timeTicks(page: Page): Promise<{ tickMs: number; slowestTickMs: number }> {
  const ticks = await page.evaluate(async (count) => {
    const found: number[] = [];
    const saved = (): boolean => document.querySelector<HTMLElement>('.saved')?.dataset.state === 'saved';
    for (let n = 0; n < count; n++) {
      const choice = n % 2 === 0 ? 'done' : 'open';
      const radio = document.querySelectorAll<HTMLInputElement>(`.item input[value="${choice}"]`)[
        Math.floor(n / 2) % 5
      ];
      const begun = performance.now();
      radio?.click();
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      found.push(performance.now() - begun);
      do await new Promise((pause) => setTimeout(pause, 150));
      while (!saved());
    }
    return found;
  }, TICKS);
  const sorted = ticks.toSorted((a, b) => a - b);
  return {
    tickMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    slowestTickMs: Math.round(sorted.at(-1) ?? 0),
  };
}

async function timePhotos(
  page: Page,
  origin: string,
): Promise<Pick<ProjectTimes, 'picturesMs' | 'backupMs' | 'backupMB'>> {
  const picturesMs = await page.evaluate(async () => {
    const begun = performance.now();
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.item details.details')) details.open = true;
    const settled = (): boolean =>
      document.querySelectorAll('.photos li').length > 0 && !document.querySelector('.photos li > .hint');
    do await new Promise((pause) => setTimeout(pause, 50));
    while (!settled());
    for (const image of document.querySelectorAll<HTMLImageElement>('.photos img')) {
      image.scrollIntoView();
      await image.decode();
    }
    return Math.round(performance.now() - begun);
  });
  await page.goto(`${origin}storage/`);
  const button = page.getByRole('button', { name: '全部备份成一个文件' });
  await button.isEnabled();
  const begun = performance.now();
  const downloading = page.waitForEvent('download', { timeout: 300_000 });
  await button.click();
  const { size } = await stat(await (await downloading).path());
  return { picturesMs, backupMs: Math.round(performance.now() - begun), backupMB: Math.round(size / 1e5) / 10 };
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return Math.round((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e5) / 10;
}
