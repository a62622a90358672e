import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import of a source file. */
export interface Import {
  readonly file: string;
  readonly line: number;
  /** A path from the project's root, `src/domain/day.ts`, or a package. */
  readonly target: string;
  /** Erased before anything runs. */
  readonly isType: boolean;
}

const STATEMENT =
  /^[ \t]*(import|export)\s+(type\s+)?((?:[\w*{}\s,$]+?)\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Every source file of the project that can import something. */
export function sourceFiles(): string[] {
  return globSync('src/**/*.{ts,tsx,astro,mjs,js}')
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(STATEMENT)].map((match) => {
    const [, , type, names = '', written, dynamic] = match;
    const to = (written ?? dynamic ?? '').replace(/\?.*$/, '');
    const target = to.startsWith('.') ? posix.normalize(posix.join(dirname(file).replaceAll('\\', '/'), to)) : to;
    const isType =
      file.endsWith('.d.ts') ||
      type !== undefined ||
      /^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\s*\}\s+from\s+$/.test(names);
    return { file, line: text.slice(0, match.index).split('\n').length, target, isType };
  });
}

/** The room of a file below `src/`; a file that lies in none is its own. */
export function roomOf(path: string): string {
  const [, room = '', ...rest] = path.split('/');
  return rest.length > 0 ? room : join(room);
}
