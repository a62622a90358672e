import { type FieldKind, type FormValues, readText } from '../domain/estimators/form.ts';
import type { Outcome } from '../domain/estimators/outcome.ts';
import { decimalText, exactText, readExact } from '../domain/exact.ts';
import { type CellOption, cellOf } from './estimate-cell.ts';
import { liveRows } from './estimate-formulas.ts';
import { isText } from './live/cells.ts';
import type { LiveRow } from './live/sheet.ts';
import { type Cell, columnName, FORMATS, type Sheet } from './table.ts';
import { readXlsx } from './xlsx-read.ts';
import { type Book, fitSheetNames, sheetReference } from './xlsx-write.ts';

interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly options?: readonly CellOption[] | undefined;
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
      // Which sheet is which table, so that sheets may be added and moved.
      ...tables.map(({ id, title }, index): readonly Cell[] => [
        title,
        names[index + 2] ?? title,
        null,
        null,
        `#${id}`,
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
  const column = (table: string, id: string): Column | undefined =>
    tables.find((each) => each.id === table)?.columns.find((each) => each.id === id);
  const textAt = (table: string, row: number, id: string): string => values.tables[table]?.[row]?.[id] ?? '';
  const place = (table: string, row: number, id: string): string => {
    const index = tables.findIndex((each) => each.id === table);
    const at = tables[index]?.columns.findIndex((each) => each.id === id) ?? 0;
    return `${sheetReference(names[index + 2] ?? table)}$${columnName(at + 1)}$${row + 2}`;
  };
  const fieldOf = (id: string) => fields.find((each) => each.id === id);
  const rows = liveRows(
    input.estimator,
    {
      values,
      word: input.word,
      field: (id) => ({ f: `in_${id}`, v: plain(fieldOf(id), values.fields[id] ?? '') }),
      chosen: (id, option) => isText(`in_${id}`, shownOf(fieldOf(id), option), values.fields[id] === option),
      cell: (table, row, id) => ({ f: place(table, row, id), v: plain(column(table, id), textAt(table, row, id)) }),
      cellChosen: (table, row, id, option) =>
        isText(place(table, row, id), shownOf(column(table, id), option), textAt(table, row, id) === option),
      countChosen: (table, id, option) => {
        const count = (values.tables[table] ?? []).length;
        const last = place(table, Math.max(0, count - 1), id).replace(/^.*!/, '');
        const range = `${place(table, 0, id)}:${last}`;
        const shown = shownOf(column(table, id), option).replaceAll('"', '""');
        const found = (values.tables[table] ?? []).filter((_, row) => textAt(table, row, id) === option).length;
        return { f: `COUNTIF(${range},"${shown}")`, v: { n: BigInt(found), d: 1n } };
      },
      cellFilled: (table, row, id) => ({
        f: `LEN(${place(table, row, id)})>0`,
        holds: textAt(table, row, id).trim() !== '',
      }),
    },
    input.outcome,
  );
  const results: Sheet = {
    name: resultsName,
    headerRows: 1,
    frozenColumns: 1,
    rows: [[labels.item, labels.value, input.title, input.name], ...rows.map(rowCells)],
  };
  const asShown: Sheet = { name: names[names.length - 1] ?? 'Sheet', rows: input.results };
  return {
    sheets: [inputs, results, ...tableSheets, asShown],
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

const shownOf = (column: Column | undefined, option: string): string =>
  column?.options?.find(({ id }) => id === option)?.label ?? option;

const KINDS = { money: FORMATS.money, number: FORMATS.general, percent: FORMATS.percent } as const;

function rowCells({ label, cells, kind, look }: LiveRow): readonly Cell[] {
  const emphasis = look === 'line' || look === 'note' ? {} : { emphasis: 'strong' as const };
  return [
    look === 'heading' ? { value: label, emphasis: 'strong' } : label,
    ...cells.map((cell): Cell => {
      if (typeof cell === 'string') return cell === '' ? null : { value: cell, ...emphasis };
      const exact = exactText(cell.v);
      return {
        value: cell.text ?? { decimal: exact.includes('/') ? decimalText(cell.v, 12) : exact },
        ...(cell.f === '' ? {} : { formula: cell.f }),
        format: KINDS[kind],
        ...emphasis,
      };
    }),
  ];
}

interface OwnShape {
  readonly estimator: string;
  readonly fields: readonly Column[];
  readonly tables: readonly { readonly id: string; readonly title: string; readonly columns: readonly Column[] }[];
}

/** A cell whose text the estimator cannot take; it is read as it stands, for the field to explain. */
export interface OwnFault {
  readonly sheet: string;
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly column: string;
  readonly code: string;
}

export type OwnWorkbook =
  | { readonly ok: true; readonly values: FormValues; readonly faults: readonly OwnFault[] }
  | { readonly ok: false; readonly reason: 'foreign' | 'damaged' }
  /** A table's sheet was renamed or removed. */
  | { readonly ok: false; readonly reason: 'sheet'; readonly sheet: string }
  /** A row with more cells than there are columns: nobody can tell which belongs where. */
  | { readonly ok: false; readonly reason: 'row'; readonly fault: OwnFault };

/**
 * Reads our own workbook back, as it was exported, in whichever language, or with its yellow cells changed. The first
 * sheet names the sheets of the tables; workbooks of the first edition do not, there their order counts.
 */
export function ownWorkbookValues(bytes: Uint8Array, shape: OwnShape): OwnWorkbook {
  const opened = readXlsx(bytes);
  if (!opened.ok) return { ok: false, reason: 'damaged' };
  const isOurs = ({ rows }: Pick<typeof opened, 'rows'>): boolean => rows[0]?.[4] === `${shape.estimator}/1`;
  const first = isOurs(opened)
    ? opened
    : opened.sheets.map((name) => readXlsx(bytes, name)).find((each) => each.ok && isOurs(each));
  if (!first?.ok) return { ok: false, reason: 'foreign' };
  const faults: OwnFault[] = [];
  /** A cell as the form takes it; what it cannot take is noted. */
  const taken = (column: Column, text: string, sheet: string, row: number): string => {
    const cell = cellOf(column, text);
    const read = readText({ ...column, options: column.options?.map(({ id }) => id) }, cell);
    if ('code' in read && cell !== '') faults.push({ sheet, row, column: column.label, code: read.code });
    return cell;
  };
  const fields: Record<string, string> = {};
  for (const [index, row] of first.rows.entries()) {
    const field = shape.fields.find(({ id }) => id === row[4]);
    if (field && index > 0) fields[field.id] = taken(field, row[1] ?? '', first.sheet, index + 1);
  }
  const offset = first.sheets.length - 1 - shape.tables.length;
  const tables: Record<string, Record<string, string>[]> = {};
  for (const [index, table] of shape.tables.entries()) {
    const named = first.rows.find((row) => row[4] === `#${table.id}`)?.[1];
    const sheet = readXlsx(bytes, named ?? first.sheets[offset + index]);
    if (!sheet.ok)
      return named === undefined ? { ok: false, reason: 'damaged' } : { ok: false, reason: 'sheet', sheet: named };
    const wide = sheet.rows.findIndex(
      (row, place) => place > 0 && row.slice(table.columns.length).some((text) => text !== ''),
    );
    if (wide > 0) {
      const column = columnName(table.columns.length + 1);
      return { ok: false, reason: 'row', fault: { sheet: sheet.sheet, row: wide + 1, column, code: 'extra-cell' } };
    }
    tables[table.id] = sheet.rows
      .map((row, place) => ({ row, place }))
      .filter(({ row, place }) => place > 0 && row.some((text) => text !== ''))
      .map(({ row, place }, turn) => ({
        id: `r${turn + 1}`,
        ...Object.fromEntries(
          table.columns.map((column, at) => [column.id, taken(column, row[at] ?? '', sheet.sheet, place + 1)]),
        ),
      }));
  }
  return { ok: true, values: { fields, tables }, faults };
}
