import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { readProjectFile } from '../../src/interchange/project-file.ts';
import {
  ADDRESS,
  addPhoto,
  answer,
  choose,
  chooseFile,
  download,
  exportProject,
  listenToStatus,
  note,
  open,
  readDatabase,
  SAVED,
  saved,
  status,
  storeProject,
} from './checklist-page.ts';
import { expect, test } from './fixtures.ts';

/** Ways in which a browser keeps a site from storing. */
const REFUSALS: Readonly<Record<string, () => void>> = {
  'throws at once': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  },
  'is not there': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  'answers with an error': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget() as unknown as IDBOpenDBRequest & { error: DOMException };
      Object.defineProperty(request, 'error', { value: new DOMException('denied', 'UnknownError') });
      queueMicrotask(() => request.onerror?.(new Event('error')));
      return request;
    };
  },
};

async function expectRefusalTold(page: Page, said: () => Promise<string[]>): Promise<void> {
  await expect(status(page)).toContainText('只在这一页里，关掉就没有了');
  await choose(page, '1.1', '完成');
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(status(page)).toContainText('离开前请导出项目文件');
  const read = readProjectFile(Uint8Array.from((await exportProject(page)).bytes));
  expect(read.ok && read.records.some(({ field, value }) => field === 'status' && value === 'done')).toBe(true);
  expect((await said()).filter((text) => text.includes(SAVED))).toEqual([]);
}

for (const [how, refuse] of Object.entries(REFUSALS)) {
  test(`a storage that ${how}: told in words, export works, never "saved"`, async ({ page }) => {
    await page.addInitScript(refuse);
    const said = await listenToStatus(page);
    await open(page);
    await expect(status(page)).toContainText('浏览器不让这个网站存数据');
    await expectRefusalTold(page, said);
  });
}

test('the first tick of a device is said to be saved once: when the tick itself is', async ({ page }) => {
  const said = await listenToStatus(page);
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  const untilThen = (await said()).filter((text) => text.includes(SAVED));
  await page.reload();
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  expect(untilThen).toHaveLength(1);
});

test('a storage that never answers: told in words, export works, never "saved"', async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as unknown as IDBOpenDBRequest;
  });
  const said = await listenToStatus(page);
  await page.goto(ADDRESS);
  await expect(page.locator('.saved')).toContainText('正在读取本机的记录');
  await page.clock.fastForward(6000);
  await expectRefusalTold(page, said);
});

test('a storage that opens late takes over by itself, with what is in it and what was written meanwhile', async ({
  page,
}) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.clock.install();
  await page.addInitScript(() => {
    const begin = IDBFactory.prototype.open;
    let isHeld = true;
    const held: (() => void)[] = [];
    Object.assign(window, {
      letGo: () => {
        isHeld = false;
        for (const go of held) go();
      },
    });
    IDBFactory.prototype.open = function (name, version) {
      const request = begin.call(this, name, version);
      if (!isHeld) return request;
      // The answer is there; the page hears of it when the test says so.
      let heard: ((event: Event) => unknown) | null = null;
      Object.defineProperty(request, 'onsuccess', { set: (hear) => (heard = hear) });
      request.addEventListener('success', (event) => held.push(() => heard?.(event)));
      return request;
    };
  });
  const said = await listenToStatus(page);
  await page.goto(ADDRESS);
  await expect(page.locator('.saved')).toContainText('正在读取本机的记录');
  await page.clock.fastForward(6000);
  await expect(status(page)).toContainText('只在这一页里');
  expect((await said()).filter((text) => text.includes(SAVED))).toEqual([]);
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await saved(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
});

test('a backup says in words what it could not read: a storage that is shut, a damaged photo', async ({
  page,
  newDevice,
}) => {
  const shut = await newDevice();
  await shut.addInitScript(REFUSALS['throws at once'] ?? '');
  await shut.goto('/storage/');
  await shut.getByRole('button', { name: '全部备份成一个文件' }).click();
  await expect(shut.getByText('没有可以备份的项目，没有写文件。')).toContainText('本机的存储打不开');

  await open(page);
  await choose(page, '1.1', '问题');
  for (const seed of [1, 2]) await addPhoto(page, '1.1', seed);
  await saved(page);
  await page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('zongguan'));
    const photos = database.transaction('photos', 'readwrite').objectStore('photos');
    const [first] = (await settle(photos.getAll())) as { bytes: Uint8Array }[];
    first?.bytes.fill(7, 100, 200);
    await settle(photos.put(first));
    database.close();
  });
  // The project file, too, leaves without the one picture and says so.
  await page.reload();
  await saved(page);
  const sent = await exportProject(page);
  await expect(page.locator('.out [role="status"]')).toContainText('有 1 张照片读不出来，不在文件里');
  const reader = await newDevice();
  await open(reader);
  await chooseFile(reader, sent.bytes);
  await expect(reader.locator('.preview')).toContainText('照片 1 张');
  await page.goto('/storage/');
  const backup = await download(page, () => page.getByRole('button', { name: '全部备份成一个文件' }).click());
  await expect(page.getByText(/^已生成/)).toContainText('有 1 张照片读不出来，不在备份里');
  const other = await newDevice();
  await other.goto('/storage/');
  await expect(other.getByText('从备份恢复', { exact: true })).toBeEnabled();
  await other
    .getByLabel('从备份恢复')
    .setInputFiles({ name: backup.name, mimeType: 'application/octet-stream', buffer: backup.bytes });
  await expect(other.locator('.preview')).toContainText('1 张照片');
});

test('a full device: told in words, export works, never "saved"; with room again it saves all', async ({ page }) => {
  const said = await listenToStatus(page);
  await page.goto('/search/');
  const session = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await open(page);
  await choose(page, '1.1', '完成');
  await expect(status(page)).toContainText('没有保存成功：设备空间不足');
  await choose(page, '1.2', '问题');
  await (await note(page, '1.2')).fill('没有空间时写的');
  await (await note(page, '1.2')).blur();
  await expect(status(page)).toContainText('没有保存成功：设备空间不足');
  const read = readProjectFile(Uint8Array.from((await exportProject(page)).bytes));
  expect(read.ok && read.records.some(({ value }) => value === '没有空间时写的')).toBe(true);
  expect((await said()).filter((text) => text.includes(SAVED))).toEqual([]);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: '再存一次' }).click();
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(answer(page, '1.2', '问题')).toBeChecked();
  await expect(await note(page, '1.2')).toHaveValue('没有空间时写的');
});

test('a storage that fails in mid-session: told in words, kept in the page, saved when it works again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const transaction = begin.call(this, stores, mode, options);
      // After every request has succeeded, as a failing disk has it.
      if (mode === 'readwrite' && 'failing' in window) setTimeout(() => transaction.abort());
      return transaction;
    };
  });
  const said = await listenToStatus(page);
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.evaluate(() => {
    // Aborting needs the transaction to be alive: keep it so until the abort.
    Object.assign(window, { failing: true });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const transaction = begin.call(this, stores, mode, options);
      if (mode !== 'readwrite' || !('failing' in window)) return transaction;
      const first = typeof stores === 'string' ? stores : ([...stores][0] ?? '');
      const keepBusy = (): void => {
        try {
          transaction.objectStore(first).count().onsuccess = keepBusy;
        } catch {
          // Aborted: that is what was waited for.
        }
      };
      keepBusy();
      return transaction;
    };
  });
  await choose(page, '1.2', '完成');
  await expect(status(page)).toContainText('没有保存成功');
  await expect(status(page)).toContainText('现在就导出项目文件');
  const saidBefore = (await said()).length;
  await choose(page, '1.3', '完成');
  await expect(answer(page, '1.3', '完成')).toBeChecked();
  const read = readProjectFile(Uint8Array.from((await exportProject(page)).bytes));
  expect(read.ok && read.records.filter(({ value }) => value === 'done')).toHaveLength(3);
  await expect(status(page)).toContainText('没有保存成功');
  expect((await said()).slice(saidBefore).filter((text) => text.includes(SAVED))).toEqual([]);

  await page.evaluate(() => {
    delete (window as { failing?: boolean }).failing;
  });
  await page.getByRole('button', { name: '再存一次' }).click();
  await saved(page);
  await page.reload();
  await saved(page);
  for (const number of ['1.1', '1.2', '1.3']) await expect(answer(page, number, '完成')).toBeChecked();
});

test('a database that vanishes under an open page is written anew, whole', async ({ page }) => {
  await open(page);
  await choose(page, '1.1', '完成');
  await saved(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('zongguan');
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  await choose(page, '1.2', '完成');
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(answer(page, '1.1', '完成')).toBeChecked();
  await expect(answer(page, '1.2', '完成')).toBeChecked();
});

/** A document that a later version of the program may write. */
function laterForm(): { entry: { id: string; name: string; form: number; created: string }; updates: string[] } {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap('meta').set('form', 2);
    doc.getMap('records').set('abc-0', { of: 'a later form' });
  });
  return {
    entry: { id: 'pnewer0000000', name: '某项目', form: 2, created: '2028-01-01T00:00:00.000Z' },
    updates: [Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')],
  };
}

test('a project of a newer form is refused in words and left untouched', async ({ page }) => {
  const { entry, updates } = laterForm();
  await storeProject(page, entry, updates);
  const before = await readDatabase(page);
  await page.goto(ADDRESS);
  await expect(status(page)).toContainText('这个项目由更新版本的手册保存');
  await expect(status(page)).toContainText('这一版读不懂，也不会改动它');
  await expect(answer(page, '1.1', '完成')).toBeDisabled();
  await page.reload();
  await expect(status(page)).toContainText('这个项目由更新版本的手册保存');
  expect(await readDatabase(page)).toBe(before);
});

test('a project that cannot be read is said to be so and left untouched', async ({ page }) => {
  const { entry } = laterForm();
  await storeProject(page, { ...entry, id: 'pdamaged00000' }, [Buffer.from('not an update').toString('base64')]);
  const before = await readDatabase(page);
  await page.goto(ADDRESS);
  await expect(status(page)).toContainText('数据读不出来，已原样保留');
  await expect(answer(page, '1.1', '完成')).toBeDisabled();
  await page.reload();
  await expect(status(page)).toContainText('数据读不出来，已原样保留');
  expect(await readDatabase(page)).toBe(before);
});
