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
  /** Why nothing can be stored, where `storage` is the memory fallback. */
  readonly memoryReason?: Extract<SaveStatus, { state: 'memory' }>['reason'] | undefined;
}

export interface Saver {
  push(update: Uint8Array): void;
  /** Tries again what could not be stored. */
  retry(): void;
  /** Goes on with another storage; everything is stored there from the start. */
  moveTo(storage: Storage): void;
  /** Whether something written would be lost with this page. */
  unsaved(): boolean;
  /** Resolves when nothing is being stored: all is saved, or has failed. */
  settled(): Promise<void>;
}

/**
 * Takes updates in order and stores them one transaction after another, several in one where they queue.
 * Says `saved` only when nothing waits and the last transaction has completed.
 */
export function openSaver(options: SaverOptions): Saver {
  let { storage, memoryReason } = options;
  let pending: Uint8Array[] = [];
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
    if (isBusy || pending.length === 0) return;
    isBusy = true;
    while (pending.length > 0) {
      const batch = pending;
      pending = [];
      if (storage.kind !== 'memory') options.report({ state: 'saving' });
      let stored: number;
      try {
        stored = await storage.appendUpdate(options.entry(), options.merge(batch), options.whole);
      } catch (cause) {
        pending = [...batch, ...pending];
        const { reason, message } = storageError(cause);
        rest({ state: 'failed', reason, detail: message });
        return;
      }
      // Compacting only saves room; a failure leaves the updates as they were.
      if (stored > COMPACT_ABOVE && pending.length === 0) {
        await storage.compact(options.entry().id, options.merge).catch(() => {});
      }
    }
    rest(resting());
  };

  const schedule = (): void => {
    if (isBusy || isScheduled || pending.length === 0) return;
    isScheduled = true;
    queueMicrotask(() => void flush());
  };

  options.report(resting());
  return {
    push: (update) => {
      pending.push(update);
      if (storage.kind === 'memory') isDirtyInMemory = true;
      else if (!isBusy) options.report({ state: 'saving' });
      schedule();
    },
    retry: schedule,
    moveTo: (next) => {
      storage = next;
      memoryReason = undefined;
      pending = [options.whole()];
      isDirtyInMemory = next.kind === 'memory';
      schedule();
    },
    unsaved: () => pending.length > 0 || isBusy || isDirtyInMemory,
    settled: () => (isBusy || isScheduled ? new Promise((wake) => waiters.push(wake)) : Promise.resolve()),
  };
}
