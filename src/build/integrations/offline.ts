import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

type Group = 'shell' | 'zh-CN' | 'en';
export type OfflineFile = readonly [path: string, hash: string, group: Group, bytes: number];

/** Files that no page asks for: other looks of Pagefind, what is only for crawlers and hosts, the worker itself. */
const LEFT_OUT =
  /^pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\.|^sitemap.*\.xml$|^robots\.txt$|^_headers$|^sw\.js$|\.map$/;

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
        const files = await writeWorker(fileURLToPath(dir), base);
        logger.info(`${files.length} files can be kept offline`);
      },
    },
  };
}

/** Writes `sw.js` into a built site and gives back what it lists. */
export async function writeWorker(root: string, base: string): Promise<OfflineFile[]> {
  const files: OfflineFile[] = [];
  for await (const entry of glob('**/*', { cwd: root, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = join(entry.parentPath, entry.name);
    const name = absolute
      .slice(root.replace(/[\\/]?$/, '/').length)
      .split(sep)
      .join('/');
    if (LEFT_OUT.test(name)) continue;
    const body = await readFile(absolute);
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
    files.push([name.replace(/(^|\/)index\.html$/, '$1'), hash, groupOf(name), body.length]);
  }
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  const source = await readFile(new URL('../../sw/worker.ts', import.meta.url), 'utf8');
  const code = stripTypeScriptTypes(source)
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

/** The group that a file is kept with: at once, or with its language. */
export function groupOf(name: string): Group {
  if (/^(en\/)?(index\.html|(emergency|offline|search)\/.*)$/.test(name)) return 'shell';
  if (/^pagefind\/wasm\.unknown\./.test(name)) return 'zh-CN';
  if (/^en\/|(^|[/._-])en[._-]/.test(name) && !name.startsWith('_astro/')) return 'en';
  if (name.endsWith('.html') && name !== '404.html') return 'zh-CN';
  return /(^|[/._-])zh(-cn)?[._-]/i.test(name) && !name.startsWith('_astro/') ? 'zh-CN' : 'shell';
}
