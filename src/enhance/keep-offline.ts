/**
 * Registers the service worker and has it store the pages of this language. Comes with every page, so it is as short as can be: what
 * an update shows is fetched with the update.
 */
const { lang, dataset } = document.documentElement;

/** Once the page is there and the browser has nothing better to do. Without a secure context there is no worker, and nothing is said. */
export function keepOffline(): void {
  const { serviceWorker } = navigator;
  if (!import.meta.env.PROD || !serviceWorker) return;
  const keep = async (): Promise<void> => {
    try {
      if (localStorage.getItem('zg.offline')) return;
      const registration = await serviceWorker.register(`${dataset.root}sw.js`);
      const offer = async () => registration.active && (await import('./offline-offer.ts')).offer(registration);
      registration.onupdatefound = offer;
      if (registration.waiting) offer();
      const link = document.querySelector<HTMLElement>('[data-offline]');
      serviceWorker.onmessage = ({ data }) => {
        if (link && data.includes(lang)) link.textContent = link.dataset.offline ?? '';
      };
      const { connection } = navigator as { connection?: { saveData?: boolean } };
      const { active } = await serviceWorker.ready;
      active?.postMessage({ order: connection?.saveData ? 'status' : 'store', language: lang });
    } catch {
      // Storage is refused, or the worker's file cannot be had: the site works as without it.
    }
  };
  addEventListener('load', () => setTimeout(() => (self.requestIdleCallback ?? setTimeout)(keep), 1000));
}
