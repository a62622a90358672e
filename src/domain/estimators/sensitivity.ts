import {
  add,
  decimalText,
  type Exact,
  exact,
  exactText,
  HUNDRED,
  larger,
  multiply,
  ONE,
  smaller,
  subtract,
  ZERO,
} from '../exact.ts';
import { findSensitivity, type Sensitivity, type Variation } from '../fees/sensitivity.ts';
import { type FormShape, type FormValues, readForm } from './form.ts';
import { type Estimator, exactOf } from './outcome.ts';

/**
 * Moves inputs by ± a percentage, one path at a time (`targetPercent`, or `spaces.priceYuan` for a whole column), and
 * ranks them by how far the headline swings. Percentages stay between 0 and 100.
 */
export function sensitivityOf(
  estimator: Estimator,
  shape: FormShape,
  typed: FormValues,
  paths: readonly string[],
  percent: number,
): Sensitivity {
  const read = readForm(shape, typed);
  if (!read.ok) return { result: undefined, bars: [] };
  const step = { n: BigInt(percent), d: 100n };
  const variations = paths.map(
    (path): Variation<FormValues> => ({
      id: path,
      base: ONE,
      low: subtract(ONE, step),
      high: add(ONE, step),
      apply: (values, factor) => scaled(values, shape, path, factor),
    }),
  );
  return findSensitivity(read.values, variations, (values) => {
    const result = estimator(values);
    return result.ok && result.figures[0] ? exactOf(result.figures[0].value) : undefined;
  });
}

function scaled(values: FormValues, shape: FormShape, path: string, factor: Exact): FormValues {
  const [first = '', column] = path.split('.');
  const change = (text: string | undefined, kind: string | undefined): string => {
    if (!text) return text ?? '';
    const moved = multiply(exact(text), factor);
    if (kind === 'count') return decimalText(moved, 0);
    return exactText(kind === 'percent' ? smaller(larger(moved, ZERO), HUNDRED) : moved);
  };
  if (column === undefined) {
    const kind = shape.fields.find(({ id }) => id === first)?.kind;
    return { ...values, fields: { ...values.fields, [first]: change(values.fields[first], kind) } };
  }
  const kind = shape.tables.find(({ id }) => id === first)?.columns.find(({ id }) => id === column)?.kind;
  const rows = (values.tables[first] ?? []).map((row) => ({ ...row, [column]: change(row[column], kind) }));
  return { ...values, tables: { ...values.tables, [first]: rows } };
}
