import { type FoundColumn, findHead } from './list-import-columns.ts';
import { LIST_HEADINGS, type ListField, readYesNo } from './list-import-headings.ts';
import type { CellFaultCode, Table } from './table.ts';

/** One item of the user's own list. */
export interface ListItem {
  /** Row of the file, from 1. */
  readonly row: number;
  /** The number that the list gives it; empty when it gives none. */
  readonly number: string;
  readonly group: string;
  readonly label: string;
  /** A known post; `undefined` when the cell is empty or names none that is known. */
  readonly role: string | undefined;
  /** The cell as it stands. */
  readonly roleText: string;
  readonly mandatory: boolean;
  readonly why: string;
  readonly evidence: string;
}

export type ListFaultCode =
  | CellFaultCode
  /** Something stands in this row, but not what is to be checked. */
  | 'label-missing'
  | 'text-too-long'
  /** Neither yes nor no; taken as "not mandatory". */
  | 'mandatory-unclear'
  /** No post of that name is known; the text is kept. */
  | 'role-unknown'
  /** The same item stands in an earlier row of the same group. */
  | 'same-item';

export interface ListFault {
  readonly row: number;
  readonly column: number;
  readonly code: ListFaultCode;
  /** What stands there, shortened. */
  readonly text: string;
  /** For `same-item`: the earlier row. */
  readonly other?: number;
}

/** Why nothing can be taken from a table. */
export type ListRefusal = 'empty' | 'no-item-column' | 'too-many-rows';

export interface ListPreview {
  readonly ok: true;
  /** Row of the head, from 1; `undefined` for a list without one. */
  readonly headRow: number | undefined;
  readonly columns: readonly FoundColumn<ListField>[];
  readonly unused: readonly { readonly column: number; readonly heading: string }[];
  /** Every row that can be taken, faults or not: what "all" takes. */
  readonly items: readonly ListItem[];
  /** Those without a fault: what "only the good rows" takes. */
  readonly good: readonly ListItem[];
  /** In the order of rows and columns. */
  readonly faults: readonly ListFault[];
}

export type ReadList = ListPreview | { readonly ok: false; readonly reason: ListRefusal };

export interface ListOptions {
  /** Posts by id, with all their names in both languages. */
  readonly roles?: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** What the user says the columns are, instead of what their headings say. Columns from 1. */
  readonly columns?: { readonly [field in ListField]?: number };
  /** Row of the head that the user names; 0 for none. Needed with `columns`, else 0 is assumed. */
  readonly headRow?: number;
}

export const MAX_LIST_ROWS = 5_000;
/** Longer texts are no items but documents. */
export const MAX_ITEM_TEXT = 1_000;

/** Makes checklist items of a table, and tells row by row what is doubtful. Writes nothing: a preview. */
export function readList(table: Table, options: ListOptions = {}): ReadList {
  const filled = table.rows.filter((row) => row.some((cell) => cell.trim() !== '')).length;
  if (filled === 0) return { ok: false, reason: 'empty' };
  if (filled > MAX_LIST_ROWS) return { ok: false, reason: 'too-many-rows' };
  const head = findColumns(table, options);
  if (!head) return { ok: false, reason: 'no-item-column' };
  const columnOf = (field: ListField): number | undefined =>
    head.columns.find((column) => column.field === field)?.column;
  const roles = roleFinder(options.roles ?? []);
  const faults: ListFault[] = [];
  const items: ListItem[] = [];
  const seen = new Map<string, number>();
  let group = '';
  for (const [i, cells] of table.rows.entries()) {
    const row = i + 1;
    if (row <= (head.row ?? 0)) continue;
    const text = (field: ListField): string => cells[(columnOf(field) ?? 0) - 1]?.trim() ?? '';
    const others = LIST_FIELDS_WITH_WORDS.filter((field) => text(field) !== '');
    // A group that spans rows stands in its first row only.
    if (text('group') !== '') group = text('group');
    if (text('item') === '' && others.length === 0) continue;
    const fault = (field: ListField, code: ListFaultCode, other?: number): void => {
      faults.push({
        row,
        column: columnOf(field) ?? 1,
        code,
        text: shorten(text(field)),
        ...(other === undefined ? {} : { other }),
      });
    };
    if (text('item') === '') {
      fault('item', 'label-missing');
      continue;
    }
    const long = LIST_FIELDS_WITH_TEXT.filter((field) => text(field).length > MAX_ITEM_TEXT);
    for (const field of long) fault(field, 'text-too-long');
    if (long.length > 0) continue;

    const mandatory = readYesNo(text('mandatory'));
    if (mandatory === undefined) fault('mandatory', 'mandatory-unclear');
    const role = roles(text('role'));
    if (role === undefined && text('role') !== '' && options.roles) fault('role', 'role-unknown');
    const key = `${group}\n${text('item').normalize('NFKC').toLowerCase()}`;
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row);
    else fault('item', 'same-item', earlier);
    items.push({
      row,
      number: text('number'),
      group,
      label: text('item'),
      role,
      roleText: text('role'),
      mandatory: mandatory ?? false,
      why: text('why'),
      evidence: text('evidence'),
    });
  }
  for (const { row, column, code } of table.faults) {
    if (row > (head.row ?? 0))
      faults.push({ row, column, code, text: shorten(table.rows[row - 1]?.[column - 1] ?? '') });
  }
  faults.sort((a, b) => a.row - b.row || a.column - b.column);
  const faulty = new Set(faults.map(({ row }) => row));
  return {
    ok: true,
    headRow: head.row,
    columns: head.columns,
    unused: head.unused,
    items,
    good: items.filter(({ row }) => !faulty.has(row)),
    faults,
  };
}

/** A row with only a number, or only a group, is a numbered blank or a heading. */
const LIST_FIELDS_WITH_WORDS = ['role', 'mandatory', 'why', 'evidence'] as const satisfies ListField[];
const LIST_FIELDS_WITH_TEXT = ['number', 'group', 'item', 'role', 'why', 'evidence'] as const satisfies ListField[];

interface Head {
  readonly row: number | undefined;
  readonly columns: readonly FoundColumn<ListField>[];
  readonly unused: readonly { readonly column: number; readonly heading: string }[];
}

function findColumns({ rows }: Table, { columns, headRow = 0 }: ListOptions): Head | undefined {
  if (columns) {
    if (columns.item === undefined) return undefined;
    const heading = (column: number): string => rows[headRow - 1]?.[column - 1]?.trim() ?? '';
    const given = Object.entries(columns) as [ListField, number][];
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const isUsed = new Set(given.map(([, column]) => column));
    const rest = Array.from({ length: width }, (_, i) => i + 1).filter((column) => !isUsed.has(column));
    return {
      row: headRow > 0 ? headRow : undefined,
      columns: given.map(([field, column]) => ({ field, column, heading: heading(column) })),
      unused: rest.map((column) => ({ column, heading: heading(column) })).filter((column) => column.heading !== ''),
    };
  }
  const found = findHead(rows, LIST_HEADINGS, ['item']);
  if (found) return found;
  // A plain list, one item a line, needs no head.
  const used = new Set(rows.flatMap((row) => row.flatMap((cell, i) => (cell.trim() === '' ? [] : [i + 1]))));
  const [only] = used;
  if (used.size !== 1 || only === undefined) return undefined;
  return { row: undefined, columns: [{ field: 'item', column: only, heading: '' }], unused: [] };
}

function roleFinder(roles: NonNullable<ListOptions['roles']>): (text: string) => string | undefined {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const ids = new Map<string, string>();
  for (const { id, names } of roles)
    for (const name of [id, ...names]) if (!ids.has(plain(name))) ids.set(plain(name), id);
  return (text) => ids.get(plain(text));
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text);
