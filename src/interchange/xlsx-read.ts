import type { Table } from './table.ts';
import { readDateStyles, readRelations, readSharedStrings, readWorkbook, type SheetEntry } from './xlsx-read-parts.ts';
import { readSheet, SheetTooLarge } from './xlsx-read-sheet.ts';
import { openZip, type Zip, type ZipFault, ZipRefusal } from './xlsx-read-zip.ts';
import { XmlFault } from './xml-scan.ts';

export const MAX_XLSX_BYTES = 20 * 1024 * 1024;
/** What all parts that are read may come to when unpacked. */
const MAX_UNPACKED = 96 * 1024 * 1024;

/** Why a workbook was refused. Nothing of it has been used. */
export type XlsxFault =
  | ZipFault
  /** The format before 2007 (`.xls`): to be saved as XLSX first. */
  | 'old-excel'
  /** The workbook has no sheet of the name asked for, or none with cells. */
  | 'no-such-sheet';

export type ReadXlsx =
  | ({
      readonly ok: true;
      readonly sheet: string;
      /** Names of all sheets with cells that are not hidden, in the order of their tabs. */
      readonly sheets: readonly string[];
    } & Table)
  | { readonly ok: false; readonly reason: XlsxFault; readonly detail: string };

/**
 * Reads one sheet of a workbook as text: numbers with the digits that a person sees, dates as `YYYY-MM-DD`, formulas
 * by the value stored for them. Runs no formula, macro or link. Never throws for what the bytes are.
 *
 * @param wanted - Name of a sheet; without it, the first one that is not hidden.
 */
export function readXlsx(bytes: Uint8Array, wanted?: string): ReadXlsx {
  if (bytes.length > MAX_XLSX_BYTES) return refuse('too-large', `${bytes.length} bytes`);
  if (isOle(bytes)) {
    // A workbook with a password lies in an old-style container, under this name.
    return holdsUtf16(bytes, 'EncryptedPackage') ? refuse('encrypted', 'OLE') : refuse('old-excel', 'OLE');
  }
  try {
    return readBook(openZip(bytes, MAX_UNPACKED), wanted);
  } catch (cause) {
    if (cause instanceof ZipRefusal) return refuse(cause.reason, cause.message);
    if (cause instanceof SheetTooLarge) return refuse('too-large', cause.message);
    if (cause instanceof XmlFault || cause instanceof TypeError) return refuse('damaged', cause.message);
    throw cause;
  }
}

const refuse = (reason: XlsxFault, detail: string): ReadXlsx => ({ ok: false, reason, detail });

function readBook(zip: Zip, wanted: string | undefined): ReadXlsx {
  const read = (name: string): string | undefined => readText(zip, name);
  const roots = [...readRelations(read('_rels/.rels') ?? '<none/>', '').values()];
  const bookName = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const bookXml = bookName.endsWith('.xml') ? read(bookName) : undefined;
  if (bookXml === undefined || !/<(?:\w+:)?workbook[\s/>]/.test(bookXml)) return refuse('foreign', 'no workbook');

  const folder = bookName.slice(0, Math.max(0, bookName.lastIndexOf('/')));
  const own = bookName.slice(folder === '' ? 0 : folder.length + 1);
  const relations = readRelations(read(`${folder === '' ? '' : `${folder}/`}_rels/${own}.rels`) ?? '<none/>', folder);
  const book = readWorkbook(bookXml);
  const targetOf = ({ relation }: SheetEntry): string | undefined => {
    const found = relations.get(relation);
    return found?.type === 'worksheet' ? found.target : undefined;
  };
  const sheets = book.sheets.filter((sheet) => sheet.isVisible && targetOf(sheet) !== undefined);
  const names = sheets.map(({ name }) => name);
  const sheet = wanted === undefined ? sheets[0] : book.sheets.find(({ name }) => name === wanted);
  const target = sheet && targetOf(sheet);
  if (!sheet || target === undefined) return refuse('no-such-sheet', wanted ?? 'no sheet');

  const xml = read(target);
  if (xml === undefined) return refuse('damaged', `${target} is missing`);
  const partOf = (type: string): string | undefined => {
    const part = [...relations.values()].find((relation) => relation.type === type);
    if (part === undefined) return undefined;
    const text = read(part.target);
    // A file that names its texts and has none would otherwise be read as an empty table.
    if (text === undefined) throw new ZipRefusal('damaged', `${part.target} is missing`);
    return text;
  };
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const table = readSheet(xml, {
    strings: strings === undefined ? [] : readSharedStrings(strings),
    dateStyles: styles === undefined ? [] : readDateStyles(styles),
    is1904: book.is1904,
  });
  return { ok: true, sheet: sheet.name, sheets: names, ...table };
}

/** Names of parts are compared without case, as the standard has it. Bytes that are no text throw a TypeError. */
function readText(zip: Zip, name: string): string | undefined {
  const stored = zip.names.find((other) => other.toLowerCase() === name.toLowerCase());
  const bytes = stored === undefined ? undefined : zip.read(stored);
  if (bytes === undefined) return undefined;
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { fatal: true }).decode(bytes);
}

const isOle = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((sign) => [sign.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] as number); at >= 0; at = bytes.indexOf(wanted[0] as number, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
