import { elsewhereKey, type ProjectId, type Storage } from './storage.ts';

/** How many of a project's records are known to be in a file somewhere: exported from here or imported. */
export async function readElsewhere(storage: Storage, id: ProjectId): Promise<number> {
  const text = await storage.readSetting(elsewhereKey(id)).catch(() => undefined);
  const count = Number(text ?? 0);
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** Only a reminder hangs on it: a failure is not reported. */
export async function writeElsewhere(storage: Storage, id: ProjectId, count: number): Promise<void> {
  await storage.writeSetting(elsewhereKey(id), String(Math.max(0, count))).catch(() => {});
}
