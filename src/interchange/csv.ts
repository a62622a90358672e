import { guard, unguard } from './cell-guard.ts';
import { type CsvEncoding, type CsvEncodingFault, decodeCsv } from './csv-encoding.ts';
import { plainNumber } from './plain-number.ts';
import { type Cell, type CellFault, type CellValue, isRichCell, type Table } from './table.ts';

/** Larger files than this are refused unread: a checklist of 5,000 items is under 2 MB. */
export const MAX_CSV_BYTES = 20 * 1024 * 1024;
/** More cells than this are refused; they would only exhaust the device. */
const MAX_CELLS = 1_000_000;

export type Delimiter = ',' | ';' | '\t';

/** Why a file was refused. Nothing of it has been used. */
export type CsvFault = CsvEncodingFault | 'too-large';

export type ReadCsv =
  | ({
      readonly ok: true;
      readonly encoding: CsvEncoding;
      /** `undefined` when no row has more than one cell. */
      readonly delimiter: Delimiter | undefined;
    } & Table)
  | { readonly ok: false; readonly reason: CsvFault; readonly detail: string };

/**
 * A table as a CSV file: UTF-8 with byte order mark, CRLF, rows padded to the same length. Texts that a spreadsheet
 * program would run as a formula or turn into a number or a date are guarded; `readCsv` takes the guard off again.
 * A formula cell gives its stored value.
 *
 * @throws {RangeError} for a number that is not finite or a decimal that is none.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): Uint8Array {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, i) => cellText(row[i] ?? null));
    return `${cells.join(',')}\r\n`;
  });
  return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}

function cellText(cell: Cell): string {
  const value: CellValue = isRichCell(cell) ? cell.value : cell;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return quoted(guard(value.toWellFormed()));
  if (typeof value === 'object' && 'day' in value) return value.day;
  if (typeof value === 'object' && 'dateTime' in value) return value.dateTime.replace('T', ' ');
  const plain = plainNumber(typeof value === 'number' ? String(value) : value.decimal);
  if (plain === undefined) throw new RangeError(`Not a number: ${JSON.stringify(value)}`);
  return plain;
}

/** Every delimiter that we know is quoted, so that finding ours can never go wrong. */
const quoted = (text: string): string =>
  /[",;\t\r\n]|^sep=|^\s|\s$/i.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Reads a CSV file whole, or says why not. Never throws for what the bytes are. */
export function readCsv(bytes: Uint8Array): ReadCsv {
  if (bytes.length > MAX_CSV_BYTES) return { ok: false, reason: 'too-large', detail: `${bytes.length} bytes` };
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return decoded;
  const told = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i.exec(decoded.text);
  const text = told ? decoded.text.slice(told[0].length) : decoded.text;
  const delimiter = told ? (told[1] as Delimiter) : findDelimiter(text);
  const parsed = parse(text, delimiter);
  if (!parsed) return { ok: false, reason: 'too-large', detail: `more than ${MAX_CELLS} cells` };
  // The line that names the delimiter is a row of the file: what is counted is what an editor shows.
  const rows = parsed.rows.map((row) => row.map(unguard));
  return {
    ok: true,
    encoding: decoded.encoding,
    delimiter,
    rows: told ? [[], ...rows] : rows,
    faults: told ? parsed.faults.map((fault) => ({ ...fault, row: fault.row + 1 })) : parsed.faults,
  };
}

interface Parsed extends Table {
  /** How often a quotation mark stood where it means nothing: a sign that the delimiter is another. */
  readonly strayQuotes: number;
}

/** Splits by RFC 4180, and as people write it: any line end, marks inside unquoted text, blank lines. */
function parse(text: string, delimiter: Delimiter | undefined): Parsed | undefined {
  const rows: string[][] = [];
  const faults: CellFault[] = [];
  let strayQuotes = 0;
  let cells = 0;
  let row: string[] = [];
  let at = 0;
  const stop = new RegExp(`[${delimiter ?? ''}\\r\\n]`, 'g');
  while (at < text.length || row.length > 0) {
    const here = { row: rows.length + 1, column: row.length + 1 };
    const quote = text[at] === '"' ? readQuoted(text, at) : undefined;
    if (quote) at = quote.end;
    stop.lastIndex = at;
    const next = stop.exec(text)?.index ?? text.length;
    const plain = text.slice(at, next);
    const isSpilt = quote !== undefined && plain.trim() !== '';
    if (quote?.closed === false) faults.push({ ...here, code: 'quote-unclosed' });
    if (isSpilt) faults.push({ ...here, code: 'text-after-quote' });
    if (plain.includes('"')) strayQuotes += 1;
    const cell = quote ? quote.text + (isSpilt ? plain : '') : plain;
    row.push(cell);
    cells += 1;
    if (cells > MAX_CELLS) return undefined;
    at = next;
    if (text[at] === delimiter && delimiter !== undefined) {
      at += 1;
      continue;
    }
    rows.push(row.length === 1 && row[0] === '' ? [] : row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { rows, faults, strayQuotes };
}

function readQuoted(text: string, start: number): { text: string; end: number; closed: boolean } {
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return { text: text.slice(start + 1).replaceAll('""', '"'), end: text.length, closed: false };
    if (text[mark + 1] !== '"') {
      return { text: text.slice(start + 1, mark).replaceAll('""', '"'), end: mark + 1, closed: true };
    }
    from = mark + 2;
  }
}

/** As much of a file as is looked at to find its delimiter. */
const SAMPLE = 64 * 1024;

/**
 * The sign that splits the most rows into the same number of cells, more than one, with the fewest quotation marks
 * out of place. A list of one column that has a comma here and there is left whole.
 */
function findDelimiter(text: string): Delimiter | undefined {
  const sample = text.slice(0, SAMPLE);
  let best: { delimiter: Delimiter; stray: number; share: number; width: number } | undefined;
  for (const delimiter of [',', '\t', ';'] as const) {
    const parsed = parse(sample, delimiter);
    if (!parsed) continue;
    const widths = new Map<number, number>();
    const whole = sample === text ? parsed.rows : parsed.rows.slice(0, -1);
    const filled = whole.filter((row) => row.length > 0);
    for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width = 0, count = 0] = [...widths].sort(([w1, c1], [w2, c2]) => c2 - c1 || w2 - w1)[0] ?? [];
    if (width < 2) continue;
    const stray = parsed.strayQuotes + parsed.faults.filter(({ code }) => code === 'text-after-quote').length;
    const found = { delimiter, stray, share: count / filled.length, width };
    if (!best || isBetter(found, best)) best = found;
  }
  return best?.delimiter;
}

type Found = { readonly stray: number; readonly share: number; readonly width: number };

const isBetter = (a: Found, b: Found): boolean =>
  a.stray !== b.stray ? a.stray < b.stray : a.share !== b.share ? a.share > b.share : a.width > b.width;
