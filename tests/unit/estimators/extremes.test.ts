import { describe, expect, test } from 'vitest';
import { ESTIMATORS, estimate } from '../../../src/domain/estimators/estimators.ts';
import type { FieldShape, FormRow, FormValues } from '../../../src/domain/estimators/form.ts';
import type { Outcome } from '../../../src/domain/estimators/outcome.ts';
import { workingText } from '../../../src/domain/estimators/working-text.ts';
import { ESTIMATOR, type EstimatorText } from '../../../src/i18n/estimator-strings.ts';
import { pick } from '../../../src/i18n/pick.ts';
import { valueText, word, wordsText } from '../../../src/islands/estimators/words.ts';
import { entries, presetFor, shapeFor, withInput } from './entries.ts';

const TEXTS = [
  ...['', ' ', '0', '-0', '-1', '100', '100.01', '0.004', '0.005', '1e13', '10000000000000', '10000000000000.01'],
  ...[
    '99999999999999999999999999',
    '十万亿',
    '１２。５',
    '3万',
    '￥1,200',
    '1,20',
    '1..2',
    'abc',
    '１００％',
    '=1+1',
    '<b>',
    '1/3',
  ],
  ...['2028-02-29', '2027-02-29', '2024-02', '0000-00-00', '二〇一二年八月', '\u0000', '💧', 'NaN', 'Infinity'],
];
const FEW = ['', '0', '-1', '10000000000000', '99999999999999999999999999', 'abc'];
const LOCALES = ['zh-CN', 'en'] as const;

/** Everything a page shows of a result, in words. */
function shown(text: EstimatorText, { figures, sections, notices, charts }: Outcome): readonly string[] {
  return [
    ...figures.flatMap(({ id, value }) => [word(text, id), valueText(text, value, true)]),
    ...sections.flatMap(({ lines }) =>
      lines.flatMap((line) => [
        wordsText(text, line.label),
        ...line.cells.map((cell) => valueText(text, cell)),
        ...(line.working ? [workingText(line.working, line.cells[line.workingOf ?? 0])] : []),
      ]),
    ),
    ...notices.map(({ key }) => word(text, `notice-${key}`)),
    ...charts.flatMap((chart) =>
      chart.kind === 'waterfall'
        ? chart.steps.map((step) => String(Number(step.fen)))
        : chart.kind === 'columns'
          ? chart.columns.map((column) => String(Number(column.fen)))
          : [],
    ),
  ];
}

describe.each(entries)('$id', ({ id, entry }) => {
  const shape = shapeFor(id);
  const texts = LOCALES.map((locale) => pick(ESTIMATOR, locale));

  /** A result without a blank or a number that is none, or at least one field with words for what is wrong with it. */
  function answered(values: FormValues, of: string): void {
    const result = estimate(id, shape, values);
    if (result.ok) {
      for (const text of texts) {
        const odd = shown(text, result).filter((words) => /NaN|Infinity|undefined|null/.test(words) || words === '');
        expect([of, odd]).toEqual([of, []]);
      }
      return;
    }
    expect([of, result.problems.length > 0]).toEqual([of, true]);
    for (const { path, code } of result.problems) {
      expect([of, path, `err-${code}` in ESTIMATOR]).toEqual([of, path, true]);
    }
  }
  /** A name may be anything, these words too, and is shown as it stands. */
  const textsFor = (path: string): readonly string[] => {
    const [table = '', column] = path.split('[0].');
    const fields = column === undefined ? shape.fields : shape.tables.find((each) => each.id === table)?.columns;
    const kind = fields?.find((field) => field.id === (column ?? table))?.kind;
    return kind === 'text' ? TEXTS.filter((text) => !/^(NaN|Infinity| ?)$/.test(text)) : TEXTS;
  };
  const paths = (fields: readonly FieldShape[], at: (field: string) => string) => fields.map((field) => at(field.id));
  const every = [
    ...paths(shape.fields, (field) => field),
    ...shape.tables.flatMap((table) => paths(table.columns, (column) => `${table.id}[0].${column}`)),
  ];
  /** The preset, and again with each choice at each of its options, so that what is hidden at first is met too. */
  const starts = [
    presetFor(id),
    ...entry.fields.flatMap((field) =>
      (field.options ?? []).map((option) => withInput(presetFor(id), field.id, option.id)),
    ),
  ];

  test('a text of any kind in any field is answered with a result or a reason at a field', () => {
    for (const start of starts) {
      for (const path of every) {
        const few = start === starts[0] ? textsFor(path) : textsFor(path).filter((text) => FEW.includes(text));
        for (const text of few) answered(withInput(start, path, text), `${path} = ${JSON.stringify(text)}`);
      }
    }
  }, 60_000);

  test('all numbers zero, all percentages 0 or 100, all empty, all huge', () => {
    for (const start of starts) {
      for (const text of ['0', '100', '', '10000000000000', '-5']) {
        const replaced = (fields: readonly FieldShape[], row: FormRow): FormRow => ({
          ...row,
          ...Object.fromEntries(
            fields
              .filter(({ kind }) => ['money', 'percent', 'number', 'count'].includes(kind))
              .map((field) => [field.id, text]),
          ),
        });
        const tables = Object.fromEntries(
          shape.tables.map((table) => [
            table.id,
            (start.tables[table.id] ?? []).map((row) => replaced(table.columns, row)),
          ]),
        );
        answered({ fields: start.fields, tables }, `all cells ${text}`);
        answered({ fields: replaced(shape.fields, start.fields), tables }, `all ${text}`);
      }
    }
  });

  test('no rows at all, in any table', () => {
    for (const start of starts) {
      answered({ ...start, tables: {} }, 'no tables');
      for (const table of shape.tables) {
        answered({ ...start, tables: { ...start.tables, [table.id]: [] } }, `no ${table.id}`);
        answered({ ...start, tables: { ...start.tables, [table.id]: [{ id: 'r1' }] } }, `an empty row of ${table.id}`);
      }
    }
  });
});

test('there is no estimator that is not swept', () => {
  expect(entries.map(({ id }) => id).sort()).toEqual(Object.keys(ESTIMATORS).sort());
});
