import { expect, test } from 'vitest';
import { glossaryTerms } from '../../src/build/markdown/glossary-terms.ts';
import { sourceMarks } from '../../src/build/markdown/source-marks.ts';

interface Node {
  type: string;
  tagName?: string;
  name?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const text = (value: string): Node => ({ type: 'text', value });
const mark: Node = { type: 'mdxJsxTextElement', name: 'Src' };

/** A paragraph after both steps: buttons as ‹word›, what is held together as [ ], source marks as ^. */
function built(locale: 'zh-CN' | 'en', ...children: Node[]): string {
  const paragraph: Node = { type: 'element', tagName: 'p', children };
  const tree = { type: 'root', children: [paragraph] };
  sourceMarks()(tree);
  glossaryTerms()(tree, { path: `/content/handbook/${locale}/page.mdx` });
  return (paragraph.children ?? []).map(shown).join('');
}

function shown(node: Node): string {
  const within = (node.children ?? []).map(shown).join('');
  if (node.type === 'text') return node.value ?? '';
  if (node.name === 'Src') return '^';
  if (node.tagName === 'button') return `‹${within}›`;
  return node.properties?.['className']?.toString() === 'held' ? `[${within}]` : within;
}

test('the marks before and behind a term are held to it, so that no line begins with a comma', () => {
  expect(built('en', text('After food poisoning, ask who ate (early involvement).'))).toBe(
    'After [‹food poisoning›,] ask who ate [(‹early involvement›).]',
  );
  expect(built('zh-CN', text('发生食物中毒，先问“前期介入”。'))).toBe('发生[‹食物中毒›，]先问[“‹前期介入›”。]');
});

test('a term between spaces or Chinese words needs no hold', () => {
  expect(built('en', text('in early involvement they ask'))).toBe('in ‹early involvement› they ask');
  expect(built('zh-CN', text('做前期介入的人'))).toBe('做‹前期介入›的人');
});

test('a source mark clings to the term and its stop, and the rest of the line goes on', () => {
  expect(built('en', text('ask for early involvement. '), { ...mark }, text(' Then food poisoning comes.'))).toBe(
    'ask for [‹early involvement›.^] Then ‹food poisoning› comes.',
  );
});

test('a source mark stands at its word, two marks and a figure keep a space that does not break', () => {
  expect(built('en', text('Mend it '), { ...mark }, text(' '), { ...mark }, text(' within 15 '), { ...mark })).toBe(
    'Mend it^\u00A0^ within 15\u00A0^',
  );
});
