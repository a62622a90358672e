import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The policy without its hashes. `frame-ancestors` works only in a header: see `public/_headers`. */
const DIRECTIVES = [
  "default-src 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

const RUNNABLE = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

/**
 * Writes into each built page a policy that allows exactly the inline scripts and styles that are in it.
 *
 * Own, because Astro 7's `security.csp` does not hash the script that Solid's renderer adds (islands then stay dead) and gives all
 * pages one list. A `style=` or `on…=` attribute would be blocked in the browser, so it is an error here.
 */
export function csp(): AstroIntegration {
  return {
    name: 'handbook:csp',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const blocked: string[] = [];
        let pages = 0;
        for await (const file of glob('**/*.html', { cwd: root })) {
          const path = join(root, file);
          const html = await readFile(path, 'utf8');
          blocked.push(...findBlockedAttributes(html).map((tag) => `${file}: ${tag}`));
          await writeFile(path, withPolicy(html));
          pages++;
        }
        if (blocked.length > 0) {
          throw new Error(`Inline style or event attributes, which the policy blocks:\n${blocked.join('\n')}`);
        }
        logger.info(`policy written to ${pages} pages`);
      },
    },
  };
}

/** The page with its policy, the first thing after its charset. */
export function withPolicy(html: string): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [, attributes = '', body = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (/\ssrc\s*=/.test(attributes)) continue;
    const type = /\stype\s*=\s*["']?([^"'\s>]*)/.exec(attributes)?.[1] ?? '';
    if (RUNNABLE.has(type)) scripts.add(hash(body));
  }
  for (const [, body = ''] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)) styles.add(hash(body));
  const policy = [
    ...DIRECTIVES,
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
  ].join('; ');
  const charset = /<meta charset="?utf-8"?\s*\/?>/i;
  if (!charset.test(html)) throw new Error('A page without <meta charset> can carry no policy');
  return html.replace(charset, (meta) => `${meta}<meta http-equiv="content-security-policy" content="${policy}">`);
}

/** Tags with a `style=` or `on…=` attribute. */
export function findBlockedAttributes(html: string): string[] {
  const markup = html.replace(/<(script|style|textarea|template)\b[\s\S]*?<\/\1>/gi, '');
  return [...markup.matchAll(/<[a-z][^>]*?\s(?:style|on[a-z]+)=(["'])[^>]*?>/gi)].map(([tag]) => tag.slice(0, 120));
}

function hash(body: string): string {
  return `'sha256-${createHash('sha256').update(body, 'utf8').digest('base64')}'`;
}
