import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale, otherLocale } from '../../i18n/locale.ts';
import type { Asked } from '../../schema/asked.ts';
import type { Checklist } from '../../schema/checklist.ts';
import type { Emergency } from '../../schema/emergency.ts';
import type { Everyday } from '../../schema/everyday.ts';
import type { Page } from '../../schema/page.ts';
import type { Question } from '../../schema/path.ts';
import type { Rule } from '../../schema/rule.ts';
import type { Service } from '../../schema/service.ts';
import type { Source } from '../../schema/source.ts';
import type { Term } from '../../schema/term.ts';
import type { LocalizedText } from '../../schema/text.ts';
import { readKind } from '../content/read.ts';
import { readPage } from './read-page.ts';
import type { IndexEntry, IndexPage, IndexSource } from './write-index.ts';

/** Built pages that are no results: home, the results page, the not-found page. */
const NO_RESULT = new Set(['', 'search', '404']);
/** Names a page as a whole where its sections are named by their ids. */
const TOP = 'top';

interface Known {
  scheme: string;
  synonyms?: Partial<Record<Locale, readonly string[]>> | undefined;
  number?: string;
  calls?: readonly string[];
}

/** Brings together what was built and what the content says of it, for each language. */
export function collect(root: string, dist: string): Record<Locale, IndexSource> {
  const known = new Map<string, Known>();
  const entries: Record<Locale, Map<string, IndexEntry>> = { 'zh-CN': new Map(), en: new Map() };
  const add = (
    key: string,
    kind: IndexEntry['kind'],
    label: LocalizedText,
    synonyms?: Record<Locale, readonly string[]>,
  ): void => {
    for (const locale of LOCALES) {
      const other = otherLocale(locale);
      entries[locale].set(key, {
        kind,
        label: label[locale],
        synonyms: synonyms?.[locale] ?? [],
        other: synonyms ? [label[other], ...synonyms[other]] : [],
      });
    }
  };
  const read = <T>(kind: Parameters<typeof readKind>[1]) =>
    readKind(root, kind).entries as unknown as { id: string; data: T }[];

  for (const { id, data } of read<Page>('pages'))
    known.set(`handbook/${id}`, {
      scheme: id.split('/')[0] ?? '',
      synonyms: data.synonyms,
      number: data.document.number,
    });
  for (const { id, data } of read<Emergency>('emergencies')) {
    const calls = data.calls.flatMap((call) => ('number' in call ? [call.number] : []));
    known.set(`emergency/${id}`, { scheme: 'complex', synonyms: data.synonyms, number: data.document.number, calls });
    for (const step of [...data.first, ...data.steps]) add(`emergency/${id}#${step.id}`, 'step', step.text);
  }
  for (const { id, data } of read<Checklist>('checklists')) {
    known.set(`checklists/${id}`, {
      scheme: data.page?.split('/')[0] ?? '',
      synonyms: data.synonyms,
      number: data.document.number,
    });
    for (const item of data.groups.flatMap((group) => group.items))
      add(`checklists/${id}#${item.id}`, 'item', item.label);
  }
  for (const { id, data } of read<Service>('services'))
    known.set(`directory/${id}`, { scheme: data.scheme, synonyms: data.synonyms });
  for (const { id, data } of read<Term>('glossary')) add(`glossary#${id}`, 'term', data.term, data.synonyms);
  // Rules and sources stand on whatever page shows them.
  const shown = new Map<string, [IndexEntry['kind'], LocalizedText]>();
  for (const { id, data } of read<Rule>('rules')) shown.set(id, ['rule', data.title]);
  for (const { id, data } of read<Source>('sources')) if (data.kind === 'law') shown.set(id, ['source', data.title]);
  const questions = read<Question>('questions').map(({ data }) => {
    const [path = '', anchor = ''] = data.answer.replace(/\/(?=#|$)/, '').split('#');
    return { path, anchor, question: data.question };
  });

  const asked = new Map(read<Asked>('asked').map(({ id, data }) => [id, Object.entries(data)]));
  const everyday = (locale: Locale) =>
    read<Everyday>('everyday').flatMap(({ data: { means, said } }) =>
      said[locale].map((word): [string, string] => [word, means[locale]]),
    );
  const pages: Record<Locale, IndexPage[]> = { 'zh-CN': [], en: [] };
  for (const locale of LOCALES) {
    const folder = locale === 'en' ? join(dist, 'en') : dist;
    for (const file of globSync('**/index.html', { cwd: folder })) {
      const path = file.replaceAll('\\', '/').replace(/\/?index\.html$/, '');
      if ((locale === 'zh-CN' && /^en(\/|$)/.test(path)) || NO_RESULT.has(path)) continue;
      const own = new Set(shown.keys());
      for (const key of entries[locale].keys()) if (key.startsWith(`${path}#`)) own.add(key.slice(path.length + 1));
      const html = readFileSync(join(folder, file), 'utf8');
      const page = readPage(html, own);
      if (!page) continue;
      for (const block of page.blocks) {
        const [kind, title] = (block.entry === undefined ? undefined : shown.get(block.entry)) ?? [];
        if (kind && title && !entries[locale].has(`${path}#${block.entry}`)) add(`${path}#${block.entry}`, kind, title);
      }
      const facts = known.get(path);
      const other = join(locale === 'en' ? dist : join(dist, 'en'), file);
      pages[locale].push({
        path,
        read: page,
        scheme: facts?.scheme ?? (path.startsWith('handbook/') ? (path.split('/')[1] ?? '') : ''),
        synonyms: { 'zh-CN': facts?.synonyms?.['zh-CN'] ?? [], en: facts?.synonyms?.en ?? [] },
        otherTitle: existsSync(other)
          ? (readPage(readFileSync(other, 'utf8'), new Set())?.blocks.find(({ level }) => level === 1)?.text ?? '')
          : '',
        calls: facts?.calls ?? [],
        questions: questions
          .filter((one) => one.path === path)
          .map(({ anchor, question }) => [anchor, question[locale]] as const),
        asked: (asked.get(path) ?? []).flatMap(([anchor, words]) =>
          words[locale].map((one): [string, string] => [anchor === TOP ? '' : anchor, one]),
        ),
        ...(facts?.number ? { number: facts.number } : {}),
      });
    }
  }
  const sourceOf = (locale: Locale): IndexSource => ({
    pages: pages[locale],
    entries: entries[locale],
    everyday: everyday(locale),
  });
  return { 'zh-CN': sourceOf('zh-CN'), en: sourceOf('en') };
}
