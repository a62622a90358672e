import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { RUNS } from '../domain/checklist/histories.ts';

/** Packing a workbook takes milliseconds, a thousand times what other laws take. */
export const BOOKS = { ...RUNS, numRuns: Math.max(50, Math.ceil(RUNS.numRuns / 4)) };

/** Texts as they come: Chinese, emoji, quotes, line ends, formulas, ids, control signs, whatever else. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed()),
  fc.string({ unit: fc.constantFrom(...'",;\t\r\n\'=+-@ a0管'), maxLength: 10 }),
  fc.constantFrom(
    '00123',
    '110101199003074512',
    '1.10',
    '3-1',
    '1/2',
    '1:30',
    '12E3',
    '=1+1',
    "'=1",
    "''",
    '="x"',
    '_x0041_',
    '_x005F_',
    '𠮷👩‍🔧',
    '＝1',
    '\r',
    'sep=;',
    ' x ',
    'TRUE',
    '\ufeff',
  ),
);

/** Rectangular tables of texts. */
export const anyGrid: fc.Arbitrary<string[][]> = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { maxLength: 6 }));

/** Rows without empty cells at their end, and no empty rows at the end: what is not written cannot come back. */
export function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

/** A workbook from its parts, for files that our own writer does not write. */
export const zipOf = (parts: { readonly [name: string]: string | Uint8Array }): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with this inside `<worksheet>`, and other parts beside it. */
export function bookOf(
  sheet: string,
  { workbook = '', styles, strings }: { workbook?: string; styles?: string; strings?: string } = {},
): Uint8Array {
  return zipOf({
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}">${workbook}<sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${[
      ['s1', 'worksheet', 'worksheets/sheet1.xml'],
      ...(styles === undefined ? [] : [['s2', 'styles', 'styles.xml']]),
      ...(strings === undefined ? [] : [['s3', 'sharedStrings', 'sharedStrings.xml']]),
    ]
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
  });
}
