import { type CsvFault, readCsv } from './csv.ts';
import type { Table } from './table.ts';
import { readXlsx, type XlsxFault } from './xlsx-read.ts';

export type TableFileFault = Exclude<CsvFault, 'workbook'> | XlsxFault;

export type ReadTableFile =
  /** `sheet` and `sheets` are those of a workbook; a CSV file has none. */
  | ({ readonly ok: true; readonly sheet?: string; readonly sheets: readonly string[] } & Table)
  | { readonly ok: false; readonly reason: TableFileFault; readonly detail: string };

/**
 * Reads a list from a workbook or a CSV file, whichever its bytes are; its name is not asked. Never throws for what
 * the bytes are.
 *
 * @param sheet - Name of a workbook's sheet; without it, the first.
 */
export function readTableFile(bytes: Uint8Array, sheet?: string): ReadTableFile {
  const csv = readCsv(bytes);
  if (csv.ok) return { ok: true, sheets: [], rows: csv.rows, faults: csv.faults };
  if (csv.reason === 'workbook') return readXlsx(bytes, sheet);
  return { ok: false, reason: csv.reason, detail: csv.detail };
}
