import * as Y from 'yjs';
import { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { isFieldName, isItemPath, type ItemPath, PROJECT } from '../domain/checklist/item-path.ts';
import { isJson, isSameJson, type Json } from '../domain/checklist/json.ts';
import { type MergeReport, mergeReport } from '../domain/checklist/merge-report.ts';
import { type AnswerRecord, recordId, replicaOf } from '../domain/checklist/record.ts';
import { findRecordFault } from '../domain/checklist/record-faults.ts';
import { addRecords, type DocumentTrouble, findDocumentTrouble, loadDocument, observeRecords, readRecords } from './document.ts';
import { randomId } from './random-id.ts';
import { openSaver } from './saver.ts';
import { type ProjectEntry, type SaveStatus, type Storage, type StorageReason, storageError } from './storage.ts';
import { connectTabs, type OpenChannel, openBroadcastChannel } from './tabs.ts';
import { type Change, type Target, UndoStack, valuesOf } from './undo.ts';

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
  /** Called after each change: `items` about which something new was stated (empty when only a status changed). */
  readonly onChange?: (items: readonly ItemPath[]) => void;
  /** Why `storage` is only the memory fallback. */
  readonly memoryReason?: StorageReason | undefined;
  /** Tries to get a real storage where `storage` is only the memory fallback. */
  readonly reopen?: () => Promise<Storage>;
  readonly openChannel?: OpenChannel;
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
  /** Several writes that are undone together, or, where the program writes by itself, not by undo at all. */
  writeAll(changes: readonly Change[], who: string, isUndoable?: boolean): readonly AnswerRecord[];
  /** @returns whether there was something to take back. */
  undo(who: string): boolean;
  redo(who: string): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  preview(records: readonly AnswerRecord[]): MergeReport;
  /** Adds records of the same project. Merging twice changes nothing; the order of merging does not matter. */
  merge(records: readonly AnswerRecord[]): MergeOutcome;
  unsaved(): boolean;
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
  const undoStack = new UndoStack(index, ({ id }) => replicaOf(id) === replica);
  let status: SaveStatus = { state: 'loading' };
  let trouble: OpenTrouble | undefined;
  let counter = 0;
  let isClosed = false;
  const changed = (items: readonly ItemPath[]): void => {
    if (!isClosed) options.onChange?.(items);
  };

  const saver = openSaver({
    storage,
    entry: () => entry,
    whole: () => Y.encodeStateAsUpdate(doc),
    merge: (updates) => Y.mergeUpdates(updates),
    memoryReason: options.memoryReason,
    report: (next) => {
      status = next;
      changed([]);
    },
  });
  // What another tab wrote is stored by this one too, so that its "saved" does not rest on the other one's.
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== 'storage') saver.push(update);
    if (origin !== 'local') trouble ??= findDocumentTrouble(doc);
  };
  doc.on('update', onUpdate);
  const unobserve = observeRecords(doc, (records) => {
    const items = new Set(records.filter((record) => index.add(record)).map(({ item }) => item));
    if (items.has(PROJECT)) followName();
    if (items.size > 0) changed([...items]);
  });
  const channel = openChannel(`zongguan:${entry.id}`);
  const tabs = connectTabs(doc, channel, (form) => {
    trouble ??= { reason: 'newer-form', detail: String(form) };
    changed([]);
  });

  /** Keeps the list's copy of the name in step with the record. */
  function followName(): void {
    const name = index.value(PROJECT, 'name');
    if (typeof name !== 'string' || name === entry.name) return;
    entry = { ...entry, name };
    storage.putProject(entry).then(
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
      const [now = null, ...others] = valuesOf(index, item, field);
      return others.length > 0 || !isSameJson(now, wish);
    });
    if (after.length === 0) return [];
    const before = after.map(({ item, field }) => ({ item, field, values: valuesOf(index, item, field) }));
    const records = put(after, who);
    if (isUndoable) undoStack.push({ before, after });
    changed([]);
    return records;
  }

  function step(targets: readonly Target[] | undefined, who: string): boolean {
    if (!targets) return false;
    put(targets, who);
    return true;
  }

  followName();
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
      merge: (records) => {
        if (trouble) return { ok: false, reason: 'not-writable', detail: trouble.reason };
        const report = mergeReport(index, records);
        if (report.clashes.length > 0) return { ok: false, reason: 'clash', detail: report.clashes.join(' ') };
        const fresh = records.filter(({ id }) => !index.has(id));
        const fault = findRecordFault([...index.records(), ...fresh]);
        if (fault) return { ok: false, reason: 'invalid', detail: `${fault.reason} ${fault.id}` };
        if (fresh.length > 0) addRecords(doc, fresh, 'import');
        return { ok: true, report };
      },
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
        tabs.catchUp();
        if (channel) return;
        const there = await storage.readUpdates(entry.id).catch(() => []);
        if (there.length > 0 && !isClosed) Y.applyUpdate(doc, Y.mergeUpdates([...there]), 'storage');
      },
      settled: () => saver.settled(),
      close: async () => {
        isClosed = true;
        tabs.close();
        unobserve();
        await saver.settled();
        doc.off('update', onUpdate);
        doc.destroy();
      },
    },
  };
}

/** Replaces lone halves of surrogate pairs, which a document cannot hold, by the replacement sign. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

