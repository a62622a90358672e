import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, type KindName } from '../../schema/kinds.ts';
import type { ContentProblem } from './problem.ts';
import { findShapeProblems } from './shape.ts';
import { parseYaml } from './yaml-file.ts';

export interface ReadEntry {
  id: string;
  /** File relative to the project, with `/`. */
  file: string;
  /** As the schema gives it: checked, with defaults filled in. */
  data: unknown;
  /** 1-based line of a path inside the entry. */
  lineOf(path: readonly PropertyKey[]): number;
}

export interface ReadKind {
  entries: ReadEntry[];
  /** What stands on the disk under its id but could not be used, as far as it could be read: it is told once, not at every mention. */
  faulty: Map<string, unknown>;
  files: string[];
  problems: ContentProblem[];
}

/**
 * Reads every entry of one kind from disk and checks its shape. Nothing is skipped in silence: what cannot be used is a problem.
 * Both the build and the content check read through here, so that what is checked is what is built.
 *
 * @param root - Folder that holds `content/`.
 */
export function readKind(root: string, kind: KindName): ReadKind {
  const { schema, layout } = KINDS[kind];
  const base = `content/${kind}`;
  const files = globSync(`${base}/**/*.{yaml,yml}`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const entries: ReadEntry[] = [];
  const faulty = new Map<string, unknown>();
  const problems: ContentProblem[] = [];
  const seen = new Map<string, string>();
  for (const file of files) {
    const yaml = parseYaml(file, readFileSync(join(root, file), 'utf8'));
    problems.push(...yaml.problems);
    const idOfFile = file.slice(base.length + 1).replace(/\.ya?ml$/, '');
    if (yaml.data === undefined) {
      if (layout === 'file') faulty.set(idOfFile, undefined);
      continue;
    }
    const parts: [string, unknown, PropertyKey[]][] =
      layout === 'file'
        ? [[idOfFile, yaml.data, []]]
        : Object.entries((yaml.data as object | null) ?? {}).map(([id, data]) => [id, data, [id]]);
    for (const [id, data, prefix] of parts) {
      const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf([...prefix, ...path]);
      const first = seen.get(id);
      if (first !== undefined) {
        problems.push({
          code: 'duplicate',
          file,
          line: lineOf([]),
          where: id,
          what: { 'zh-CN': `这个编号在 ${first} 里已经用过`, en: `this id is already used in ${first}` },
          fix: {
            'zh-CN': '换一个新编号；编号永久有效，不重复使用。',
            en: 'Choose a new id; ids are permanent and never reused.',
          },
        });
        continue;
      }
      seen.set(id, file);
      const shape = findShapeProblems(file, yaml, data, schema, prefix);
      problems.push(...shape);
      if (shape.length === 0) entries.push({ id, file, data: schema.parse(data), lineOf });
      else faulty.set(id, data);
    }
  }
  return { entries, faulty, files, problems };
}
