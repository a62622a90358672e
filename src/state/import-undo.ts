import type { AnswerRecord } from '../domain/checklist/record.ts';
import type { OpenProject } from './open-project.ts';
import {
  type ProjectEntry,
  type ProjectId,
  type Snapshot,
  type Storage,
  type StorageReason,
  storageError,
} from './storage.ts';

/** An import that can be taken back whole. */
export interface ImportUndo {
  /** ISO instant of the import, for display. */
  readonly at: string;
  /** Records that it added. */
  readonly added: number;
  /** It began the project here: taking it back throws the project away. */
  readonly isNew: boolean;
}

export type UndoImportOutcome =
  | { readonly ok: true }
  /** Somebody, perhaps in another tab, has written something since. */
  | { readonly ok: false; readonly reason: 'nothing' | 'edited-since' | StorageReason };

/** Attempts to get a snapshot that nothing was written beside. */
const ATTEMPTS = 3;

/**
 * Stores the project as it is, before records are added to it.
 *
 * @throws {StorageError} (rejects) if it cannot be stored; then nothing may be imported.
 */
export async function keepSnapshot(
  storage: Storage,
  project: OpenProject,
  records: readonly AnswerRecord[],
  isNew: boolean,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const size = project.index.size;
    await storage.putSnapshot({ ...project.snapshotBefore(records), isNew });
    if (project.index.size === size) return;
  }
}

type Known = Omit<Snapshot, 'update'>;

/** The last import of a project, without its document, which may be large. */
export async function readLastImport(storage: Storage, id: ProjectId): Promise<Known | undefined> {
  const last = (await storage.readSnapshots(id).catch(() => [])).at(-1);
  if (!last) return undefined;
  const { update: _, ...known } = last;
  return known;
}

/**
 * Swaps the stored document for the one before the import, unless anything was written since: the transaction
 * itself compares, so an edit of another tab either comes before and forbids it, or comes after and is refused.
 */
export async function swapBack(
  storage: Storage,
  id: ProjectId,
): Promise<{ readonly ok: true; readonly entry: ProjectEntry } | Extract<UndoImportOutcome, { ok: false }>> {
  const { documentBefore } = await import('./open-project.ts');
  try {
    const last = (await storage.readSnapshots(id)).at(-1);
    if (!last) return { ok: false, reason: 'nothing' };
    const entry = await storage.swapDocument(id, (updates) => documentBefore(last, updates));
    return entry ? { ok: true, entry } : { ok: false, reason: 'edited-since' };
  } catch (cause) {
    return { ok: false, reason: storageError(cause).reason };
  }
}
