import { isDay } from '../day.ts';
import { exactText } from '../exact.ts';
import { type NumberKind, readNumber } from '../number-input.ts';

export type FieldKind = 'money' | 'percent' | 'number' | 'count' | 'month' | 'day' | 'choice' | 'text';

/** A field, or a column of a table, as the estimator's content describes it. */
export interface Condition {
  readonly field: string;
  /** The value, or one of them. */
  readonly is: string | readonly string[];
}

export interface FieldShape {
  readonly id: string;
  readonly kind: FieldKind;
  readonly options?: readonly string[] | undefined;
  /** May be left empty. */
  readonly optional?: boolean | undefined;
  /** Counts only while another field counts and has this value. */
  readonly when?: Condition | undefined;
}

export interface TableShape {
  readonly id: string;
  readonly columns: readonly FieldShape[];
  readonly when?: Condition | undefined;
}

export interface FormShape {
  readonly fields: readonly FieldShape[];
  readonly tables: readonly TableShape[];
}

/** A row: texts as typed, by column; `id` is permanent. */
export type FormRow = Readonly<Record<string, string>>;

/** What a reader typed, text by text. */
export interface FormValues {
  readonly fields: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, readonly FormRow[]>>;
}

/** Rows by what stands in one column, in their order. */
export function byText(rows: readonly FormRow[], column: string): ReadonlyMap<string, readonly FormRow[]> {
  const found = new Map<string, FormRow[]>();
  for (const row of rows) {
    const text = row[column] ?? '';
    const same = found.get(text);
    if (same) same.push(row);
    else found.set(text, [row]);
  }
  return found;
}

/** One thing wrong; `path` is a field's id or `table[row].column`, or empty where it concerns no field by itself. */
export interface FormProblem {
  readonly path: string;
  readonly code: string;
}

/** The form with every number as plain decimal text; empty optional cells are `''`. */
export type ReadForm =
  | { readonly ok: true; readonly values: FormValues }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** @param all - The form's fields: one that hangs on a field that does not count does not count either. */
export function isShown(
  { when }: Pick<FieldShape, 'when'>,
  fields: Readonly<Record<string, string>>,
  all: readonly FieldShape[],
): boolean {
  if (when === undefined) return true;
  const value = fields[when.field] ?? '';
  if (typeof when.is === 'string' ? value !== when.is : !when.is.includes(value)) return false;
  const other = all.find(({ id }) => id === when.field);
  return other === undefined || isShown(other, fields, all);
}

/** Whether a path names a field, or a cell of a table. */
export function isFieldPath({ fields, tables }: FormShape, path: string): boolean {
  const cell = /^(\w+)\[\d+\]\.(\w+)$/.exec(path);
  return cell
    ? tables.some(({ id, columns }) => id === cell[1] && columns.some((column) => column.id === cell[2]))
    : fields.some(({ id }) => id === path);
}

/** Values out of a file or a link, as far as the form has them; rows are numbered, so that no two are one. */
export function fitToForm({ fields, tables }: FormShape, given: FormValues): FormValues {
  const texts = fields.flatMap(({ id }) => {
    const text = given.fields[id];
    return text === undefined ? [] : [[id, text] as const];
  });
  const rows = tables.flatMap(({ id, columns }) => {
    const table = given.tables[id];
    const row = (from: FormRow, place: number): FormRow => ({
      id: `r${place + 1}`,
      ...Object.fromEntries(columns.map((column) => [column.id, from[column.id] ?? ''])),
    });
    return table === undefined ? [] : [[id, table.map(row)] as const];
  });
  return { fields: Object.fromEntries(texts), tables: Object.fromEntries(rows) };
}

interface ReadRow {
  readonly columns: readonly FieldShape[];
  /** The texts that were read, so that a row altered in place is read again. */
  readonly id: string | undefined;
  readonly texts: readonly (string | undefined)[];
  readonly cells: FormRow;
  readonly wrong: readonly { readonly column: string; readonly code: string }[];
}

/** A row that is read stays read: with 500 of them a change reads one. What is read is frozen, for others to build on. */
const known = new WeakMap<FormRow, ReadRow>();

function readRow(columns: readonly FieldShape[], row: FormRow): ReadRow {
  const before = known.get(row);
  if (
    before?.columns === columns &&
    before.id === row.id &&
    columns.every(({ id }, place) => row[id] === before.texts[place])
  )
    return before;
  const cells: Record<string, string> = row.id === undefined ? {} : { id: row.id };
  const wrong: { column: string; code: string }[] = [];
  for (const column of columns) {
    const result = readText(column, row[column.id] ?? '');
    if ('code' in result) wrong.push({ column: column.id, code: result.code });
    cells[column.id] = 'code' in result ? '' : result.value;
  }
  const texts = columns.map(({ id }) => row[id]);
  const read = { columns, id: row.id, texts, cells: Object.freeze(cells), wrong };
  known.set(row, read);
  return read;
}

/** Reads what was typed into plain values; what is not shown is taken as it stands and not judged. */
export function readForm(shape: FormShape, typed: FormValues): ReadForm {
  const problems: FormProblem[] = [];
  const read = (field: FieldShape, text: string, path: string): string => {
    const result = readText(field, text);
    if ('code' in result) problems.push({ path, code: result.code });
    return 'code' in result ? '' : result.value;
  };
  const fields = { ...typed.fields };
  for (const field of shape.fields) {
    if (isShown(field, typed.fields, shape.fields))
      fields[field.id] = read(field, typed.fields[field.id] ?? '', field.id);
  }
  const tables: Record<string, readonly FormRow[]> = {};
  for (const table of shape.tables) {
    const rows = typed.tables[table.id] ?? [];
    tables[table.id] = isShown(table, typed.fields, shape.fields)
      ? rows.map((row, index) => {
          const { cells, wrong } = readRow(table.columns, row);
          for (const { column, code } of wrong) problems.push({ path: `${table.id}[${index}].${column}`, code });
          return cells.id === undefined ? { ...cells, id: String(index) } : cells;
        })
      : [];
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values: { fields, tables } };
}

const NUMBERS: Readonly<Partial<Record<FieldKind, NumberKind>>> = {
  money: 'money',
  percent: 'percent',
  number: 'plain',
  count: 'plain',
};

export function readText(field: FieldShape, text: string): { readonly value: string } | { readonly code: string } {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return field.optional ? { value: '' } : { code: 'missing' };
  const kind = NUMBERS[field.kind];
  if (kind) {
    const number = readNumber(text, kind);
    return number.ok ? { value: exactText(number.value) } : { code: number.code };
  }
  switch (field.kind) {
    case 'month': {
      const match = /^(\d{4})\s*(?:-|\/|\.|年)\s*(\d{1,2})\s*月?$/.exec(plain.replaceAll('。', '.'));
      const month = match ? `${match[1]}-${match[2]?.padStart(2, '0')}` : '';
      return isDay(`${month}-01`) ? { value: month } : { code: 'not-a-month' };
    }
    case 'day': {
      const match = /^(\d{4})\s*(?:-|\/|\.|年)\s*(\d{1,2})\s*(?:-|\/|\.|月)\s*(\d{1,2})\s*日?$/.exec(plain);
      const day = match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : '';
      return isDay(day) ? { value: day } : { code: 'not-a-date' };
    }
    case 'choice':
      return field.options?.includes(plain) ? { value: plain } : { code: 'unknown' };
    default:
      return { value: text.trim() };
  }
}
