import { describe, expect, test } from 'vitest';
import { readKind } from '../../src/build/content/read.ts';
import { FIT_OUT } from '../../src/i18n/fit-out-strings.ts';
import { SHELL } from '../../src/i18n/shell-strings.ts';
import type { Source } from '../../src/schema/source.ts';
import { type Element, findAll, textOf } from './html.ts';
import { builtPages, mainOf } from './site.ts';

const chinese = builtPages().filter(({ locale }) => locale === 'zh-CN');

/** The text of the block that a button stands in, and where in it the button's words begin. */
function placeIn(button: Element): { text: string; at: number } {
  const siblings = button.parent?.children ?? [];
  const before = siblings
    .slice(0, siblings.indexOf(button))
    .map((child) => (typeof child === 'string' ? child : textOf(child)));
  return { text: button.parent ? textOf(button.parent) : '', at: before.join('').length };
}

describe('terms in the prose', () => {
  test('a marked term is a word of its sentence, not the end of one word and the start of the next', () => {
    const marked = chinese.flatMap(({ address, root }) =>
      findAll(root, 'button')
        .filter(({ attributes }) => attributes.class === 'term')
        .map((button) => ({ address, term: textOf(button), ...placeIn(button) })),
    );
    expect(marked.length).toBeGreaterThan(100);
    // Words that hold a term without meaning it: 施|工单|位 and 弄|清欠|费.
    const halves = [
      ['施工单位', '工单'],
      ['弄清欠费', '清欠'],
    ] as const;
    const faults = marked.filter(({ term, text, at }) =>
      halves.some(([word, part]) => {
        const from = at - word.indexOf(part);
        return term === part && text.slice(from, from + word.length) === word;
      }),
    );
    expect(faults.map(({ address, term, text }) => `${address} ${term}: ${text}`)).toEqual([]);
  });
});

describe('what is law and what is not', () => {
  const sources = readKind(process.cwd(), 'sources').entries.map(({ id, data }) => ({ id, ...(data as Source) }));
  const benchmarks = sources.filter((source) => source.kind === 'law' && source.benchmark);

  test('a foreign standard or guide is never called law', () => {
    expect(benchmarks.map(({ id }) => id)).toEqual(['nfpa-51b', 'ref-uli-parking', 'ref-bco-lifts']);
    const faults = builtPages().flatMap(({ address, locale, root }) => {
      const titles = benchmarks.map(({ title }) => title[locale]);
      const law = SHELL.kindLaw[locale];
      const tagged = findAll(root, 'a', 'span').filter(
        ({ attributes }) => attributes.class === 'tag' && titles.includes(attributes.title ?? ''),
      );
      const listed = findAll(root, 'li').filter(
        (item) => item.attributes.id?.startsWith('src-') && titles.some((title) => textOf(item).includes(title)),
      );
      return [...tagged, ...listed].filter((element) => textOf(element).trim().startsWith(law)).map(() => address);
    });
    expect(faults).toEqual([]);
  });

  test('the ledger of laws says what changed since the source was written, with the laws', () => {
    const changes = readKind(process.cwd(), 'facts').entries.find(({ id }) => id === 'law-changes')?.data as {
      rows: { label: Record<'zh-CN' | 'en', string>; source: string[] }[];
    };
    expect(changes.rows).toHaveLength(5);
    for (const page of builtPages().filter(({ path }) => path === 'sources/laws/')) {
      const text = textOf(mainOf(page));
      for (const { label } of changes.rows) expect(text).toContain(label[page.locale]);
    }
  });
});

describe('the blank fit-out review sheet', () => {
  test('names every rule that nobody has answered and does not say that nothing needs to change', () => {
    const sheets = builtPages().filter(({ path }) => path === 'fit-out/');
    expect(sheets.map(({ locale }) => locale)).toEqual(['en', 'zh-CN']);
    for (const { root, locale } of sheets) {
      const words = findAll(root, 'section')
        .filter(({ attributes }) => attributes.class?.includes('review-sheet'))
        .map((section) => textOf(section))
        .join('');
      expect(words).toContain(FIT_OUT['not-given'][locale]);
      expect(words).not.toContain(FIT_OUT.allClear[locale]);
    }
  });
});
