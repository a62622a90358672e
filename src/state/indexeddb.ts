import { sortedProjects } from './memory.ts';
import { type ProjectEntry, type ProjectId, type Storage, StorageError, storageError } from './storage.ts';

const DATABASE = 'zongguan';
const VERSION = 1;

export interface IndexedDbOptions {
  /** How long opening may take before the page goes on without. */
  readonly timeLimitMs?: number;
  /** For tests: another database name or another factory. */
  readonly database?: string;
  readonly factory?: IDBFactory;
}

/** Stores and what they hold are described in this room's README; version 1 already has those that come later. */
function createStores(database: IDBDatabase): void {
  database.createObjectStore('projects', { keyPath: 'id' });
  database.createObjectStore('updates', { autoIncrement: true }).createIndex('project', 'project');
  database.createObjectStore('photos', { keyPath: 'hash' });
  database.createObjectStore('snapshots', { autoIncrement: true }).createIndex('project', 'project');
  database.createObjectStore('settings');
}

function openDatabase(name: string, timeLimitMs: number, factory: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new StorageError('refused', 'no IndexedDB');
    let isTooLate = false;
    const clock = setTimeout(() => {
      isTooLate = true;
      reject(new StorageError('timeout', `not open after ${timeLimitMs} ms`));
    }, timeLimitMs);
    const fail = (error: StorageError): void => {
      clearTimeout(clock);
      reject(error);
    };
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(name, VERSION);
    } catch (cause) {
      fail(new StorageError('refused', String(cause)));
      return;
    }
    request.onupgradeneeded = () => createStores(request.result);
    request.onerror = () => {
      const error = storageError(request.error);
      fail(error.reason === 'unknown' ? new StorageError('refused', error.message) : error);
    };
    request.onsuccess = () => {
      clearTimeout(clock);
      if (isTooLate) request.result.close();
      else resolve(request.result);
    };
  });
}

/**
 * Storage over IndexedDB. A lost connection is opened again at the next operation.
 *
 * @throws {StorageError} (rejects) if the device refuses, or is not ready in time.
 */
export async function openIndexedDbStorage(options: IndexedDbOptions = {}): Promise<Storage> {
  const { timeLimitMs = 5000, database: name = DATABASE } = options;
  const factory = options.factory ?? (globalThis as { indexedDB?: IDBFactory }).indexedDB;
  let connection: Promise<IDBDatabase> | undefined;
  let isClosed = false;
  let isLeaving = false;
  const setLeaving = ({ type }: Event): void => {
    isLeaving = type === 'pagehide';
  };
  // Absent in Node, where tests run.
  globalThis.addEventListener?.('pagehide', setLeaving, { capture: true });
  globalThis.addEventListener?.('pageshow', setLeaving, { capture: true });

  const connect = (): Promise<IDBDatabase> => {
    if (isClosed) return Promise.reject(new StorageError('connection-lost', 'closed'));
    if (connection) return connection;
    const opening = openDatabase(name, timeLimitMs, factory);
    const forget = (): void => {
      if (connection === opening) connection = undefined;
    };
    connection = opening;
    opening.then((database) => {
      database.onclose = forget;
      // Another tab removes or upgrades the database: let go, or it waits for us for ever. The next operation opens
      // what is there then; if that is a newer version, it fails with that reason.
      database.onversionchange = () => {
        database.close();
        forget();
      };
    }, forget);
    return opening;
  };

  /** Runs `work` in one transaction and resolves with its result after the transaction is on the disk. */
  const run = async <T>(
    stores: readonly string[],
    mode: IDBTransactionMode,
    work: (store: (name: string) => IDBObjectStore, commit: () => void) => () => T,
  ): Promise<T> => {
    try {
      return await transact(await connect(), stores, mode, work);
    } catch (cause) {
      const error = storageError(cause);
      if (error.reason !== 'connection-lost') throw error;
      connection = undefined;
    }
    try {
      return await transact(await connect(), stores, mode, work);
    } catch (cause) {
      throw storageError(cause);
    }
  };

  await connect();
  return {
    kind: 'indexeddb',
    listProjects: () =>
      run(['projects'], 'readonly', (store) => {
        const all = store('projects').getAll() as IDBRequest<ProjectEntry[]>;
        return () => sortedProjects(all.result);
      }),
    putProject: (entry) =>
      run(['projects'], 'readwrite', (store) => {
        store('projects').put(entry);
        return () => {};
      }),
    removeProject: (id) =>
      run(['projects', 'updates', 'snapshots', 'settings'], 'readwrite', (store) => {
        store('projects').delete(id);
        for (const part of ['updates', 'snapshots']) deleteAllOf(store(part), id);
        const current = store('settings').get('current-project');
        current.onsuccess = () => current.result === id && store('settings').delete('current-project');
        return () => {};
      }),
    claimCurrent: (candidate) =>
      run(['projects', 'settings'], 'readwrite', (store) => {
        let claimed = candidate;
        const claim = (): void => {
          store('projects').put(candidate);
          store('settings').put(candidate.id, 'current-project');
        };
        const current = store('settings').get('current-project');
        current.onsuccess = () => {
          if (typeof current.result !== 'string') return claim();
          const entry = store('projects').get(current.result);
          entry.onsuccess = () => {
            if (entry.result) claimed = entry.result as ProjectEntry;
            else claim();
          };
        };
        return () => claimed;
      }),
    readUpdates: (id) =>
      run(['updates'], 'readonly', (store) => {
        const rows = store('updates').index('project').getAll(id) as IDBRequest<UpdateRow[]>;
        return () => rows.result.map(({ update }) => update);
      }),
    appendUpdate: (entry, update, whole) =>
      run(['projects', 'updates'], 'readwrite', (store, commit) => {
        const updates = store('updates');
        if (isLeaving) {
          // No answer comes to a page that is closing: everything is said at once, and the whole is right whatever is there.
          store('projects').put(entry);
          updates.add({ project: entry.id, update: whole() } satisfies UpdateRow);
          commit();
          return () => 1;
        }
        const count = updates.index('project').count(entry.id);
        count.onsuccess = () => {
          updates.add({ project: entry.id, update: count.result === 0 ? whole() : update } satisfies UpdateRow);
        };
        const known = store('projects').getKey(entry.id);
        known.onsuccess = () => known.result === undefined && store('projects').put(entry);
        return () => count.result + 1;
      }),
    compact: (id, merge) =>
      run(['updates'], 'readwrite', (store) => {
        const updates = store('updates');
        const rows = updates.index('project').getAll(id) as IDBRequest<UpdateRow[]>;
        rows.onsuccess = () => {
          if (rows.result.length < 2) return;
          const update = merge(rows.result.map((row) => row.update));
          deleteAllOf(updates, id).then(() => updates.add({ project: id, update } satisfies UpdateRow));
        };
        return () => {};
      }),
    readSetting: (key) =>
      run(['settings'], 'readonly', (store) => {
        const value = store('settings').get(key) as IDBRequest<string | undefined>;
        return () => value.result;
      }),
    writeSetting: (key, value) =>
      run(['settings'], 'readwrite', (store) => {
        store('settings').put(value, key);
        return () => {};
      }),
    close: () => {
      isClosed = true;
      globalThis.removeEventListener?.('pagehide', setLeaving, { capture: true });
      globalThis.removeEventListener?.('pageshow', setLeaving, { capture: true });
      connection?.then((database) => database.close()).catch(() => {});
    },
  };
}

interface UpdateRow {
  readonly project: ProjectId;
  readonly update: Uint8Array;
}

function transact<T>(
  database: IDBDatabase,
  stores: readonly string[],
  mode: IDBTransactionMode,
  work: (store: (name: string) => IDBObjectStore, commit: () => void) => () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...stores], mode, { durability: 'strict' });
    // Success of a request is not enough: only a completed transaction is on the disk, and a full disk shows up
    // as an abort after every request has succeeded.
    transaction.oncomplete = () => resolve(result());
    transaction.onabort = () =>
      reject(transaction.error ?? new StorageError('connection-lost', 'the transaction was aborted'));
    let result: () => T;
    try {
      result = work(
        (name) => transaction.objectStore(name),
        () => transaction.commit(),
      );
    } catch (cause) {
      result = () => {
        throw cause;
      };
      transaction.abort();
      reject(cause);
    }
  });
}

/** Deletes every row of a project; the promise keeps the transaction alive, as it settles in a request's callback. */
function deleteAllOf(store: IDBObjectStore, id: ProjectId): Promise<void> {
  return new Promise((resolve) => {
    const keys = store.index('project').getAllKeys(id);
    keys.onsuccess = () => {
      for (const key of keys.result) store.delete(key);
      resolve();
    };
  });
}
