import type { Locator, Page } from '@playwright/test';
import { storeProject as store } from '../../src/build/store-project.ts';
import { expect } from './fixtures.ts';

/** The checklist that the tests work through, and what it is called. */
export const LIST = 'tendering';
export const ADDRESS = `/checklists/${LIST}/`;
export const ENGLISH = `/en${ADDRESS}`;
export const SAVED = '已保存在本机';

/** One of the list's items by its number, `2.3`. */
export const item = (page: Page, number: string): Locator =>
  page
    .locator('.tool .item')
    .filter({ has: page.locator('.no', { hasText: new RegExp(`^${number.replace('.', '\\.')}$`) }) });

export const answer = (
  page: Page,
  number: string,
  status: '未查' | '完成' | '问题' | '不适用' | 'Open' | 'Done' | 'Problem' | 'N/A',
) => item(page, number).locator('.seg').first().getByRole('radio', { name: status });

export async function choose(page: Page, number: string, status: Parameters<typeof answer>[2]): Promise<void> {
  await answer(page, number, status).check();
}

export const status = (page: Page): Locator => page.locator('.saved');

/** Opens a checklist and waits until the tool is at work. */
export async function open(page: Page, address = ADDRESS): Promise<void> {
  await page.goto(address);
  await ready(page);
}

/** The tool says what is stored only when it has read it. */
export async function ready(page: Page): Promise<void> {
  await expect(status(page)).not.toHaveAttribute('data-state', /not-saved|loading/);
}

export async function saved(page: Page): Promise<void> {
  await expect(status(page)).toContainText(SAVED);
}

export async function details(page: Page, number: string): Promise<Locator> {
  const all = item(page, number).locator('details.details');
  if ((await all.getAttribute('open')) === null) await all.locator('summary').click();
  return all;
}

export const note = async (page: Page, number: string): Promise<Locator> =>
  (await details(page, number)).getByLabel('记录', { exact: true });

/** A picture as a camera makes it, unlike any of another seed. */
const picture = (page: Page, seed: number, width: number) =>
  page.evaluate(
    ([first = 0, w = 0]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [w, (w * 2) / 3];
      const pen = canvas.getContext('2d');
      for (let i = 0; pen && i < 4000; i++) {
        pen.fillStyle = `hsl(${((i + first) * 47) % 360} 80% ${20 + (i % 60)}%)`;
        pen.fillRect((i * 97) % w, (i * 61) % canvas.height, 90, 70);
      }
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [seed, width],
  );

/** Chooses a photo for an item and waits until it is shown. One of the same seed is the same photo. */
export async function addPhoto(page: Page, number: string, seed = 0, width = 3000): Promise<void> {
  const buffer = Buffer.from(await picture(page, seed, width), 'base64');
  const all = await details(page, number);
  const shown = all.getByRole('img');
  const before = await shown.count();
  await all.getByLabel('选照片').setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer });
  await expect(shown).toHaveCount(before + 1);
  await expect(all.getByText(/^照片已保存/)).toBeVisible();
}

/** Notes every text the save line shows from now on, so that a false "saved" cannot pass unseen. */
export async function listenToStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const text = document.querySelector('.saved')?.textContent ?? '';
      if (said.at(-1) !== text) said.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

/** A button's download, whole. */
export async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const arriving = page.waitForEvent('download');
  await press();
  const file = await arriving;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

export async function exportProject(page: Page): ReturnType<typeof download> {
  const file = await download(page, () => page.getByRole('button', { name: '导出项目文件' }).click());
  // By then it is noted that the records are in a file.
  await expect(page.getByText(/^已导出/)).toBeVisible();
  return file;
}

export async function chooseFile(page: Page, bytes: Uint8Array, name = 'project.zgbook'): Promise<void> {
  await page
    .getByLabel('打开项目文件')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** Every row of the database, as text that can be compared. */
export function readDatabase(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('zongguan'));
    const rows: unknown[] = [];
    for (const name of database.objectStoreNames) {
      rows.push(name, await settle(database.transaction(name).objectStore(name).getAll()));
    }
    database.close();
    return JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? [...value].join() : value));
  });
}

/** Puts a project into the database as a version of the program left it, before the tool is opened. */
export async function storeProject(
  page: Page,
  ...[entry, updates]: [{ readonly id: string }, readonly string[]]
): Promise<void> {
  await page.goto('/search/');
  await store(page, { ...entry }, updates);
}
