import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerPath, PROJECT } from '../../../src/domain/checklist/item-path.ts';
import type { Device } from '../../../src/state/device.ts';
import { openDevice } from '../../../src/state/open-device.ts';
import { isProjectId, type ProjectId, type Storage, StorageError } from '../../../src/state/storage.ts';
import { createAir, createDisk, picture } from './tab.ts';

const keys = answerPath('tendering', 'keys');
const tick = [{ item: keys, field: 'status', value: 'done' }];

function openOn(storage: Storage, air = createAir()): Device & { asked: () => number; changes: () => number } {
  let asked = 0;
  let changes = 0;
  const device = openDevice({
    nameOfFirst: '我的项目',
    onChange: () => changes++,
    openStorage: async () => storage,
    openChannel: air.open,
    askToPersist: async () => asked++ > -1,
  });
  return { ...device, asked: () => asked, changes: () => changes };
}
const ready = async (device: Device): Promise<void> => {
  while (!device.isReady()) await new Promise((resolve) => setTimeout(resolve));
};

describe('a device', () => {
  test('begins the first project with the first answer, even one given before storage was open, and asks to persist once', async () => {
    const disk = createDisk();
    const device = openOn(disk);
    expect(device.status()).toEqual({ state: 'loading' });
    await device.writeAll(tick);
    await device.writeAll([{ item: keys, field: 'note', value: '已拍照' }]);
    await device.project()?.settled();
    expect(device.current()?.name).toBe('我的项目');
    expect(device.project()?.index.value(PROJECT, 'name')).toBe('我的项目');
    expect(device.asked()).toBe(1);
    expect(device.status()).toEqual({ state: 'saved' });
    const again = openOn(disk);
    await ready(again);
    expect(again.current()?.id).toBe(device.current()?.id);
    expect(again.project()?.index.value(keys, 'status')).toBe('done');
  });

  test('undo takes back the answer, not the name that the project got by itself', async () => {
    const device = openOn(createDisk());
    await device.writeAll(tick);
    expect(device.project()?.undo('')).toBe(true);
    expect(device.project()?.canUndo()).toBe(false);
    expect(device.project()?.index.value(PROJECT, 'name')).toBe('我的项目');
  });

  test('a project that comes in a file is not called saved before all of it is stored', async () => {
    const giver = openOn(createDisk());
    await giver.writeAll([...tick, { item: keys, field: 'note', value: '已拍照' }]);
    const records = giver.project()?.index.records() ?? [];
    const told: { state: string; records: number }[] = [];
    const device: Device = openDevice({
      nameOfFirst: '我的项目',
      onChange: () => {
        if (device.current()) told.push({ state: device.status().state, records: device.project()?.index.size ?? 0 });
      },
      openStorage: async () => createDisk(),
      openChannel: () => undefined,
    });
    await ready(device);
    expect(await device.merge('p00000000000a' as ProjectId, '他们的项目', records)).toMatchObject({ ok: true });
    expect(told.some(({ state }) => state === 'saving')).toBe(true);
    expect(told.at(-1)).toEqual({ state: 'saved', records: records.length });
    expect(told.filter(({ state, records: there }) => state === 'saved' && there < records.length)).toEqual([]);
  });

  test('two tabs that both begin answer in one project', async () => {
    const disk = createDisk();
    const air = createAir();
    const [a, b] = [openOn(disk, air), openOn(disk, air)];
    await Promise.all([ready(a), ready(b)]);
    await Promise.all([a.writeAll(tick), b.writeAll([{ item: keys, field: 'note', value: '已拍照' }])]);
    await air.settled();
    expect(a.current()?.id).toBe(b.current()?.id);
    expect(a.project()?.index.records()).toEqual(b.project()?.index.records());
    expect(a.projects()).toHaveLength(1);
  });

  test('keeps projects apart; switching, renaming and removing do what they say, and the other tab sees the list', async () => {
    const disk = createDisk();
    const air = createAir();
    const [device, other] = [openOn(disk, air), openOn(disk, air)];
    await Promise.all([ready(device), ready(other)]);
    const first = await device.create('甲');
    await device.writeAll(tick);
    const second = await device.create('乙');
    expect(device.project()?.index.value(keys, 'status')).toBeUndefined();
    await device.switchTo(first.id);
    expect(device.project()?.index.value(keys, 'status')).toBe('done');
    await device.rename(second.id, '丙');
    expect(device.current()?.id).toBe(first.id);
    await air.settled();
    for (const tab of [device, other])
      expect(
        tab
          .projects()
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(['甲', '丙'].toSorted());
    await device.remove(first.id);
    expect(device.current()).toBeUndefined();
    expect(device.projects().map(({ id }) => id)).toEqual([second.id]);
  });

  test('works in memory where storage is refused, says so, and carries all over when a retry gets it', async () => {
    const disk = createDisk();
    let isRefused = true;
    const device = openDevice({
      nameOfFirst: '我的项目',
      onChange: () => {},
      openStorage: async () => {
        if (isRefused) throw new StorageError('refused', 'no');
        return disk;
      },
      openChannel: () => undefined,
    });
    await device.setWho(' 王工 ');
    await device.writeAll(tick);
    expect(device.status()).toEqual({ state: 'memory', reason: 'refused' });
    await device.retry();
    expect(device.status()).toEqual({ state: 'memory', reason: 'refused' });
    isRefused = false;
    await device.retry();
    expect(device.status()).toEqual({ state: 'saved' });
    const again = openOn(disk);
    await ready(again);
    expect(again.project()?.index.value(keys, 'status')).toBe('done');
    expect(again.who()).toBe('王工');
  });

  test('merging a file of an unknown project begins it, twice changes nothing, and the preview says so', async () => {
    const sender = openOn(createDisk());
    await sender.writeAll(tick);
    const records = sender.project()?.index.records() ?? [];
    const id = sender.current()?.id as ProjectId;
    const receiver = openOn(createDisk());
    await ready(receiver);
    expect((await receiver.preview(id, records)).added).toBe(records.length);
    expect(await receiver.merge(id, '我的项目', records)).toMatchObject({
      ok: true,
      report: { added: records.length },
    });
    await receiver.create('另一个');
    expect((await receiver.preview(id, records)).added).toBe(0);
    expect(await receiver.merge(id, '我的项目', records)).toMatchObject({ ok: true, report: { added: 0 } });
    expect(receiver.current()?.id).toBe(id);
    expect(receiver.project()?.index.records()).toEqual(records);
  });

  test('leaving a project that could not be stored loses nothing', async () => {
    const disk = createDisk();
    const device = openOn(disk);
    const first = await device.create('甲');
    disk.fail = 'quota';
    await device.writeAll(tick);
    await device.create('乙');
    expect(device.unsaved()).toBe(true);
    await device.switchTo(first.id);
    expect(device.project()?.index.value(keys, 'status')).toBe('done');
    expect(device.status()).toMatchObject({ state: 'failed', reason: 'quota' });
    disk.fail = undefined;
    await device.retry();
    expect(device.unsaved()).toBe(false);
    expect(device.status()).toEqual({ state: 'saved' });
    const again = openOn(disk);
    await ready(again);
    expect(again.project()?.index.value(keys, 'status')).toBe('done');
  });

  test('a project that the storage refuses from its first record on is on the list, can be left and come back to, and gets out', async () => {
    const disk = createDisk();
    const refuse = async (): Promise<never> => {
      throw new StorageError('quota', 'full');
    };
    const device = openOn({
      ...disk,
      claimCurrent: refuse,
      putProject: refuse,
      appendUpdate: refuse,
      writeSetting: refuse,
    });
    await device.writeAll(tick);
    const first = device.current()?.id as ProjectId;
    expect(device.projects().map(({ name }) => name)).toEqual(['我的项目']);
    const second = await device.create('乙');
    expect(device.projects().map(({ name }) => name)).toEqual(['乙', '我的项目']);
    for (const id of [first, second.id]) {
      const content = await device.content(id);
      expect(content?.records).toHaveLength(id === first ? 2 : 1);
    }
    await device.switchTo(first);
    expect(device.project()?.index.value(keys, 'status')).toBe('done');
    // Noting that a file holds it fails; the file is out all the same.
    await device.noteExport(first, 2);
    expect(device.unsavedElsewhere()).toBe(0);
  });

  test('photos that an answer shows and that cannot be read are counted', async () => {
    const disk = createDisk();
    const device = openOn({ ...disk, listPhotos: () => Promise.reject(new StorageError('unknown', 'no')) });
    const photo = { bytes: picture(1), name: 'a.jpg', width: 4, height: 3, at: '2026-11-24T08:00:00.000Z' };
    expect(await device.addPhoto(keys, photo)).toMatchObject({ ok: true });
    const content = await device.content(device.current()?.id as ProjectId);
    expect(content).toMatchObject({ photos: [], missingPhotos: 1 });
  });

  test('a storage that opens late takes over by itself, with what was there and what was written meanwhile', async () => {
    const disk = createDisk();
    const before = openOn(disk);
    await before.writeAll(tick);
    await before.project()?.settled();
    const waits: (() => void)[] = [];
    const openLate = (isWritten: boolean): Device => {
      let isLate = true;
      const device = openDevice({
        nameOfFirst: '我的项目',
        onChange: () => {},
        openStorage: async ({ onLateOpen }) => {
          if (!isLate) return disk;
          isLate = false;
          waits.push(() => onLateOpen?.());
          throw new StorageError('timeout', 'late');
        },
        openChannel: () => undefined,
      });
      if (isWritten) void device.writeAll([{ item: keys, field: 'note', value: '先写的' }]);
      return device;
    };
    for (const isWritten of [false, true]) {
      const device = openLate(isWritten);
      await ready(device);
      if (isWritten) await device.writeAll([{ item: keys, field: 'owner', value: '总包' }]);
      expect(device.status()).toEqual({ state: 'memory', reason: 'timeout' });
      waits.pop()?.();
      while (device.status().state !== 'saved') await new Promise((resolve) => setTimeout(resolve));
      if (!isWritten) expect(device.project()?.index.value(keys, 'status')).toBe('done');
      else {
        while (device.projects().length < 2) await new Promise((resolve) => setTimeout(resolve));
        const again = openOn(disk);
        await ready(again);
        expect(again.project()?.index.value(keys, 'note')).toBe('先写的');
        expect(again.project()?.index.value(keys, 'owner')).toBe('总包');
      }
    }
  });

  describe('what could not be stored before the page was left', () => {
    const session = new Map<string, string>();
    beforeEach(() => {
      session.clear();
      vi.stubGlobal('sessionStorage', {
        getItem: (key: string) => session.get(key) ?? null,
        setItem: (key: string, text: string) => session.set(key, text),
        removeItem: (key: string) => session.delete(key),
      });
    });
    afterEach(() => vi.unstubAllGlobals());

    test('is there when the tab is opened again, in every project, and is stored then', async () => {
      const disk = createDisk();
      const device = openOn(disk);
      await device.writeAll(tick);
      await device.project()?.settled();
      const first = device.current()?.id;
      disk.fail = 'quota';
      await device.writeAll([{ item: keys, field: 'note', value: '没存上' }]);
      const second = await device.create('乙');
      await device.writeAll(tick);
      device.keepLeftOver();
      const again = openOn(disk);
      await ready(again);
      expect(again.current()?.id).toBe(second.id);
      expect(again.project()?.index.value(keys, 'status')).toBe('done');
      expect(again.unsaved()).toBe(true);
      again.keepLeftOver();
      disk.fail = undefined;
      const third = openOn(disk);
      await ready(third);
      await third.project()?.settled();
      third.keepLeftOver();
      expect(session.size).toBe(0);
      const last = openOn(disk);
      await ready(last);
      expect(last.project()?.index.value(keys, 'status')).toBe('done');
      await last.switchTo(first as ProjectId);
      expect(last.project()?.index.value(keys, 'note')).toBe('没存上');
    });

    test('is there again where the storage is refused, and is not doubled where it was stored after all', async () => {
      const open = (storage?: Storage): Device =>
        openDevice({
          nameOfFirst: '我的项目',
          onChange: () => {},
          openStorage: async () => {
            if (!storage) throw new StorageError('refused', 'no');
            return storage;
          },
          openChannel: () => undefined,
        });
      const device = open();
      await device.writeAll(tick);
      device.keepLeftOver();
      const again = open();
      await ready(again);
      expect(again.project()?.index.value(keys, 'status')).toBe('done');
      again.keepLeftOver();
      const disk = createDisk();
      for (let n = 0; n < 2; n++) {
        const stored = open(disk);
        await ready(stored);
        await stored.project()?.settled();
        expect(stored.project()?.index.records()).toEqual(device.project()?.index.records());
      }
    });

    test('nonsense in its place is not taken up', async () => {
      session.set('zg.left', '[{"entry":{"id":"p"}}]');
      const device = openOn(createDisk());
      await ready(device);
      expect(device.trouble()).toBeUndefined();
      expect(device.projects()).toEqual([]);
    });
  });

  test('all projects that were begun in memory move to the storage', async () => {
    const disk = createDisk();
    let isRefused = true;
    const device = openDevice({
      nameOfFirst: '我的项目',
      onChange: () => {},
      openStorage: async () => {
        if (isRefused) throw new StorageError('timeout', 'late');
        return disk;
      },
      openChannel: () => undefined,
    });
    await ready(device);
    await device.create('甲');
    await device.writeAll(tick);
    await device.create('乙');
    isRefused = false;
    await device.retry();
    const again = openOn(disk);
    await ready(again);
    expect(
      again
        .projects()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['甲', '乙'].toSorted());
    await again.switchTo(again.projects().find(({ name }) => name === '甲')?.id as ProjectId);
    expect(again.project()?.index.value(keys, 'status')).toBe('done');
  });

  test('project ids have their shape', async () => {
    const device = openOn(createDisk());
    expect(isProjectId((await device.create('甲')).id)).toBe(true);
  });
});
