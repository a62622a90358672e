import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { answerPath, PROJECT } from '../../../src/domain/checklist/item-path.ts';
import { openMemoryStorage } from '../../../src/state/memory.ts';
import { openProject } from '../../../src/state/open-project.ts';
import type { SaveStatus } from '../../../src/state/storage.ts';
import { createAir, createDisk, ENTRY, openTab } from './tab.ts';

const keys = answerPath('tendering', 'keys');
const meters = answerPath('tendering', 'meters');
const WHO = '王工';

/** Stores a document as some program wrote it. */
async function store(disk: ReturnType<typeof createDisk>, fill: (doc: Y.Doc) => void): Promise<void> {
  const doc = new Y.Doc();
  fill(doc);
  const update = Y.encodeStateAsUpdate(doc);
  await disk.appendUpdate(ENTRY, update, () => update);
  disk.appends = 0;
}

describe('an open project', () => {
  test('has every answer again after its tab was killed right after "saved"', async () => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    for (let i = 0; i < 20; i++) {
      tab.write(answerPath('tendering', `item-${i}`), 'status', 'done', WHO);
      await tab.settled();
      expect(tab.status()).toEqual({ state: 'saved' });
      const killed = await openTab({ storage: disk }); // The first tab is not closed: nothing runs on its way out.
      expect(killed.index.records()).toEqual(tab.index.records());
    }
  });

  test('says "saving" until the storage has confirmed, and never "saved" in between', async () => {
    const seen: SaveStatus['state'][] = [];
    const tab = await openTab({ storage: createDisk(), onChange: () => seen.push(tab.status().state) });
    tab.write(keys, 'status', 'done', WHO);
    expect(tab.status().state).toBe('saving');
    expect(tab.unsaved()).toBe(true);
    tab.write(keys, 'note', '已拍照', WHO);
    await tab.settled();
    expect(tab.unsaved()).toBe(false);
    expect(seen.indexOf('saved')).toBe(seen.length - 1);
  });

  test('whoever hears of an edit can take it back at once', async () => {
    const heard: boolean[] = [];
    const tab = await openTab({
      storage: createDisk(),
      onChange: (items) => {
        if (items.length > 0) heard.push(tab.canUndo());
      },
    });
    tab.write(keys, 'status', 'done', WHO);
    tab.write(keys, 'status', 'problem', WHO);
    expect(heard).toEqual([true, true]);
  });

  test('a full disk is said, nothing is lost, and a retry stores it all', async () => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    tab.write(keys, 'status', 'done', WHO);
    await tab.settled();
    disk.fail = 'quota';
    tab.write(meters, 'status', 'problem', WHO);
    await tab.settled();
    expect(tab.status()).toMatchObject({ state: 'failed', reason: 'quota' });
    expect(tab.unsaved()).toBe(true);
    expect(tab.index.value(meters, 'status')).toBe('problem');
    disk.fail = undefined;
    await tab.retry();
    expect(tab.status()).toEqual({ state: 'saved' });
    expect((await openTab({ storage: disk })).index.records()).toEqual(tab.index.records());
  });

  test('the write after a failure stores the failed one with it', async () => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    disk.fail = 'unknown';
    tab.write(keys, 'status', 'done', WHO);
    await tab.settled();
    disk.fail = undefined;
    tab.write(meters, 'status', 'done', WHO);
    await tab.settled();
    expect((await openTab({ storage: disk })).index.size).toBe(2);
  });

  test('a database that was cleared under an open tab gets the whole document', async () => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    tab.write(keys, 'status', 'done', WHO);
    await tab.settled();
    await disk.removeProject(ENTRY.id);
    tab.write(meters, 'status', 'done', WHO);
    await tab.settled();
    expect((await openTab({ storage: disk })).index.size).toBe(2);
    expect(await disk.listProjects()).toHaveLength(1);
  });

  test('compacts many updates without losing a record', async () => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    for (let i = 0; i < 450; i++) {
      tab.write(keys, 'note', `第 ${i} 次`, WHO);
      await tab.settled();
    }
    expect((await disk.readUpdates(ENTRY.id)).length).toBeLessThan(210);
    expect((await openTab({ storage: disk })).index.size).toBe(450);
  });

  test('refused storage is said as "memory", and once it can be had everything moves there, with what was there', async () => {
    const disk = createDisk();
    const earlier = await openTab({ storage: disk });
    earlier.write(meters, 'status', 'done', WHO);
    await earlier.settled();
    const tab = await openTab({ storage: openMemoryStorage(), memoryReason: 'timeout', reopen: async () => disk });
    tab.write(keys, 'status', 'done', WHO);
    await tab.settled();
    expect(tab.status()).toEqual({ state: 'memory', reason: 'timeout' });
    expect(tab.unsaved()).toBe(true);
    await tab.retry();
    expect(tab.status()).toEqual({ state: 'saved' });
    expect(tab.unsaved()).toBe(false);
    expect((await openTab({ storage: disk })).index.size).toBe(2);
    expect(tab.index.size).toBe(2);
  });

  test('writing the value that already holds writes nothing', async () => {
    const tab = await openTab({ storage: createDisk() });
    expect(tab.write(keys, 'status', null, WHO)).toBeUndefined();
    expect(tab.write(keys, 'status', 'done', WHO)).toBeDefined();
    expect(tab.write(keys, 'status', 'done', WHO)).toBeUndefined();
    expect(tab.index.size).toBe(1);
  });

  test('takes half a surrogate pair as the document can hold it', async () => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    tab.write(keys, 'note', 'a\ud800', '\udc00');
    await tab.settled();
    expect((await openTab({ storage: disk })).index.records()).toEqual(tab.index.records());
  });

  test('the list follows the name of the project', async () => {
    const disk = createDisk();
    const tab = await openTab({ storage: disk });
    tab.write(PROJECT, 'name', '新名', WHO);
    await tab.settled();
    expect(tab.entry().name).toBe('新名');
    expect((await disk.listProjects()).map(({ name }) => name)).toEqual(['新名']);
  });
});

describe('a document that this program cannot read', () => {
  test.each([
    ['newer-form', (doc: Y.Doc): void => void doc.getMap('meta').set('form', 2)],
    ['damaged', (doc: Y.Doc): void => void doc.getMap('meta').set('form', 'one')],
    ['damaged', (doc: Y.Doc): void => void doc.getMap('records').set('x', 1)],
  ] as const)('is refused as %s and not written to', async (reason, fill) => {
    const disk = createDisk();
    await store(disk, fill);
    const opened = await openProject({ storage: disk, entry: ENTRY, openChannel: () => undefined });
    expect(opened).toMatchObject({ ok: false, trouble: { reason } });
    expect(disk.appends).toBe(0);
  });

  test('bytes that are no document are refused as damaged', async () => {
    const disk = createDisk();
    await disk.appendUpdate(ENTRY, Uint8Array.of(1, 2, 3), () => Uint8Array.of(1, 2, 3));
    expect(await openProject({ storage: disk, entry: ENTRY })).toMatchObject({
      ok: false,
      trouble: { reason: 'damaged' },
    });
  });

  test('what is no record stays stored and is counted', async () => {
    const disk = createDisk();
    await store(disk, (doc) => {
      doc.getMap('meta').set('form', 1);
      doc.getMap('records').set('zzzz-0', { colour: 'red' });
    });
    const tab = await openTab({ storage: disk });
    tab.write(keys, 'status', 'done', WHO);
    await tab.settled();
    const again = await openTab({ storage: disk });
    expect(again.unreadable()).toBe(1);
    expect(again.index.size).toBe(1);
  });
});

describe('two tabs', () => {
  test('are in step both ways, also with what was written before they met, and each stores all of it', async () => {
    const air = createAir();
    const [diskA, diskB] = [createDisk(), createDisk()];
    const a = await openTab({ storage: diskA, openChannel: air.open });
    a.write(keys, 'status', 'done', WHO);
    const b = await openTab({ storage: diskB, openChannel: air.open });
    b.write(meters, 'status', 'problem', '李工');
    await air.settled();
    await Promise.all([a.settled(), b.settled()]);
    expect(a.index.records()).toEqual(b.index.records());
    expect(a.index.size).toBe(2);
    for (const disk of [diskA, diskB]) expect((await openTab({ storage: disk })).index.size).toBe(2);
  });

  test('catch up after one was frozen', async () => {
    const air = createAir();
    const disk = createDisk();
    let isFrozen = false;
    const a = await openTab({ storage: disk, openChannel: air.open });
    const b = await openTab({
      storage: disk,
      openChannel: (name) => {
        const channel = air.open(name);
        if (!channel) return undefined;
        const shell = { ...channel, onmessage: null as ((event: { data: unknown }) => void) | null };
        channel.onmessage = (event) => !isFrozen && shell.onmessage?.(event);
        return shell;
      },
    });
    isFrozen = true;
    a.write(keys, 'status', 'done', WHO);
    await air.settled();
    expect(b.index.size).toBe(0);
    isFrozen = false;
    await b.catchUp();
    await air.settled();
    expect(b.index.size).toBe(1);
  });

  test('catch up through the storage where there are no channels', async () => {
    const disk = createDisk();
    const [a, b] = [await openTab({ storage: disk }), await openTab({ storage: disk })];
    a.write(keys, 'status', 'done', WHO);
    await a.settled();
    await b.catchUp();
    expect(b.index.value(keys, 'status')).toBe('done');
  });

  test('answering the same item unseen gives a conflict in both, and a decision settles it in both', async () => {
    const air = createAir();
    const disk = createDisk();
    const [a, b] = [
      await openTab({ storage: disk, openChannel: air.open }),
      await openTab({ storage: disk, openChannel: air.open }),
    ];
    await air.settled();
    a.write(keys, 'status', 'done', WHO);
    b.write(keys, 'status', 'problem', '李工');
    await air.settled();
    for (const tab of [a, b]) expect(tab.index.conflicts()).toHaveLength(1);
    b.write(keys, 'status', 'problem', '李工');
    await air.settled();
    for (const tab of [a, b]) expect(tab.index.value(keys, 'status')).toBe('problem');
  });

  test('a tab of a newer form makes an older one stop writing, with what it has still readable', async () => {
    const air = createAir();
    const a = await openTab({ storage: createDisk(), openChannel: air.open });
    a.write(keys, 'status', 'done', WHO);
    air.open(`zongguan:${ENTRY.id}`)?.postMessage({ form: 2, kind: 'update', update: new Uint8Array() });
    await air.settled();
    expect(a.trouble()).toEqual({ reason: 'newer-form', detail: '2' });
    expect(a.write(keys, 'status', 'open', WHO)).toBeUndefined();
    expect(a.index.value(keys, 'status')).toBe('done');
  });
});
