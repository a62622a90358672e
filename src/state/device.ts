import type { Change } from '../domain/checklist/change.ts';
import type { ItemPath } from '../domain/checklist/item-path.ts';
import type { MergeReport } from '../domain/checklist/merge-report.ts';
import type { Photo, PhotoKind } from '../domain/checklist/photo.ts';
import type { AnswerRecord } from '../domain/checklist/record.ts';
import type { ImportUndo, UndoImportOutcome } from './import-undo.ts';
import type { MergeOutcome, OpenProject, OpenTrouble } from './open-project.ts';
import type { IncomingPhoto, PhotoOutcome } from './photo-store.ts';
import type { ProjectEntry, ProjectId, SaveStatus, StorageReason, StoredPhoto } from './storage.ts';
import type { StorageReport } from './storage-report.ts';

/** Everything that a page needs of this device: its projects, the one that is open, the name of who writes. */
export interface Device {
  isReady(): boolean;
  status(): SaveStatus;
  trouble(): OpenTrouble | undefined;
  /** A tab of a newer program has taken the database over: only a reload helps. */
  needsReload(): boolean;
  project(): OpenProject | undefined;
  /** Neither set aside nor thrown away. */
  projects(): readonly ProjectEntry[];
  archived(): readonly ProjectEntry[];
  trash(): readonly ProjectEntry[];
  current(): ProjectEntry | undefined;
  /** Whether anything written on this page would be lost with it, in the open project or one that was left. */
  unsaved(): boolean;
  who(): string;
  setWho(who: string): Promise<void>;
  /**
   * Begins the first project if there is none. Writes that come before the stored state is read wait for it.
   *
   * @param isUndoable - False for what the program notes by itself.
   */
  writeAll(changes: readonly Change[], isUndoable?: boolean): Promise<readonly AnswerRecord[]>;
  create(name: string): Promise<ProjectEntry>;
  rename(id: ProjectId, name: string): Promise<void>;
  switchTo(id: ProjectId): Promise<void>;
  archive(id: ProjectId, isArchived: boolean): Promise<void>;
  /** A new project with the same content, or with all of it but the answers. It is not opened. */
  duplicate(id: ProjectId, name: string, what: { readonly answers: boolean }): Promise<DuplicateOutcome>;
  /** Throws a project into the trash, from which it can be recovered until it is emptied. */
  remove(id: ProjectId): Promise<void>;
  recover(id: ProjectId): Promise<void>;
  /** Removes for good what is in the trash, or one project of it. */
  emptyTrash(id?: ProjectId): Promise<void>;
  /** Stores the picture, then the record that names it. */
  addPhoto(item: ItemPath, photo: NewPhoto, kind?: PhotoKind): Promise<PhotoOutcome>;
  photo(hash: string): Promise<Uint8Array | undefined>;
  cleanPhotos(): Promise<readonly StoredPhoto[]>;
  /** Everything of a project that a file of it holds. */
  content(id: ProjectId): Promise<ProjectContent | undefined>;
  /** What merging records of a project would do, whether or not it is open or known here. */
  preview(id: ProjectId, records: readonly AnswerRecord[]): Promise<MergeReport>;
  /** Adds records of a project, which is begun if it is unknown here, and opens it. Keeps a snapshot before. */
  merge(
    id: ProjectId,
    name: string,
    records: readonly AnswerRecord[],
    photos?: readonly IncomingPhoto[],
  ): Promise<DeviceMergeOutcome>;
  /** The last import into the open project, as long as nobody has written anything since. */
  importUndo(): ImportUndo | undefined;
  undoImport(): Promise<UndoImportOutcome>;
  /** Records of the open project that are in no file that was exported from here or imported. */
  unsavedElsewhere(): number;
  /** @param records - How many records the exported file holds. */
  noteExport(id: ProjectId, records: number): Promise<void>;
  noteBackup(at: string): Promise<void>;
  storageReport(): Promise<StorageReport>;
  retry(): Promise<void>;
  /** The page goes: what is not stored is kept for this tab, which takes it up again when it is opened the next time. */
  keepLeftOver(): void;
  close(): Promise<void>;
}

export interface NewPhoto extends Omit<Photo, 'hash' | 'kind' | 'who' | 'bytes'> {
  readonly bytes: Uint8Array;
}

export interface ProjectContent {
  readonly entry: ProjectEntry;
  readonly records: readonly AnswerRecord[];
  /** Photos that some answer shows and that are on this device, by hash. */
  readonly photos: readonly StoredPhoto[];
  /** How many photos some answer shows that are not on this device, or cannot be read. */
  readonly missingPhotos: number;
}

export type DuplicateOutcome =
  | { readonly ok: true; readonly entry: ProjectEntry }
  | { readonly ok: false; readonly reason: StorageReason | 'unreadable' };

export type DeviceMergeOutcome =
  | MergeOutcome
  | {
      readonly ok: false;
      /** `snapshot`: what is here could not be kept beforehand, so nothing was imported. `photos`: likewise. */
      readonly reason: OpenTrouble['reason'] | 'snapshot' | 'photos';
      readonly detail: string;
    };
