import { strToU8, zipSync } from 'fflate';
import type { Sheet } from './table.ts';
import { filterRange, type SharedStrings, sheetXml } from './xlsx-write-sheet.ts';
import { createStyles } from './xlsx-write-styles.ts';
import { cellTextXml, escapeXml, isSheetName, sheetReference } from './xlsx-write-text.ts';

export { fitSheetNames, sheetReference } from './xlsx-write-text.ts';

export interface Book {
  readonly sheets: readonly Sheet[];
  /** Names for cells, by which formulas can be read: `{ name: 'vat_rate', refersTo: "'Inputs'!$B$3" }`. */
  readonly names?: readonly { readonly name: string; readonly refersTo: string }[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook (XLSX). Values are typed: texts stay texts, dates are dates, formulas carry the value that they have
 * now, so that viewers which compute nothing show it, and programs which do compute it again on opening. The same
 * book gives the same bytes.
 *
 * Texts are shared rather than in the cells, because viewers on phones show cells with text of their own as empty.
 *
 * @throws {RangeError} for a sheet name that Excel refuses (see `fitSheetNames`), or for a value that is none.
 */
export function writeXlsx(book: Book): Uint8Array {
  checkNames(book);
  const texts = new Map<string, number>();
  let uses = 0;
  const strings: SharedStrings = {
    indexOf: (text) => {
      uses += 1;
      const index = texts.get(text) ?? texts.size;
      texts.set(text, index);
      return index;
    },
  };
  const styles = createStyles();
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, strings, styles));
  const numbers = sheets.map((_, i) => i + 1);
  const shared = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${cellTextXml(text)}</t></si>`);
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...all: readonly string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

  const parts: { readonly [name: string]: string } = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('workbook.xml', 'sheet.main') +
      numbers.map((n) => override(`worksheets/sheet${n}.xml`, 'worksheet')).join('') +
      `${override('styles.xml', 'styles')}${override('sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>` +
      book.sheets
        .map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('') +
      `</sheets>${definedNamesXml(book)}<calcPr fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...numbers.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)),
      relation('rIdStyles', 'styles', 'styles.xml'),
      relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml'),
    ),
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    'xl/styles.xml': styles.toXml(),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${texts.size}">${shared.join('')}</sst>`,
  };
  const bytes = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
    ]),
  );
  // Zip counts years from 1980, and a fixed day keeps equal books equal.
  return zipSync(bytes, { mtime: new Date(1980, 0, 1), level: 6 });
}

function checkNames({ sheets, names = [] }: Book): void {
  if (sheets.length === 0) throw new RangeError('A workbook needs a sheet');
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const wrong = sheets.find(({ name }) => !isSheetName(name));
  if (wrong || taken.size !== sheets.length) {
    throw new RangeError(`Not sheet names: ${sheets.map(({ name }) => JSON.stringify(name)).join()}`);
  }
  // "tax1" is a cell, and "r2c3" is one in the other notation.
  const isName = (name: string): boolean =>
    /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^(?:[A-Z]{1,3}\d+|[RC]\d*|R\d*C\d*)$/i.test(name);
  const odd = names.find(({ name }) => !isName(name));
  if (odd) throw new RangeError(`Not a name for cells: "${odd.name}"`);
}

function definedNamesXml({ sheets, names = [] }: Book): string {
  const own = names.map(({ name, refersTo }) => `<definedName name="${name}">${escapeXml(refersTo)}</definedName>`);
  const ofSheets = sheets.flatMap((sheet, i) => {
    const reference = sheetReference(sheet.name);
    const range = filterRange(sheet)?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const local = (name: string, refersTo: string, more = ''): string =>
      `<definedName name="_xlnm.${name}" localSheetId="${i}"${more}>${escapeXml(reference + refersTo)}</definedName>`;
    return [
      ...(range === undefined ? [] : [local('_FilterDatabase', range, ' hidden="1"')]),
      ...(sheet.headerRows ? [local('Print_Titles', `$1:$${sheet.headerRows}`)] : []),
    ];
  });
  const all = [...ofSheets, ...own];
  return all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`;
}
