import { type FieldKind, type FormValues, readText } from '../domain/estimators/form.ts';
import type { Outcome } from '../domain/estimators/outcome.ts';
import { decimalText, exactText, readExact } from '../domain/exact.ts';
import { type LiveLine, liveLines } from './estimate-formulas.ts';
import { type Cell, columnName, FORMATS, type Sheet } from './table.ts';
import { readXlsx } from './xlsx-read.ts';
import { type Book, fitSheetNames, sheetReference } from './xlsx-write.ts';

interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly options?: readonly { readonly id: string; readonly label: string }[] | undefined;
}

export interface BookInput {
  readonly estimator: string;
  readonly title: string;
  readonly name: string;
  readonly fields: readonly (Column & { readonly unit: string; readonly origin: string })[];
  readonly tables: readonly { readonly id: string; readonly title: string; readonly columns: readonly Column[] }[];
  readonly values: FormValues;
  readonly outcome: Outcome;
  /** The results as the page shows them. */
  readonly results: readonly (readonly Cell[])[];
  readonly labels: Readonly<Record<'inputs' | 'results' | 'item' | 'value' | 'unit' | 'origin', string>>;
  readonly word: (key: string) => string;
}

const NUMBERS: readonly FieldKind[] = ['money', 'percent', 'number', 'count'];

/**
 * An estimate as a workbook: the inputs, one sheet a table, and the results with live formulas beside the values they
 * have now. The first sheet says which estimator it is, so that the workbook can be read back.
 */
export function estimateBook(input: BookInput): Book {
  const { labels, values, fields, tables } = input;
  const names = fitSheetNames([
    labels.inputs,
    labels.results,
    ...tables.map(({ title }) => title),
    `${labels.results} 2`,
  ]);
  const [inputsName = 'Inputs', resultsName = 'Results'] = names;
  const inputs: Sheet = {
    name: inputsName,
    headerRows: 1,
    rows: [
      [labels.item, labels.value, labels.unit, labels.origin, `${input.estimator}/1`],
      ...fields.map((field): readonly Cell[] => [
        field.label,
        inputCell(field, values.fields[field.id] ?? ''),
        field.unit,
        field.origin,
        field.id,
      ]),
    ],
  };
  const tableSheets = tables.map(
    (table, index): Sheet => ({
      name: names[index + 2] ?? table.title,
      headerRows: 1,
      rows: [
        table.columns.map(({ label }) => label),
        ...(values.tables[table.id] ?? []).map((row) =>
          table.columns.map((column) => inputCell(column, row[column.id] ?? '')),
        ),
      ],
    }),
  );
  const field = (id: string) => ({
    f: `in_${id}`,
    v: plain(
      fields.find((each) => each.id === id),
      values.fields[id] ?? '',
    ),
  });
  const cell = (table: string, row: number, column: string) => {
    const place = tables.findIndex(({ id }) => id === table);
    const columns = tables[place]?.columns ?? [];
    const at = columns.findIndex(({ id }) => id === column);
    return {
      f: `${sheetReference(names[place + 2] ?? table)}$${columnName(at + 1)}$${row + 2}`,
      v: plain(columns[at], values.tables[table]?.[row]?.[column] ?? ''),
    };
  };
  const lines = liveLines(input.estimator, { values, field, cell, word: input.word });
  const results: Sheet = {
    name: resultsName,
    headerRows: 1,
    rows: [
      [labels.item, labels.value, input.title, input.name],
      ...lines.map((line): readonly Cell[] => [line.label, lineCell(line)]),
      ...(lines.length > 0 ? [[]] : []),
    ],
  };
  const asShown: Sheet = { name: names[names.length - 1] ?? 'Sheet', rows: input.results };
  return {
    sheets: [inputs, ...(lines.length > 0 ? [results] : []), ...tableSheets, asShown],
    names: fields.map(({ id }, index) => ({
      name: `in_${id}`,
      refersTo: `${sheetReference(inputsName)}$B$${index + 2}`,
    })),
  };
}

function plain(column: Column | undefined, text: string) {
  const read = column && readText({ ...column, options: undefined, optional: true }, text);
  return (read && 'value' in read ? readExact(read.value) : undefined) ?? { n: 0n, d: 1n };
}

function inputCell(column: Column, text: string): Cell {
  if (NUMBERS.includes(column.kind)) {
    const read = readText({ ...column, options: undefined, optional: true }, text);
    const value = 'value' in read ? read.value : text;
    return value === ''
      ? null
      : value.includes('/') || !('value' in read)
        ? value
        : { value: { decimal: value }, emphasis: 'input' };
  }
  return { value: column.options?.find(({ id }) => id === text)?.label ?? text, emphasis: 'input' };
}

function lineCell({ live, isMoney, isTotal }: LiveLine): Cell {
  const exact = exactText(live.v);
  return {
    value: { decimal: exact.includes('/') ? decimalText(live.v, 12) : exact },
    formula: live.f,
    format: isMoney ? FORMATS.money : FORMATS.general,
    ...(isTotal ? { emphasis: 'strong' as const } : {}),
  };
}

interface OwnShape {
  readonly estimator: string;
  readonly fields: readonly Column[];
  readonly tables: readonly { readonly id: string; readonly title: string; readonly columns: readonly Column[] }[];
}

export type OwnWorkbook =
  | { readonly ok: true; readonly values: FormValues }
  | { readonly ok: false; readonly reason: 'foreign' | 'damaged' }
  | {
      readonly ok: false;
      readonly reason: 'row';
      readonly sheet: string;
      readonly row: number;
      readonly column: string;
    };

/** Reads our own workbook back, as it was exported or with its yellow cells changed. Tables keep the order of their sheets. */
export function ownWorkbookValues(
  bytes: Uint8Array,
  shape: OwnShape,
  cellOf: (column: Column & { options?: never }, text: string) => string,
): OwnWorkbook {
  const first = readXlsx(bytes);
  if (!first.ok) return { ok: false, reason: 'damaged' };
  if (first.rows[0]?.[4] !== `${shape.estimator}/1`) return { ok: false, reason: 'foreign' };
  const fields: Record<string, string> = {};
  for (const row of first.rows.slice(1)) {
    const field = shape.fields.find(({ id }) => id === row[4]);
    if (field) fields[field.id] = cellOf(field as never, row[1] ?? '');
  }
  const offset = first.sheets.length - 1 - shape.tables.length;
  const tables: Record<string, Record<string, string>[]> = {};
  for (const [index, table] of shape.tables.entries()) {
    const sheet = readXlsx(bytes, first.sheets[offset + index]);
    if (!sheet.ok) return { ok: false, reason: 'damaged' };
    const wide = sheet.rows.findIndex((row) => row.slice(table.columns.length).some((text) => text !== ''));
    if (wide > 0) {
      return {
        ok: false,
        reason: 'row',
        sheet: sheet.sheet,
        row: wide + 1,
        column: columnName(table.columns.length + 1),
      };
    }
    tables[table.id] = sheet.rows
      .slice(1)
      .filter((row) => row.some((text) => text !== ''))
      .map((row, place) => ({
        id: `r${place + 1}`,
        ...Object.fromEntries(table.columns.map((column, at) => [column.id, cellOf(column as never, row[at] ?? '')])),
      }));
  }
  return { ok: true, values: { fields, tables } };
}
