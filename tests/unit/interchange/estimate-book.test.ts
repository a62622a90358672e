import { expect, test } from 'vitest';
import { estimate } from '../../../src/domain/estimators/estimators.ts';
import { type BookInput, estimateBook, ownWorkbookValues } from '../../../src/interchange/estimate-book.ts';
import { type Book, writeXlsx } from '../../../src/interchange/xlsx-write.ts';
import { entryOf, presetFor, shapeFor, word } from '../estimators/entries.ts';

const ID = 'platform-funding';
const entry = entryOf(ID);
const values = presetFor(ID);
type Column = (typeof entry.tables)[number]['columns'][number];
const column = ({ id, label, kind, options }: Pick<Column, 'id' | 'label' | 'kind' | 'options'>) => ({
  id,
  label: label['zh-CN'],
  kind,
  options: options?.map((option) => ({ id: option.id, label: option.label['zh-CN'] })),
});
const shape: Pick<BookInput, 'estimator' | 'fields' | 'tables'> = {
  estimator: ID,
  fields: entry.fields.map((field) => ({ ...column(field), unit: '', origin: '' })),
  tables: entry.tables.map(({ id, title, columns }) => ({ id, title: title['zh-CN'], columns: columns.map(column) })),
};

function exported(): Book {
  const outcome = estimate(ID, shapeFor(ID), values);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return estimateBook({
    ...shape,
    title: entry.title['zh-CN'],
    name: '方案 1',
    values,
    outcome,
    results: [['a']],
    labels: { inputs: '输入', results: '结果', item: '项目', value: '数值', unit: '单位', origin: '出处' },
    word: word('zh-CN'),
  });
}

const NOTES = { name: '我的备注', rows: [['不是测算的内容'], ['1', '2', '3', '4', '5', '6', '7']] };
const readBack = (sheets: Book['sheets']) => ownWorkbookValues(writeXlsx({ ...exported(), sheets }), shape);

test('sheets of the reader’s own, before or behind, and another order of the tabs change nothing of what is read', () => {
  const { sheets } = exported();
  const [inputs, results, ...rest] = sheets;
  if (!inputs || !results) throw new Error('no sheets');
  const expected = readBack(sheets);
  expect(expected).toMatchObject({ ok: true, faults: [] });
  expect(expected.ok && expected.values.tables.items?.map(({ name }) => name)).toEqual(
    values.tables.items?.map(({ name }) => name),
  );
  expect(readBack([NOTES, ...sheets])).toEqual(expected);
  expect(readBack([...sheets, NOTES])).toEqual(expected);
  expect(readBack([inputs, ...rest.toReversed(), NOTES, results])).toEqual(expected);
});

test('a table’s sheet with another name is named, and nothing is read', () => {
  const renamed = exported().sheets.map((sheet) => (sheet.name === '事项清单' ? { ...sheet, name: '清单' } : sheet));
  expect(readBack(renamed)).toEqual({ ok: false, reason: 'sheet', sheet: '事项清单' });
});

test('a row with more cells than columns is named, also below a heading that someone added', () => {
  const stray = exported().sheets.map((sheet) =>
    sheet.name === '事项清单'
      ? { ...sheet, rows: sheet.rows.map((row, place) => (place < 3 ? [...row, '备注'] : row)) }
      : sheet,
  );
  expect(readBack(stray)).toEqual({
    ok: false,
    reason: 'row',
    fault: { sheet: '事项清单', row: 2, column: 'E', code: 'extra-cell' },
  });
});
