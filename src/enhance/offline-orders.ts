/** What the worker answers: see `status` in `src/sw/worker.ts`. */
export interface OfflineStatus {
  readonly version: string;
  /** Languages of which every page, the search and every tool are stored. */
  readonly ready: readonly string[];
  readonly groups: readonly {
    readonly group: string;
    readonly kept: boolean;
    readonly files: number;
    readonly stored: number;
    readonly bytes: number;
  }[];
  readonly trouble?: 'network' | 'changed' | 'full';
}

export function register(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(`${document.documentElement.dataset.root}sw.js`);
}

/** Whether the reader has told the browser to save data. */
export function isSaving(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/** Sends the active worker an order and waits for its answer. */
export async function ask(order: { order: 'status' | 'store' | 'forget'; language?: string }): Promise<OfflineStatus> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage(order, [port2]);
  });
}
