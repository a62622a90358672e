import { readFileSync } from 'node:fs';

/** Addresses of all built pages, from the sitemap. */
export function allPages(): string[] {
  const sitemap = readFileSync(new URL('../../dist/sitemap-0.xml', import.meta.url), 'utf8');
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname).sort();
}

/** Pages made by the same template look alike: this names it. */
function templateOf(address: string): string {
  const parts = address
    .replace(/^\/en\//, '/')
    .split('/')
    .filter(Boolean);
  const [room = 'home', ...rest] = parts;
  // /emergency/wall/ and /emergency/numbers/ are pages of their own beside the cards.
  if (room === 'emergency' && ['wall', 'numbers'].includes(rest[0] ?? '')) return rest[0] ?? '';
  return `${room} ${Math.min(rest.length, 2)}`;
}

/** Of each template the page in the middle, in one language. */
export function onePerTemplate(locale: 'zh-CN' | 'en'): string[] {
  const pages = allPages().filter((address) => address.startsWith('/en/') === (locale === 'en'));
  return [...Map.groupBy(pages, templateOf).values()].map((same) => same[Math.floor(same.length / 2)] ?? '');
}

/** Every nth of a list: the part of one of several tests that share the work. */
export function shareOf<T>(all: readonly T[], part: number, parts: number): T[] {
  return all.filter((_, i) => i % parts === part);
}
