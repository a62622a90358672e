import { describe, expect, test } from 'vitest';
import { type EstimatorId, estimate } from '../../../src/domain/estimators/estimators.ts';
import type { FormRow, FormValues } from '../../../src/domain/estimators/form.ts';
import { otherLocale } from '../../../src/i18n/locale.ts';
import { cellOf } from '../../../src/interchange/estimate-cell.ts';
import { readEstimate, writeEstimate } from '../../../src/islands/estimators/estimate-files.ts';
import type { EstimatorProps } from '../../../src/islands/estimators/estimator-props.ts';
import { entries, entryOf, type Locale, presetFor, shapeFor, word } from './entries.ts';

/** An estimator as the page of one language hands it to its island. */
function propsIn(locale: Locale, id: EstimatorId): EstimatorProps {
  const entry = entryOf(id);
  type Shape = (typeof entry.tables)[number]['columns'][number];
  const column = ({ options, label, unit, ...shape }: Shape) => ({
    ...shape,
    label: label[locale],
    unit: unit?.[locale],
    options: options?.map((option) => ({
      id: option.id,
      label: option.label[locale],
      also: option.label[otherLocale(locale)],
    })),
  });
  const known: Partial<EstimatorProps> = {
    locale,
    estimator: id,
    title: entry.title[locale],
    fields: entry.fields.map((field) => ({ ...column(field as Shape), origin: field.origin, source: '' })),
    tables: entry.tables.map((table) => ({
      id: table.id,
      title: table.title[locale],
      columns: table.columns.map(column),
      origin: table.origin,
      source: '',
    })),
    preset: presetFor(id, locale),
    text: new Proxy({} as EstimatorProps['text'], { get: (_, key) => word(locale)(String(key)) }),
  };
  return known as EstimatorProps;
}

/** The preset with every choice set to its last option, in fields and in tables. */
function withLastChoices(id: EstimatorId, locale: Locale): FormValues {
  const { fields, tables } = shapeFor(id);
  const preset = presetFor(id, locale);
  const lastOf = (options: readonly string[] | undefined) => options?.at(-1) ?? '';
  return {
    fields: {
      ...preset.fields,
      ...Object.fromEntries(
        fields.filter(({ kind }) => kind === 'choice').map(({ id: field, options }) => [field, lastOf(options)]),
      ),
    },
    tables: Object.fromEntries(
      tables.map(({ id: table, columns }) => [
        table,
        (preset.tables[table] ?? []).map((row, index): FormRow => {
          const choices = columns.filter(({ kind }) => kind === 'choice');
          // The first row, so that what is asked of a whole table (one closing day, one of each) stays answered.
          return index > 0
            ? row
            : { ...row, ...Object.fromEntries(choices.map((column) => [column.id, lastOf(column.options)])) };
        }),
      ]),
    ),
  };
}

const choicesOf = (id: EstimatorId, { fields, tables }: FormValues) => {
  const shape = shapeFor(id);
  const chosen = (columns: typeof shape.fields, row: FormRow) =>
    columns.filter(({ kind }) => kind === 'choice').map((column) => [column.id, row[column.id] ?? '']);
  return [
    ...chosen(shape.fields, fields),
    ...shape.tables.flatMap((table) => (tables[table.id] ?? []).flatMap((row) => chosen(table.columns, row))),
  ];
};

const cases = entries.flatMap(({ id }) => (['zh-CN', 'en'] as const).map((locale) => ({ id, locale })));

describe('a file of one language opens in the other', () => {
  test.each(cases)('$id, exported in $locale', ({ id, locale }) => {
    for (const values of [presetFor(id, locale), withLastChoices(id, locale)]) {
      const outcome = estimate(id, shapeFor(id), values);
      // Some choices ask for inputs that the preset has not; such an estimate cannot be exported.
      if (!outcome.ok) continue;
      for (const kind of ['xlsx', 'json'] as const) {
        const bytes = writeEstimate(kind, propsIn(locale, id), { id: 'first', name: 'A', values }, outcome);
        const read = readEstimate(bytes, propsIn(otherLocale(locale), id));
        if (!read.ok) throw new Error(read.reason);
        expect(read.faults).toEqual([]);
        expect(choicesOf(id, read.values)).toEqual(choicesOf(id, values));
        const again = estimate(id, shapeFor(id), {
          fields: { ...values.fields, ...read.values.fields },
          tables: { ...values.tables, ...read.values.tables },
        });
        if (!again.ok) throw new Error(JSON.stringify(again.problems));
        expect(again.figures).toEqual(outcome.figures);
      }
    }
  });
});

test('no words of a choice mean one option in Chinese and another one in English', () => {
  const twofold = entries.flatMap(({ entry }) =>
    [...entry.fields, ...entry.tables.flatMap(({ columns }) => columns)].flatMap((column) =>
      (column.options ?? []).flatMap((option) =>
        (['zh-CN', 'en'] as const).flatMap((locale) => {
          const options = (column.options ?? []).map(({ id, label }) => ({
            id,
            label: label[locale],
            also: label[otherLocale(locale)],
          }));
          return [option.id, option.label['zh-CN'], option.label.en]
            .filter((text) => cellOf({ options }, text) !== option.id)
            .map((text) => `${column.id}: ${text}`);
        }),
      ),
    ),
  );
  expect(twofold).toEqual([]);
});

test('words that are no option stay as they stand, for the field to explain', () => {
  expect(cellOf({ options: [{ id: 'equal', label: 'Equally', also: '在岗均分' }] }, ' 随便 ')).toBe('随便');
});
