import { scanXml } from './xml-scan.ts';

/** One sheet of a workbook, in the order of its tabs. */
export interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly isVisible: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
}

export function readWorkbook(xml: string): Workbook {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attribute('state') ?? 'visible';
      sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', isVisible: state === 'visible' });
    },
  });
  return { sheets, is1904 };
}

export interface Relation {
  readonly target: string;
  /** The last part of the type's address, e.g. `worksheet`. */
  readonly type: string;
}

/** What a part refers to, by id; targets as full names of parts. What lies outside the file is left out. */
export function readRelations(xml: string, folder: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  scanXml(xml, {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const type = attribute('Type') ?? '';
      relations.set(attribute('Id') ?? '', {
        target: resolve(folder, attribute('Target') ?? ''),
        type: type.slice(type.lastIndexOf('/') + 1),
      });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const parts: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The texts that cells refer to by number. Formatting within a text is left off, and so are its reading aids. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let isText = false;
  let aside = 0;
  scanXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') aside += 1;
      else if (name === 't') isText = true;
    },
    text: (part) => {
      if (isText && aside === 0 && text !== undefined) text += part;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') aside -= 1;
      else if (name === 'si') strings.push(unescapeText(text ?? ''));
    },
  });
  return strings;
}

/** Signs that XML cannot hold stand as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toWellFormed();

/** For each cell style by its number: whether it shows a number as a date or time. */
export function readDateStyles(xml: string): readonly boolean[] {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let isCellStyles = false;
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') formats.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      else if (name === 'cellXfs') isCellStyles = true;
      else if (name === 'xf' && isCellStyles) {
        const id = attribute('numFmtId') ?? '0';
        const code = formats.get(id);
        styles.push(code === undefined ? isBuiltInDate(Number(id)) : isDateFormat(code));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return styles;
}

/** Formats 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean programs; 46 is a duration. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);

/** Whether a format code has a part of a date outside quotes, escapes and brackets. Durations (`[h]`) are numbers. */
export function isDateFormat(code: string): boolean {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false;
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  return /[ymdhs]/i.test(positive) && !/general/i.test(positive);
}
