import { createHash } from 'node:crypto';
import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/checklist/change.ts';
import { answerPath, PROJECT, runPath } from '../../../src/domain/checklist/item-path.ts';
import { findPhotos, photoField } from '../../../src/domain/checklist/photo.ts';
import { startRunChanges } from '../../../src/domain/checklist/run.ts';
import { reopenRunChanges, signChanges } from '../../../src/domain/checklist/sign-changes.ts';
import { readSignOff } from '../../../src/domain/checklist/sign-off.ts';
import type { Device } from '../../../src/state/device.ts';
import { openDevice } from '../../../src/state/open-device.ts';
import { cleanPhotos } from '../../../src/state/photo-store.ts';
import type { ProjectId } from '../../../src/state/storage.ts';
import { ITEMS, RUNS } from '../domain/checklist/histories.ts';
import { RUN, VERSIONS } from '../domain/checklist/teamwork.ts';
import { createAir, createDisk, picture } from './tab.ts';

const keys = answerPath(RUN, 'keys');
const meters = answerPath(RUN, 'meters');
const say = (item: Change['item'], value: string): Change => ({ item, field: 'status', value });
const DAY = 24 * 60 * 60 * 1000;

async function openOn(disk = createDisk(), air = createAir()) {
  const events: { newer?: () => void } = {};
  const device = openDevice({
    nameOfFirst: '我的项目',
    onChange: () => {},
    openStorage: async ({ onNewerVersion }) => {
      if (onNewerVersion) events.newer = onNewerVersion;
      return disk;
    },
    openChannel: air.open,
    askToPersist: async () => true,
  });
  while (!device.isReady()) await new Promise((resolve) => setTimeout(resolve));
  return Object.assign(device, { disk, air, events });
}
type Opened = Awaited<ReturnType<typeof openOn>>;

const idOf = (device: Device): ProjectId => device.current()?.id as ProjectId;
const recordsOf = (device: Device) => device.project()?.index.records() ?? [];
async function settle(...devices: readonly Opened[]): Promise<void> {
  for (let i = 0; i < 4; i++) {
    for (const device of devices) await device.project()?.settled();
    await devices[0]?.air.settled();
  }
}

/** What a colleague, who has a copy, sends back: an answer of their own to each of these items. */
async function fileOfColleague(device: Device, changes: readonly Change[]) {
  const colleague = await openOn();
  await colleague.merge(idOf(device), '我的项目', recordsOf(device));
  await colleague.writeAll(changes);
  return recordsOf(colleague);
}

describe('taking back an import', () => {
  test('puts the project back exactly, in every tab, and what was imported does not come back from any', async () => {
    const a = await openOn();
    await a.writeAll([say(keys, 'done')]);
    const b = await openOn(a.disk, a.air);
    await settle(a, b);
    const before = recordsOf(a);
    const incoming = await fileOfColleague(a, [say(keys, 'problem'), say(meters, 'done')]);
    expect(await a.merge(idOf(a), '', incoming)).toMatchObject({ ok: true });
    await settle(a, b);
    expect(recordsOf(b)).toEqual(recordsOf(a));
    for (const tab of [a, b]) expect(tab.importUndo()).toMatchObject({ added: 2, isNew: false });
    expect(await b.undoImport()).toEqual({ ok: true });
    await settle(a, b);
    for (const tab of [a, b]) {
      expect(recordsOf(tab)).toEqual(before);
      expect(tab.importUndo()).toBeUndefined();
      expect(tab.status()).toEqual({ state: 'saved' });
    }
    // Both go on together, and the next page finds the same.
    await a.writeAll([say(meters, 'open')]);
    await settle(a, b);
    const c = await openOn(a.disk, a.air);
    await settle(a, b, c);
    for (const tab of [b, c]) expect(recordsOf(tab)).toEqual(recordsOf(a));
    expect(recordsOf(a)).toHaveLength(before.length + 1);
  });

  test('is offered until the first edit after it, by whichever tab', async () => {
    const a = await openOn();
    await a.writeAll([say(keys, 'done')]);
    const b = await openOn(a.disk, a.air);
    await settle(a, b);
    await a.merge(idOf(a), '', await fileOfColleague(a, [say(meters, 'done')]));
    await settle(a, b);
    await b.writeAll([say(keys, 'open')]);
    await settle(a, b);
    for (const tab of [a, b]) {
      expect(tab.importUndo()).toBeUndefined();
      expect(await tab.undoImport()).toMatchObject({ ok: false, reason: 'edited-since' });
      expect(tab.project()?.index.value(meters, 'status')).toBe('done');
    }
  });

  test('two imports are taken back one after the other', async () => {
    const a = await openOn();
    await a.writeAll([say(keys, 'done')]);
    const before = recordsOf(a);
    await a.merge(idOf(a), '', await fileOfColleague(a, [say(meters, 'done')]));
    const between = recordsOf(a);
    await a.merge(idOf(a), '', await fileOfColleague(a, [say(keys, 'problem')]));
    expect(await a.undoImport()).toEqual({ ok: true });
    expect(recordsOf(a)).toEqual(between);
    expect(await a.undoImport()).toEqual({ ok: true });
    expect(recordsOf(a)).toEqual(before);
    expect(await a.undoImport()).toMatchObject({ ok: false });
  });

  test('a tab that was frozen meanwhile learns of it when it wakes, and its edit made unawares is kept', async () => {
    const air = createAir();
    const a = await openOn(createDisk(), air);
    await a.writeAll([say(keys, 'done')]);
    // Hears nobody: as a frozen tab, or where there are no channels.
    const deaf = await openOn(a.disk, createAir());
    const incoming = await fileOfColleague(a, [say(meters, 'done')]);
    await a.merge(idOf(a), '', incoming);
    await deaf.project()?.catchUp();
    const alone = await openOn(a.disk, createAir());
    expect(await a.undoImport()).toEqual({ ok: true });
    await alone.writeAll([say(keys, 'problem')]);
    await settle(alone);
    await alone.writeAll([say(answerPath(RUN, 'lifts'), 'done')]);
    await settle(alone);
    await deaf.project()?.catchUp();
    await settle(deaf);
    const fresh = await openOn(a.disk, createAir());
    for (const tab of [alone, deaf, fresh]) {
      if (tab === deaf) continue;
      expect(tab.project()?.index.value(meters, 'status')).toBeUndefined();
      expect(tab.project()?.index.value(keys, 'status')).toBe('problem');
      expect(tab.project()?.index.value(answerPath(RUN, 'lifts'), 'status')).toBe('done');
      expect(tab.unsaved()).toBe(false);
    }
    expect(deaf.project()?.index.value(meters, 'status')).toBeUndefined();
  });

  test('an edit made unawares outlives even a storage that cannot be read at that moment', async () => {
    const a = await openOn();
    await a.writeAll([say(keys, 'done')]);
    const alone = await openOn(a.disk, createAir());
    await a.merge(idOf(a), '', await fileOfColleague(a, [say(meters, 'done')]));
    await a.undoImport();
    const { readUpdates } = a.disk;
    a.disk.readUpdates = () => Promise.reject(new Error('not now'));
    await alone.writeAll([say(keys, 'problem')]);
    await settle(alone);
    expect([alone.trouble()?.reason, alone.unsaved()]).toEqual(['unreadable', true]);
    a.disk.readUpdates = readUpdates;
    await alone.retry();
    await alone.switchTo(idOf(a));
    expect(alone.project()?.index.value(keys, 'status')).toBe('problem');
    expect([alone.unsaved(), alone.trouble()]).toEqual([false, undefined]);
    const fresh = await openOn(a.disk, createAir());
    expect(fresh.project()?.index.value(keys, 'status')).toBe('problem');
    expect(fresh.project()?.index.value(meters, 'status')).toBeUndefined();
  });

  test('an import that began the project goes to the trash, from where it can be had again', async () => {
    const sender = await openOn();
    await sender.writeAll([say(keys, 'done')]);
    const a = await openOn();
    await a.merge(idOf(sender), '别人的', recordsOf(sender));
    expect(a.importUndo()).toMatchObject({ isNew: true });
    expect(await a.undoImport()).toEqual({ ok: true });
    expect([a.projects(), a.current(), a.trash().length]).toEqual([[], undefined, 1]);
    expect(await a.merge(idOf(sender), '别人的', recordsOf(sender))).toMatchObject({ ok: true, report: { added: 0 } });
    expect([a.projects().length, a.trash().length, idOf(a)]).toEqual([1, 0, idOf(sender)]);
  });

  test('nothing is imported where the project cannot be kept beforehand', async () => {
    const a = await openOn();
    await a.writeAll([say(keys, 'done')]);
    await settle(a);
    const incoming = await fileOfColleague(a, [say(meters, 'done')]);
    const before = recordsOf(a);
    a.disk.fail = 'quota';
    expect(await a.merge(idOf(a), '', incoming)).toEqual({ ok: false, reason: 'snapshot', detail: 'quota' });
    expect(recordsOf(a)).toEqual(before);
  });

  const edits = fc.array(
    fc.record({
      tab: fc.nat({ max: 1 }),
      item: fc.constantFrom(...ITEMS),
      value: fc.constantFrom('done', 'problem', 'open'),
    }),
    { maxLength: 6 },
  );
  law.prop([edits, edits, fc.boolean()], { ...RUNS, numRuns: Math.min(RUNS.numRuns / 5, 1000) })(
    'whatever two tabs do around it, either the import stands with every edit, or it is gone and every edit stands',
    async (before, racing, isUndoneFirst) => {
      const air = createAir();
      const a = await openOn(createDisk(), air);
      await a.writeAll([say(keys, 'open')]);
      const b = await openOn(a.disk, air);
      const tabs = [a, b];
      for (const { tab, item, value } of before) await tabs[tab]?.writeAll([say(item, value)]);
      await settle(a, b);
      const known = new Set(recordsOf(a).map(({ id }) => id));
      const incoming = await fileOfColleague(a, [say(meters, 'done'), { item: PROJECT, field: 'city', value: '某市' }]);
      await a.merge(idOf(a), '', incoming);
      await settle(a, b);
      const imported = recordsOf(a).filter(({ id }) => !known.has(id));
      // The edits and the undo start at once; who comes first is up to the queue.
      const work: Promise<unknown>[] = [];
      const undo = (): void => void work.push(a.undoImport());
      if (isUndoneFirst) undo();
      for (const { tab, item, value } of racing) work.push(tabs[tab]?.writeAll([say(item, value)]) as Promise<unknown>);
      if (!isUndoneFirst) undo();
      await Promise.all(work);
      await settle(a, b);
      expect(recordsOf(b)).toEqual(recordsOf(a));
      const here = new Set(recordsOf(a).map(({ id }) => id));
      const kept = imported.filter(({ id }) => here.has(id)).length;
      expect([0, imported.length]).toContain(kept);
      for (const id of known) expect(here.has(id)).toBe(true);
      const stored = await openOn(a.disk, createAir());
      expect(recordsOf(stored)).toEqual(recordsOf(a));
      // The last edit of each item by a single tab holds, or is one of the values that wait for a decision.
      for (const item of ITEMS) {
        const mine = racing.filter((edit) => edit.item === item);
        if (mine.length === 0 || new Set(mine.map(({ tab }) => tab)).size > 1) continue;
        // To say again what the import had said is to say nothing, and goes with it.
        if (item === meters && mine.at(-1)?.value === 'done') continue;
        const { heads } = stored.project()?.index.current(item, 'status') ?? { heads: [] };
        expect(heads.map(({ value }) => value)).toContain(mine.at(-1)?.value);
      }
    },
  );
});

describe('photos', () => {
  const words = { name: 'IMG_1.jpg', width: 1600, height: 1200, at: '2026-11-25T08:00:00.000Z' };

  test('are on the disk before their record is, and are found again after a kill', async () => {
    const a = await openOn();
    const bytes = picture(1);
    const added = await a.addPhoto(keys, { ...words, bytes, place: '一层' });
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(added).toEqual({ ok: true, hash });
    await settle(a);
    const killed = await openOn(a.disk);
    const index = killed.project()?.index;
    expect(index && findPhotos(index, keys)).toEqual([
      { hash, kind: 'photo', ...words, bytes: 40, place: '一层', who: '' },
    ]);
    expect(await killed.photo(hash)).toEqual(bytes);
    expect((await killed.content(idOf(killed)))?.photos).toMatchObject([{ hash, length: 40 }]);
  });

  test.each([
    ['too-large', picture(1, 400_001)],
    ['not-a-photo', new TextEncoder().encode('<svg onload="x()"/>')],
  ])('are refused as %s, and nothing is written', async (reason, bytes) => {
    const a = await openOn();
    expect(await a.addPhoto(keys, { ...words, bytes })).toMatchObject({ ok: false, reason });
    expect(a.project()?.index.items(keys)).toEqual([]);
  });

  test('that cannot be stored leave no record that names them', async () => {
    const a = await openOn();
    await a.writeAll([say(keys, 'done')]);
    await settle(a);
    a.disk.fail = 'quota';
    expect(await a.addPhoto(keys, { ...words, bytes: picture(1) })).toMatchObject({ ok: false, reason: 'quota' });
    expect(a.project()?.index.fields(keys)).toEqual(['status']);
  });

  test('taken away and brought back by undo are still there', async () => {
    const a = await openOn();
    const added = await a.addPhoto(keys, { ...words, bytes: picture(1) });
    const hash = added.ok ? added.hash : '';
    await a.writeAll([{ item: keys, field: photoField(hash), value: null }]);
    await settle(a);
    expect(await a.cleanPhotos()).toEqual([]);
    a.project()?.undo('');
    expect(a.project() && findPhotos(a.project()?.index as never, keys)).toHaveLength(1);
    expect(await a.photo(hash)).toEqual(picture(1));
  });

  test('that nothing shows any more are cleaned after a day; those of the trash and of snapshots stay', async () => {
    const a = await openOn();
    const hashes: string[] = [];
    for (const seed of [1, 2, 3]) {
      const added = await a.addPhoto(keys, { ...words, bytes: picture(seed) });
      hashes.push(added.ok ? added.hash : '');
    }
    const [gone, inSnapshot, inTrash] = hashes as [string, string, string];
    const first = idOf(a);
    await a.writeAll([{ item: keys, field: photoField(gone), value: null }]);
    await a.merge(first, '', await fileOfColleague(a, [{ item: keys, field: photoField(inSnapshot), value: null }]));
    await settle(a);
    expect(await cleanPhotos(a.disk, Date.now() + DAY / 2)).toEqual([]);
    await a.remove(first);
    expect(await cleanPhotos(a.disk, Date.now() + DAY + 1000)).toMatchObject([{ hash: gone }]);
    await a.emptyTrash();
    const rest = await cleanPhotos(a.disk, Date.now() + DAY + 1000);
    expect(rest.map(({ hash }) => hash).toSorted()).toEqual([inSnapshot, inTrash].toSorted());
  });

  test('of a file are stored before its records, and a photo that is not what its hash says stops all of it', async () => {
    const sender = await openOn();
    const added = await sender.addPhoto(keys, { ...words, bytes: picture(1) });
    const hash = added.ok ? added.hash : '';
    const a = await openOn();
    const bad = { hash, read: async () => picture(2) };
    expect(await a.merge(idOf(sender), '别人的', recordsOf(sender), [bad])).toMatchObject({
      ok: false,
      reason: 'photos',
    });
    expect(recordsOf(a).some(({ field }) => field === photoField(hash))).toBe(false);
    const good = { hash, read: async () => picture(1) };
    expect(await a.merge(idOf(sender), '别人的', recordsOf(sender), [good])).toMatchObject({ ok: true });
    expect(await a.photo(hash)).toEqual(picture(1));
  });
});

describe('a signed stage in the project', () => {
  test('takes no answer and no photo, and undo does not go behind the signature', async () => {
    const a = await openOn();
    await a.create('某项目');
    const index = () => a.project()?.index as NonNullable<ReturnType<Device['project']>>['index'];
    await a.writeAll(startRunChanges(index(), RUN, VERSIONS[0]), false);
    await a.writeAll([say(keys, 'done')]);
    const signed = signChanges(index(), RUN, { on: '2026-11-25', who: '王工', role: '', signature: { typed: '王工' } });
    await a.writeAll(signed.ok ? signed.changes : []);
    expect(await a.writeAll([say(keys, 'open')])).toEqual([]);
    expect(a.project()?.canUndo()).toBe(false);
    const photo = { name: '', width: 1, height: 1, at: '2026-11-25T08:00:00.000Z', bytes: picture(1) };
    expect(await a.addPhoto(keys, photo)).toMatchObject({ ok: false, reason: 'locked' });
    expect(await a.addPhoto(keys, photo, 'fixed-photo')).toMatchObject({ ok: true });
    expect(readSignOff(index(), RUN).state).toBe('signed');
    await a.writeAll(reopenRunChanges(RUN, { on: '2026-11-26', who: '王工', reason: '补查' }));
    expect(await a.writeAll([say(keys, 'open')])).toHaveLength(1);
    a.project()?.undo('');
    expect(index().value(keys, 'status')).toBe('done');
    expect(index().history(runPath(RUN), 'signed')).toHaveLength(2);
  });
});

describe('the list of projects', () => {
  test('archived and thrown away projects are apart, and come back as they were', async () => {
    const a = await openOn();
    const first = await a.create('甲');
    await a.writeAll([say(keys, 'done')]);
    const b = await openOn(a.disk, a.air);
    const second = await a.create('乙');
    await a.archive(second.id, true);
    await settle(a, b);
    for (const tab of [a, b])
      expect([tab.projects().map(({ id }) => id), tab.archived().map(({ id }) => id)]).toEqual([
        [first.id],
        [second.id],
      ]);
    await a.archive(second.id, false);
    await a.remove(first.id);
    await settle(a, b);
    // The other tab had it open: it has let go of it too.
    expect(b.current()).toBeUndefined();
    for (const tab of [a, b])
      expect([tab.projects().map(({ id }) => id), tab.trash().map(({ id }) => id)]).toEqual([[second.id], [first.id]]);
    const next = await openOn(a.disk);
    expect(next.current()?.id).toBe(second.id);
    await b.recover(first.id);
    await b.switchTo(first.id);
    expect(b.project()?.index.value(keys, 'status')).toBe('done');
    await b.remove(first.id);
    await b.emptyTrash();
    expect(b.trash()).toEqual([]);
    expect(await a.disk.readUpdates(first.id)).toEqual([]);
  });

  test('a copy has everything under its own name, or everything but the answers', async () => {
    const a = await openOn();
    await a.create('甲');
    const index = a.project()?.index;
    await a.writeAll(startRunChanges(index as never, RUN, VERSIONS[0]), false);
    await a.writeAll([say(keys, 'done'), { item: PROJECT, field: 'city', value: '某市' }]);
    const id = idOf(a);
    const before = recordsOf(a);
    const whole = await a.duplicate(id, '全本', { answers: true });
    const frame = await a.duplicate(id, '空本', { answers: false });
    expect(idOf(a)).toBe(id);
    if (!whole.ok || !frame.ok) throw new Error('not copied');
    await a.switchTo(whole.entry.id);
    expect(recordsOf(a)).toEqual(expect.arrayContaining([...before]));
    expect(a.project()?.index.value(PROJECT, 'name')).toBe('全本');
    expect(a.project()?.index.value(keys, 'status')).toBe('done');
    await a.switchTo(frame.entry.id);
    expect(a.project()?.index.value(PROJECT, 'name')).toBe('空本');
    expect(a.project()?.index.value(PROJECT, 'city')).toBe('某市');
    expect(a.project()?.index.value(keys, 'status')).toBeUndefined();
    expect(a.project()?.index.value(runPath(RUN), 'template')).toMatchObject({ version: '1.0' });
  });
});

describe('keeping it safe', () => {
  test('counts what is in no file yet, through export, import and taking it back', async () => {
    const a = await openOn();
    await a.writeAll([say(keys, 'done'), say(meters, 'done')]);
    expect(a.unsavedElsewhere()).toBe(3); // The name that the project got by itself is one.
    await a.noteExport(idOf(a), recordsOf(a).length);
    expect(a.unsavedElsewhere()).toBe(0);
    await a.writeAll([say(keys, 'open')]);
    expect(a.unsavedElsewhere()).toBe(1);
    await a.merge(idOf(a), '', await fileOfColleague(a, [say(meters, 'problem')]));
    expect(a.unsavedElsewhere()).toBe(1);
    await a.undoImport();
    expect(a.unsavedElsewhere()).toBe(1);
    expect((await openOn(a.disk)).unsavedElsewhere()).toBe(1);
  });

  test('the panel knows kind, photos and last backup', async () => {
    const a = await openOn();
    await a.addPhoto(keys, { name: '', width: 1, height: 1, at: '2026-11-25T08:00:00.000Z', bytes: picture(1) });
    await a.noteBackup('2026-11-25T08:00:00.000Z');
    expect(await a.storageReport()).toMatchObject({
      kind: 'indexeddb',
      photos: { count: 1, bytes: 40 },
      lastBackup: '2026-11-25T08:00:00.000Z',
    });
  });

  test('a tab whose database a newer program has taken over asks to reload', async () => {
    const a = await openOn();
    expect(a.needsReload()).toBe(false);
    a.events.newer?.();
    expect(a.needsReload()).toBe(true);
  });
});
