import * as Y from 'yjs';
import { AnswerIndex } from '../domain/checklist/answer-index.ts';
import type { Change } from '../domain/checklist/change.ts';
import { type ItemPath, isFieldName, isItemPath, PROJECT } from '../domain/checklist/item-path.ts';
import { isJson, isSameJson, type Json } from '../domain/checklist/json.ts';
import { type MergeReport, mergeReport } from '../domain/checklist/merge-report.ts';
import { type AnswerRecord, recordId, replicaOf } from '../domain/checklist/record.ts';
import { findRecordFault } from '../domain/checklist/record-faults.ts';
import { isLocked } from '../domain/checklist/sign-off.ts';
import { type OpenChannel, openBroadcastChannel } from './channel.ts';
import {
  addRecords,
  type DocumentTrouble,
  digestOfIds,
  findDocumentTrouble,
  loadDocument,
  observeRecords,
  readRecords,
  storedIds,
} from './document.ts';
import { randomId } from './random-id.ts';
import { openSaver } from './saver.ts';
import {
  generationOf,
  type ProjectEntry,
  type SaveStatus,
  type Snapshot,
  type Storage,
  type StorageReason,
  storageError,
} from './storage.ts';
import { connectTabs } from './tabs.ts';
import { type Target, UndoStack, valuesOf } from './undo.ts';

/** Why a project is not open. Nothing of it was written to. */
export type OpenTrouble = DocumentTrouble | { readonly reason: 'unreadable'; readonly detail: string };

export type OpenResult =
  | { readonly ok: true; readonly project: OpenProject }
  | { readonly ok: false; readonly trouble: OpenTrouble };

export type MergeOutcome =
  | { readonly ok: true; readonly report: MergeReport }
  /** The records contradict what is here, or each other. Nothing was merged. */
  | { readonly ok: false; readonly reason: 'clash' | 'invalid' | 'not-writable'; readonly detail: string };

export interface OpenProjectOptions {
  readonly storage: Storage;
  readonly entry: ProjectEntry;
  /** Called after each change from when it is open: `items` about which something new was stated (empty when only a status changed). */
  readonly onChange?: (items: readonly ItemPath[]) => void;
  /** Why `storage` is only the memory fallback. */
  readonly memoryReason?: StorageReason | undefined;
  /** Tries to get a real storage where `storage` is only the memory fallback. */
  readonly reopen?: () => Promise<Storage>;
  readonly openChannel?: OpenChannel;
  /** The stored document was swapped for another one: this opening is at its end, and another has to take over. */
  readonly onReplaced?: () => void;
  /** The writer's clock, for display. */
  readonly now?: () => string;
  readonly replica?: string;
}

/** A project's document, open in this page. */
export interface OpenProject {
  readonly index: AnswerIndex;
  entry(): ProjectEntry;
  status(): SaveStatus;
  /** Set when a tab of a newer program has changed the form under this one: reading goes on, writing does not. */
  trouble(): OpenTrouble | undefined;
  /** Stored values that this program cannot read; they are kept. */
  unreadable(): number;
  /** @returns the new record, or `undefined` if the field already has this value. */
  write(item: ItemPath, field: string, value: Json, who: string): AnswerRecord | undefined;
  /**
   * Several writes that are undone together, or, where the program writes by itself, not by undo at all. What a
   * signature has locked is left out.
   */
  writeAll(changes: readonly Change[], who: string, isUndoable?: boolean): readonly AnswerRecord[];
  /** @returns whether there was something to take back. */
  undo(who: string): boolean;
  redo(who: string): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  preview(records: readonly AnswerRecord[]): MergeReport;
  /** Adds records of the same project. Merging twice changes nothing; the order of merging does not matter. */
  merge(records: readonly AnswerRecord[]): MergeOutcome;
  /** What `merge` would answer, without merging. */
  check(records: readonly AnswerRecord[]): MergeOutcome;
  /** The project as it is now, and how to tell that nothing but these records was added to it. */
  snapshotBefore(records: readonly AnswerRecord[]): Omit<Snapshot, 'isNew'>;
  /** Whether the project is what it was right after the import that a snapshot was made for. */
  isRightAfter(snapshot: Pick<Snapshot, 'count' | 'after'>): boolean;
  unsaved(): boolean;
  /** What this tab has made and not stored, by what it came from. For whoever takes over after `onReplaced`. */
  unsavedRecords(): { readonly written: readonly AnswerRecord[]; readonly imported: readonly AnswerRecord[] };
  /** Whether `onReplaced` was called. */
  isReplaced(): boolean;
  /** Tells the other tabs that the stored document has been swapped. */
  tellReplaced(): void;
  retry(): Promise<void>;
  /** After the page was frozen or hidden: fetches what other tabs wrote meanwhile. */
  catchUp(): Promise<void>;
  /** Resolves when everything written so far is stored, or storing it has failed. */
  settled(): Promise<void>;
  /** Stores what waits, then lets go. */
  close(): Promise<void>;
}

/** Opens a project, or begins it if nothing is stored about it. Never throws for what the disk holds. */
export async function openProject(options: OpenProjectOptions): Promise<OpenResult> {
  const { now = () => new Date().toISOString(), openChannel = openBroadcastChannel } = options;
  const replica = options.replica ?? randomId();
  let { storage, entry } = options;
  let stored: readonly Uint8Array[];
  try {
    stored = await storage.readUpdates(entry.id);
  } catch (cause) {
    return { ok: false, trouble: { reason: 'unreadable', detail: storageError(cause).message } };
  }
  const loaded = loadDocument(stored);
  if (!loaded.ok) return loaded;
  const { doc } = loaded;

  const first = readRecords(doc);
  const index = new AnswerIndex(first.records);
  const undoStack = new UndoStack(
    index,
    ({ id }) => replicaOf(id) === replica,
    ({ item, field }) => isLocked(index, item, field),
  );
  let status: SaveStatus = { state: 'loading' };
  let trouble: OpenTrouble | undefined;
  let counter = 0;
  let isQuiet = true;
  let isClosed = false;
  let isReplaced = false;
  let compared: { readonly count: number; readonly digest: string } | undefined;
  const replaced = (): void => {
    if (isReplaced || isClosed) return;
    isReplaced = true;
    options.onReplaced?.();
  };
  /** What is told when what is under way is done as a whole. */
  let held: Set<ItemPath> | undefined;
  const changed = (items: readonly ItemPath[]): void => {
    if (held) for (const item of items) held.add(item);
    else if (!isQuiet) options.onChange?.(items);
  };
  /** One piece of work, told about once: every telling makes the page look at what it shows. */
  const atOnce = <T>(work: () => T): T => {
    held = new Set();
    try {
      return work();
    } finally {
      const items = [...held];
      held = undefined;
      changed(items);
    }
  };

  const saver = openSaver({
    storage,
    entry: () => entry,
    whole: () => Y.encodeStateAsUpdate(doc),
    merge: (updates) => Y.mergeUpdates(updates),
    memoryReason: options.memoryReason,
    replaced,
    report: (next) => {
      const isNew = next.state !== 'saving' || status.state !== 'saving';
      status = next;
      if (isNew) changed([]);
    },
  });
  /** Told about only after the saver knows of them: nobody may see a new answer beside an old "saved". */
  const news = new Set<ItemPath>();
  let fresh: AnswerRecord[] = [];
  // What another tab wrote is stored by this one too, so that its "saved" does not rest on the other one's.
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== 'storage') saver.push(update, origin === 'local' || origin === 'import' ? fresh : []);
    fresh = [];
    if (origin !== 'local') trouble ??= findDocumentTrouble(doc);
    const items = [...news];
    news.clear();
    if (items.includes(PROJECT)) followName();
    changed(items);
  };
  doc.on('update', onUpdate);
  const unobserve = observeRecords(doc, (records) => {
    for (const record of records) {
      if (!index.add(record)) continue;
      news.add(record.item);
      fresh.push(record);
    }
  });
  // Tabs of another generation cannot hear each other, so none can push back what was taken back.
  const generation = generationOf(entry);
  const channel = openChannel(generation === 0 ? `zongguan:${entry.id}` : `zongguan:${entry.id}:${generation}`);
  const becomeForeign = (form: number): void => {
    trouble ??= { reason: 'newer-form', detail: String(form) };
    changed([]);
  };
  const tabs = connectTabs(doc, channel, becomeForeign, replaced);

  /** Keeps the list's copy of the name in step with the record. */
  function followName(): void {
    const name = index.value(PROJECT, 'name');
    if (typeof name !== 'string' || name === entry.name) return;
    entry = { ...entry, name };
    storage
      .updateProject(entry.id, (known) => ({ ...known, name }))
      .then(
        () => changed([]),
        () => {},
      );
  }

  function put(targets: readonly Target[], who: string): readonly AnswerRecord[] {
    const records = targets.flatMap(({ item, field, values }) => {
      const replaces = index.current(item, field).heads.map(({ id }) => id);
      return (values.length === 0 ? [null] : values).map((value): AnswerRecord => {
        return { id: recordId(replica, counter++), item, field, value, who: wellFormed(who), at: now(), replaces };
      });
    });
    addRecords(doc, records, 'local');
    return records;
  }

  function writeAll(changes: readonly Change[], who: string, isUndoable = true): readonly AnswerRecord[] {
    if (isClosed) throw new Error('This project has been closed');
    if (trouble) return [];
    const wanted = new Map<string, Target>();
    for (const { item, field, value } of changes) {
      const clean = typeof value === 'string' ? wellFormed(value) : value;
      if (!isItemPath(item) || !isFieldName(field)) throw new RangeError(`Not an item and field: ${item} ${field}`);
      if (!isJson(clean)) throw new RangeError(`Not a value that can be stored: ${item} ${field}`);
      wanted.set(`${item} ${field}`, { item, field, values: [clean] });
    }
    const after = [...wanted.values()].filter(({ item, field, values: [wish = null] }) => {
      if (isLocked(index, item, field)) return false;
      const [now = null, ...others] = valuesOf(index, item, field);
      return others.length > 0 || !isSameJson(now, wish);
    });
    if (after.length === 0) return [];
    const before = after.map(({ item, field }) => ({ item, field, values: valuesOf(index, item, field) }));
    return atOnce(() => {
      const records = put(after, who);
      // A signature and a reopening are taken back by the next one only, with its reason.
      if (isUndoable && !after.some(({ field }) => field === 'signed')) undoStack.push({ before, after });
      return records;
    });
  }

  function check(records: readonly AnswerRecord[]): MergeOutcome {
    if (trouble) return { ok: false, reason: 'not-writable', detail: trouble.reason };
    const report = mergeReport(index, records);
    if (report.clashes.length > 0) return { ok: false, reason: 'clash', detail: report.clashes.join(' ') };
    const fault = findRecordFault([...index.records(), ...records.filter(({ id }) => !index.has(id))]);
    if (fault) return { ok: false, reason: 'invalid', detail: `${fault.reason} ${fault.id}` };
    return { ok: true, report };
  }

  function step(targets: readonly Target[] | undefined, who: string): boolean {
    if (!targets) return false;
    put(targets, who);
    return true;
  }

  followName();
  isQuiet = false;
  return {
    ok: true,
    project: {
      index,
      entry: () => entry,
      status: () => status,
      trouble: () => trouble,
      unreadable: () => readRecords(doc).unreadable,
      write: (item, field, value, who) => writeAll([{ item, field, value }], who)[0],
      writeAll,
      undo: (who) => !trouble && step(undoStack.undo(), who),
      redo: (who) => !trouble && step(undoStack.redo(), who),
      canUndo: () => !trouble && undoStack.canUndo(),
      canRedo: () => !trouble && undoStack.canRedo(),
      preview: (records) => mergeReport(index, records),
      check,
      merge: (records) => {
        const outcome = check(records);
        const missing = records.filter(({ id }) => !index.has(id));
        if (outcome.ok && missing.length > 0) addRecords(doc, missing, 'import');
        return outcome;
      },
      snapshotBefore: (records) => {
        const missing = records.filter(({ id }) => !index.has(id)).map(({ id }) => id);
        return {
          project: entry.id,
          update: Y.encodeStateAsUpdate(doc),
          after: digestOfIds([...storedIds(doc), ...missing]),
          count: index.size + missing.length,
          added: missing.length,
          at: now(),
        };
      },
      isRightAfter: ({ count, after }) => {
        if (index.size !== count) return false;
        // Records are only ever added: as long as there are as many, they are the same.
        if (compared?.count !== count) compared = { count, digest: digestOfIds(storedIds(doc)) };
        return compared.digest === after;
      },
      unsavedRecords: () => {
        const all = saver.unsavedRecords();
        const isWritten = ({ id }: AnswerRecord): boolean => replicaOf(id) === replica;
        return { written: all.filter(isWritten), imported: all.filter((record) => !isWritten(record)) };
      },
      isReplaced: () => isReplaced,
      tellReplaced: () => tabs.tellReplaced(),
      unsaved: () => saver.unsaved(),
      retry: async () => {
        if (storage.kind === 'memory' && options.reopen) {
          try {
            const real = await options.reopen();
            const there = loadDocument(await real.readUpdates(entry.id));
            if (!there.ok) {
              trouble = there.trouble;
              changed([]);
              return;
            }
            Y.applyUpdate(doc, Y.encodeStateAsUpdate(there.doc), 'storage');
            storage = real;
            saver.moveTo(real);
          } catch {
            return; // Still refused: the status already says so.
          }
        } else saver.retry();
        await saver.settled();
      },
      catchUp: async () => {
        const known = (await storage.listProjects().catch(() => [])).find(({ id }) => id === entry.id);
        if (known && generationOf(known) !== generation) return replaced();
        tabs.catchUp();
        if (channel) return;
        const there = await storage.readUpdates(entry.id).catch(() => []);
        if (there.length > 0 && !isClosed) Y.applyUpdate(doc, Y.mergeUpdates([...there]), 'storage');
      },
      settled: () => saver.settled(),
      close: async () => {
        isClosed = true;
        isQuiet = true;
        tabs.close();
        unobserve();
        await saver.settled();
        doc.off('update', onUpdate);
        doc.destroy();
      },
    },
  };
}

/** What merging would do to a project that is stored but not open; for one that is unknown or unreadable, to none. */
export function previewStored(updates: readonly Uint8Array[], records: readonly AnswerRecord[]): MergeReport {
  const there = loadDocument(updates);
  return mergeReport(new AnswerIndex(there.ok ? readRecords(there.doc).records : []), records);
}

/** The document to go back to, if what is stored is what it was right after the import; for `Storage.swapDocument`. */
export function documentBefore(snapshot: Snapshot, updates: readonly Uint8Array[]): Uint8Array | undefined {
  const there = loadDocument(updates);
  if (!there.ok) return undefined;
  return digestOfIds(storedIds(there.doc)) === snapshot.after ? snapshot.update : undefined;
}

/** The records that are stored of a project, by id; `undefined` if this program cannot read all of them. */
export function storedRecords(updates: readonly Uint8Array[]): readonly AnswerRecord[] | undefined {
  const there = loadDocument(updates);
  if (!there.ok) return undefined;
  const { records, unreadable } = readRecords(there.doc);
  return unreadable > 0 ? undefined : new AnswerIndex(records).records();
}

/** A document that holds these records and nothing else, as one update. */
export function documentOf(records: readonly AnswerRecord[]): Uint8Array {
  const doc = new Y.Doc();
  addRecords(doc, records, 'local');
  return Y.encodeStateAsUpdate(doc);
}

/** Replaces lone halves of surrogate pairs, which a document cannot hold, by the replacement sign. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
