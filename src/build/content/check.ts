import type { FactTable } from '../../schema/fact-table.ts';
import { KINDS, type KindName } from '../../schema/kinds.ts';
import type { Navigation } from '../../schema/navigation.ts';
import type { Page } from '../../schema/page.ts';
import type { LawSource } from '../../schema/source.ts';
import type { ContentProblem } from './problem.ts';
import { findProseProblems, type KnownTable } from './prose.ts';
import { type ReadEntry, type ReadKind, readKind } from './read.ts';
import { findDanglingReferences, type KnownIds } from './references.ts';
import { findWordingProblems } from './wording.ts';

export interface ContentCheck {
  problems: ContentProblem[];
  /** Entries by kind, for the census. */
  counts: Record<KindName, number>;
}

/** Every problem of every content file below `root`, in the order of files and lines. Reads the disk, not the framework. */
export function checkContent(root: string): ContentCheck {
  const kinds = Object.fromEntries(
    (Object.keys(KINDS) as KindName[]).map((kind) => [kind, readKind(root, kind)]),
  ) as Record<KindName, ReadKind>;
  const known = knownIds(kinds);
  const problems = Object.values(kinds).flatMap((kind) => kind.problems);
  for (const { entries } of Object.values(kinds)) {
    for (const entry of entries) {
      problems.push(...findDanglingReferences(entry, known), ...findEntryWording(entry));
    }
  }
  problems.push(...findNavigationProblems(kinds));
  problems.push(...findUniqueDocumentNumbers(kinds));
  const facts = new Map<string, KnownTable>(
    kinds.facts.entries.map(({ id, data }) => {
      const { rows, columns } = data as FactTable;
      return [id, { rows: new Set(rows.map((row) => row.id)), columns: new Set(columns.map((column) => column.id)) }];
    }),
  );
  for (const id of kinds.facts.faulty.keys()) facts.set(id, 'faulty');
  problems.push(...findProseProblems(root, known.pages, known, facts));
  problems.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
  return {
    problems,
    counts: Object.fromEntries(Object.entries(kinds).map(([kind, { entries }]) => [kind, entries.length])) as Record<
      KindName,
      number
    >,
  };
}

function knownIds(kinds: Record<KindName, ReadKind>): KnownIds {
  const ids = (kind: KindName) => new Set([...kinds[kind].entries.map(({ id }) => id), ...kinds[kind].faulty.keys()]);
  const sources = [...kinds.sources.entries.map(({ id, data }) => [id, data] as const), ...kinds.sources.faulty];
  return {
    sources: new Map(
      sources.map(([id, data]) => {
        const source = data as Partial<LawSource>;
        return [id, source.kind === 'law' ? new Set(Object.keys(source.articles ?? {})) : null];
      }),
    ),
    roles: ids('roles'),
    pages: ids('pages'),
    checklists: ids('checklists'),
    emergencies: ids('emergencies'),
  };
}

function findEntryWording(entry: ReadEntry): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'string') {
      const language = path.includes('zh-CN') ? 'zh-CN' : 'en';
      problems.push(
        ...findWordingProblems(value, language, {
          file: entry.file,
          line: entry.lineOf(path),
          where: `${entry.id} › ${path.join(' › ')}`,
        }),
      );
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(entry.data, []);
  return problems;
}

/** Every page stands in the contents exactly once. */
function findNavigationProblems(kinds: Record<KindName, ReadKind>): ContentProblem[] {
  const listed = new Map<string, number>();
  for (const { data } of kinds.navigation.entries) {
    for (const chapter of (data as Navigation).chapters) {
      for (const page of chapter.pages) listed.set(page, (listed.get(page) ?? 0) + 1);
    }
  }
  return kinds.pages.entries
    .filter(({ id }) => listed.get(id) !== 1)
    .map(({ id, file }) => ({
      code: 'reference',
      file,
      line: 1,
      where: id,
      what: {
        'zh-CN': `这一页在 content/navigation/ 里出现 ${listed.get(id) ?? 0} 次，应为 1 次`,
        en: `this page stands ${listed.get(id) ?? 0} times in content/navigation/, not once`,
      },
      fix: { 'zh-CN': '在所属方案的目录文件里加一行。', en: 'Add one line to the contents of its scheme.' },
    }));
}

function findUniqueDocumentNumbers(kinds: Record<KindName, ReadKind>): ContentProblem[] {
  const first = new Map<string, string>();
  const problems: ContentProblem[] = [];
  for (const kind of ['pages', 'checklists', 'emergencies'] as const) {
    for (const { id, file, data, lineOf } of kinds[kind].entries) {
      const { number } = (data as Page).document;
      const other = first.get(number);
      if (other !== undefined) {
        problems.push({
          code: 'duplicate',
          file,
          line: lineOf(['document', 'number']),
          where: id,
          what: {
            'zh-CN': `文件编号 ${number} 已用于 ${other}`,
            en: `document number ${number} is already used in ${other}`,
          },
          fix: { 'zh-CN': '换一个编号。', en: 'Choose another number.' },
        });
      } else first.set(number, file);
    }
  }
  return problems;
}
