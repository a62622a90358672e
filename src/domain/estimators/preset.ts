import type { EstimatorEntry } from '../../schema/estimator.ts';
import { decimalText, exactText, HUNDRED, multiply } from '../exact.ts';
import { yuanText } from '../money.ts';
import { type EstimatorId, estimate } from './estimators.ts';
import type { FormRow, FormShape, FormValues } from './form.ts';
import type { Estimate, ResultValue } from './outcome.ts';

type Locale = keyof EstimatorEntry['title'];
type Tables = Readonly<Record<string, readonly FormRow[]>>;

/** The part of an entry that says what the form is. */
export function shapeOf({ fields, tables }: Pick<EstimatorEntry, 'fields' | 'tables'>): FormShape {
  const plain = ({ id, kind, options, optional, when }: EstimatorEntry['fields'][number]) => ({
    id,
    kind,
    options: options?.map((option) => option.id),
    optional,
    when,
  });
  return {
    fields: fields.map(plain),
    tables: tables.map(({ id, columns, when }) => ({
      id,
      when,
      columns: columns.map((column) => plain(column as EstimatorEntry['fields'][number])),
    })),
  };
}

/** The preset in one language; `factText` gives what stands in a cell of a fact table (`table/row/column`). */
export function presetOf(entry: EstimatorEntry, locale: Locale, factText: (ref: string) => string): FormValues {
  return {
    fields: Object.fromEntries(
      entry.fields.map((field) => [field.id, field.fact ? factText(field.fact) : field.default]),
    ),
    tables: Object.fromEntries(
      entry.tables.map(({ id, rows }) => [
        id,
        withIds(
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([column, cell]) => [column, typeof cell === 'string' ? cell : cell[locale]]),
            ),
          ),
        ),
      ]),
    ),
  };
}

function withIds(rows: readonly FormRow[]): readonly FormRow[] {
  return rows.map((row, index) => ({ id: `r${index + 1}`, ...row }));
}

export interface ExampleInput {
  readonly fields: Readonly<Record<string, string>>;
  readonly tables: Tables;
}

/** What an example puts in: the preset with its own values in place. */
export function exampleValues(preset: FormValues, example: ExampleInput): FormValues {
  return {
    fields: { ...preset.fields, ...example.fields },
    tables: {
      ...preset.tables,
      ...Object.fromEntries(Object.entries(example.tables).map(([id, rows]) => [id, withIds(rows)])),
    },
  };
}

export interface Expectation {
  readonly at: string;
  readonly value: string;
}

export interface ExampleRun {
  readonly passes: boolean;
  readonly found: readonly { readonly at: string; readonly expected: string; readonly value: string | undefined }[];
}

/** Runs one worked example through the engine. */
export function runExample(
  id: EstimatorId,
  shape: FormShape,
  values: FormValues,
  expect: readonly Expectation[],
): ExampleRun {
  const result = estimate(id, shape, values);
  const found = expect.map(({ at, value }) => ({ at, expected: value, value: lookUp(result, at) }));
  return { passes: found.every(({ expected, value }) => expected === value), found };
}

/** `figure:<id>` or `section:<section>:<line>:<cell>`. */
function lookUp(result: Estimate, at: string): string | undefined {
  if (!result.ok) return undefined;
  const [kind, first, line, cell] = at.split(':');
  const value =
    kind === 'figure'
      ? result.figures.find(({ id }) => id === first)?.value
      : result.sections.find(({ id }) => id === first)?.lines.find(({ id }) => id === line)?.cells[Number(cell)];
  return value && plainText(value);
}

/** A result in plain text: yuan with two decimals, a percentage in percent, else as exact as it is. */
export function plainText(value: ResultValue): string | undefined {
  switch (value.kind) {
    case 'money':
      return yuanText(value.fen);
    case 'number':
      return exactText(value.value).includes('/') ? decimalText(value.value, 6) : exactText(value.value);
    case 'percent':
      return value.share && decimalText(multiply(value.share, HUNDRED), 2);
    default:
      return 'key' in value.words ? value.words.key : value.words.own;
  }
}
