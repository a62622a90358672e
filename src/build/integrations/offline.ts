import { createHash } from 'node:crypto';
import { copyFile, glob, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

type Group = 'shell' | 'tools' | 'zh-CN' | 'en';
export type OfflineFile = readonly [path: string, hash: string, group: Group, bytes: number];

/** Files that no page asks for: what is only for crawlers and hosts, and the worker itself. */
const LEFT_OUT = /^sitemap.*\.xml$|^robots\.txt$|^_headers$|^(sw\.js|serve\.mjs)$|\.map$|^\./;
/** Stored at once: where help is found without a network, in both languages. */
const SHELL_PAGE = /^(en\/)?(index\.html|(emergency|offline|search)\/.*\.html)$|^404\.html$/;
const MENTION = /[\w.-]+\.(?:js|css|wasm)\b/g;

/** Writes the service worker with the list of what was built. Must be the last integration: it hashes what the others wrote. */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'handbook:offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        // The folder can serve itself, on a memory stick or an intranet machine.
        await copyFile(new URL('../../hosting/serve.mjs', import.meta.url), new URL('serve.mjs', dir));
        const files = await writeWorker(fileURLToPath(dir), base);
        for (const group of ['shell', 'tools', 'zh-CN', 'en'] as const) {
          const ofGroup = files.filter((file) => file[2] === group);
          const bytes = ofGroup.reduce((sum, file) => sum + file[3], 0);
          logger.info(`${group}: ${ofGroup.length} files, ${(bytes / 1e6).toFixed(1)} MB on the device`);
        }
      },
    },
  };
}

/** Writes `sw.js` into a built site and gives back what it lists. */
export async function writeWorker(root: string, base: string): Promise<OfflineFile[]> {
  const files = listFiles(await readSite(root));
  const source = await readFile(new URL('../../sw/worker.ts', import.meta.url), 'utf8');
  const code = withoutTypes(source)
    .replace(/^export \{\};$/m, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s*\n\s*/g, '\n');
  const version = createHash('sha256')
    .update(JSON.stringify(files) + code)
    .digest('hex')
    .slice(0, 12);
  const head = `const VERSION=${JSON.stringify(version)},BASE=${JSON.stringify(base)},FILES=${JSON.stringify(files)};\n`;
  await writeFile(join(root, 'sw.js'), head + code);
  return files;
}

/** The files of a built site by name, `en/index.html`. */
async function readSite(root: string): Promise<Map<string, Buffer>> {
  const site = new Map<string, Buffer>();
  for await (const entry of glob('**/*', { cwd: root, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = join(entry.parentPath, entry.name);
    site.set(relative(root, absolute).split(sep).join('/'), await readFile(absolute));
  }
  return site;
}

/** What a worker keeps of a site: addresses, hashes, groups and sizes, ordered by address. Depends on nothing but the files. */
export function listFiles(site: ReadonlyMap<string, Buffer>): OfflineFile[] {
  const early = mentionedBy(
    site,
    [...site.keys()].filter((name) => SHELL_PAGE.test(name)),
  );
  const files = [...site]
    .filter(([name]) => !LEFT_OUT.test(name))
    .map(([name, body]): OfflineFile => {
      const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
      return [name.replace(/(^|\/)index\.html$/, '$1'), hash, groupOf(name, early), body.length];
    });
  return files.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Scripts and styles that these pages name, and those that these name in turn. */
function mentionedBy(site: ReadonlyMap<string, Buffer>, pages: readonly string[]): Set<string> {
  const assets = new Map(
    [...site.keys()].flatMap((name) => (name.startsWith('_astro/') ? [[name.slice(7), name]] : [])),
  );
  const found = new Set<string>();
  const queue = [...pages];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const [mention] of site.get(name)?.toString('utf8').matchAll(MENTION) ?? []) {
      const asset = assets.get(mention);
      if (!asset || found.has(asset)) continue;
      found.add(asset);
      queue.push(asset);
    }
  }
  return found;
}

/** The group that a file is kept with: at once, with any language, or with its own language. */
function groupOf(name: string, early: ReadonlySet<string>): Group {
  if (SHELL_PAGE.test(name) || early.has(name)) return 'shell';
  if (name.startsWith('_astro/')) return 'tools';
  if (/^en\/|^search-index\/en\//.test(name)) return 'en';
  return name.endsWith('.html') || name.startsWith('search-index/zh-CN/') ? 'zh-CN' : 'shell';
}

/** Node says with each use that this may change; the exact version of Node is ours, so it is no news to an author. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
