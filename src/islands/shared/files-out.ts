import type { Sheet } from '../../interchange/table.ts';

/** Hands bytes or text to the browser as a file. */
export function download(content: Uint8Array | string, name: string, type = 'application/octet-stream'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = name.replace(/[\\/:*?"<>|\n]/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Writes a workbook; the code of the format is fetched on use. */
export async function downloadBook(sheets: readonly Sheet[], name: string): Promise<void> {
  const { writeXlsx } = await import('../../interchange/xlsx-write.ts');
  download(writeXlsx({ sheets }), name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

export async function downloadJson(value: unknown, name: string): Promise<void> {
  download(`${JSON.stringify(value, undefined, 2)}\n`, name, 'application/json');
}
