/**
 * The service worker. The build puts VERSION, BASE and FILES in front of it: see `src/build/integrations/offline.ts`.
 *
 * One cache a version. A version is filled completely while the one before it goes on serving, every file is checked against its
 * hash before it is stored, and nothing but the reader's word makes the new one take over.
 */
type Language = 'zh-CN' | 'en';
type Group = 'shell' | 'tools' | Language;
type File = readonly [path: string, hash: string, group: Group, bytes: number];
type Trouble = 'network' | 'changed' | 'full';
type Order = { order: 'status' | 'forget' | 'take-over' } | { order: 'store'; language: Language };

interface Waiting extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent & Waiting) => void): void;
}

declare const VERSION: string;
declare const BASE: string;
declare const FILES: readonly File[];

const scope = self as unknown as Scope;
// Other sites of the same host share the storage: the name holds the folder.
const PREFIX = `zongguan:${BASE}:`;
const CURRENT = PREFIX + VERSION;
/** Languages that are kept; they outlive a version. */
const CHOICE = `${PREFIX}choice`;
/** Scripts of the version before, for tabs that still run it. */
const LEFT = `${PREFIX}left`;
const WANTED = new Map(FILES.map((file) => [BASE + file[0], file]));
const LANGUAGES = ['zh-CN', 'en'] as const;
/** At most this many requests at once, so that what the reader opens meanwhile is not kept waiting. */
const AT_ONCE = 4;
const underWay = new Map<Group, Promise<void>>();
let isForgetting = false;

class Unstored extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, address: string) {
    super(`${address}: ${trouble}`);
    this.trouble = trouble;
  }
}

async function hashOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const pathOf = ({ url }: Request): string => new URL(url).pathname;

async function oldVersions(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && ![CURRENT, CHOICE, LEFT].includes(name));
}

async function storedPaths(): Promise<Set<string>> {
  return new Set((await (await caches.open(CURRENT)).keys()).map(pathOf));
}

/** Stores what a language needs. Its pages come last, so that a page which is stored always finds its scripts stored too. */
async function storeAll(languages: readonly Language[]): Promise<void> {
  for (const group of ['shell', ...(languages.length > 0 ? (['tools'] as const) : []), ...languages] as const) {
    const running = underWay.get(group) ?? fill(group).finally(() => underWay.delete(group));
    underWay.set(group, running);
    await running;
  }
}

/** Stores the files of a group that are not stored yet: from an older version if they are the same, else from the network. */
async function fill(group: Group): Promise<void> {
  const stored = await storedPaths();
  const todo = FILES.filter((file) => file[2] === group && !stored.has(BASE + file[0])).reverse();
  if (todo.length === 0) return;
  const cache = await caches.open(CURRENT);
  const older = await Promise.all((await oldVersions()).map((name) => caches.open(name)));
  let trouble: unknown;
  const work = async () => {
    for (let file = todo.pop(); file && !trouble && !isForgetting; file = todo.pop()) {
      const address = BASE + file[0];
      try {
        const response = (await findSame(older, address, file[1])) ?? (await fetchChecked(address, file[1]));
        await cache.put(address, response);
      } catch (error) {
        trouble ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (trouble) throw trouble;
}

async function findSame(older: readonly Cache[], address: string, hash: string): Promise<Response | undefined> {
  for (const cache of older) {
    const found = await cache.match(address);
    if (found?.headers.get('x-hash') === hash) return found;
  }
  return undefined;
}

async function fetchChecked(address: string, hash: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache', credentials: 'same-origin' });
  const isNotFoundPage = address === `${BASE}404.html`;
  if (!response.ok && !isNotFoundPage) throw new Unstored('changed', address);
  const body = await response.arrayBuffer();
  if ((await hashOf(body)) !== hash) throw new Unstored('changed', address);
  const headers = new Headers(response.headers);
  headers.set('x-hash', hash);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  // A new response has lost the mark of a redirect, which a browser would refuse for a page.
  return new Response(body, { headers });
}

async function keptLanguages(): Promise<Language[]> {
  if (!(await caches.has(CHOICE))) return [];
  const kept = (await (await caches.open(CHOICE)).keys()).map((request) => pathOf(request).slice(BASE.length));
  return LANGUAGES.filter((language) => kept.includes(language));
}

async function install(): Promise<void> {
  await storeAll(await keptLanguages());
}

/** Keeps the scripts that only the version before knows, for its open tabs, and lets the rest of it go. */
async function activate(): Promise<void> {
  const old = await oldVersions();
  if (old.length > 0) await caches.delete(LEFT);
  for (const name of old) {
    const cache = await caches.open(name);
    const scripts = (await cache.keys()).filter((request) => pathOf(request).startsWith(`${BASE}_astro/`));
    for (const request of scripts) {
      const response = WANTED.has(pathOf(request)) ? undefined : await cache.match(request);
      if (response) await (await caches.open(LEFT)).put(request, response);
    }
    await caches.delete(name);
  }
  await scope.clients.claim();
}

/** What is stored of each group, counted, not remembered. */
async function status() {
  const stored = await storedPaths();
  const kept = await keptLanguages();
  const groups = (['shell', 'tools', ...LANGUAGES] as const).map((group) => {
    const files = FILES.filter((file) => file[2] === group);
    return {
      group,
      kept: group === 'shell' || (group === 'tools' ? kept.length > 0 : kept.includes(group)),
      files: files.length,
      stored: files.filter((file) => stored.has(BASE + file[0])).length,
      bytes: files.reduce((sum, file) => sum + file[3], 0),
    };
  });
  const isWhole = (group: Group) => groups.some((one) => one.group === group && one.stored === one.files);
  const ready = LANGUAGES.filter((language) => isWhole('shell') && isWhole('tools') && isWhole(language));
  return { version: VERSION, ready, groups };
}

const stored = (path: string, cacheName: string) => caches.match(path, { cacheName });

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname;
  const found = await stored(path, CURRENT);
  if (found) return found;
  const isPage = request.mode === 'navigate';
  if (isPage && !WANTED.has(path) && WANTED.has(`${path}/`)) return Response.redirect(`${path}/${url.search}`, 301);
  try {
    const response = await fetch(request);
    if (response.status !== 404 || isPage) return response;
    return (await stored(path, LEFT)) ?? response;
  } catch (error) {
    const left = await stored(path, LEFT);
    if (left) return left;
    if (!isPage) throw error;
    return (await instead(path)) ?? Promise.reject(error);
  }
}

/** For a page without a network: one that says that it is not stored here, or that there is none. */
async function instead(path: string): Promise<Response | undefined> {
  const [address, code] = WANTED.has(path)
    ? [`${BASE}${path.startsWith(`${BASE}en/`) ? 'en/' : ''}offline/`, 503]
    : [`${BASE}404.html`, 404];
  const page = await stored(address, CURRENT);
  return page && new Response(page.body, { status: code, headers: page.headers });
}

async function store(language: Language): Promise<Trouble | undefined> {
  await (await caches.open(CHOICE)).put(BASE + language, new Response(''));
  try {
    await storeAll([language]);
    return undefined;
  } catch (error) {
    if (error instanceof Unstored) return error.trouble;
    return (error as Error).name === 'QuotaExceededError' ? 'full' : 'network';
  }
}

async function forget(): Promise<void> {
  isForgetting = true;
  await Promise.allSettled(underWay.values());
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  isForgetting = false;
}

async function obey(event: MessageEvent): Promise<void> {
  const given = event.data as Order;
  if (given.order === 'take-over') return scope.skipWaiting();
  if (given.order === 'forget') {
    await forget();
    event.ports[0]?.postMessage({ groups: [] });
    return;
  }
  const trouble = given.order === 'store' ? await store(given.language) : undefined;
  const now = await status();
  // A page that gives no port wants to know only which languages are complete.
  if (event.ports[0]) event.ports[0].postMessage({ ...now, trouble });
  else event.source?.postMessage(now.ready);
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', (event) => event.waitUntil(obey(event)));
scope.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === location.origin && url.pathname.startsWith(BASE)) {
    event.respondWith(answer(event.request));
  }
});

export {};
