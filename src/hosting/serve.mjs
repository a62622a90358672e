/**
 * Serves a built site from a folder: `node src/hosting/serve.mjs [--port 4321] [--host 127.0.0.1] [--dir dist] [--base /]`.
 * Needs nothing but Node 18 or newer, so a folder on a memory stick or an intranet machine can carry it along.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createBrotliCompress, createGzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = /^(text|application\/(json|xml|manifest)|image\/svg)/;

/** What every host should send; `public/_headers` says the same for hosts that read it. */
const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "frame-ancestors 'none'",
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
};

/** Starts the server and resolves with it once it listens. */
export function serve({ dir, port = 0, host = '127.0.0.1', base = '/' }) {
  const server = createServer((request, response) => {
    answer(request, response, dir, base).catch(() => response.writeHead(500).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function answer(request, response, dir, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
  const path = readPath(request.url ?? '/');
  if (path === undefined || !path.startsWith(base)) return response.writeHead(404).end();
  const inside = normalize(join(dir, path.slice(base.length)));
  if (inside !== normalize(dir) && !inside.startsWith(normalize(dir) + (normalize(dir).endsWith(sep) ? '' : sep))) {
    return response.writeHead(404).end();
  }
  let file = inside;
  let status = 200;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    if (!path.endsWith('/')) return response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
    file = join(file, 'index.html');
  }
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    status = 404;
    file = join(dir, '404.html');
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const headers = {
    ...SECURITY,
    'content-type': type,
    'cache-control': /\/_astro\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const coding = !COMPRESSIBLE.test(type)
    ? undefined
    : /\bbr\b/.test(accepted)
      ? 'br'
      : /\bgzip\b/.test(accepted)
        ? 'gzip'
        : undefined;
  if (coding) headers['content-encoding'] = coding;
  response.writeHead(status, headers);
  if (request.method === 'HEAD') return response.end();
  const body = createReadStream(file).on('error', () => response.destroy());
  if (coding === 'br') body.pipe(createBrotliCompress({ params: { 1: 5 } })).pipe(response);
  else if (coding === 'gzip') body.pipe(createGzip()).pipe(response);
  else body.pipe(response);
}

function readPath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.PORT ?? '4321' },
      host: { type: 'string', default: '127.0.0.1' },
      dir: { type: 'string', default: 'dist' },
      base: { type: 'string', default: process.env.BASE_PATH ?? '/' },
    },
  });
  const base = values.base.endsWith('/') ? values.base : `${values.base}/`;
  let port = Number(values.port);
  for (;;) {
    try {
      await serve({ dir: values.dir, port, host: values.host, base });
      break;
    } catch (error) {
      // A port in use is no reason to stop: the next one will do, and the address is printed.
      if (error.code !== 'EADDRINUSE' || port > Number(values.port) + 20) throw error;
      port++;
    }
  }
  console.log(
    `综管手册已就绪 · The handbook is at http://${values.host === '0.0.0.0' ? 'localhost' : values.host}:${port}${base}`,
  );
}
