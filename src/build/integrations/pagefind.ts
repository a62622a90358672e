import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** Indexes the built pages for full-text search, a bundle a language. In dev the index of the last build is served. */
export function pagefind(): AstroIntegration {
  return {
    name: 'handbook:pagefind',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const folder = fileURLToPath(new URL('../../../dist/pagefind', import.meta.url));
        if (!existsSync(folder)) logger.warn('no index yet: run "npm run build" once to search in dev');
        server.middlewares.use('/pagefind', (request, response, next) => {
          const name = normalize((request.url ?? '').split('?')[0] ?? '');
          readFile(join(folder, name)).then(
            (body) => {
              response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
              response.end(body);
            },
            () => next(),
          );
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const path = fileURLToPath(dir);
        const { index, errors } = await createIndex({ rootSelector: 'html' });
        if (!index) throw new Error(`Pagefind: ${errors.join('\n')}`);
        const added = await index.addDirectory({ path });
        if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('\n')}`);
        const written = await index.writeFiles({ outputPath: join(path, 'pagefind') });
        if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('\n')}`);
        logger.info(`indexed ${added.page_count} pages`);
        await close();
      },
    },
  };
}
