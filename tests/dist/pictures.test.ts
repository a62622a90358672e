import { describe, expect, test } from 'vitest';
import { readKind } from '../../src/build/content/read.ts';
import { findAll, textOf } from './html.ts';
import { type BuiltPage, builtPages, findPage, mainOf } from './site.ts';

/** The pictures that the handbook promises, and the page and figure where each stands. */
const PROMISED: readonly (readonly [path: string, figure: string, pictures: number])[] = [
  ['handbook/complex/organisation', 'figure-complex-organisation', 1],
  ['handbook/department/posts', 'figure-department-organisation', 1],
  ['handbook/complex/fit-out/process', 'figure-fit-out-flow', 2],
  ['handbook/platform/operation', 'figure-platform-five-steps', 2],
  ['handbook/complex/defects', 'figure-defect-flow', 2],
  ['handbook/department/implementation', 'figure-department-timeline', 1],
  ['handbook/platform/steps', 'figure-platform-steps', 1],
  ['handbook/complex/offices', 'figure-offices-stacking', 1],
  ['handbook/complex/lift-zoning', 'figure-lift-zones', 1],
  ['handbook/complex/fit-out/design-rules', 'figure-fit-out-elevation', 2],
  ['handbook/complex/fit-out/design-rules-materials', 'figure-floor-section', 1],
  ['handbook/platform/tiers', 'figure-platform-tree', 1],
];
const LOCALES = ['zh-CN', 'en'] as const;
const pictures = (page: BuiltPage) =>
  findAll(mainOf(page), 'svg').filter(({ attributes }) => attributes.role === 'img');

describe('the pictures', () => {
  test.each(LOCALES)('that are promised stand on their pages in %s', (locale) => {
    const lost = PROMISED.flatMap(([path, id, count]) => {
      const page = findPage(locale, path);
      const figure = page && findAll(mainOf(page), 'figure').find(({ attributes }) => attributes.id === id);
      const drawn = figure ? findAll(figure, 'svg').length : 0;
      return drawn === count ? [] : [`${path}#${id}: ${drawn} pictures instead of ${count}`];
    });
    expect(lost).toEqual([]);
  });

  test('of the cards are their decision flows, with every step and question in the table', () => {
    const faults = readKind(process.cwd(), 'emergencies').entries.flatMap(({ id, data }) => {
      const card = data as {
        first: { text: Record<string, string>; decision?: { question: Record<string, string> } }[];
        steps: { text: Record<string, string>; decision?: { question: Record<string, string> } }[];
      };
      return LOCALES.flatMap((locale) => {
        const page = findPage(locale, `emergency/${id}`);
        const figure = page && findAll(mainOf(page), 'figure')[0];
        if (!figure || findAll(figure, 'svg').length === 0) return [`${locale} ${id}: no decision flow`];
        const table = findAll(figure, 'table')
          .map((each) => textOf(each))
          .join();
        return [...card.first, ...card.steps]
          .flatMap(({ text, decision }) => [text[locale] ?? '', decision?.question[locale] ?? ''])
          .filter((words) => !table.includes(words))
          .map((words) => `${locale} ${id}: "${words}" is not in the table`);
      });
    });
    expect(faults).toEqual([]);
  });

  test('of the services are two: the flow and the internal control', () => {
    const wrong = readKind(process.cwd(), 'services').entries.flatMap(({ id }) =>
      LOCALES.filter((locale) => {
        const page = findPage(locale, `directory/${id}`);
        return !page || pictures(page).length !== 2;
      }).map((locale) => `${locale} directory/${id}`),
    );
    expect(wrong).toEqual([]);
  });

  test('in the handbook, the directory and on the cards have a title, a description and a table', () => {
    const faults = builtPages()
      .filter(({ path }) => /^(handbook|directory|emergency)\//.test(path))
      .flatMap((page) => {
        const main = mainOf(page);
        const tables = findAll(main, 'table').length;
        return pictures(page).flatMap((svg) => {
          const missing = ['title', 'desc'].filter((tag) => (findAll(svg, tag)[0] ? textOf(svg).trim() === '' : true));
          const figure = (function up(here = svg.parent): typeof svg.parent {
            return !here || here.tag === 'figure' ? here : up(here.parent);
          })();
          const inside = figure ? findAll(figure, 'table').length > 0 : false;
          const linked = figure
            ? findAll(figure, 'a').some(({ attributes }) =>
                findAll(main, 'div').some((div) => `#${div.attributes.id}` === attributes.href),
              )
            : false;
          const near = page.path.startsWith('directory/') && tables > 0;
          return [
            ...missing.map((tag) => `${page.address}: a picture without ${tag}`),
            ...(inside || linked || near ? [] : [`${page.address}: a picture without its table`]),
          ];
        });
      });
    expect(faults).toEqual([]);
  });
});

test('a card of which no action rests on a law says at its head that it is common practice', () => {
  const words = { 'zh-CN': '各步都是通行做法，不是法规', en: 'Every step is common practice, not law' };
  const marked = (id: string) =>
    LOCALES.every((locale) => {
      const page = findPage(locale, `emergency/${id}`);
      return page !== undefined && textOf(mainOf(page)).includes(words[locale]);
    });
  expect(['gas-leak', 'hot-work-accident', 'public-opinion'].filter((id) => !marked(id))).toEqual([]);
  expect(['fire', 'lift-entrapment'].filter(marked)).toEqual([]);
});
