import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { storedNumber } from '../../../src/interchange/plain-number.ts';
import { cellName, FORMATS, type Sheet } from '../../../src/interchange/table.ts';
import { readXlsx } from '../../../src/interchange/xlsx-read.ts';
import { isDateFormat } from '../../../src/interchange/xlsx-read-parts.ts';
import { fitSheetNames, sheetReference, writeXlsx } from '../../../src/interchange/xlsx-write.ts';
import { bookOf, zipOf } from './tables.ts';

const write = (sheet: Partial<Sheet>): Uint8Array => writeXlsx({ sheets: [{ name: '表', rows: [], ...sheet }] });
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] as Uint8Array);
const sheetOf = (sheet: Partial<Sheet>): string => partOf(write(sheet), 'xl/worksheets/sheet1.xml');

describe('writing', () => {
  test('cells are typed', () => {
    const xml = sheetOf({ rows: [['00123', 1.5, true, { decimal: '0.10' }, { day: day('2026-12-01') }, null, '']] });
    expect(xml).toContain(
      '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1"><v>0.1</v></c><c r="E1" s="2"><v>46357</v></c></row>',
    );
  });

  test('a formula stands with the value that it has now', () => {
    const xml = sheetOf({
      rows: [
        [
          2,
          { formula: 'ROUND(A1*3,2)&"<"', value: '6<' },
          { formula: 'A1>1', value: true },
          { formula: 'A1', value: { decimal: '2.00' }, format: FORMATS.money },
        ],
      ],
    });
    expect(xml).toContain('t="str"><f>ROUND(A1*3,2)&amp;&quot;&lt;&quot;</f><v>6&lt;</v></c>');
    expect(xml).toContain('t="b"><f>A1&gt;1</f><v>1</v></c>');
    expect(xml).toMatch(/<c r="D1" s="\d+"><f>A1<\/f><v>2<\/v><\/c>/);
  });

  test('the head stays in sight, is filtered by and printed on every page', () => {
    const bytes = write({
      rows: [
        ['项目', '岗位'],
        ['a', 'b'],
        ['c', 'd'],
      ],
      headerRows: 1,
      frozenColumns: 1,
      filter: true,
      widths: [30],
    });
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:B3"/>');
    expect(xml).toContain(
      '<col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="6" customWidth="1"/>',
    );
    const book = partOf(bytes, 'xl/workbook.xml');
    expect(book).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'表\'!$A$1:$B$3</definedName>',
    );
    expect(book).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'表\'!$1:$1</definedName>');
    expect(partOf(bytes, 'xl/styles.xml')).toContain('<font><b/>');
  });

  test('a text that is longer than a cell ends in an ellipsis', () => {
    const read = readXlsx(write({ rows: [['长'.repeat(40_000)]] }));
    expect(read.ok && read.rows[0]?.[0]).toBe(`${'长'.repeat(32_766)}…`);
  });

  test('days that spreadsheets disagree on stay text', () => {
    expect(readXlsx(write({ rows: [[{ day: day('1900-02-28') }, { day: day('0050-01-01') }]] }))).toMatchObject({
      rows: [['1900-02-28', '0050-01-01']],
    });
  });

  test('names are fitted: length, signs, twins, and the one that Excel keeps for itself', () => {
    expect(fitSheetNames(['History', '答案/问题', 'a', 'A', '', "'x'", '很'.repeat(40), '很'.repeat(40)])).toEqual([
      'History 2',
      '答案-问题',
      'a',
      'A 2',
      '-',
      'x',
      '很'.repeat(31),
      `${'很'.repeat(29)} 2`,
    ]);
    expect(sheetReference("it's")).toBe("'it''s'!");
  });

  test.each<[string, Parameters<typeof writeXlsx>[0]]>([
    ['no sheet', { sheets: [] }],
    ['a name that Excel keeps', { sheets: [{ name: 'HISTORY', rows: [] }] }],
    [
      'two names that differ by case only',
      {
        sheets: [
          { name: 'a', rows: [] },
          { name: 'A', rows: [] },
        ],
      },
    ],
    [
      'a cell name that is a cell',
      { sheets: [{ name: 'a', rows: [] }], names: [{ name: 'tax1', refersTo: 'a!$A$1' }] },
    ],
    ['a number that is none', { sheets: [{ name: 'a', rows: [[Number.POSITIVE_INFINITY]] }] }],
    ['a formula with its sign', { sheets: [{ name: 'a', rows: [[{ formula: '=1', value: 1 }]] }] }],
  ])('%s is a broken promise', (_, book) => {
    expect(() => writeXlsx(book)).toThrow(RangeError);
  });

  test('columns are named as spreadsheets name them', () => {
    expect([1, 26, 27, 702, 703, 16_384].map((column) => cellName({ row: 7, column }))).toEqual([
      'A7',
      'Z7',
      'AA7',
      'ZZ7',
      'AAA7',
      'XFD7',
    ]);
  });
});

describe('reading', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="31"/><xf numFmtId="20"/></cellXfs>';

  test('texts, rich texts, numbers, dates, times and truth as text', () => {
    const strings =
      '<si><t>一</t></si><si><r><t>二</t></r><r><rPr/><t xml:space="preserve"> 三</t></r><rPh><t>ni</t></rPh></si>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1"><v>1.1000000000000001</v></c><c r="E1" s="1"><v>46357</v></c>' +
      '<c r="F1" s="2"><v>46357.5</v></c><c r="G1" s="3"><v>0.3541666666666667</v></c><c r="H1" t="b"><v>1</v></c><c t="inlineStr"><is><t>行内</t></is></c>';
    expect(
      readXlsx(
        bookOf(
          `<sheetData><row r="2">${cells.replaceAll('1" ', '2" ').replace('r="A1"', 'r="A2"')}</row></sheetData>`,
          { styles, strings },
        ),
      ),
    ).toMatchObject({
      ok: true,
      sheet: '表',
      rows: [[], ['一', '二 三', '', '1.1', '2026-12-01', '2026-12-01 12:00', '08:30', 'TRUE', '行内']],
    });
  });

  test('cells and rows without reference stand one after the other', () => {
    expect(
      readXlsx(bookOf('<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>')),
    ).toMatchObject({
      rows: [['1', '2'], ['3']],
    });
  });

  test('names with a prefix, comments and CDATA', () => {
    expect(
      readXlsx(
        bookOf(
          '<x:sheetData><!-- <c> --><x:row><x:c t="str"><x:v><![CDATA[a<b]]>&#x4e00;</x:v></x:c></x:row></x:sheetData>',
        ),
      ),
    ).toMatchObject({
      rows: [['a<b一']],
    });
  });

  test('a workbook that counts from 1904', () => {
    const sheet = '<sheetData><row><c s="1"><v>0</v></c></row></sheetData>';
    expect(readXlsx(bookOf(sheet, { styles, workbook: '<workbookPr date1904="1"/>' }))).toMatchObject({
      rows: [['1904-01-01']],
    });
  });

  test('errors and formulas without a value have their row and column', () => {
    const sheet =
      '<sheetData><row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"><f>A1</f></c><c r="D3" t="str"><f>A1</f><v></v></c></row></sheetData>';
    expect(readXlsx(bookOf(sheet))).toMatchObject({
      rows: [[], [], ['', '#DIV/0!']],
      faults: [
        { row: 3, column: 2, code: 'error-value' },
        { row: 3, column: 3, code: 'no-stored-value' },
      ],
    });
  });

  test('the sheet asked for, and what others there are', () => {
    const bytes = writeXlsx({
      sheets: [
        { name: '一', rows: [['1']] },
        { name: '二', rows: [['2']] },
      ],
    });
    expect(readXlsx(bytes)).toMatchObject({ sheet: '一', sheets: ['一', '二'], rows: [['1']] });
    expect(readXlsx(bytes, '二')).toMatchObject({ sheet: '二', rows: [['2']] });
    expect(readXlsx(bytes, '三')).toMatchObject({ ok: false, reason: 'no-such-sheet' });
  });

  test.each([
    ['yyyy/m/d', true],
    ['[$-804]yyyy"年"m"月"', true],
    ['h:mm', true],
    ['General', false],
    ['G/通用格式', false],
    ['#,##0.00" 元/m²"', false],
    ['0.00_);[Red](0.00)', false],
    ['[h]:mm', false],
    ['0\\d', false],
    ['@', false],
    ['0.00E+00', false],
  ])('the format %s shows a date: %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate);
  });

  test.each([
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['2.4500000000000002', '2.45'],
    ['1.5E-3', '0.0015'],
    ['1E+21', '1000000000000000000000'],
    ['90071992547409.91', '90071992547409.91'],
    ['10000000000000.07', '10000000000000.07'],
    ['110101199003074512', '110101199003074512'],
    ['9842228777.8500710', '9842228777.85007'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
  ])('the stored number %s reads %s', (stored, text) => {
    expect(storedNumber(stored)).toBe(text);
  });
});

describe('refusals', () => {
  const sheet = (more: string): string => `<sheetData>${more}</sheetData>`;
  const ole = (words: string): Uint8Array =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...words].flatMap((sign) => [sign.charCodeAt(0), 0])]);
  const bomb = (): Uint8Array => {
    const bytes = bookOf(sheet(' '.repeat(3_000_000)));
    return bytes;
  };

  test.each<[string, string, () => Uint8Array]>([
    ['foreign', 'a CSV file', () => strToU8('a,b')],
    ['foreign', 'an empty file', () => new Uint8Array()],
    ['foreign', 'another zip', () => zipOf({ 'word/document.xml': '<w/>' })],
    [
      'foreign',
      'a binary workbook',
      () =>
        zipOf({
          '_rels/.rels':
            '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          'xl/workbook.bin': 'x',
        }),
    ],
    ['old-excel', 'an XLS file', () => ole('Workbook')],
    ['encrypted', 'a workbook with a password', () => ole('EncryptedPackage')],
    ['damaged', 'XML that does not close', () => bookOf('<sheetData><row>')],
    [
      'damaged',
      'XML with a DOCTYPE',
      () =>
        zipOf({ '_rels/.rels': '<!DOCTYPE a [<!ENTITY b "c">]><Relationships/>', 'xl/workbook.xml': '<workbook/>' }),
    ],
    ['damaged', 'an unknown entity', () => bookOf(sheet('<row><c t="str"><v>&b;</v></c></row>'))],
    ['damaged', 'a row that is none', () => bookOf(sheet('<row r="0"><c r="A0"><v>1</v></c></row>'))],
    [
      'damaged',
      'text that is no UTF-8',
      () => zipOf({ '_rels/.rels': Uint8Array.of(0x3c, 0xff), 'xl/workbook.xml': '<workbook/>' }),
    ],
    [
      'no-such-sheet',
      'a workbook without sheets',
      () =>
        zipOf({
          '_rels/.rels': '<Relationships/>',
          'xl/workbook.xml': '<workbook/>',
          'xl/_rels/workbook.xml.rels': '<Relationships/>',
        }),
    ],
    ['too-large', 'a cell far out', () => bookOf(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))],
    ['too-large', 'a file of unreasonable size', () => new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('%s: %s', (reason, _, bytes) => {
    expect(readXlsx(bytes())).toMatchObject({ ok: false, reason });
  });

  test('a style without value far out costs nothing', () => {
    expect(
      readXlsx(
        bookOf(
          sheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576"/></row>'),
        ),
      ),
    ).toMatchObject({ rows: [['1']] });
  });

  test('a part that states less than it unpacks to is stopped at what it states', () => {
    const bytes = bomb();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 100, true);
    }
    expect(readXlsx(bytes)).toMatchObject({ ok: false, reason: 'damaged' });
  });

  test('a part that states more than a device holds is not unpacked', () => {
    const zeros = zipSync({ '_rels/.rels': new Uint8Array(100 * 1024 * 1024) }, { level: 9 });
    const before = performance.now();
    expect(readXlsx(zeros)).toMatchObject({ ok: false, reason: 'too-large' });
    expect(performance.now() - before).toBeLessThan(200);
  });
});
