import type { Page } from '@playwright/test';
import { readProjectFile } from '../../src/interchange/project-file.ts';
import {
  ADDRESS,
  addPhoto,
  answer,
  choose,
  details,
  exportProject,
  note,
  open,
  ready,
  saved,
  status,
} from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

/** Keeps hold of the page's own connections to the database. */
async function holdConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const begin = IDBFactory.prototype.open;
    const connections: IDBDatabase[] = [];
    Object.assign(window, { connections });
    IDBFactory.prototype.open = function (name, version) {
      const request = begin.call(this, name, version);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
  });
}

/** Ways in which a page loses its connection while it is at work, each leaving the database as it is. */
const LOSSES: Readonly<Record<string, () => void>> = {
  'is closed, and the page is told': () => {
    for (const connection of (window as unknown as { connections: IDBDatabase[] }).connections) {
      connection.close();
      connection.dispatchEvent(new Event('close'));
    }
  },
  'is closed without a word': () => {
    for (const connection of (window as unknown as { connections: IDBDatabase[] }).connections) connection.close();
  },
  'gives way to another tab that wants the database': () => {
    for (const connection of (window as unknown as { connections: IDBDatabase[] }).connections) {
      connection.dispatchEvent(new IDBVersionChangeEvent('versionchange', { oldVersion: 1, newVersion: null }));
    }
  },
};

for (const [how, lose] of Object.entries(LOSSES)) {
  test(`a connection that ${how} is opened again: ticks, notes, photos go on being stored`, async ({ page }) => {
    await holdConnections(page);
    await open(page);
    await choose(page, '1.1', '问题');
    await saved(page);
    await page.evaluate(lose);
    await choose(page, '1.2', '完成');
    await saved(page);
    await page.evaluate(lose);
    await addPhoto(page, '1.1');
    await saved(page);
    await page.evaluate(lose);
    const field = await note(page, '1.1');
    await field.fill('连接断过以后写的');
    await field.blur();
    await saved(page);
    // Once for each loss, and for the first time.
    const opened = () => page.evaluate(() => (window as unknown as { connections: unknown[] }).connections.length);
    expect(await opened()).toBeGreaterThanOrEqual(4);
    await page.reload();
    await ready(page);
    await expect(answer(page, '1.1', '问题')).toBeChecked();
    await expect(answer(page, '1.2', '完成')).toBeChecked();
    await expect(await note(page, '1.1')).toHaveValue('连接断过以后写的');
    await expect((await details(page, '1.1')).getByRole('img')).toHaveCount(1);
  });
}

test('a browser that throws the storage away under an open page: what the page holds is stored anew', async ({
  page,
}) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
  await choose(page, '1.2', '完成');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(answer(page, '1.2', '完成')).toBeChecked();
});

/** Makes pages that are opened from now on those of a later program, whose database has another version. */
async function becomeNewer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const begin = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name) {
      const request = begin.call(this, name, 2);
      // The stores of this program are there already; a later one would add its own.
      Object.defineProperty(request, 'onupgradeneeded', { value: null, writable: true });
      return request;
    };
  });
}

/** A later program takes the database over, in a tab that shows no project. */
async function takeOver(page: Page): Promise<void> {
  await page.goto('/search/');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('zongguan', 2);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );
}

test('a tab of an older version is asked to reload, never says "saved" any more, and loses nothing', async ({
  page,
  context,
}) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await takeOver(await context.newPage());
  await expect(page.getByRole('alert')).toContainText('更新的版本');
  await choose(page, '1.2', '问题');
  const field = await note(page, '1.2');
  await field.fill('旧版页面里写的');
  await field.blur();
  await expect(status(page)).toContainText('没有保存成功');
  const read = readProjectFile(Uint8Array.from((await exportProject(page)).bytes));
  expect(read.ok && read.records.some(({ value }) => value === '旧版页面里写的')).toBe(true);
  await becomeNewer(page);
  await page.getByRole('button', { name: '刷新' }).click();
  await page.waitForURL(ADDRESS);
  await saved(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(answer(page, '1.2', '问题')).toBeChecked();
  await expect(await note(page, '1.2')).toHaveValue('旧版页面里写的');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a tab of an older version hands what is written there to the newer one that has the project open', async ({
  page,
  context,
}) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const newer = await context.newPage();
  await becomeNewer(newer);
  await open(newer);
  await expect(answer(newer, '1.1', '完成')).toBeChecked();
  await expect(page.getByRole('alert')).toContainText('更新的版本');
  await choose(page, '1.2', '问题');
  await expect(answer(newer, '1.2', '问题')).toBeChecked();
  await saved(newer);
  await newer.reload();
  await ready(newer);
  await expect(answer(newer, '1.2', '问题')).toBeChecked();
});
