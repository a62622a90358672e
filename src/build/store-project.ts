import type { Page } from '@playwright/test';

/**
 * Puts a project into a browser's database as a version of the program left it (decision 0003), from a page that has
 * no tool and so does not write to it meanwhile. The database is made if there is none yet.
 *
 * @param updates - Of its document, each in base64.
 */
export async function storeProject(
  page: Page,
  entry: Readonly<Record<string, string | number>> & { readonly id: string },
  updates: readonly string[],
): Promise<void> {
  await makeDatabase(page);
  await page.evaluate(
    ([line, all]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('zongguan');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const writing = database.transaction(['projects', 'updates', 'settings'], 'readwrite');
          writing.objectStore('projects').put(line);
          writing.objectStore('settings').put(line.id, 'current-project');
          for (const update of all) {
            const bytes = Uint8Array.from(atob(update), (sign) => sign.charCodeAt(0));
            writing.objectStore('updates').add({ project: line.id, update: bytes });
          }
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
        };
      }),
    [entry, updates] as const,
  );
}

/** The program's database, version 1, with nothing in it. One that is there stays as it is. */
export function makeDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('zongguan', 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('projects', { keyPath: 'id' });
          request.result.createObjectStore('updates', { autoIncrement: true }).createIndex('project', 'project');
          request.result.createObjectStore('photos', { keyPath: 'hash' });
          request.result.createObjectStore('snapshots', { autoIncrement: true }).createIndex('project', 'project');
          request.result.createObjectStore('settings');
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );
}
