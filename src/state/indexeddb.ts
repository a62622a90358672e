import { sortedProjects } from './memory.ts';
import {
  elsewhereKey,
  generationOf,
  type ProjectEntry,
  type ProjectId,
  SNAPSHOTS_KEPT,
  type Snapshot,
  type Storage,
  StorageError,
  type StoredPhoto,
  storageError,
} from './storage.ts';

const DATABASE = 'zongguan';
const VERSION = 1;

export interface IndexedDbOptions {
  /** How long opening may take before the page goes on without. */
  readonly timeLimitMs?: number;
  /** A tab of a newer program needs the database in a newer version, or has it already. */
  readonly onNewerVersion?: () => void;
  /** The database that was given up for too slow has opened after all: what failed can be tried again. */
  readonly onLateOpen?: (() => void) | undefined;
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

function openDatabase(
  name: string,
  timeLimitMs: number,
  factory: IDBFactory | undefined,
  onLateOpen: (() => void) | undefined,
): Promise<IDBDatabase> {
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
      if (!isTooLate) return resolve(request.result);
      request.result.close();
      onLateOpen?.();
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
    const opening = openDatabase(name, timeLimitMs, factory, options.onLateOpen);
    const forget = (): void => {
      if (connection === opening) connection = undefined;
    };
    connection = opening;
    opening.then(
      (database) => {
        database.onclose = forget;
        // Another tab removes or upgrades the database: let go, or it waits for us for ever. The next operation opens
        // what is there then; if that is a newer version, it fails with that reason.
        database.onversionchange = ({ newVersion }) => {
          database.close();
          forget();
          if (newVersion !== null && newVersion > VERSION) options.onNewerVersion?.();
        };
      },
      (cause) => {
        forget();
        if (storageError(cause).reason === 'newer-version') options.onNewerVersion?.();
      },
    );
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
    updateProject: (id, change) =>
      run(['projects'], 'readwrite', (store) => {
        const entry = store('projects').get(id) as IDBRequest<ProjectEntry | undefined>;
        entry.onsuccess = () => entry.result && store('projects').put(change(entry.result));
        return () => {};
      }),
    removeProject: (id) =>
      run(['projects', 'updates', 'snapshots', 'settings'], 'readwrite', (store) => {
        store('projects').delete(id);
        for (const part of ['updates', 'snapshots']) deleteAllOf(store(part), id);
        store('settings').delete(elsewhereKey(id));
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
          const entry = store('projects').get(current.result) as IDBRequest<ProjectEntry | undefined>;
          entry.onsuccess = () => {
            if (entry.result && entry.result.trashed === undefined) claimed = entry.result;
            else claim();
          };
        };
        return () => claimed;
      }),
    readUpdates: (id) =>
      run(['projects', 'updates'], 'readonly', (store) => {
        const known = store('projects').get(id) as IDBRequest<ProjectEntry | undefined>;
        const rows = store('updates').index('project').getAll(id) as IDBRequest<UpdateRow[]>;
        return () => updatesOf(known.result, rows.result);
      }),
    appendUpdate: (entry, update, whole) =>
      run(['projects', 'updates'], 'readwrite', (store, commit) => {
        const updates = store('updates');
        const row = (bytes: Uint8Array): UpdateRow => {
          return { project: entry.id, update: bytes, generation: generationOf(entry) };
        };
        if (isLeaving) {
          // No answer comes to a page that is closing: everything is said at once, and the whole is right whatever is
          // there. Should the document have been swapped, the row is of another generation and is not read.
          updates.add(row(whole()));
          commit();
          return () => 1;
        }
        let outcome: number | 'replaced' = 'replaced';
        const known = store('projects').get(entry.id) as IDBRequest<ProjectEntry | undefined>;
        known.onsuccess = () => {
          if (known.result && generationOf(known.result) !== generationOf(entry)) return;
          if (!known.result) store('projects').put(entry);
          const count = updates.index('project').count(entry.id);
          count.onsuccess = () => {
            updates.add(row(count.result === 0 ? whole() : update));
            outcome = count.result + 1;
          };
        };
        return () => outcome;
      }),
    compact: (id, merge) =>
      run(['projects', 'updates'], 'readwrite', (store) => {
        const updates = store('updates');
        const known = store('projects').get(id) as IDBRequest<ProjectEntry | undefined>;
        const rows = updates.index('project').getAll(id) as IDBRequest<UpdateRow[]>;
        rows.onsuccess = () => {
          const current = updatesOf(known.result, rows.result);
          if (current.length < 2) return;
          const generation = known.result ? generationOf(known.result) : 0;
          const update = merge(current);
          deleteAllOf(updates, id).then(() => updates.add({ project: id, update, generation } satisfies UpdateRow));
        };
        return () => {};
      }),
    swapDocument: (id, decide) =>
      run(['projects', 'updates', 'snapshots'], 'readwrite', (store) => {
        const updates = store('updates');
        let swapped: ProjectEntry | undefined;
        const known = store('projects').get(id) as IDBRequest<ProjectEntry | undefined>;
        const rows = updates.index('project').getAll(id) as IDBRequest<UpdateRow[]>;
        rows.onsuccess = () => {
          const update = known.result && decide(updatesOf(known.result, rows.result));
          if (!known.result || !update) return;
          const generation = generationOf(known.result) + 1;
          swapped = { ...known.result, generation };
          store('projects').put(swapped);
          deleteAllOf(updates, id).then(() => updates.add({ project: id, update, generation } satisfies UpdateRow));
          const latest = store('snapshots').index('project').openKeyCursor(id, 'prev');
          latest.onsuccess = () => latest.result && store('snapshots').delete(latest.result.primaryKey);
        };
        return () => swapped;
      }),
    putSnapshot: (snapshot) =>
      run(['snapshots'], 'readwrite', (store) => {
        store('snapshots').add(snapshot);
        const keys = store('snapshots').index('project').getAllKeys(snapshot.project);
        keys.onsuccess = () => {
          for (const key of keys.result.slice(0, -SNAPSHOTS_KEPT)) store('snapshots').delete(key);
        };
        return () => {};
      }),
    readSnapshots: (id) =>
      run(['snapshots'], 'readonly', (store) => {
        const rows = store('snapshots').index('project').getAll(id) as IDBRequest<Snapshot[]>;
        return () => rows.result;
      }),
    putPhoto: (hash, bytes, added) =>
      run(['photos'], 'readwrite', (store) => {
        store('photos').put({ hash, bytes, added } satisfies PhotoRow);
        return () => {};
      }),
    getPhoto: (hash) =>
      run(['photos'], 'readonly', (store) => {
        const row = store('photos').get(hash) as IDBRequest<PhotoRow | undefined>;
        return () => row.result?.bytes;
      }),
    listPhotos: () =>
      run(['photos'], 'readonly', (store) => {
        const photos: StoredPhoto[] = [];
        eachPhoto(store('photos'), (photo) => void photos.push(photo));
        return () => photos;
      }),
    removePhotos: (isUnwanted) =>
      run(['photos'], 'readwrite', (store) => {
        const removed: StoredPhoto[] = [];
        eachPhoto(store('photos'), (photo, cursor) => {
          if (!isUnwanted(photo)) return;
          cursor.delete();
          removed.push(photo);
        });
        return () => removed;
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
  /** Absent means 0. */
  readonly generation?: number;
}

/** The updates of a project's document; what a page wrote for one that had been swapped is not among them. */
function updatesOf(known: ProjectEntry | undefined, rows: readonly UpdateRow[]): Uint8Array[] {
  const current = rows.filter(({ generation = 0 }) => !known || generation === generationOf(known));
  return current.map(({ update }) => update);
}

interface PhotoRow {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly added: number;
}

/** Walks with a cursor, because all pictures at once may be more than a phone can hold. */
function eachPhoto(store: IDBObjectStore, see: (photo: StoredPhoto, cursor: IDBCursorWithValue) => void): void {
  const walk = store.openCursor();
  walk.onsuccess = () => {
    const cursor = walk.result;
    if (!cursor) return;
    const { hash, bytes, added } = cursor.value as PhotoRow;
    see({ hash, length: bytes.length, added }, cursor);
    cursor.continue();
  };
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
