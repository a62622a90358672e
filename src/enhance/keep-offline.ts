/**
 * Registers the service worker and has it store the pages of this language. Comes with every page, so it is as short as can be: what
 * an update or the page about offline use needs is fetched there.
 */
const { lang, dataset } = document.documentElement;
const root = dataset.root ?? '/';

/** Once the page is there and the browser has nothing better to do. Without a secure context there is no worker, and nothing is said. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !isSecureContext || !navigator.serviceWorker) return;
  addEventListener('load', () => setTimeout(() => (self.requestIdleCallback ?? setTimeout)(keep), 1000));
}

async function keep(): Promise<void> {
  try {
    if (localStorage.getItem('zg.offline') === 'off') return;
    const registration = await register();
    const offer = async () => registration.active && (await import('./offline-offer.ts')).offer(registration);
    registration.addEventListener('updatefound', offer);
    if (registration.waiting) offer();
    const { ready } = await ask({ order: isSaving() ? 'status' : 'store', language: lang });
    const link = document.querySelector<HTMLElement>('[data-offline]');
    if (link && ready.includes(lang)) link.textContent = link.dataset.offline ?? '';
  } catch {
    // Storage is refused, or the worker's file cannot be had: the site works as without it.
  }
}

/** Whether the reader has told the browser to save data. */
export function isSaving(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

export function register(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(`${root}sw.js`, { scope: root, updateViaCache: 'none' });
}

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

/** Sends the active worker an order and waits for its answer. */
export async function ask(order: { order: 'status' | 'store' | 'forget'; language?: string }): Promise<OfflineStatus> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage(order, [port2]);
  });
}
