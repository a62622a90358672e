/** Names a project on every device; the part after `p` is random. */
export type ProjectId = string & { readonly [projectIdBrand]: true };
declare const projectIdBrand: unique symbol;

const PROJECT_ID = /^p[0-9a-z]{12}$/;

export function isProjectId(text: unknown): text is ProjectId {
  return typeof text === 'string' && PROJECT_ID.test(text);
}

/** A line of the list of projects. The name is a copy for the list; the record `project`/`name` is the truth. */
export interface ProjectEntry {
  readonly id: ProjectId;
  readonly name: string;
  /** Stored form of its document, so that a list can say "made by a newer version" without opening it. */
  readonly form: number;
  /** ISO instant, for display only. */
  readonly created: string;
  /**
   * How often the stored document was swapped for a snapshot; absent means never. Who still holds a document of
   * another generation may not add to what is stored.
   */
  readonly generation?: number;
  /** Set aside on this device. */
  readonly archived?: true;
  /** Thrown away on this device, and when (ISO instant): kept until the trash is emptied. */
  readonly trashed?: string;
}

export const generationOf = (entry: ProjectEntry): number => entry.generation ?? 0;

/** A whole project as it was before an import. */
export interface Snapshot {
  readonly project: ProjectId;
  /** The document before the import as one update. */
  readonly update: Uint8Array;
  /** Which records there are after the import and before anything else: `digestOfIds` of them, and their number. */
  readonly after: string;
  readonly count: number;
  /** How many of them the import added. */
  readonly added: number;
  /** The import began the project here. */
  readonly isNew: boolean;
  /** ISO instant, for display only. */
  readonly at: string;
}

/** Snapshots kept of one project; older ones go. */
export const SNAPSHOTS_KEPT = 3;

/** A stored photo without its picture. */
export interface StoredPhoto {
  /** SHA-256 of the picture. */
  readonly hash: string;
  readonly length: number;
  /** Milliseconds since 1970 by this device's clock: only to spare what was added a moment ago. */
  readonly added: number;
}

/** Why something could not be stored or read. Codes, never words for readers. */
export type StorageReason =
  /** The browser keeps no database for this page (private window, blocked, absent). */
  | 'refused'
  /** The database did not open in time. */
  | 'timeout'
  /** No room left. */
  | 'quota'
  /** A newer version of the program has taken the database over; reload. */
  | 'newer-version'
  | 'connection-lost'
  | 'unknown';

/** A failed storage operation. Its message is the browser's own and is for reports, not for readers. */
export class StorageError extends Error {
  readonly reason: StorageReason;
  constructor(reason: StorageReason, detail: string) {
    super(detail);
    this.name = 'StorageError';
    this.reason = reason;
  }
}

/**
 * Where projects are kept. Every method settles: it resolves only after the transaction has completed, so what it
 * confirms survives a killed tab, and it rejects with a `StorageError` otherwise, having changed nothing.
 */
export interface Storage {
  readonly kind: 'indexeddb' | 'memory';
  /** By creation, then id. */
  listProjects(): Promise<readonly ProjectEntry[]>;
  putProject(entry: ProjectEntry): Promise<void>;
  /** Alters a project's line in one step, so that two tabs do not overwrite each other's change of it; nothing if it is gone. */
  updateProject(id: ProjectId, change: (entry: ProjectEntry) => ProjectEntry): Promise<void>;
  /** Removes the project, its updates, its snapshots and what is remembered about it. Photos stay. */
  removeProject(id: ProjectId): Promise<void>;
  /** Makes `candidate` the current project unless there is one that is not thrown away, in one step, so two tabs cannot both begin one. */
  claimCurrent(candidate: ProjectEntry): Promise<ProjectEntry>;
  /** In the order in which they were appended. */
  readUpdates(id: ProjectId): Promise<readonly Uint8Array[]>;
  /**
   * Appends one update. Where nothing at all is stored about the project any more (the database was removed
   * under a tab that was open), stores `whole()` instead, so that what is stored is never a torso.
   * @returns how many updates of the project are stored now; `replaced`, having stored nothing, if the stored
   * document is of another generation than `entry`.
   */
  appendUpdate(entry: ProjectEntry, update: Uint8Array, whole: () => Uint8Array): Promise<number | 'replaced'>;
  /** Replaces all stored updates by `merge` of them, in one transaction. `merge` must be synchronous. */
  compact(id: ProjectId, merge: (updates: Uint8Array[]) => Uint8Array): Promise<void>;
  /**
   * Swaps the stored document for the one that `decide` returns, begins a new generation and removes the latest
   * snapshot, all in one transaction. `decide` must be synchronous; `undefined` leaves everything as it is.
   * @returns the project's new line, or `undefined` if nothing was swapped.
   */
  swapDocument(
    id: ProjectId,
    decide: (updates: readonly Uint8Array[]) => Uint8Array | undefined,
  ): Promise<ProjectEntry | undefined>;
  /** Keeps a snapshot and forgets the oldest ones above `SNAPSHOTS_KEPT`. */
  putSnapshot(snapshot: Snapshot): Promise<void>;
  /** The oldest first. */
  readSnapshots(id: ProjectId): Promise<readonly Snapshot[]>;
  /** Stores a picture under its hash; again is once, but counts as added now. */
  putPhoto(hash: string, bytes: Uint8Array, added: number): Promise<void>;
  getPhoto(hash: string): Promise<Uint8Array | undefined>;
  /** By hash. Holds one picture at a time in memory. */
  listPhotos(): Promise<readonly StoredPhoto[]>;
  /** Removes the photos for which `isUnwanted`, in one transaction. @returns what was removed. */
  removePhotos(isUnwanted: (photo: StoredPhoto) => boolean): Promise<readonly StoredPhoto[]>;
  readSetting(key: SettingKey): Promise<string | undefined>;
  writeSetting(key: SettingKey, value: string): Promise<void>;
  close(): void;
}

/** What a device remembers beside the projects. */
export type SettingKey = 'current-project' | 'who' | 'last-backup' | ElsewhereKey;

/** How many records of a project are known to exist elsewhere too, in an exported or an imported file. */
export type ElsewhereKey = `elsewhere:${ProjectId}`;
export const elsewhereKey = (id: ProjectId): ElsewhereKey => `elsewhere:${id}`;

/** The truth about saving, for the reader. `saved` only when everything written so far is on the disk. */
export type SaveStatus =
  | { readonly state: 'loading' | 'saving' | 'saved' }
  /** Nothing is lost yet: what is unsaved is kept in this tab, can be exported, and is tried again. */
  | { readonly state: 'failed'; readonly reason: StorageReason; readonly detail: string }
  /** This device refuses to store; everything lasts as long as this page. */
  | { readonly state: 'memory'; readonly reason: StorageReason };

/** What went wrong, as a `StorageError`. */
export function storageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  const { name = '', message = String(cause) } = (cause ?? {}) as { name?: string; message?: string };
  const reasons: { readonly [name: string]: StorageReason } = {
    QuotaExceededError: 'quota',
    VersionError: 'newer-version',
    InvalidStateError: 'connection-lost',
    SecurityError: 'refused',
  };
  return new StorageError(reasons[name] ?? 'unknown', `${name}: ${message}`);
}
