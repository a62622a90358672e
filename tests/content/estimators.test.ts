import { describe, expect, test } from 'vitest';
import { ESTIMATORS, estimate } from '../../src/domain/estimators/estimators.ts';
import { exampleValues, presetOf, runExample, shapeOf } from '../../src/domain/estimators/preset.ts';
import { sensitivityOf } from '../../src/domain/estimators/sensitivity.ts';
import { workingText } from '../../src/domain/estimators/working-text.ts';
import { ESTIMATOR } from '../../src/i18n/estimator-strings.ts';
import { entries, factText } from '../unit/estimators/entries.ts';

test('every estimator has its content and the other way round', () => {
  expect(entries.map(({ id }) => id).sort()).toEqual(Object.keys(ESTIMATORS).sort());
});

describe.each(entries)('$id', ({ id, entry }) => {
  const shape = shapeOf(entry);
  for (const locale of ['zh-CN', 'en'] as const) {
    const preset = presetOf(entry, locale, factText);

    test(`the preset gives a result with words for all of it (${locale})`, () => {
      const result = estimate(id, shape, preset);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const keys = [
        ...result.figures.map((figure) => figure.id),
        ...result.sections.flatMap((section) => [
          `section-${section.id}`,
          ...section.columns.map((key) => `col-${key}`),
        ]),
        ...result.notices.map(({ key }) => `notice-${key}`),
        ...result.assumptions.map((each) => `assume-${each.id}`),
        ...result.charts.map((chart) => `chart-${chart.id}`),
        ...result.sections.flatMap(({ lines }) =>
          lines.flatMap(({ label, cells }) => [
            ...('key' in label ? [label.key] : []),
            ...cells.flatMap((cell) => (cell.kind === 'words' && 'key' in cell.words ? [cell.words.key] : [])),
          ]),
        ),
      ];
      expect([...new Set(keys)].filter((key) => !(key in ESTIMATOR))).toEqual([]);
    });

    for (const example of entry.examples) {
      test(`${example.id} is reckoned as by hand (${locale})`, () => {
        const { found } = runExample(id, shape, exampleValues(preset, example), example.expect);
        expect(found.map(({ at, value }) => ({ at, value }))).toEqual(example.expect);
      });
    }
  }

  test('each result line opens to its formula, or says which rule it rests on; both lead to a rule of the page', () => {
    const clauses = new Set(entry.rules.flatMap(({ formulas }) => formulas));
    const values = [
      presetOf(entry, 'zh-CN', factText),
      ...entry.examples.map((each) => exampleValues(presetOf(entry, 'zh-CN', factText), each)),
    ];
    for (const each of values) {
      const result = estimate(id, shape, each);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const lines = result.sections.flatMap((section) =>
        section.lines.map((line) => ({ section: section.id, ...line })),
      );
      const bare = lines.filter(({ working, rests }) => !clauses.has(working?.formula ?? rests ?? ''));
      expect(bare.map((line) => `${line.section} ${line.id} ${line.working?.formula ?? ''}`)).toEqual([]);
      for (const { working, workingOf = 0, cells } of lines) {
        if (!working) continue;
        expect(workingText(working, cells[workingOf])).not.toMatch(/\?|NaN|undefined|Infinity/);
      }
    }
  });

  test('the inputs that are moved move the headline or not, but never fail', () => {
    const preset = presetOf(entry, 'zh-CN', factText);
    const { bars } = sensitivityOf(ESTIMATORS[id], shape, preset, entry.sensitivity, 10);
    expect(bars).toHaveLength(entry.sensitivity.length);
  });

  test('empty, negative, huge and odd inputs are answered or refused, never thrown', () => {
    const preset = presetOf(entry, 'zh-CN', factText);
    for (const text of ['', '-1', '1e9', '10000000000000000000', 'abc', '0', '９９。５', '3万']) {
      for (const { id: field } of shape.fields) {
        expect(estimate(id, shape, { ...preset, fields: { ...preset.fields, [field]: text } })).toHaveProperty('ok');
      }
      for (const table of shape.tables) {
        const rows = (preset.tables[table.id] ?? []).map((row, index) =>
          index === 0 ? { ...row, ...Object.fromEntries(table.columns.map((column) => [column.id, text])) } : row,
        );
        expect(estimate(id, shape, { ...preset, tables: { ...preset.tables, [table.id]: rows } })).toHaveProperty('ok');
      }
    }
    expect(estimate(id, shape, { ...preset, tables: {} })).toHaveProperty('ok');
  });
});
