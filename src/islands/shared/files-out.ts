import type { Sheet } from '../../interchange/table.ts';
import { handOut } from './way-out.tsx';

/** Hands bytes or text to the reader as a file. @returns whether it has left the page. */
export function download(
  content: Uint8Array | string,
  name: string,
  type = 'application/octet-stream',
): Promise<boolean> {
  return handOut(new Blob([content as BlobPart], { type }), name.replace(/[\\/:*?"<>|\n]/g, '-'));
}

/** Writes a workbook; the code of the format is fetched on use. */
export async function downloadBook(sheets: readonly Sheet[], name: string): Promise<boolean> {
  const { writeXlsx } = await import('../../interchange/xlsx-write.ts');
  return download(writeXlsx({ sheets }), name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

export async function downloadJson(value: unknown, name: string): Promise<boolean> {
  return download(`${JSON.stringify(value, undefined, 2)}\n`, name, 'application/json');
}
