import type { ByteStream } from '../../interchange/byte-source.ts';
import type { Sheet } from '../../interchange/table.ts';
import { handOut } from './way-out.tsx';

/** A name without the signs that some system refuses. */
export const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\n]/g, '-');

/** Gathers a file piece by piece, so that the browser may keep what it has on the disk. */
export async function blobOf({ chunks }: ByteStream, type = 'application/octet-stream'): Promise<Blob> {
  const parts: BlobPart[] = [];
  for await (const chunk of chunks) parts.push(new Blob([chunk as BlobPart]));
  return new Blob(parts, { type });
}

/** Hands bytes or text to the reader as a file. @returns whether it has left the page. */
export function download(
  content: Blob | Uint8Array | string,
  name: string,
  type = 'application/octet-stream',
): Promise<boolean> {
  const blob = content instanceof Blob ? content : new Blob([content as BlobPart], { type });
  return handOut(blob, fileName(name));
}

/** Writes a workbook; the code of the format is fetched on use. */
export async function downloadBook(sheets: readonly Sheet[], name: string): Promise<boolean> {
  const { writeXlsx } = await import('../../interchange/xlsx-write.ts');
  return download(writeXlsx({ sheets }), name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

export async function downloadJson(value: unknown, name: string): Promise<boolean> {
  return download(`${JSON.stringify(value, undefined, 2)}\n`, name, 'application/json');
}

/** Hands a file to another app, where the browser offers that. @returns whether it did. */
export async function shareFile(content: Blob, name: string): Promise<boolean> {
  const file = new File([content], fileName(name), { type: content.type });
  if (!navigator.canShare?.({ files: [file] })) return false;
  return navigator.share({ files: [file] }).then(
    () => true,
    () => false,
  );
}

/** Bytes for people: `1.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
