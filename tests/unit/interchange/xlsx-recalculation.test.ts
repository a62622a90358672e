import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { type Cell, FORMATS } from '../../../src/interchange/table.ts';
import { readXlsx } from '../../../src/interchange/xlsx-read.ts';
import { sheetReference, writeXlsx } from '../../../src/interchange/xlsx-write.ts';

const { PATH = '' } = process.env as { readonly [name: string]: string | undefined };
const soffice = PATH.split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find(existsSync);

const texts = ['00123', '110101199003074512', '=1+1', "'x", '_x0041_', 'a\tb\nc', '👩‍🔧 "管理" <&>', '3-1'];

/** Two lines of 10 % of 1,000.05: each is rounded to the fen, and the total is the sum of what is printed. */
function quotation(fen: number, stored: { readonly line: string; readonly total: string }) {
  const line = (row: number): Cell[] => [
    '服务费',
    { value: fen, format: FORMATS.integer, emphasis: 'input' },
    { value: { decimal: stored.line }, formula: `ROUND(B${row}*rate/1000,0)/100`, format: FORMATS.money },
    { day: day('2026-12-01') },
  ];
  return writeXlsx({
    names: [{ name: 'rate', refersTo: `${sheetReference('参数')}$A$1` }],
    sheets: [
      {
        name: '报价',
        headerRows: 1,
        filter: true,
        rows: [
          ['项目', '金额（分）', '收费', '日期'],
          line(2),
          line(3),
          [
            '合计',
            null,
            { value: { decimal: stored.total }, formula: 'SUM(C2:C3)', format: FORMATS.money, emphasis: 'strong' },
          ],
          [
            { value: '大', formula: 'IF(C4>200,"大","小")' },
            { value: true, formula: 'C4>200' },
          ],
          texts,
        ],
      },
      {
        name: '参数',
        rows: [
          [
            { value: 100, emphasis: 'input' },
            { value: 1, format: FORMATS.percent },
          ],
        ],
      },
    ],
  });
}

describe.skipIf(soffice === undefined)('a workbook in LibreOffice (skipped where soffice is not on the path)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  /** What LibreOffice makes of a workbook when it opens it and saves it again. */
  const saved = (name: string): Uint8Array => readFileSync(join(folder, 'out', name));
  const books = {
    'as-written.xlsx': quotation(100_005, { line: '100.01', total: '200.02' }),
    // The amount has been changed by hand, and what is stored beside the formulas is stale.
    'changed.xlsx': quotation(90_005, { line: '100.01', total: '200.02' }),
  };
  beforeAll(() => {
    // LibreOffice believes stored values of other programs' workbooks unless it is told to compute on opening.
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(
      join(folder, 'profile', 'user', 'registrymodifications.xcu'),
      '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>' +
        '</oor:items>',
    );
    for (const [name, bytes] of Object.entries(books)) writeFileSync(join(folder, name), bytes);
    execFileSync(
      soffice as string,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
        ...['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out')],
        ...Object.keys(books).map((name) => join(folder, name)),
      ],
      { timeout: 110_000, stdio: 'ignore' },
    );
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every value is what was written', () => {
    const before = readXlsx(books['as-written.xlsx']);
    const after = readXlsx(saved('as-written.xlsx'));
    expect(after).toEqual(before);
    expect(after).toMatchObject({
      sheets: ['报价', '参数'],
      rows: [
        ['项目', '金额（分）', '收费', '日期'],
        ['服务费', '100005', '100.01', '2026-12-01'],
        ['服务费', '100005', '100.01', '2026-12-01'],
        ['合计', '', '200.02'],
        ['大', 'TRUE'],
        texts,
      ],
    });
  });

  test('an input that is changed is reckoned with, to the fen', () => {
    expect(readXlsx(saved('changed.xlsx'))).toMatchObject({
      rows: [
        ['项目', '金额（分）', '收费', '日期'],
        ['服务费', '90005', '90.01', '2026-12-01'],
        ['服务费', '90005', '90.01', '2026-12-01'],
        ['合计', '', '180.02'],
        ['小', 'FALSE'],
        texts,
      ],
    });
  });
});
