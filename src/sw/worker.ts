/**
 * The service worker. The build puts VERSION, BASE and FILES in front of it: see `src/build/integrations/offline.ts`.
 *
 * One cache a version. A version is filled completely while the one before it goes on serving, every file is checked against its
 * hash before it is stored, and nothing but the reader's word makes the new one take over.
 */
type Group = 'shell' | 'zh-CN' | 'en';
type File = readonly [path: string, hash: string, group: Group, bytes: number];

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
/** Groups that the reader keeps; they outlive a version. */
const CHOICE = `${PREFIX}choice`;
/** Scripts of the version before, for tabs that still run it. */
const LEFT = `${PREFIX}left`;
const WANTED = new Map(FILES.map((file) => [BASE + file[0], file]));
const underWay = new Map<Group, Promise<void>>();

async function hashOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function oldVersions(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && ![CURRENT, CHOICE, LEFT].includes(name));
}

/** Stores the files of a group that are not stored yet: from an older version if they are the same, else from the network. */
function store(group: Group): Promise<void> {
  const running = underWay.get(group) ?? fill(group).finally(() => underWay.delete(group));
  underWay.set(group, running);
  return running;
}

async function fill(group: Group): Promise<void> {
  const cache = await caches.open(CURRENT);
  const stored = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const older = await Promise.all((await oldVersions()).map((name) => caches.open(name)));
  const todo = FILES.filter((file) => file[2] === group && !stored.has(BASE + file[0]));
  const work = async () => {
    for (let file = todo.pop(); file; file = todo.pop()) {
      const address = BASE + file[0];
      const same = await findSame(older, address, file[1]);
      await cache.put(address, same ?? (await fetchChecked(address, file[1])));
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
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
  if (!response.ok && !isNotFoundPage) throw new Error(`${address}: ${response.status}`);
  const body = await response.arrayBuffer();
  if ((await hashOf(body)) !== hash) throw new Error(`${address}: not the file of this version`);
  const headers = new Headers(response.headers);
  headers.set('x-hash', hash);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  // A new response has lost the mark of a redirect, which a browser would refuse for a page.
  return new Response(body, { headers });
}

async function keptGroups(): Promise<Group[]> {
  const kept = (await (await caches.open(CHOICE)).keys()).map(({ url }) => new URL(url).pathname.slice(BASE.length));
  return (['zh-CN', 'en'] as const).filter((group) => kept.includes(group));
}

async function install(): Promise<void> {
  for (const group of ['shell', ...(await keptGroups())] as const) await store(group);
}

async function activate(): Promise<void> {
  const left = await caches.open(LEFT);
  for (const request of await left.keys()) await left.delete(request);
  for (const name of await oldVersions()) {
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(`${BASE}_astro/`) || WANTED.has(pathname)) continue;
      const response = await old.match(request);
      if (response) await left.put(request, response);
    }
    await caches.delete(name);
  }
  await scope.clients.claim();
}

/** What is stored of each group, counted, not remembered. */
async function status() {
  const stored = new Set((await (await caches.open(CURRENT)).keys()).map(({ url }) => new URL(url).pathname));
  const kept = await keptGroups();
  const groups = (['shell', 'zh-CN', 'en'] as const).map((group) => {
    const files = FILES.filter((file) => file[2] === group);
    const here = files.filter((file) => stored.has(BASE + file[0]));
    return {
      group,
      kept: group === 'shell' || kept.includes(group),
      files: files.length,
      stored: here.length,
      bytes: files.reduce((sum, file) => sum + file[3], 0),
    };
  });
  return { version: VERSION, groups };
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = !WANTED.has(pathname) && WANTED.has(`${pathname}/`) ? `${pathname}/` : pathname;
  const stored = await (await caches.open(CURRENT)).match(path);
  if (stored) return stored;
  try {
    const response = await fetch(request);
    if (response.status !== 404 || request.mode === 'navigate') return response;
    return (await (await caches.open(LEFT)).match(path)) ?? response;
  } catch (error) {
    const left = await (await caches.open(LEFT)).match(path);
    if (left) return left;
    if (request.mode !== 'navigate') throw error;
    const notFound = await (await caches.open(CURRENT)).match(`${BASE}404.html`);
    if (!notFound) throw error;
    return new Response(notFound.body, { status: 404, headers: notFound.headers });
  }
}

async function obey(event: MessageEvent): Promise<void> {
  const { order, group } = event.data as { order: 'status' | 'store' | 'take-over'; group?: Group };
  if (order === 'take-over') return scope.skipWaiting();
  let failed = false;
  if (order === 'store' && group) {
    await (await caches.open(CHOICE)).put(BASE + group, new Response(''));
    try {
      await store(group);
    } catch {
      failed = true;
    }
  }
  event.ports[0]?.postMessage({ ...(await status()), failed });
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
