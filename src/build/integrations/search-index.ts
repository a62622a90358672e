import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { LOCALES } from '../../i18n/locale.ts';
import { collect } from '../search/collect.ts';
import { writeIndex } from '../search/write-index.ts';

/** Writes the search files of each language from the built pages. In dev those of the last build are served. */
export function searchIndex(): AstroIntegration {
  let root = '';
  return {
    name: 'handbook:search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = join(root, 'dist/search-index');
        if (!existsSync(folder)) logger.warn('no index yet: run "npm run build" once to search in dev');
        server.middlewares.use('/search-index', (request, response, next) => {
          const [locale = '', file = ''] = (request.url ?? '').split('?')[0]?.split('/').slice(1) ?? [];
          readFile(join(folder, basename(locale), basename(file))).then(
            (body) => {
              response.setHeader('content-type', 'text/plain; charset=utf-8');
              response.end(body);
            },
            () => next(),
          );
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const collected = collect(root, dist);
        for (const locale of LOCALES) {
          const sizes: string[] = [];
          for (const [name, body] of Object.entries(writeIndex(collected[locale], locale))) {
            const file = join(dist, 'search-index', locale, `${name}.txt`);
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, body);
            sizes.push(`${name} ${brotliCompressSync(Buffer.from(body)).length}`);
          }
          logger.info(`${locale}: ${collected[locale].pages.length} pages; bytes (brotli): ${sizes.join(', ')}`);
        }
      },
    },
  };
}
