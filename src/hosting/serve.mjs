/**
 * Serves a built site from a folder: `node serve.mjs [--port 4321] [--host 127.0.0.1] [--dir dist] [--base /] [--cert file --key file]`.
 * Needs nothing but Node 18 or newer. The build puts a copy beside the pages, so a folder on a memory stick or an intranet machine
 * serves itself.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

/** What every host should send; `public/_headers` and `nginx.conf` say the same. */
export const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "frame-ancestors 'none'",
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
};

/** Files whose name holds their hash never change; all others are asked for again. */
export const cacheControl = (path) => (path.includes('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache');

/** Starts the server and resolves with it once it listens. With `tls` (`cert` and `key`) it speaks https. */
export function serve({ dir, port = 0, host = '127.0.0.1', base = '/', tls = undefined }) {
  const listener = (request, response) => {
    answer(request, response, dir, base).catch(() => response.writeHead(500).end());
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
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
  let details = await stat(file).catch(() => undefined);
  if (!details?.isFile()) {
    status = 404;
    file = join(dir, '404.html');
    details = await stat(file).catch(() => undefined);
    if (!details) return response.writeHead(404, SECURITY).end();
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const headers = {
    ...SECURITY,
    'content-type': type,
    // A missing script is looked for again: it may only not be there yet.
    'cache-control': status === 200 ? cacheControl(path) : 'no-cache',
    vary: 'accept-encoding',
    etag: `W/"${details.size.toString(36)}-${details.mtimeMs.toString(36)}"`,
  };
  if (status === 200 && request.headers['if-none-match'] === headers.etag)
    return response.writeHead(304, headers).end();
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

/** Beside the pages, as the build leaves a copy, it serves where it stands; else what the build wrote. */
function ownFolder() {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return existsSync(join(here, 'index.html')) ? here : 'dist';
}

/** Addresses under which other devices find this one. */
function addressesOf(host) {
  if (host !== '0.0.0.0') return [host === '127.0.0.1' ? 'localhost' : host];
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [
    'localhost',
    ...own.filter(({ family, internal }) => family === 'IPv4' && !internal).map((one) => one.address),
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.PORT ?? '4321' },
      host: { type: 'string', default: '127.0.0.1' },
      dir: { type: 'string', default: ownFolder() },
      base: { type: 'string', default: process.env.BASE_PATH ?? '/' },
      cert: { type: 'string' },
      key: { type: 'string' },
    },
  });
  const base = values.base.endsWith('/') ? values.base : `${values.base}/`;
  const tls = values.cert && values.key && { cert: readFileSync(values.cert), key: readFileSync(values.key) };
  let port = Number(values.port);
  for (;;) {
    try {
      const server = await serve({ dir: values.dir, port, host: values.host, base, tls });
      port = server.address().port;
      break;
    } catch (error) {
      // A port in use is no reason to stop: the next one will do, and the address is printed.
      if (error.code !== 'EADDRINUSE' || port > Number(values.port) + 20) throw error;
      port++;
    }
  }
  for (const address of addressesOf(values.host)) {
    console.log(`综管手册已就绪 · The handbook is at http${tls ? 's' : ''}://${address}:${port}${base}`);
  }
  if (values.host !== '127.0.0.1' && !tls) {
    console.log(
      '普通 http 下，别的设备不能离线保存，也不能用剪贴板 · Over plain http other devices get no offline use and no clipboard',
    );
  }
}
