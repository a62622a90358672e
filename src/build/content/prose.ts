import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { LOCALES, type Locale } from '../../i18n/locale.ts';
import type { ContentProblem } from './problem.ts';
import { checkReference, type KnownIds } from './references.ts';
import { findWordingProblems } from './wording.ts';

interface Node {
  type: string;
  depth?: number;
  value?: string;
  name?: string | null;
  ordered?: boolean | null;
  children?: Node[];
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { line: number } };
}

/** The skeleton of a page's prose: what must be the same in both languages. */
export interface Prose {
  file: string;
  /** One line an element, in order: `h2 #roles`, `ul 4`, `table 3x2`, `<Fact of=… >`. */
  skeleton: { line: number; mark: string }[];
  components: { line: number; name: string; props: Record<string, string> }[];
  problems: ContentProblem[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Reads one page of prose; what cannot be parsed, and headings without an id, are problems. */
export function readProse(file: string, text: string, locale: Locale): Prose {
  const prose: Prose = { file, skeleton: [], components: [], problems: [] };
  let tree: Node;
  try {
    tree = parser.parse(text) as unknown as Node;
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    prose.problems.push({
      code: 'prose',
      file,
      line: line ?? 1,
      where: '',
      what: { 'zh-CN': `MDX 读不懂：${reason ?? error}`, en: `This is not valid MDX: ${reason ?? error}` },
      fix: {
        'zh-CN': '检查标签是否成对，花括号是否写成了文字。',
        en: 'Check that tags are closed and that no brace stands as text.',
      },
    });
    return prose;
  }
  const anchors = new Set<string>();
  const visit = (node: Node): void => {
    const line = node.position?.start.line ?? 1;
    const mark = (text: string) => prose.skeleton.push({ line, mark: text });
    switch (node.type) {
      case 'heading': {
        const id = /\[#([a-z0-9-]+)\]\s*$/.exec(textOf(node))?.[1];
        mark(`h${node.depth} #${id ?? ''}`);
        if (id === undefined || anchors.has(id) || (node.depth !== 2 && node.depth !== 3)) {
          prose.problems.push({
            code: 'prose',
            file,
            line,
            where: textOf(node),
            what: {
              'zh-CN': '标题要用 ## 或 ###，并带一个本页唯一的编号',
              en: 'a heading is ## or ### and carries an id of its own',
            },
            fix: { 'zh-CN': '写成：## 参与人员 [#participants]', en: 'Write it as: ## Who takes part [#participants]' },
          });
        }
        if (id) anchors.add(id);
        break;
      }
      case 'list':
        mark(`${node.ordered ? 'ol' : 'ul'} ${node.children?.length ?? 0}`);
        break;
      case 'table':
        mark(`table ${node.children?.length ?? 0}x${node.children?.[0]?.children?.length ?? 0}`);
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const props = Object.fromEntries(
          (node.attributes ?? []).flatMap(({ name, value }) =>
            name !== undefined && typeof value === 'string' ? [[name, value]] : [],
          ),
        );
        const name = node.name ?? '';
        const ids = Object.entries(props).filter(([key]) => IDENTIFYING.has(key));
        // Where in a sentence a component stands may differ between languages; which ones there are may not.
        mark(`<${name}${ids.map(([key, value]) => ` ${key}=${value}`).join('')}>`);
        prose.components.push({ line, name, props });
        break;
      }
      case 'text':
        prose.problems.push(...findWordingProblems(node.value ?? '', locale, { file, line, where: '' }));
        break;
    }
    node.children?.forEach(visit);
  };
  visit(tree);
  return prose;
}

const IDENTIFYING = new Set(['id', 'of', 'row', 'col', 'kind', 'group', 'ids', 'file']);

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** Checks every page of prose: it parses, both languages have the same skeleton, and what it names exists. */
export function findProseProblems(
  root: string,
  pages: ReadonlySet<string>,
  known: KnownIds,
  facts: ReadonlyMap<string, KnownTable>,
): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const byPage = new Map<string, Partial<Record<Locale, Prose>>>();
  for (const locale of LOCALES) {
    const base = `content/handbook/${locale}`;
    for (const path of globSync(`${base}/**/*.mdx`, { cwd: root }).sort()) {
      const file = path.replaceAll('\\', '/');
      const id = file.slice(base.length + 1).replace(/\.mdx$/, '');
      const prose = readProse(file, readFileSync(join(root, file), 'utf8'), locale);
      byPage.set(id, { ...byPage.get(id), [locale]: prose });
      problems.push(...prose.problems);
      for (const component of prose.components) problems.push(...checkComponent(file, component, known, facts));
    }
  }
  for (const id of pages) {
    for (const locale of LOCALES) {
      if (byPage.get(id)?.[locale] === undefined) {
        problems.push(missingFile(`content/handbook/${locale}/${id}.mdx`, `content/pages/${id}.yaml`));
      }
    }
  }
  for (const [id, { 'zh-CN': zh, en }] of byPage) {
    if (!pages.has(id)) problems.push(missingFile(`content/pages/${id}.yaml`, (zh ?? en)?.file ?? id));
    if (zh && en) problems.push(...compare(zh, en));
  }
  return problems;
}

function compare(zh: Prose, en: Prose): ContentProblem[] {
  const blocks = (prose: Prose) => prose.skeleton.filter(({ mark }) => !mark.startsWith('<'));
  const inline = (prose: Prose) =>
    prose.skeleton
      .filter(({ mark }) => mark.startsWith('<'))
      .map(({ mark }) => mark)
      .sort();
  const zhBlocks = blocks(zh);
  const enBlocks = blocks(en);
  for (let i = 0; i < Math.max(zhBlocks.length, enBlocks.length); i++) {
    const a = zhBlocks[i];
    const b = enBlocks[i];
    if (a?.mark !== b?.mark)
      return [parity(en.file, b?.line ?? en.skeleton.at(-1)?.line ?? 1, a?.mark, b?.mark, zh.file, a?.line)];
  }
  const zhInline = inline(zh);
  const enInline = inline(en);
  const odd = zhInline.find((mark, i) => mark !== enInline[i]) ?? enInline.find((mark, i) => mark !== zhInline[i]);
  if (odd === undefined) return [];
  const count = (marks: string[]) => marks.filter((mark) => mark === odd).length;
  return [parity(en.file, 1, `${odd} ×${count(zhInline)}`, `${odd} ×${count(enInline)}`, zh.file, 1)];
}

function parity(
  file: string,
  line: number,
  zh: string | undefined,
  en: string | undefined,
  zhFile: string,
  zhLine: number | undefined,
): ContentProblem {
  return {
    code: 'parity',
    file,
    line,
    where: '',
    what: {
      'zh-CN': `两种语言不一致：中文是“${zh ?? '（无）'}”（${zhFile}:${zhLine ?? '?'}），英文是“${en ?? '（无）'}”`,
      en: `the languages differ: Chinese has "${zh ?? '(nothing)'}" (${zhFile}:${zhLine ?? '?'}), English has "${en ?? '(nothing)'}"`,
    },
    fix: {
      'zh-CN': '两边的标题编号、列表项数、表格和组件要一样。',
      en: 'Give both the same heading ids, list lengths, tables and components.',
    },
  };
}

function missingFile(file: string, because: string): ContentProblem {
  return {
    code: 'parity',
    file,
    line: 1,
    where: '',
    what: { 'zh-CN': `缺这个文件（见 ${because}）`, en: `this file is missing (because of ${because})` },
    fix: { 'zh-CN': '补上它，或删掉另一个。', en: 'Add it, or remove the other one.' },
  };
}

/** The kinds of picture, each with the column without which it cannot be drawn. */
const FIGURE_COLUMNS: Record<string, string | undefined> = {
  flow: 'who',
  timeline: undefined,
  tree: 'parent',
  section: 'from-m',
  bars: undefined,
  elevation: undefined,
};

/** Rows and columns of a table of facts; a faulty one is told where it stands, not wherever it is quoted. */
export type KnownTable = Readonly<Record<'rows' | 'columns', ReadonlySet<string>>> | 'faulty';

/** What each component of the prose may name; a component that is not here is a mistake. */
function checkComponent(
  file: string,
  { line, name, props }: Prose['components'][number],
  known: KnownIds,
  facts: ReadonlyMap<string, KnownTable>,
): ContentProblem[] {
  const problem = (code: ContentProblem['code'], zh: string, en: string): ContentProblem => ({
    code,
    file,
    line,
    where: `<${name}>`,
    what: { 'zh-CN': zh, en },
    fix: { 'zh-CN': '见 content/README.md 的组件一览。', en: 'See the list of components in content/README.md.' },
  });
  const refer = (target: keyof KnownIds, value: string | undefined): ContentProblem[] => {
    if (value === undefined) return [problem('missing', '缺少编号', 'has no id')];
    const found = checkReference(target, value, known);
    return found ? [{ ...found, file, line, where: `<${name}>` }] : [];
  };
  switch (name) {
    case 'Src':
      return refer('sources', props.id);
    case 'Role':
      return refer('roles', props.id);
    case 'Roles':
      return (props.ids ?? '').split(',').flatMap((id) => refer('roles', id.trim()));
    case 'ChecklistItems':
      return refer('checklists', props.of);
    case 'Figure':
      if (!Object.hasOwn(FIGURE_COLUMNS, props.kind ?? '')) {
        const kinds = Object.keys(FIGURE_COLUMNS).join(', ');
        return [problem('reference', `kind 要是 ${kinds} 之一`, `kind must be one of ${kinds}`)];
      }
      // Drawn from the design rules; what they lack is told when the page is built.
      if (props.kind === 'elevation') return [];
      break;
    case 'FactTable':
    case 'Fact':
      break;
    case 'Note':
    case 'Correction':
    case 'Was':
    case 'Now':
    case 'Rules':
    case 'BlankForm':
      return [];
    default:
      return [problem('unknown-key', '没有这个组件', 'there is no such component')];
  }
  const table = facts.get(props.of ?? '');
  if (table === 'faulty') return [];
  if (!table) {
    return [problem('reference', `在 content/facts/ 里找不到“${props.of}”`, `"${props.of}" is not in content/facts/`)];
  }
  if (name === 'Fact') {
    const okay = table.rows.has(props.row ?? '') && (props.col === undefined || table.columns.has(props.col));
    if (okay) return [];
    return [
      problem('reference', `表里没有 ${props.row} / ${props.col}`, `that table has no ${props.row} / ${props.col}`),
    ];
  }
  const needed = name === 'Figure' ? FIGURE_COLUMNS[props.kind ?? ''] : undefined;
  if (needed !== undefined && !table.columns.has(needed)) {
    return [
      problem(
        'reference',
        `${props.kind} 图要表里有“${needed}”一列`,
        `a ${props.kind} needs a column "${needed}" in its table`,
      ),
    ];
  }
  return [];
}
