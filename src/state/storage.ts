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
  /** Removes the project, its updates and its snapshots. */
  removeProject(id: ProjectId): Promise<void>;
  /** Makes `candidate` the current project unless there is one, in one step, so two tabs cannot both begin one. */
  claimCurrent(candidate: ProjectEntry): Promise<ProjectEntry>;
  /** In the order in which they were appended. */
  readUpdates(id: ProjectId): Promise<readonly Uint8Array[]>;
  /**
   * Appends one update. Where nothing at all is stored about the project any more (the database was removed
   * under a tab that was open), stores `whole()` instead, so that what is stored is never a torso.
   * @returns how many updates of the project are stored now.
   */
  appendUpdate(entry: ProjectEntry, update: Uint8Array, whole: () => Uint8Array): Promise<number>;
  /** Replaces all stored updates by `merge` of them, in one transaction. `merge` must be synchronous. */
  compact(id: ProjectId, merge: (updates: Uint8Array[]) => Uint8Array): Promise<void>;
  readSetting(key: SettingKey): Promise<string | undefined>;
  writeSetting(key: SettingKey, value: string): Promise<void>;
  close(): void;
}

/** What a device remembers beside the projects. */
export type SettingKey = 'current-project' | 'who';

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
