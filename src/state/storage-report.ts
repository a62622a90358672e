import type { Storage, StorageReason } from './storage.ts';

/** What a reader should know about how safe their work is. What the browser does not tell is absent. */
export interface StorageReport {
  readonly kind: Storage['kind'];
  /** Why only in memory. */
  readonly reason?: StorageReason;
  /** Whether the browser has promised not to clear it by itself when room gets short. */
  readonly persisted?: boolean;
  /** Bytes of everything that this site keeps, pages for use without network included. */
  readonly used?: number;
  /** Bytes that the browser would give it. */
  readonly quota?: number;
  readonly photos: { readonly count: number; readonly bytes: number };
  /** ISO instant of the last backup of everything that was made on this device. */
  readonly lastBackup?: string;
}

export async function reportStorage(storage: Storage, reason: StorageReason | undefined): Promise<StorageReport> {
  const browser = (globalThis as { navigator?: { storage?: StorageManager } }).navigator?.storage;
  const photos = await storage.listPhotos().catch(() => []);
  const persisted = await browser?.persisted?.().catch(() => undefined);
  const { usage, quota } = (await browser?.estimate?.().catch(() => undefined)) ?? {};
  const lastBackup = await storage.readSetting('last-backup').catch(() => undefined);
  return {
    kind: storage.kind,
    ...(reason !== undefined && { reason }),
    ...(persisted !== undefined && { persisted }),
    ...(usage !== undefined && { used: usage }),
    ...(quota !== undefined && { quota }),
    photos: { count: photos.length, bytes: photos.reduce((sum, { length }) => sum + length, 0) },
    ...(lastBackup !== undefined && { lastBackup }),
  };
}
