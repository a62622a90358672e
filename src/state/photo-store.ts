import { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { heldPhotos, MAX_PHOTO_BYTES, pictureType } from '../domain/checklist/photo.ts';
import { sha256 } from '../domain/sha-256.ts';
import { type Storage, type StorageReason, type StoredPhoto, storageError } from './storage.ts';

export type PhotoOutcome =
  | { readonly ok: true; readonly hash: string }
  | {
      readonly ok: false;
      /** `locked`: a signature stands for the stage. `no-project`: none can be opened or begun. */
      readonly reason: 'too-large' | 'not-a-photo' | 'locked' | 'no-project' | StorageReason;
      readonly detail: string;
    };

/** Stores a picture. When this says `ok` it is on the disk, so that a record never names a picture that is not there. */
export async function storePicture(storage: Storage, bytes: Uint8Array): Promise<PhotoOutcome> {
  if (bytes.length > MAX_PHOTO_BYTES) return { ok: false, reason: 'too-large', detail: `${bytes.length} bytes` };
  if (pictureType(bytes) === undefined) return { ok: false, reason: 'not-a-photo', detail: `${bytes.length} bytes` };
  const hash = sha256(bytes);
  try {
    await storage.putPhoto(hash, bytes, Date.now());
  } catch (cause) {
    const { reason, message } = storageError(cause);
    return { ok: false, reason, detail: message };
  }
  return { ok: true, hash };
}

/** A photo in a file that is being imported: read when its turn comes, so one at a time is in memory. */
export interface IncomingPhoto {
  readonly hash: string;
  read(): Promise<Uint8Array>;
}

/** Stores the photos of a file. Those that are here already are written again and so are safe from cleaning. */
export async function storeIncoming(
  storage: Storage,
  photos: readonly IncomingPhoto[],
): Promise<PhotoOutcome | undefined> {
  for (const { hash, read } of photos) {
    let bytes: Uint8Array;
    try {
      bytes = await read();
    } catch (cause) {
      return { ok: false, reason: 'not-a-photo', detail: String(cause) };
    }
    const stored = await storePicture(storage, bytes);
    if (!stored.ok) return stored;
    if (stored.hash !== hash) return { ok: false, reason: 'not-a-photo', detail: `${hash} is ${stored.hash}` };
  }
  return undefined;
}

/** What was added within this time is spared: its record may still be on its way, and undo may bring it back. */
const SPARED_MS = 24 * 60 * 60 * 1000;

/**
 * Removes pictures that no project shows any more: not one that is open, archived or in the trash, and not one as it
 * was before an import.
 */
export async function cleanPhotos(storage: Storage, now = Date.now()): Promise<readonly StoredPhoto[]> {
  const { storedRecords } = await import('./open-project.ts');
  const held = new Set<string>();
  for (const { id } of await storage.listProjects()) {
    const snapshots = (await storage.readSnapshots(id)).map(({ update }) => [update]);
    for (const updates of [await storage.readUpdates(id), ...snapshots]) {
      const records = storedRecords(updates);
      // A document that cannot be read may show any of them.
      if (!records) return [];
      for (const hash of heldPhotos(new AnswerIndex(records))) held.add(hash);
    }
  }
  return storage.removePhotos(({ hash, added }) => !held.has(hash) && added < now - SPARED_MS);
}
