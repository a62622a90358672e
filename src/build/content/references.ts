import { didYouMean } from './did-you-mean.ts';
import type { ContentProblem } from './problem.ts';
import type { ReadEntry } from './read.ts';

export interface KnownIds {
  sources: Map<string, ReadonlySet<string> | null>;
  roles: ReadonlySet<string>;
  pages: ReadonlySet<string>;
  checklists: ReadonlySet<string>;
  emergencies: ReadonlySet<string>;
}

type Target = keyof KnownIds;

/** Keys that hold ids of other entries, wherever they stand. */
const REFERENCE_KEYS: Record<string, Target> = {
  source: 'sources',
  sources: 'sources',
  role: 'roles',
  roles: 'roles',
  owner: 'roles',
  responsible: 'roles',
  page: 'pages',
  pages: 'pages',
  related: 'pages',
  checklists: 'checklists',
  checklist: 'checklists',
};

/** Ids in an entry that lead nowhere. */
export function findDanglingReferences(entry: ReadEntry, known: KnownIds): ContentProblem[] {
  const problems: ContentProblem[] = [];
  visit(entry.data, [], (key, value, path) => {
    const target = REFERENCE_KEYS[key] ?? stepTarget(entry, key, path);
    if (target === undefined || typeof value !== 'string') return;
    const problem = checkReference(target, value, known);
    if (problem)
      problems.push({
        ...problem,
        file: entry.file,
        line: entry.lineOf(path),
        where: `${entry.id} › ${path.join(' › ')}`,
      });
  });
  return problems;
}

/** A learning path's step says by its kind what its `ref` means. */
function stepTarget(entry: ReadEntry, key: string, path: readonly PropertyKey[]): Target | undefined {
  if (key !== 'ref' || path[0] !== 'steps') return undefined;
  const step = (entry.data as { steps: { kind: string }[] }).steps[Number(path[1])];
  switch (step?.kind) {
    case 'page':
      return 'pages';
    case 'checklist':
      return 'checklists';
    default:
      return 'emergencies';
  }
}

/** What is wrong with one reference; `undefined` when it leads somewhere. */
export function checkReference(
  target: Target,
  value: string,
  known: KnownIds,
): Pick<ContentProblem, 'code' | 'what' | 'fix'> | undefined {
  const [id = '', article] = value.split('@');
  const ids = target === 'sources' ? known.sources : known[target];
  if (!ids.has(id)) {
    const meant = didYouMean(id, ids.keys());
    return {
      code: 'reference',
      what: { 'zh-CN': `在 content/${target}/ 里找不到“${id}”`, en: `"${id}" is not in content/${target}/` },
      fix: meant
        ? { 'zh-CN': `是不是想写“${meant}”？`, en: `Did you mean "${meant}"?` }
        : {
            'zh-CN': '先添加这个条目，或改成已有的编号。',
            en: 'Add that entry first, or use the id of one that exists.',
          },
    };
  }
  const articles = known.sources.get(id);
  if (target === 'sources' && article !== undefined && !articles?.has(article)) {
    return {
      code: 'reference',
      what: { 'zh-CN': `“${id}”没有列出第 ${article} 条`, en: `"${id}" does not list article ${article}` },
      fix: {
        'zh-CN': '只引用该法规条目 articles 里已有的条号；没有看过原文的条号不要写。',
        en: 'Cite only articles in that law’s own list; never an article whose text was not seen.',
      },
    };
  }
  return undefined;
}

function visit(
  value: unknown,
  path: PropertyKey[],
  see: (key: string, value: unknown, path: readonly PropertyKey[]) => void,
  key = '',
): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) visit(item, [...path, i], see, key);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, item] of Object.entries(value)) visit(item, [...path, name], see, name);
  } else {
    see(key, value, path);
  }
}
