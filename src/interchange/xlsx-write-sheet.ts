import { isMisread } from './cell-guard.ts';
import { plainNumber } from './plain-number.ts';
import { serialOfDateTime, serialOfDay } from './spreadsheet-day.ts';
import {
  type Cell,
  type CellValue,
  cellName,
  columnName,
  FORMATS,
  isRichCell,
  type RichCell,
  type Sheet,
} from './table.ts';
import type { Styles } from './xlsx-write-styles.ts';
import { cellTextXml, escapeXml } from './xlsx-write-text.ts';

/** Numbers the texts of a workbook; equal texts are stored once. */
export interface SharedStrings {
  indexOf(text: string): number;
}

const MAX_FORMULA = 8_192;

/** @throws {RangeError} for a number, decimal, date or formula that is none. */
export function sheetXml(sheet: Sheet, strings: SharedStrings, styles: Styles): string {
  const headerRows = sheet.headerRows ?? 0;
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: width }, (_, i) => sheet.widths?.[i] ?? fittingWidth(sheet.rows, i));
  const rows = sheet.rows.map((cells, i) => {
    const row = i + 1;
    const written = cells.map((cell, c) =>
      cellXml(cell, cellName({ row, column: c + 1 }), row <= headerRows, strings, styles),
    );
    const lines = linesOf(cells, widths);
    const height = lines === 1 ? '' : ` ht="${Math.min(MAX_HEIGHT, lines * LINE_HEIGHT)}"`;
    return `<row r="${row}"${height}>${written.join('')}</row>`;
  });
  const last = cellName({ row: Math.max(1, sheet.rows.length), column: Math.max(1, width) });
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${last}"/>` +
    `<sheetViews><sheetView workbookViewId="0">${paneXml(headerRows, sheet.frozenColumns ?? 0)}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(widths) +
    `<sheetData>${rows.join('')}</sheetData>` +
    (filterRange(sheet) === undefined ? '' : `<autoFilter ref="${filterRange(sheet)}"/>`) +
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddHeader>${escapeXml(`&L${(sheet.printHeader ?? sheet.name).replaceAll('&', '&&')}`)}</oddHeader>` +
    '<oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  );
}

/** The cells that the filter buttons rule: from the last header row down. `undefined` for a sheet without filter. */
export function filterRange(sheet: Sheet): string | undefined {
  const header = sheet.headerRows ?? 0;
  const width = sheet.rows[header - 1]?.length ?? 0;
  if (!sheet.filter || header === 0 || width === 0) return undefined;
  return `A${header}:${columnName(width)}${Math.max(header, sheet.rows.length)}`;
}

function paneXml(rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return '';
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const corner = cellName({ row: rows + 1, column: columns + 1 });
  return `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map((chars, i) => `<col min="${i + 1}" max="${i + 1}" width="${chars}" customWidth="1"/>`);
  return `<cols>${columns.join('')}</cols>`;
}

/** In points. */
const LINE_HEIGHT = 15;
const MAX_HEIGHT = 405;

/** How many lines the tallest text of a row takes. Programs do not all find that out on opening. */
function linesOf(cells: readonly Cell[], widths: readonly number[]): number {
  let most = 1;
  for (const [i, cell] of cells.entries()) {
    const value = isRichCell(cell) ? cell.value : cell;
    if (typeof value !== 'string') continue;
    const room = Math.max(1, (widths[i] ?? 8) - 2);
    const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
    most = Math.max(most, lines);
  }
  return most;
}

/** As wide as the longest line, between 6 and 50; a Chinese sign is as wide as two digits. */
function fittingWidth(rows: readonly (readonly Cell[])[], column: number): number {
  let widest = 4;
  for (const row of rows) {
    const cell = row[column] ?? null;
    const value = isRichCell(cell) ? cell.value : cell;
    if (typeof value === 'string')
      for (const line of value.split('\n')) widest = Math.max(widest, textWidth(line.slice(0, 60)));
    else if (typeof value === 'object' && value !== null)
      widest = Math.max(widest, 'dateTime' in value ? 16 : 'day' in value ? 10 : value.decimal.length + 3);
    else if (typeof value === 'number') widest = Math.max(widest, Math.min(20, String(value).length + 3));
  }
  return Math.min(50, widest) + 2;
}

function textWidth(line: string): number {
  let width = 0;
  for (const sign of line) width += (sign.codePointAt(0) as number) > 0x2e7f ? 2 : 1;
  return width;
}

function cellXml(cell: Cell, name: string, isHeader: boolean, strings: SharedStrings, styles: Styles): string {
  const rich: RichCell = isRichCell(cell) ? cell : { value: cell };
  const stored = storedValue(rich.value);
  const emphasis = isHeader ? 'header' : rich.emphasis;
  if (rich.formula === undefined && stored === undefined && emphasis === undefined) return '';
  const format = rich.format ?? stored?.format ?? FORMATS.general;
  const style = styles.styleOf({ format, emphasis, wrap: stored?.type === 'text' });
  const head = `<c r="${name}"${style === 0 ? '' : ` s="${style}"`}`;
  if (rich.formula !== undefined) {
    if (rich.formula.length > MAX_FORMULA || rich.formula.startsWith('='))
      throw new RangeError(`Not a formula: ${rich.formula}`);
    const type = stored?.type === 'text' ? ' t="str"' : stored?.type === 'boolean' ? ' t="b"' : '';
    const value =
      stored === undefined ? '' : `<v>${stored.type === 'text' ? cellTextXml(stored.text) : stored.text}</v>`;
    return `${head}${type}><f>${escapeXml(rich.formula)}</f>${value}</c>`;
  }
  if (stored === undefined) return `${head}/>`;
  if (stored.type === 'text') return `${head} t="s"><v>${strings.indexOf(stored.text)}</v></c>`;
  return `${head}${stored.type === 'boolean' ? ' t="b"' : ''}><v>${stored.text}</v></c>`;
}

interface Stored {
  readonly type: 'text' | 'number' | 'boolean';
  readonly text: string;
  readonly format: string;
}

function storedValue(value: CellValue): Stored | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'string') {
    // As text also when somebody edits the cell later: an id keeps its zeros, "=" stays a sign.
    return { type: 'text', text: value, format: isMisread(value) ? FORMATS.text : FORMATS.general };
  }
  if (typeof value === 'boolean') return { type: 'boolean', text: value ? '1' : '0', format: FORMATS.general };
  if (typeof value === 'object' && 'day' in value) {
    return dateValue(serialOfDay(value.day), value.day, FORMATS.day);
  }
  if (typeof value === 'object' && 'dateTime' in value) {
    return dateValue(serialOfDateTime(value.dateTime), value.dateTime.replace('T', ' '), FORMATS.dateTime);
  }
  const text = plainNumber(typeof value === 'number' ? String(value) : value.decimal);
  if (text === undefined) throw new RangeError(`Not a number: ${JSON.stringify(value)}`);
  return { type: 'number', text, format: FORMATS.general };
}

/** What the spreadsheet's calendar does not know stays readable as text. */
const dateValue = (serial: number | undefined, text: string, format: string): Stored =>
  serial === undefined
    ? { type: 'text', text, format: FORMATS.text }
    : { type: 'number', text: String(serial), format };
