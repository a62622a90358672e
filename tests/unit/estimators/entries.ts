import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { EstimatorId } from '../../../src/domain/estimators/estimators.ts';
import type { FormRow, FormValues } from '../../../src/domain/estimators/form.ts';
import { presetOf, shapeOf } from '../../../src/domain/estimators/preset.ts';
import { ESTIMATOR } from '../../../src/i18n/estimator-strings.ts';
import { type EstimatorEntry, estimator } from '../../../src/schema/estimator.ts';
import type { FactTable } from '../../../src/schema/fact-table.ts';

const root = new URL('../../../content/', import.meta.url);
const load = (path: string): unknown => parse(readFileSync(new URL(path, root), 'utf8'));

export type Locale = 'zh-CN' | 'en';

export const factText = (ref: string): string => {
  const [table = '', row, column = ''] = ref.split('/');
  const found = (load(`facts/${table}.yaml`) as FactTable).rows.find(({ id }) => id === row)?.cells[column];
  if (typeof found !== 'number') throw new Error(`No number at ${ref}`);
  return String(found);
};

/** Every estimator of the content. */
export const entries: readonly { readonly id: EstimatorId; readonly entry: EstimatorEntry }[] = readdirSync(
  new URL('estimators/', root),
).map((file) => ({
  id: file.replace('.yaml', '') as EstimatorId,
  entry: estimator.parse(load(`estimators/${file}`)),
}));

export function entryOf(id: EstimatorId): EstimatorEntry {
  const found = entries.find((each) => each.id === id);
  if (!found) throw new Error(`No estimator ${id}`);
  return found.entry;
}

export const shapeFor = (id: EstimatorId) => shapeOf(entryOf(id));
export const presetFor = (id: EstimatorId, locale: Locale = 'zh-CN') => presetOf(entryOf(id), locale, factText);

export const word =
  (locale: Locale) =>
  (key: string): string =>
    (ESTIMATOR as Record<string, Record<Locale, string>>)[key]?.[locale] ?? key;

/** The form with other texts: `targetPercent`, or `figures[0].currentCollectedYuan`. */
export function withInput(values: FormValues, path: string, text: string): FormValues {
  const match = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path);
  if (!match) return { ...values, fields: { ...values.fields, [path]: text } };
  const [, table = '', row, column = ''] = match;
  const rows = (values.tables[table] ?? []).map(
    (each, index): FormRow => (index === Number(row) ? { ...each, [column]: text } : each),
  );
  return { ...values, tables: { ...values.tables, [table]: rows } };
}
