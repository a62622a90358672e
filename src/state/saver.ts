import type { AnswerRecord } from '../domain/checklist/record.ts';
import { type ProjectEntry, type SaveStatus, type Storage, storageError } from './storage.ts';

/** Above this number of stored updates they are merged into one. */
const COMPACT_ABOVE = 200;

export interface SaverOptions {
  readonly storage: Storage;
  /** Asked at each write, as the project may have been renamed. */
  readonly entry: () => ProjectEntry;
  /** The whole document as one update. */
  readonly whole: () => Uint8Array;
  readonly merge: (updates: Uint8Array[]) => Uint8Array;
  readonly report: (status: SaveStatus) => void;
  /** The stored document is not the one any more that these updates belong to: nothing of it can be stored. */
  readonly replaced: () => void;
  /** Why nothing can be stored, where `storage` is the memory fallback. */
  readonly memoryReason?: Extract<SaveStatus, { state: 'memory' }>['reason'] | undefined;
}

/** An update and the records in it that exist nowhere else yet: those of this tab's own making. */
interface Pending {
  readonly update: Uint8Array;
  readonly own: readonly AnswerRecord[];
}

export interface Saver {
  push(update: Uint8Array, own?: readonly AnswerRecord[]): void;
  /** Tries again what could not be stored. */
  retry(): void;
  /** Goes on with another storage; everything is stored there from the start. */
  moveTo(storage: Storage): void;
  /** Whether something written would be lost with this page. */
  unsaved(): boolean;
  /** This tab's own records that are not stored, in the order in which they were made. */
  unsavedRecords(): readonly AnswerRecord[];
  /** Resolves when nothing is being stored: all is saved, or has failed. */
  settled(): Promise<void>;
}

/**
 * Takes updates in order and stores them one transaction after another, several in one where they queue.
 * Says `saved` only when nothing waits and the last transaction has completed.
 */
export function openSaver(options: SaverOptions): Saver {
  let { storage, memoryReason } = options;
  let pending: Pending[] = [];
  /** What is being stored right now. */
  let underWay: Pending[] = [];
  let isReplaced = false;
  let isBusy = false;
  let isScheduled = false;
  let isDirtyInMemory = false;
  let waiters: (() => void)[] = [];

  const resting = (): SaveStatus =>
    storage.kind === 'memory' ? { state: 'memory', reason: memoryReason ?? 'refused' } : { state: 'saved' };

  const rest = (status: SaveStatus): void => {
    isBusy = false;
    options.report(status);
    const waiting = waiters;
    waiters = [];
    for (const wake of waiting) wake();
  };

  const flush = async (): Promise<void> => {
    isScheduled = false;
    if (isBusy || isReplaced || pending.length === 0) return;
    isBusy = true;
    while (pending.length > 0) {
      underWay = pending;
      pending = [];
      if (storage.kind !== 'memory') options.report({ state: 'saving' });
      let stored: number | 'replaced';
      const giveBack = (): void => {
        pending = [...underWay, ...pending];
        underWay = [];
      };
      try {
        const updates = underWay.map(({ update }) => update);
        stored = await storage.appendUpdate(options.entry(), options.merge(updates), options.whole);
      } catch (cause) {
        giveBack();
        const { reason, message } = storageError(cause);
        rest({ state: 'failed', reason, detail: message });
        return;
      }
      if (stored === 'replaced') {
        isReplaced = true;
        giveBack();
        rest({ state: 'saving' });
        options.replaced();
        return;
      }
      underWay = [];
      // Compacting only saves room; a failure leaves the updates as they were.
      if (stored > COMPACT_ABOVE && pending.length === 0) {
        await storage.compact(options.entry().id, options.merge).catch(() => {});
      }
    }
    rest(resting());
  };

  const schedule = (): void => {
    if (isBusy || isScheduled || isReplaced || pending.length === 0) return;
    isScheduled = true;
    queueMicrotask(() => void flush());
  };

  options.report(resting());
  return {
    push: (update, own = []) => {
      pending.push({ update, own });
      if (storage.kind === 'memory') isDirtyInMemory = true;
      else if (!isBusy) options.report({ state: 'saving' });
      schedule();
    },
    retry: schedule,
    moveTo: (next) => {
      storage = next;
      memoryReason = undefined;
      pending = [{ update: options.whole(), own: pending.flatMap(({ own }) => own) }];
      isDirtyInMemory = next.kind === 'memory';
      schedule();
    },
    unsaved: () => pending.length > 0 || isBusy || isDirtyInMemory,
    unsavedRecords: () => [...underWay, ...pending].flatMap(({ own }) => own),
    settled: () => (isBusy || isScheduled ? new Promise((wake) => waiters.push(wake)) : Promise.resolve()),
  };
}
