import type { Channel, OpenChannel } from '../../../src/state/channel.ts';
import { openMemoryStorage } from '../../../src/state/memory.ts';
import { type OpenProject, type OpenProjectOptions, openProject } from '../../../src/state/open-project.ts';
import {
  type ProjectEntry,
  type ProjectId,
  type Storage,
  StorageError,
  type StorageReason,
} from '../../../src/state/storage.ts';

export const ENTRY: ProjectEntry = {
  id: 'p000000000001' as ProjectId,
  name: '某项目',
  form: 1,
  created: '2026-11-24T08:00:00.000Z',
};

/** Channels as between the tabs of one browser: everyone but the sender hears it, a moment later. */
export function createAir(): { open: OpenChannel; settled(): Promise<void> } {
  const byName = new Map<string, Set<Channel>>();
  let onTheWay = 0;
  return {
    open: (name) => {
      const others = byName.get(name) ?? new Set<Channel>();
      byName.set(name, others);
      const channel: Channel = {
        onmessage: null,
        postMessage: (message) => {
          const data = structuredClone(message);
          for (const other of others) {
            if (other === channel) continue;
            onTheWay++;
            queueMicrotask(() => {
              onTheWay--;
              other.onmessage?.({ data });
            });
          }
        },
        close: () => void others.delete(channel),
      };
      others.add(channel);
      return channel;
    },
    settled: async () => {
      do await new Promise((resolve) => setTimeout(resolve));
      while (onTheWay > 0);
    },
  };
}

/** A picture as far as the program looks at it; unequal seeds give unequal pictures. */
export function picture(seed: number, length = 40): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => [0xff, 0xd8, 0xff][i] ?? (seed + i * 7) % 256);
}

/** A disk that says it is IndexedDB, and can be made to fail. What it refused it has not stored. */
export function createDisk(): Storage & { fail: StorageReason | undefined; appends: number } {
  const memory = openMemoryStorage();
  const disk = {
    ...memory,
    kind: 'indexeddb' as const,
    fail: undefined as StorageReason | undefined,
    appends: 0,
    appendUpdate: async (...args: Parameters<Storage['appendUpdate']>) => {
      await Promise.resolve();
      if (disk.fail) throw new StorageError(disk.fail, 'as the test wants it');
      disk.appends++;
      return memory.appendUpdate(...args);
    },
    putPhoto: async (...args: Parameters<Storage['putPhoto']>) => {
      if (disk.fail) throw new StorageError(disk.fail, 'as the test wants it');
      return memory.putPhoto(...args);
    },
    putSnapshot: async (...args: Parameters<Storage['putSnapshot']>) => {
      if (disk.fail) throw new StorageError(disk.fail, 'as the test wants it');
      return memory.putSnapshot(...args);
    },
  };
  return disk;
}

export async function openTab(options: Partial<OpenProjectOptions> & { storage: Storage }): Promise<OpenProject> {
  const opened = await openProject({ entry: ENTRY, openChannel: () => undefined, ...options });
  if (!opened.ok) throw new Error(`${opened.trouble.reason}: ${opened.trouble.detail}`);
  return opened.project;
}
