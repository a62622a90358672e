import type { FormValues } from '../../domain/estimators/form.ts';
import { total } from '../../domain/exact.ts';
import { columnName } from '../table.ts';
import type { Live, Test } from './cells.ts';

export type LiveKind = 'money' | 'number' | 'percent';

/** A row of the sheet of results: what it is called, and its cells. */
export interface LiveRow {
  readonly label: string;
  readonly cells: readonly (Live | string)[];
  readonly kind: LiveKind;
  readonly look: 'heading' | 'line' | 'total' | 'note';
}

/** Where the formulas of an estimator find its inputs, and where they put their results. */
export interface LiveSheet {
  readonly values: FormValues;
  readonly word: (key: string) => string;
  /** A field's number. */
  readonly field: (id: string) => Live;
  /** Whether a field of choice stands at this option. */
  readonly chosen: (id: string, option: string) => Test;
  /** A number in a table of inputs. */
  readonly cell: (table: string, row: number, column: string) => Live;
  readonly cellChosen: (table: string, row: number, column: string, option: string) => Test;
  /** How many rows of a table stand at this option. */
  readonly countChosen: (table: string, column: string, option: string) => Live;
  readonly cellFilled: (table: string, row: number, column: string) => Test;
  readonly heading: (label: string, ...columns: readonly string[]) => void;
  readonly note: (text: string) => void;
  /** Puts a row and gives its cells back as references. */
  readonly row: (
    label: string,
    cells: readonly (Live | string)[],
    kind?: LiveKind,
    isTotal?: boolean,
  ) => readonly Live[];
  readonly put: (label: string, live: Live, kind?: LiveKind, isTotal?: boolean) => Live;
  /** Number of the row that comes next, for formulas that look ahead. */
  readonly next: () => number;
}

/** Collects rows; the first stands in the sheet's second row, labels in its first column. */
export function createRows(): {
  readonly rows: LiveRow[];
  readonly add: Pick<LiveSheet, 'heading' | 'note' | 'row' | 'put' | 'next'>;
} {
  const rows: LiveRow[] = [];
  const row: LiveSheet['row'] = (label, cells, kind = 'money', isTotal = false) => {
    rows.push({ label, cells, kind, look: isTotal ? 'total' : 'line' });
    const at = rows.length + 1;
    return cells.map((cell, index) => {
      const f = `${columnName(index + 2)}${at}`;
      return typeof cell === 'string' ? { f, v: { n: 0n, d: 1n }, text: cell } : { ...cell, f };
    });
  };
  return {
    rows,
    add: {
      row,
      next: () => rows.length + 2,
      put: (label, live, kind, isTotal) => row(label, [live], kind, isTotal)[0] as Live,
      heading: (label, ...columns) => void rows.push({ label, cells: columns, kind: 'number', look: 'heading' }),
      note: (label) => void rows.push({ label, cells: [], kind: 'number', look: 'note' }),
    },
  };
}

/** The sum of cells; neighbours in one column or row are added as a range, so that the formula stays short. */
export function sumOf(cells: readonly Live[]): Live {
  const v = total(cells.map((cell) => cell.v));
  if (cells.length === 0) return { f: '0', v };
  const parts: string[] = [];
  for (let from = 0; from < cells.length; ) {
    let to = from;
    while (to + 1 < cells.length && isNext(cells[to]?.f ?? '', cells[to + 1]?.f ?? '')) to += 1;
    parts.push(from === to ? (cells[from]?.f ?? '') : `${cells[from]?.f}:${(cells[to]?.f ?? '').replace(/^.*!/, '')}`);
    from = to + 1;
  }
  // A function takes 255 parts at most.
  const groups = Array.from({ length: Math.ceil(parts.length / 200) }, (_, place) =>
    parts.slice(place * 200, place * 200 + 200),
  );
  return { f: groups.map((group) => `SUM(${group.join(',')})`).join('+'), v };
}

/** A cell's sheet, column and row: of this sheet (`B7`), or of another (`'Inputs'!$B$7`). */
const PLACE = /^(.*!)?\$?([A-Z]+)\$?(\d+)$/;

function isNext(a: string, b: string): boolean {
  const [, sheetA = '', columnA = '', rowA = ''] = PLACE.exec(a) ?? [];
  const [, sheetB = '', columnB = '', rowB = ''] = PLACE.exec(b) ?? [];
  if (columnA === '' || columnB === '' || sheetA !== sheetB) return false;
  if (columnA === columnB) return Number(rowB) === Number(rowA) + 1;
  return rowA === rowB && columnB === columnName(columnNumber(columnA) + 1);
}

const columnNumber = (name: string): number =>
  [...name].reduce((number, sign) => number * 26 + sign.charCodeAt(0) - 64, 0);
