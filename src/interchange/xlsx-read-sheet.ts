import { storedNumber } from './plain-number.ts';
import { dateOfSerial } from './spreadsheet-day.ts';
import type { CellFault, Table } from './table.ts';
import { unescapeText } from './xlsx-read-parts.ts';
import { scanXml, XmlFault } from './xml-scan.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
}

/** Thrown when a sheet has cells so far out, or so many, that a table of them would exhaust the device. */
export class SheetTooLarge extends Error {}

export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 1_024;
const MAX_CELLS = 1_000_000;

interface Open {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  hasValue: boolean;
  value: string;
}

/** Reads the values of a sheet's cells. Formulas are not looked at, only what was stored for them. */
export function readSheet(xml: string, context: SheetContext): Table {
  const rows: string[][] = [];
  const faults: CellFault[] = [];
  let cells = 0;
  let row = 0;
  let column = 0;
  let cell: Open | undefined;
  let inside = '';
  let aside = 0;
  const put = ({ row: r, column: c }: Open, text: string): void => {
    if (text === '') return;
    if (r > MAX_ROWS || c > MAX_COLUMNS) throw new SheetTooLarge(`row ${r}, column ${c}`);
    while (rows.length < r) rows.push([]);
    const target = rows[r - 1] as string[];
    cells += Math.max(0, c - target.length);
    if (cells > MAX_CELLS) throw new SheetTooLarge(`more than ${MAX_CELLS} cells`);
    while (target.length < c) target.push('');
    target[c - 1] = text;
  };
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        row = Number(attribute('r') ?? row + 1);
        column = 0;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        const style = Number(attribute('s') ?? 0);
        cell = { row, column, type: attribute('t') ?? 'n', style, hasFormula: false, hasValue: false, value: '' };
      } else if (cell) {
        if (name === 'f') cell.hasFormula = true;
        if (name === 'v' || name === 't') cell.hasValue = true;
        if (name === 'rPh') aside += 1;
        inside = name;
      }
    },
    text: (text) => {
      if (cell && aside === 0 && (inside === 'v' || inside === 't')) cell.value += text;
    },
    close: (name) => {
      if (name === 'rPh') aside -= 1;
      inside = '';
      if (name !== 'c' || !cell) return;
      const position = { row: cell.row, column: cell.column };
      if (cell.type === 'e') faults.push({ ...position, code: 'error-value' });
      else if (cell.hasFormula && !cell.hasValue) faults.push({ ...position, code: 'no-stored-value' });
      put(cell, cellText(cell, context));
      cell = undefined;
    },
  });
  return { rows, faults };
}

function cellText({ type, style, value }: Open, { strings, dateStyles, is1904 }: SheetContext): string {
  switch (type) {
    case 's': {
      const text = value.trim() === '' ? '' : strings[Number(value)];
      if (text === undefined) throw new XmlFault(`no text ${value}`);
      return text;
    }
    case 'str':
    case 'inlineStr':
      return unescapeText(value);
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const number = storedNumber(value.trim());
      if (number === undefined) return value.trim();
      return (dateStyles[style] && dateOfSerial(Number(number), is1904)) || number;
    }
    case 'd':
      return value.trim().replace(/T00:00(?::00)?(?:\.0+)?Z?$/, '');
    default:
      return value;
  }
}

/** The column of a reference such as `AB12`, from 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/i.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
