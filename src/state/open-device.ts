import { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { type ItemPath, PROJECT } from '../domain/checklist/item-path.ts';
import { heldPhotos, photoField } from '../domain/checklist/photo.ts';
import type { AnswerRecord } from '../domain/checklist/record.ts';
import { isLocked } from '../domain/checklist/sign-off.ts';
import { type Channel, type OpenChannel, openBroadcastChannel } from './channel.ts';
import type { Device } from './device.ts';
import { readElsewhere, writeElsewhere } from './elsewhere.ts';
import { keepSnapshot, readLastImport, swapBack } from './import-undo.ts';
import { type IndexedDbOptions, openIndexedDbStorage } from './indexeddb.ts';
import { type LeftOver, readLeftOver, writeLeftOver } from './left-over.ts';
import { openMemoryStorage } from './memory.ts';
import type { OpenProject, OpenTrouble } from './open-project.ts';
import { askToPersist, readWho, writeWho } from './profile.ts';
import { addCurrent, findCurrent, newProjectEntry } from './project-list.ts';
import { randomId } from './random-id.ts';
import { type ProjectEntry, type ProjectId, type Storage, type StorageReason, storageError } from './storage.ts';

export interface DeviceOptions {
  /** Name of the project that begins by itself with the first answer. */
  readonly nameOfFirst: string;
  /** `items` about which something new was stated; `all` when another project or none is open now. */
  readonly onChange: (items: readonly ItemPath[] | 'all') => void;
  readonly openStorage?: (options: Pick<IndexedDbOptions, 'onNewerVersion' | 'onLateOpen'>) => Promise<Storage>;
  readonly openChannel?: OpenChannel;
  readonly askToPersist?: () => Promise<boolean>;
}

/** Opens this device's projects. What is not needed for the first answer is fetched on use. What fails is reported by `status` and `trouble`; nothing throws. */
export function openDevice(options: DeviceOptions): Device {
  const { openStorage = openIndexedDbStorage, openChannel = openBroadcastChannel } = options;
  let storage: Storage = openMemoryStorage();
  let memoryReason: StorageReason | undefined;
  let project: OpenProject | undefined;
  /** Projects that were left while they could not be stored: they stay open, or what is unsaved would be gone. */
  const parked = new Map<ProjectId, OpenProject>();
  let trouble: OpenTrouble | undefined;
  let current: ProjectEntry | undefined;
  let entries: readonly ProjectEntry[] = [];
  let who = '';
  let isReady = false;
  let hasAsked = false;
  let needsReload = false;
  /** The open project is being read again, with what was not stored yet in hand. */
  let isTakingOver = false;
  /** A file is being merged: until it is stored, what it lands in is not called saved, however whole that is. */
  let isMerging = false;
  let lastImport: Awaited<ReturnType<typeof readLastImport>>;
  let elsewhere = 0;
  let listChannel: Channel | undefined;
  /** What this tab had not stored when it was left and cannot be written to now either. */
  let leftOver: readonly LeftOver[] = [];

  /** One after another: opening, switching and merging must not overlap. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };
  const openReal = (): Promise<Storage> =>
    openStorage({
      onNewerVersion: () => {
        needsReload = true;
        options.onChange([]);
      },
      // A phone that is busy waking up: nobody should have to press a button for that.
      onLateOpen: () => void device.retry(),
    });

  async function start(): Promise<void> {
    try {
      storage = await openReal();
    } catch (cause) {
      memoryReason = storageError(cause).reason;
    }
    try {
      who ||= await readWho(storage);
      await readList();
      const last = await findCurrent(storage);
      if (last) await open(last);
      await takeUpLeftOver();
    } catch (cause) {
      trouble = { reason: 'unreadable', detail: storageError(cause).message };
    }
    listChannel ??= openChannel('zongguan');
    if (listChannel) listChannel.onmessage = () => void inTurn(followList);
    isReady = true;
    options.onChange('all');
  }

  /** Merging makes it all one whether some of it was stored after all, by this page while it went or by another tab. */
  async function takeUpLeftOver(): Promise<void> {
    const left = readLeftOver();
    leftOver = left;
    for (const one of left) {
      const { id } = one.entry;
      const entry = entries.find((listed) => listed.id === id) ?? one.entry;
      if (entry.trashed !== undefined) await changeEntry(id, recovered);
      if (current?.id !== id) await open(recovered(entry));
      if (project?.merge(one.records).ok) leftOver = leftOver.filter((other) => other !== one);
    }
  }

  async function readList(): Promise<void> {
    entries = await storage.listProjects();
    if (current) await readAside(current.id);
  }

  /** What is remembered beside the open project's document. */
  async function readAside(id: ProjectId): Promise<void> {
    lastImport = await readLastImport(storage, id);
    elsewhere = await readElsewhere(storage, id);
  }

  /** Another tab has changed the list. */
  async function followList(): Promise<void> {
    await readList();
    if (current && entries.some(({ id, trashed }) => id === current?.id && trashed !== undefined)) await leaveAll();
    options.onChange([]);
  }

  /** The list has changed here: read it again, and tell the other tabs. */
  async function announceList(): Promise<void> {
    await readList();
    listChannel?.postMessage('projects');
    options.onChange([]);
  }

  /** @param isNew - Give it its name as its first record, before anybody can read "saved" of a project that is not stored yet. */
  async function open(entry: ProjectEntry, isNew = false): Promise<void> {
    const before = project;
    project = undefined;
    trouble = undefined;
    lastImport = undefined;
    await leave(before);
    const waiting = parked.get(entry.id);
    parked.delete(entry.id);
    const opened = waiting ? { ok: true as const, project: waiting } : await openStored(entry);
    current = waiting?.entry() ?? entry;
    if (opened.ok) project = opened.project;
    else trouble = opened.trouble;
    if (isNew && project?.index.size === 0)
      project.writeAll([{ item: PROJECT, field: 'name', value: entry.name }], who, false);
    await readAside(entry.id);
    options.onChange('all');
  }

  async function openStored(entry: ProjectEntry): ReturnType<typeof import('./open-project.ts').openProject> {
    // The document library is fetched only when there is a document to open.
    const { openProject } = await import('./open-project.ts');
    const opened = await openProject({
      storage,
      entry,
      memoryReason,
      openChannel,
      reopen: moveToRealStorage,
      onReplaced: () => void inTurn(async () => opened.ok && (await takeOver(opened.project))),
      onChange: (items) => {
        const now = project?.entry();
        if (now && now.id === current?.id && now.name !== current.name) {
          current = now;
          void inTurn(announceList);
        }
        options.onChange(items);
      },
    });
    return opened;
  }

  /**
   * The stored document has been swapped under an open one: reads it again, and writes anew what this tab had made
   * and not stored, so that nobody's tick is lost and nothing that was taken back comes back.
   */
  async function takeOver(old: OpenProject): Promise<void> {
    const { id } = old.entry();
    const isOpen = old === project;
    if (!isOpen && parked.get(id) !== old) return;
    if (isOpen) project = undefined;
    isTakingOver = isOpen;
    await readList().catch(() => {});
    const entry = entries.find((known) => known.id === id) ?? old.entry();
    const opened = await openStored(entry);
    isTakingOver = false;
    if (opened.ok) {
      parked.delete(id);
      const { written, imported } = old.unsavedRecords();
      if (imported.length > 0) opened.project.merge(imported);
      for (const { item, field, value, who: writer } of written) opened.project.write(item, field, value, writer);
      void old.close();
    } else parked.set(id, old); // It still has what was not stored; `retry` comes back to it.
    if (isOpen) {
      current = entry;
      if (opened.ok) project = opened.project;
      else trouble = opened.trouble;
      options.onChange('all');
    } else if (opened.ok) await leave(opened.project);
  }

  async function leave(left: OpenProject | undefined): Promise<void> {
    await left?.settled();
    if (left?.unsaved() && storage.kind !== 'memory') parked.set(left.entry().id, left);
    else await left?.close();
  }

  /** No project is open now. */
  async function leaveAll(): Promise<void> {
    const left = project;
    project = undefined;
    trouble = undefined;
    current = undefined;
    lastImport = undefined;
    await leave(left);
    options.onChange('all');
  }

  async function moveToRealStorage(): Promise<Storage> {
    const real = await openReal();
    const there = new Map((await real.listProjects()).map((entry) => [entry.id, entry]));
    for (const { hash, added } of await storage.listPhotos()) {
      const bytes = await storage.getPhoto(hash);
      if (bytes) await real.putPhoto(hash, bytes, added);
    }
    for (const entry of await storage.listProjects()) {
      const target = there.get(entry.id) ?? entry;
      for (const update of await storage.readUpdates(entry.id)) await real.appendUpdate(target, update, () => update);
    }
    if (current) await addCurrent(real, there.get(current.id) ?? current);
    if (who !== '') await writeWho(real, who);
    storage = real;
    memoryReason = undefined;
    return real;
  }

  /** Opens a project that is on no list yet. */
  async function begin(entry: ProjectEntry): Promise<void> {
    await open(entry, true);
    await announceList();
  }

  /** The open project, begun if there is none and none is in trouble. */
  async function projectToWrite(): Promise<OpenProject | undefined> {
    if (isReady && project) return project;
    await inTurn(async () => {
      if (project || trouble) return;
      const candidate = newProjectEntry(options.nameOfFirst);
      // A device that cannot even note which project is current can still take the answer in.
      await begin(await storage.claimCurrent(candidate).catch(() => candidate));
    });
    return project;
  }

  async function changeEntry(id: ProjectId, change: (entry: ProjectEntry) => ProjectEntry): Promise<void> {
    await storage.updateProject(id, change);
    if (current?.id === id) current = change(current);
    await announceList();
  }

  async function throwAway(id: ProjectId): Promise<void> {
    // What was not stored yet goes into the trash with the rest.
    await (project?.entry().id === id ? project : parked.get(id))?.settled();
    if (current?.id === id) await leaveAll();
    if ((await storage.readSetting('current-project')) === id) await storage.writeSetting('current-project', '');
    await changeEntry(id, (entry) => ({ ...entry, trashed: new Date().toISOString() }));
  }

  /** The list, and what the storage has refused so far: it stands in no list, and must still be found and get out. */
  const known = (): readonly ProjectEntry[] => {
    const held = [project, ...parked.values()].flatMap((open) => open?.entry() ?? []);
    return [...entries, ...held.filter(({ id }) => !entries.some((entry) => entry.id === id))];
  };

  const recovered = ({ trashed: _, ...entry }: ProjectEntry): ProjectEntry => entry;
  const recordsOf = async (id: ProjectId): Promise<readonly AnswerRecord[] | undefined> => {
    const held = current?.id === id ? project : parked.get(id);
    if (held) return held.index.records();
    const { storedRecords } = await import('./open-project.ts');
    return storedRecords(await storage.readUpdates(id));
  };

  const whileMerging = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      isMerging = true;
      try {
        return await work();
      } finally {
        isMerging = false;
        options.onChange([]);
      }
    });

  const ready = inTurn(start);
  const device: Device = {
    isReady: () => isReady,
    status: () => {
      if (!isReady) return { state: 'loading' };
      const status = project?.status();
      if (status && !(isMerging && status.state === 'saved')) return status;
      if (isTakingOver || isMerging) return { state: 'saving' };
      return memoryReason === undefined ? { state: 'saved' } : { state: 'memory', reason: memoryReason };
    },
    trouble: () => trouble ?? project?.trouble(),
    needsReload: () => needsReload,
    project: () => project,
    projects: () => known().filter(({ trashed, archived }) => trashed === undefined && archived !== true),
    archived: () => entries.filter(({ trashed, archived }) => trashed === undefined && archived === true),
    trash: () => entries.filter(({ trashed }) => trashed !== undefined),
    current: () => current,
    unsaved: () =>
      isTakingOver ||
      (storage.kind === 'memory' && entries.length > 0) ||
      [project, ...parked.values()].some((open) => open?.unsaved()),
    who: () => who,
    setWho: async (name) => {
      who = name.trim();
      options.onChange([]);
      await inTurn(() => writeWho(storage, who)).catch(() => {});
    },
    writeAll: async (changes, isUndoable = true) => {
      const records = (await projectToWrite())?.writeAll(changes, who, isUndoable) ?? [];
      if (records.length > 0 && !hasAsked && storage.kind !== 'memory') {
        hasAsked = true;
        void (options.askToPersist ?? askToPersist)();
      }
      return records;
    },
    create: (name) =>
      inTurn(async () => {
        const entry = newProjectEntry(name);
        await addCurrent(storage, entry).catch(() => {}); // The status says so when its first record is stored.
        await begin(entry);
        return entry;
      }),
    rename: (id, name) =>
      inTurn(async () => {
        const last = current;
        const entry = entries.find((known) => known.id === id);
        if (!entry || name.trim() === '') return;
        if (last?.id !== id) await open(entry);
        project?.write(PROJECT, 'name', name.trim(), who);
        await project?.settled();
        if (last && last.id !== id) await open(last);
        await announceList();
      }),
    switchTo: (id) =>
      inTurn(async () => {
        await readList().catch(() => {});
        const entry = known().find((one) => one.id === id);
        if (!entry || entry.trashed !== undefined) return;
        // A device that cannot note which project is current can still go over to it.
        await storage.writeSetting('current-project', id).catch(() => {});
        await open(entry);
      }),
    archive: (id, isArchived) =>
      inTurn(() => changeEntry(id, ({ archived: _, ...entry }) => (isArchived ? { ...entry, archived: true } : entry))),
    duplicate: (id, name, { answers }) =>
      inTurn(async () => {
        try {
          const records = await recordsOf(id);
          if (!records) return { ok: false, reason: 'unreadable' };
          const [{ documentOf }, { copyOf }] = await Promise.all([
            import('./open-project.ts'),
            import('./copy-project.ts'),
          ]);
          const entry = newProjectEntry(name.trim());
          const words = { answers, replica: randomId(), who, at: new Date().toISOString() };
          const update = documentOf(copyOf(records, entry.name, words));
          await storage.appendUpdate(entry, update, () => update);
          await announceList();
          return { ok: true, entry };
        } catch (cause) {
          return { ok: false, reason: storageError(cause).reason };
        }
      }),
    remove: (id) => inTurn(() => throwAway(id)),
    recover: (id) => inTurn(() => changeEntry(id, recovered)),
    emptyTrash: (id) =>
      inTurn(async () => {
        await readList();
        for (const entry of device.trash()) {
          if (id !== undefined && entry.id !== id) continue;
          await parked.get(entry.id)?.close();
          parked.delete(entry.id);
          await storage.removeProject(entry.id);
        }
        await announceList();
      }),
    addPhoto: async (item, { bytes, ...words }, kind = 'photo') => {
      const target = await projectToWrite();
      if (!target) return { ok: false, reason: 'no-project', detail: trouble?.reason ?? '' };
      if (isLocked(target.index, item, `${kind}:`)) return { ok: false, reason: 'locked', detail: item };
      const { storePicture } = await import('./photo-store.ts');
      const stored = await storePicture(storage, bytes);
      if (!stored.ok) return stored;
      // Meanwhile the reader may have gone over to another project: the photo is not that one's.
      if (project?.entry().id !== target.entry().id) return { ok: false, reason: 'no-project', detail: item };
      const { name, width, height, at, place } = words;
      const value = { name, width, height, bytes: bytes.length, at, ...(place !== undefined && { place }) };
      await device.writeAll([{ item, field: photoField(stored.hash, kind), value }]);
      return stored;
    },
    photo: (hash) => storage.getPhoto(hash).catch(() => undefined),
    cleanPhotos: () => inTurn(async () => (await import('./photo-store.ts')).cleanPhotos(storage)).catch(() => []),
    content: async (id) => {
      await ready;
      const entry = known().find((one) => one.id === id);
      const records = entry && (await recordsOf(id).catch(() => undefined));
      if (!entry || !records) return undefined;
      const held = heldPhotos(new AnswerIndex(records));
      const photos = (await storage.listPhotos().catch(() => [])).filter(({ hash }) => held.has(hash));
      return { entry, records, photos, missingPhotos: held.size - photos.length };
    },
    preview: (id, records) =>
      inTurn(async () => {
        if (project && current?.id === id) return project.preview(records);
        const { previewStored } = await import('./open-project.ts');
        return previewStored(await storage.readUpdates(id), records);
      }),
    merge: (id, name, records, photos = []) =>
      whileMerging(async () => {
        const known = (await storage.listProjects()).find((entry) => entry.id === id);
        if (known?.trashed !== undefined) await changeEntry(id, recovered);
        if (current?.id !== id || !project) {
          const entry = known ? recovered(known) : newProjectEntry(name, id);
          await addCurrent(storage, entry).catch(() => {});
          await open(entry);
        }
        if (!project) {
          return { ok: false, reason: trouble?.reason ?? 'unreadable', detail: trouble?.detail ?? '' };
        }
        const outcome = project.check(records);
        if (!outcome.ok) return outcome;
        if (photos.length > 0) {
          const { storeIncoming } = await import('./photo-store.ts');
          const refused = await storeIncoming(storage, photos);
          if (refused && !refused.ok)
            return { ok: false, reason: 'photos', detail: `${refused.reason}: ${refused.detail}` };
        }
        if (outcome.report.added > 0) {
          try {
            await keepSnapshot(storage, project, records, known === undefined);
          } catch (cause) {
            return { ok: false, reason: 'snapshot', detail: storageError(cause).reason };
          }
        }
        const merged = project.merge(records);
        await project.settled();
        if (merged.ok) await writeElsewhere(storage, id, elsewhere + merged.report.added);
        await announceList();
        return merged;
      }),
    importUndo: () => {
      if (!lastImport || !project || project.entry().id !== lastImport.project) return undefined;
      if (!project.isRightAfter(lastImport)) return undefined;
      const { at, added, isNew } = lastImport;
      return { at, added, isNew };
    },
    undoImport: () =>
      inTurn(async () => {
        const [open, last] = [project, lastImport];
        if (!open || !last) return { ok: false, reason: 'nothing' };
        if (!device.importUndo()) return { ok: false, reason: 'edited-since' };
        const { id } = open.entry();
        try {
          if (last.isNew) {
            await throwAway(id);
            return { ok: true };
          }
          const swapped = await swapBack(storage, id);
          if (!swapped.ok) return swapped;
          open.tellReplaced();
          await writeElsewhere(storage, id, elsewhere - last.added);
          await takeOver(open);
          await announceList();
          return { ok: true };
        } catch (cause) {
          return { ok: false, reason: storageError(cause).reason };
        }
      }),
    unsavedElsewhere: () => Math.max(0, (project?.index.size ?? 0) - elsewhere),
    noteExport: (id, records) =>
      inTurn(async () => {
        if (current?.id === id) elsewhere = records;
        options.onChange([]);
        await writeElsewhere(storage, id, records).catch(() => {}); // The file is out all the same.
      }),
    noteBackup: (at) => inTurn(() => storage.writeSetting('last-backup', at)).catch(() => {}),
    storageReport: async () => {
      await ready;
      return (await import('./storage-report.ts')).reportStorage(storage, memoryReason);
    },
    retry: async () => {
      await ready;
      for (const left of [...parked.values()]) {
        await (left.isReplaced() ? inTurn(() => takeOver(left)) : left.retry());
      }
      const wasMemory = storage.kind === 'memory';
      if (project) {
        await project.retry();
        // Beside what was begun here there may be what was there before.
        if (wasMemory && storage.kind !== 'memory') await inTurn(announceList).catch(() => {});
      } else if (memoryReason !== undefined) await inTurn(() => start());
      options.onChange([]);
    },
    keepLeftOver: () => {
      const unsaved = [...parked.values(), project].filter((open) => open?.unsaved());
      const now = unsaved.flatMap((open) => {
        if (!open) return [];
        const { written, imported } = open.unsavedRecords();
        return {
          entry: open.entry(),
          records: storage.kind === 'memory' ? open.index.records() : [...imported, ...written],
        };
      });
      writeLeftOver([...leftOver, ...now]);
    },
    close: async () => {
      await ready;
      await inTurn(async () => {
        listChannel?.close();
        for (const left of [project, ...parked.values()]) await left?.close();
        storage.close();
      });
    },
  };
  return device;
}
