import type { Locale } from '../i18n/locale.ts';
import { OFFLINE } from '../i18n/offline-strings.ts';

/** What the service worker tells about a group of files. */
export interface StoredGroup {
  readonly group: 'shell' | Locale;
  readonly kept: boolean;
  readonly files: number;
  readonly stored: number;
  readonly bytes: number;
}
export interface OfflineStatus {
  readonly version: string;
  readonly groups: readonly StoredGroup[];
  readonly failed: boolean;
}

const { lang, dataset } = document.documentElement;
const locale: Locale = lang === 'en' ? 'en' : 'zh-CN';
const root = dataset.root ?? '/';
const OFF = 'zg.offline';

export function isRefused(): boolean {
  try {
    return localStorage.getItem(OFF) === 'off';
  } catch {
    return false;
  }
}

function remember(off: boolean): void {
  try {
    if (off) localStorage.setItem(OFF, 'off');
    else localStorage.removeItem(OFF);
  } catch {
    // Storage is refused: the choice holds until the next page.
  }
}

/** Sends the active worker an order and waits for what is stored after it. */
export async function order(what: 'status' | 'store', group?: Locale): Promise<OfflineStatus> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data as OfflineStatus);
    active?.postMessage({ order: what, group }, [port2]);
  });
}

/** Registers the worker and, unless data are to be saved, has it store the pages of this language. */
export async function keepOffline(): Promise<void> {
  if (isRefused()) return;
  const registration = await register();
  if (!registration) return;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!connection?.saveData) await order('store', locale);
}

/** No registration, for example because the worker's file cannot be had: the site works as without it. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    const url = `${root}sw.js`;
    const registration = await navigator.serviceWorker.register(url, { scope: root, updateViaCache: 'none' });
    offerWhenReady(registration);
    return registration;
  } catch {
    return undefined;
  }
}

/** Stores a language because the reader said so. */
export async function storeNow(group: Locale): Promise<OfflineStatus | undefined> {
  remember(false);
  return (await register()) ? order('store', group) : undefined;
}

/** Removes the worker and every file that it keeps. What the reader wrote lies elsewhere and stays. */
export async function removeOffline(): Promise<void> {
  remember(true);
  const registration = await navigator.serviceWorker.getRegistration(root);
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`zongguan:${root}:`)) await caches.delete(name);
}

function offerWhenReady(registration: ServiceWorkerRegistration): void {
  const offer = (): void => {
    if (registration.waiting && navigator.serviceWorker.controller) showOffer(registration.waiting);
  };
  offer();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer();
    });
  });
}

/** What is unsaved anywhere on the page objects to leaving it: it is asked without leaving. */
function isUnsaved(): boolean {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

function showOffer(waiting: ServiceWorker): void {
  document.querySelector('#offline-offer')?.remove();
  const bar = document.createElement('div');
  bar.id = 'offline-offer';
  bar.popover = 'manual';
  bar.role = 'status';
  bar.style.inset = 'auto 1rem 1rem auto';
  const words = document.createElement('p');
  words.textContent = OFFLINE.update[locale];
  const button = (label: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button';
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };
  const take = (): void => {
    if (isUnsaved()) {
      words.textContent = OFFLINE.unsaved[locale];
      return;
    }
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ order: 'take-over' });
  };
  bar.append(
    words,
    button(OFFLINE.switchNow[locale], take),
    ' ',
    button(OFFLINE.later[locale], () => bar.remove()),
  );
  document.body.append(bar);
  bar.showPopover();
}
