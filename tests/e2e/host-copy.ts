import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { writeWorker } from '../../src/build/integrations/offline.ts';
import { serve } from '../../src/hosting/serve.mjs';
import { allPages } from './site-map.ts';

export const pagesOf = (locale: 'zh-CN' | 'en'): string[] =>
  allPages().filter((address) => address.startsWith('/en/') === (locale === 'en'));

/** A copy of the built site with a server of its own, which can be stopped, come back, and break off in the middle. */
export class Host {
  readonly folder: string;
  requests: string[] = [];
  breakAfter = Number.POSITIVE_INFINITY;
  #server: Server | undefined;
  #port = 0;

  constructor(name: string) {
    this.folder = join(import.meta.dirname, `../../.tmp/offline-${name}`);
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(join(import.meta.dirname, '../../dist'), this.folder, { recursive: true });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    this.requests = [];
    const server: Server = await serve({ dir: this.folder, port: this.#port });
    server.prependListener('request', ({ url = '', socket }) => {
      this.requests.push(url);
      if (this.requests.length > this.breakAfter) socket.destroy();
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** As a server process that is killed: it answers nobody, and open connections end. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    this.#server = undefined;
  }

  /** Writes an edition into every page, so that a mixture would show. */
  async publish(edition: number): Promise<void> {
    for (const name of readdirSync(this.folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.html')) continue;
      const file = join(this.folder, name);
      const html = readFileSync(file, 'utf8').replace(/<!--edition \d+-->/, '');
      writeFileSync(file, `${html}<!--edition ${edition}-->`);
    }
    await writeWorker(this.folder, '/');
  }

  /** What was asked for since the list was emptied, without the worker itself. */
  fetched(): string[] {
    return this.requests.filter((url) => url !== '/sw.js');
  }
}

/** Opens the page about offline use and waits until it says that all is stored. */
export async function keep(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.origin}/offline/`);
  await expect(page.locator('#offline-state')).toHaveText('可离线使用', { timeout: 90_000 });
}

/** What the addresses answer through the worker: each status and edition that occurs. */
export function editionsOf(page: Page, addresses: readonly string[]): Promise<string[]> {
  return page.evaluate(async (list) => {
    const found = new Set<string>();
    for (const address of list) {
      const response = await fetch(address);
      const [, edition = 'none'] = /<!--edition (\d+)-->/.exec(await response.text()) ?? [];
      found.add(`${response.status} ${edition}`);
    }
    return [...found];
  }, addresses);
}

/** Asks for an update and tells how it ended. */
export function update(page: Page): Promise<'waiting' | 'none'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    for (;;) {
      if (registration.waiting) return 'waiting';
      if (!registration.installing) return 'none';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

/** Says yes to the offer and waits for the new edition. */
export async function changeOver(page: Page): Promise<void> {
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '换成新版' }).click();
  await reloaded;
}
