import { type ItemPath, PROJECT } from '../domain/checklist/item-path.ts';
import type { MergeReport } from '../domain/checklist/merge-report.ts';
import type { AnswerRecord } from '../domain/checklist/record.ts';
import { type Channel, type OpenChannel, openBroadcastChannel } from './channel.ts';
import { openIndexedDbStorage } from './indexeddb.ts';
import { openMemoryStorage } from './memory.ts';
import type { MergeOutcome, OpenProject, OpenTrouble } from './open-project.ts';
import { askToPersist, readWho, writeWho } from './profile.ts';
import { addCurrent, findCurrent, newProjectEntry } from './project-list.ts';
import {
  type ProjectEntry,
  type ProjectId,
  type SaveStatus,
  type Storage,
  type StorageReason,
  storageError,
} from './storage.ts';
import type { Change } from './undo.ts';

export interface DeviceOptions {
  /** Name of the project that begins by itself with the first answer. */
  readonly nameOfFirst: string;
  /** `items` about which something new was stated; `all` when another project or none is open now. */
  readonly onChange: (items: readonly ItemPath[] | 'all') => void;
  readonly openStorage?: () => Promise<Storage>;
  readonly openChannel?: OpenChannel;
  readonly askToPersist?: () => Promise<boolean>;
}

/** Everything that a page needs of this device: its projects, the one that is open, the name of who writes. */
export interface Device {
  isReady(): boolean;
  status(): SaveStatus;
  trouble(): OpenTrouble | undefined;
  project(): OpenProject | undefined;
  projects(): readonly ProjectEntry[];
  current(): ProjectEntry | undefined;
  /** Whether anything written on this page would be lost with it, in the open project or one that was left. */
  unsaved(): boolean;
  who(): string;
  setWho(who: string): Promise<void>;
  /** Begins the first project if there is none. Writes that come before the stored state is read wait for it. */
  writeAll(changes: readonly Change[]): Promise<readonly AnswerRecord[]>;
  create(name: string): Promise<ProjectEntry>;
  rename(id: ProjectId, name: string): Promise<void>;
  switchTo(id: ProjectId): Promise<void>;
  remove(id: ProjectId): Promise<void>;
  /** What merging records of a project would do, whether or not it is open or known here. */
  preview(id: ProjectId, records: readonly AnswerRecord[]): Promise<MergeReport>;
  /** Adds records of a project, which is begun if it is unknown here, and opens it. */
  merge(id: ProjectId, name: string, records: readonly AnswerRecord[]): Promise<DeviceMergeOutcome>;
  retry(): Promise<void>;
  close(): Promise<void>;
}

export type DeviceMergeOutcome =
  | MergeOutcome
  | { readonly ok: false; readonly reason: OpenTrouble['reason']; readonly detail: string };

/** Opens this device's projects. What fails is reported by `status` and `trouble`; nothing throws. */
export function openDevice(options: DeviceOptions): Device {
  const { openStorage = openIndexedDbStorage, openChannel = openBroadcastChannel } = options;
  let storage: Storage = openMemoryStorage();
  let memoryReason: StorageReason | undefined;
  let project: OpenProject | undefined;
  /** Projects that were left while they could not be stored: they stay open, or what is unsaved would be gone. */
  const parked = new Map<ProjectId, OpenProject>();
  let trouble: OpenTrouble | undefined;
  let current: ProjectEntry | undefined;
  let projects: readonly ProjectEntry[] = [];
  let who = '';
  let isReady = false;
  let hasAsked = false;
  let listChannel: Channel | undefined;

  /** One after another: opening, switching and merging must not overlap. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };

  async function start(): Promise<void> {
    try {
      storage = await openStorage();
    } catch (cause) {
      memoryReason = storageError(cause).reason;
    }
    try {
      who ||= await readWho(storage);
      await readList();
      const last = await findCurrent(storage);
      if (last) await open(last);
    } catch (cause) {
      trouble = { reason: 'unreadable', detail: storageError(cause).message };
    }
    listChannel ??= openChannel('zongguan');
    if (listChannel) listChannel.onmessage = () => void inTurn(readList).then(() => options.onChange([]));
    isReady = true;
    options.onChange('all');
  }

  async function readList(): Promise<void> {
    projects = await storage.listProjects();
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
    await leave(before);
    const waiting = parked.get(entry.id);
    if (waiting) {
      parked.delete(entry.id);
      project = waiting;
      current = waiting.entry();
      options.onChange('all');
      return;
    }
    // The document library is fetched only when there is a document to open.
    const { openProject } = await import('./open-project.ts');
    const opened = await openProject({
      storage,
      entry,
      memoryReason,
      openChannel,
      reopen: moveToRealStorage,
      onChange: (items) => {
        const now = project?.entry();
        if (now && now.name !== current?.name) {
          current = now;
          void inTurn(announceList);
        }
        options.onChange(items);
      },
    });
    current = entry;
    if (opened.ok) project = opened.project;
    else trouble = opened.trouble;
    if (isNew && project?.index.size === 0)
      project.writeAll([{ item: PROJECT, field: 'name', value: entry.name }], who, false);
    options.onChange('all');
  }

  async function leave(left: OpenProject | undefined): Promise<void> {
    await left?.settled();
    if (left?.unsaved() && storage.kind !== 'memory') parked.set(left.entry().id, left);
    else await left?.close();
  }

  async function moveToRealStorage(): Promise<Storage> {
    const real = await openStorage();
    for (const entry of await storage.listProjects()) {
      for (const update of await storage.readUpdates(entry.id)) await real.appendUpdate(entry, update, () => update);
    }
    if (current) await addCurrent(real, current);
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

  const ready = inTurn(start);

  return {
    isReady: () => isReady,
    status: () => {
      if (!isReady) return { state: 'loading' };
      if (project) return project.status();
      return memoryReason === undefined ? { state: 'saved' } : { state: 'memory', reason: memoryReason };
    },
    trouble: () => trouble ?? project?.trouble(),
    project: () => project,
    projects: () => projects,
    current: () => current,
    unsaved: () =>
      (storage.kind === 'memory' && projects.length > 0) ||
      [project, ...parked.values()].some((open) => open?.unsaved()),
    who: () => who,
    setWho: async (name) => {
      who = name.trim();
      options.onChange([]);
      await inTurn(() => writeWho(storage, who)).catch(() => {});
    },
    writeAll: async (changes) => {
      if (!isReady || !project) {
        await inTurn(async () => {
          if (project || trouble) return;
          const candidate = newProjectEntry(options.nameOfFirst);
          // A device that cannot even note which project is current can still take the answer in.
          await begin(await storage.claimCurrent(candidate).catch(() => candidate));
        });
      }
      const records = project?.writeAll(changes, who) ?? [];
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
        const entry = projects.find((known) => known.id === id);
        if (!entry || name.trim() === '') return;
        if (last?.id !== id) await open(entry);
        project?.write(PROJECT, 'name', name.trim(), who);
        await project?.settled();
        if (last && last.id !== id) await open(last);
        await announceList();
      }),
    switchTo: (id) =>
      inTurn(async () => {
        const entry = (await storage.listProjects()).find((known) => known.id === id);
        if (!entry) return;
        await storage.writeSetting('current-project', id);
        await open(entry);
      }),
    remove: (id) =>
      inTurn(async () => {
        if (current?.id === id) {
          await project?.close();
          project = undefined;
          trouble = undefined;
          current = undefined;
        }
        await parked.get(id)?.close();
        parked.delete(id);
        await storage.removeProject(id);
        await announceList();
        options.onChange('all');
      }),
    preview: (id, records) =>
      inTurn(async () => {
        if (project && current?.id === id) return project.preview(records);
        const { previewStored } = await import('./open-project.ts');
        return previewStored(await storage.readUpdates(id), records);
      }),
    merge: (id, name, records) =>
      inTurn(async () => {
        if (current?.id !== id || !project) {
          const known = (await storage.listProjects()).find((entry) => entry.id === id);
          const entry = known ?? newProjectEntry(name, id);
          await addCurrent(storage, entry).catch(() => {});
          await open(entry);
        }
        if (!project) {
          return { ok: false, reason: trouble?.reason ?? 'unreadable', detail: trouble?.detail ?? '' };
        }
        const outcome = project.merge(records);
        await project.settled();
        await announceList();
        return outcome;
      }),
    retry: async () => {
      await ready;
      for (const left of parked.values()) await left.retry();
      if (project) await project.retry();
      else if (memoryReason !== undefined) await inTurn(() => start());
      options.onChange([]);
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
}
