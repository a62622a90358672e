import type { Day } from '../domain/day.ts';

/** Where something stands in a table: row and column from 1, as a spreadsheet counts them. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** What is wrong with one cell of a file that was otherwise read. The cell's text is kept as it stood. */
export type CellFaultCode =
  /** A quotation mark opens here and never closes; everything after it is in this cell. */
  | 'quote-unclosed'
  /** More text after the closing quotation mark. */
  | 'text-after-quote'
  /** The spreadsheet itself shows an error here, such as `#DIV/0!`. */
  | 'error-value'
  /** A formula whose value was never stored, so there is nothing to read. Formulas are never computed here. */
  | 'no-stored-value';

export interface CellFault extends CellPosition {
  readonly code: CellFaultCode;
}

/** What a file says, cell by cell. Rows are as long as they were written; a blank row is there and empty. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly faults: readonly CellFault[];
}

/** What a cell holds. `decimal` is exact text such as `-12.30`; `dateTime` is civil time, `YYYY-MM-DDTHH:MM[:SS]`. */
export type CellValue =
  | null
  | string
  | number
  | boolean
  | { readonly decimal: string }
  | { readonly day: Day }
  | { readonly dateTime: string };

/** A cell with more than a value. */
export interface RichCell {
  /** With a formula: the value that it has now, stored beside it for viewers that compute nothing. */
  readonly value: CellValue;
  /** In English notation, without the leading `=`. */
  readonly formula?: string;
  /** A number format code, see `FORMATS`; without it, one that suits the value. */
  readonly format?: string;
  /** `strong` for titles and totals, `input` for cells that the reader is meant to change. */
  readonly emphasis?: 'strong' | 'input';
}

export type Cell = CellValue | RichCell;

/** Number formats that every spreadsheet program knows. Any other format code is allowed too. */
export const FORMATS = {
  general: 'General',
  integer: '#,##0',
  money: '#,##0.00',
  percent: '0.00%',
  text: '@',
  day: 'yyyy\\-mm\\-dd',
  dateTime: 'yyyy\\-mm\\-dd\\ hh:mm',
} as const;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows at the top that are bold, stay in sight and are repeated on every printed page. */
  readonly headerRows?: number;
  /** Columns at the left that stay in sight. */
  readonly frozenColumns?: number;
  /** In characters of the standard font; a column without one is as wide as its text, within bounds. */
  readonly widths?: readonly (number | undefined)[];
  /** Buttons on the last header row by which the rows below can be filtered. */
  readonly filter?: boolean;
  readonly landscape?: boolean;
  /** Printed on the head of every page. */
  readonly printHeader?: string;
}

export function isRichCell(cell: Cell): cell is RichCell {
  return typeof cell === 'object' && cell !== null && 'value' in cell;
}

/** `A` for 1, `Z` for 26, `AA` for 27. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The name that readers of spreadsheets know a cell by, e.g. `B7`. */
export const cellName = ({ row, column }: CellPosition): string => `${columnName(column)}${row}`;
