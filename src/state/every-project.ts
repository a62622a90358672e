import { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { loadDocument, readRecords } from './document.ts';
import { openIndexedDbStorage } from './indexeddb.ts';
import { readWho } from './profile.ts';
import type { ProjectEntry, Storage } from './storage.ts';

/** One project of this device as it is stored, for reading only. */
export interface ReadProject {
  readonly entry: ProjectEntry;
  readonly index: AnswerIndex;
}

/**
 * Every project of this device that is not thrown away or set aside, in the order of the list. Nothing is opened for
 * writing; a project that cannot be read is left out.
 *
 * @throws {StorageError} (rejects) if the device refuses its storage.
 */
export async function readEveryProject(open: () => Promise<Storage> = openIndexedDbStorage): Promise<ReadProject[]> {
  const storage = await open();
  const read: ReadProject[] = [];
  for (const entry of await storage.listProjects()) {
    if (entry.trashed !== undefined || entry.archived) continue;
    const loaded = loadDocument(await storage.readUpdates(entry.id));
    if (loaded.ok) read.push({ entry, index: new AnswerIndex(readRecords(loaded.doc).records) });
  }
  return read;
}

/**
 * The project that the tools would open, and the name chosen on this device; nothing if none was begun.
 *
 * @throws {StorageError} (rejects) if the device refuses its storage.
 */
export async function readCurrentProject(
  open: () => Promise<Storage> = openIndexedDbStorage,
): Promise<(ReadProject & { readonly who: string }) | undefined> {
  const storage = await open();
  const id = await storage.readSetting('current-project');
  const entry = (await storage.listProjects()).find((one) => one.id === id && one.trashed === undefined);
  if (!entry) return undefined;
  const loaded = loadDocument(await storage.readUpdates(entry.id));
  return loaded.ok
    ? { entry, index: new AnswerIndex(readRecords(loaded.doc).records), who: await readWho(storage) }
    : undefined;
}

/**
 * Makes a project the one that the tools open, from a page that opens none itself.
 *
 * @throws {StorageError} (rejects) if the device refuses its storage.
 */
export async function chooseProject(id: string, open: () => Promise<Storage> = openIndexedDbStorage): Promise<void> {
  const storage = await open();
  await storage.writeSetting('current-project', id);
}
