import type { z } from 'astro/zod';
import { didYouMean } from './did-you-mean.ts';
import { issueWords } from './issue-words.ts';
import type { ContentProblem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

/**
 * Everything in which `data` differs from its schema, at the line where it stands.
 *
 * @param prefix - Path of `data` inside the file, for files that map ids to entries.
 */
export function findShapeProblems(
  file: string,
  yaml: YamlFile,
  data: unknown,
  schema: z.ZodType,
  prefix: readonly PropertyKey[] = [],
): ContentProblem[] {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => describeIssue(file, yaml, data, issue, prefix));
}

function describeIssue(
  file: string,
  yaml: YamlFile,
  data: unknown,
  issue: Issue,
  prefix: readonly PropertyKey[],
): ContentProblem[] {
  const path = [...prefix, ...issue.path];
  const base = { file, line: yaml.lineOf(path), where: nameOf(data, issue.path, prefix) };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = knownKeys(data, issue.path, key);
      const meant = didYouMean(key, known);
      return {
        code: 'unknown-key',
        ...base,
        line: yaml.lineOf([...path, key]),
        what: { 'zh-CN': `有一个没有用处的键“${key}”`, en: `has a key nothing reads: "${key}"` },
        fix: meant
          ? { 'zh-CN': `是不是想写“${meant}”？`, en: `Did you mean "${meant}"?` }
          : {
              'zh-CN': '删掉它，或对照 content/README.md 改名。',
              en: 'Remove it, or rename it as content/README.md has it.',
            },
      };
    });
  }
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.toSorted((a, b) => (b.length === a.length ? 0 : a.length - b.length));
    const nearest = branches[0]?.[0];
    if (nearest && nearest.path.length > 0) {
      return describeIssue(file, yaml, data, { ...nearest, path: [...issue.path, ...nearest.path] } as Issue, prefix);
    }
  }
  if ('input' in issue && issue.input === undefined) {
    const key = String(issue.path.at(-1) ?? '');
    return [
      {
        code: 'missing',
        ...base,
        what: { 'zh-CN': '缺少', en: 'is missing' },
        fix: { 'zh-CN': `在这里补上“${key}”。`, en: `Add "${key}" here.` },
      },
    ];
  }
  return [
    {
      code: 'invalid',
      ...base,
      what: issueWords(issue),
      fix: { 'zh-CN': '改这个值。', en: 'Change this value.' },
    },
  ];
}

/** `groups[0] "civil" › items[2] "roof" › label`: indexes carry the id that stands there, where one does. */
function nameOf(data: unknown, path: readonly PropertyKey[], prefix: readonly PropertyKey[]): string {
  const parts: string[] = prefix.map(String);
  let value: unknown = data;
  for (const key of path) {
    value = child(value, key);
    if (typeof key === 'number') {
      const id = child(value, 'id');
      parts[parts.length - 1] += `[${key}]${typeof id === 'string' ? ` "${id}"` : ''}`;
    } else {
      parts.push(String(key));
    }
  }
  return parts.join(' › ');
}

function knownKeys(data: unknown, path: readonly PropertyKey[], unknown: string): string[] {
  const parent = path.at(-1);
  const commonly = [
    'title',
    'label',
    'why',
    'evidence',
    'role',
    'mandatory',
    'source',
    'sources',
    'summary',
    'document',
    'history',
    'groups',
    'items',
    'note',
    'text',
    'name',
    'term',
    'pinyin',
    'synonyms',
    'definition',
    'zh-CN',
    'en',
    'version',
    'owner',
    'effective',
    'review',
    'number',
    'series',
    'order',
    'stage',
    'page',
    'retired',
    'columns',
    'rows',
    'cells',
  ];
  const siblings = typeof parent === 'number' ? child(walk(data, path.slice(0, -1)), 0) : undefined;
  return [...new Set([...commonly, ...Object.keys((siblings as object | undefined) ?? {})])].filter(
    (key) => key !== unknown,
  );
}

function walk(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => child(value, key), data);
}

function child(value: unknown, key: PropertyKey): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined;
}
