import { SHELL } from '../../i18n/shell-strings.ts';
import type { Term } from '../../schema/term.ts';
import { readKind } from '../content/read.ts';
import { isSourceMark } from './source-marks.ts';

interface Node {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

interface Entry {
  id: string;
  word: string;
  definition: string;
}

interface Found {
  entry: Entry;
  at: number;
  length: number;
}

/** Terms inside these are left alone: headings are targets, links and buttons cannot hold a button. */
const CLOSED = new Set(['a', 'button', 'h1', 'h2', 'h3', 'code', 'th', 'sup']);
/** What must not be parted from the word behind it, and from the word before it. */
const OPENING = /[\p{Ps}\p{Pi}"']+$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]+/u;
/** More would cost a page its byte budget; the glossary has the rest. */
const MOST = 30;

/**
 * The first use of a glossary term in a page becomes a button that shows its definition (`popover`, no JavaScript).
 * The prose's own link component puts the language and the site's folder before the link to the glossary.
 */
export function glossaryTerms() {
  const entries = readKind(process.cwd(), 'glossary').entries.map(({ id, data }) => ({ id, ...(data as Term) }));
  const lists = {
    'zh-CN': longestFirst(
      entries.map((entry) => ({ id: entry.id, word: entry.term['zh-CN'], definition: entry.definition['zh-CN'] })),
    ),
    en: longestFirst(entries.map((entry) => ({ id: entry.id, word: entry.term.en, definition: entry.definition.en }))),
  };
  return (tree: Node, file: { path?: string }): void => {
    const path = (file.path ?? '').replaceAll('\\', '/');
    if (!path.includes('/content/handbook/')) return;
    const locale = path.includes('/content/handbook/en/') ? 'en' : 'zh-CN';
    const used = new Map<string, Entry>();
    markTerms(tree, lists[locale], locale, used);
    for (const entry of used.values()) tree.children?.push(note(entry, SHELL.glossary[locale]));
  };
}

function longestFirst(entries: Entry[]): Entry[] {
  return entries.filter(({ word }) => [...word].length > 1).sort((a, b) => b.word.length - a.word.length);
}

function markTerms(node: Node, entries: readonly Entry[], locale: 'zh-CN' | 'en', used: Map<string, Entry>): void {
  const children = node.children ?? [];
  for (let i = 0; i < children.length && used.size < MOST; i++) {
    const child = children[i];
    if (!child) continue;
    if (child.type !== 'text') {
      if (!CLOSED.has(child.tagName ?? '')) markTerms(child, entries, locale, used);
      continue;
    }
    const found = firstTerm(child.value ?? '', entries, locale, used);
    if (!found) continue;
    used.set(found.entry.id, found.entry);
    const text = splitAt(child.value ?? '', found);
    const marks = text.rest === '' ? marksBehind(children, i) : [];
    const kept = withButton(text, found.entry, marks);
    children.splice(i, 1 + marks.length, ...kept);
    // Go on after the button: the rest of the text may hold another term.
    i += kept.length - 2;
  }
}

function marksBehind(children: readonly Node[], at: number): Node[] {
  const behind = children.slice(at + 1);
  const end = behind.findIndex((node) => !isSourceMark(node));
  return behind.slice(0, end < 0 ? behind.length : end);
}

function splitAt(text: string, { at, length }: Found) {
  const before = text.slice(0, at);
  const after = text.slice(at + length);
  const opening = OPENING.exec(before)?.[0] ?? '';
  const closing = CLOSING.exec(after)?.[0] ?? '';
  return {
    before: before.slice(0, before.length - opening.length),
    opening,
    word: text.slice(at, at + length),
    closing,
    rest: after.slice(closing.length),
  };
}

/** Browsers break a line on either side of a button, also before a comma: what clings to the word is held to it. */
function withButton(text: ReturnType<typeof splitAt>, { id }: Entry, marks: readonly Node[]): Node[] {
  const button: Node = {
    type: 'element',
    tagName: 'button',
    properties: { type: 'button', className: ['term'], popovertarget: `term-${id}` },
    children: textNodes(text.word),
  };
  const held = [...textNodes(text.opening), button, ...textNodes(text.closing), ...marks];
  return [
    ...textNodes(text.before),
    held.length === 1
      ? button
      : { type: 'element', tagName: 'span', properties: { className: ['held'] }, children: held },
    ...textNodes(text.rest),
  ];
}

function textNodes(value: string): Node[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

function firstTerm(text: string, entries: readonly Entry[], locale: 'zh-CN' | 'en', used: ReadonlyMap<string, Entry>) {
  let best: Found | undefined;
  for (const entry of entries) {
    if (used.has(entry.id)) continue;
    const at = locale === 'en' ? wordAt(text, entry.word) : chineseWordAt(text, entry.word);
    if (at >= 0 && (best === undefined || at < best.at)) best = { entry, at, length: entry.word.length };
  }
  return best;
}

function wordAt(text: string, word: string): number {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'i').exec(text)?.index ?? -1;
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Chinese has no spaces: 工单 does not stand in 施工单位. A term counts where it begins and ends with a word. */
function chineseWordAt(text: string, word: string): number {
  let at = text.indexOf(word);
  if (at < 0) return -1;
  const borders = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
  while (at >= 0 && !(borders.has(at) && borders.has(at + word.length))) at = text.indexOf(word, at + 1);
  return at;
}

function note({ id, word, definition }: Entry, glossaryLabel: string): Node {
  return {
    type: 'element',
    tagName: 'div',
    properties: { id: `term-${id}`, className: ['term-note'], popover: 'auto', dataPagefindIgnore: '' },
    children: [
      { type: 'element', tagName: 'b', properties: {}, children: [{ type: 'text', value: word }] },
      { type: 'text', value: ` ${definition} ` },
      {
        type: 'element',
        tagName: 'a',
        properties: { href: `/glossary/#${id}` },
        children: [{ type: 'text', value: glossaryLabel }],
      },
    ],
  };
}
