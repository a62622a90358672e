import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { MAX_CSV_BYTES, readCsv, writeCsv } from '../../../src/interchange/csv.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const rowsOf = (text: string) => {
  const read = readCsv(utf8(text));
  return read.ok ? read.rows : read.reason;
};

describe('writing', () => {
  test('types have one spelling each', () => {
    const cells = [
      null,
      '管理',
      1.5,
      -2,
      1e21,
      true,
      { decimal: '12.30' },
      { day: day('2026-12-01') },
      { dateTime: '2026-12-01T08:30' },
    ];
    const text = new TextDecoder().decode(writeCsv([cells]));
    expect(text).toBe(',管理,1.5,-2,1000000000000000000000,TRUE,12.3,2026-12-01,2026-12-01 08:30\r\n');
  });

  test('a formula gives its stored value', () => {
    expect(new TextDecoder().decode(writeCsv([[{ formula: 'A2*2', value: { decimal: '3' } }]]))).toBe('3\r\n');
  });

  test('ids stay text, formulas stay signs', () => {
    const text = new TextDecoder().decode(writeCsv([['00123', '110101199003074512', '3-1', '=1+1', '@x', '12 栋']]));
    expect(text).toBe("'00123,'110101199003074512,'3-1,'=1+1,'@x,12 栋\r\n");
  });

  test('a number that is none is a broken promise', () => {
    expect(() => writeCsv([[Number.NaN]])).toThrow(RangeError);
    expect(() => writeCsv([[{ decimal: '1,2' }]])).toThrow(RangeError);
  });
});

describe('reading', () => {
  test.each([
    [
      'commas',
      '项目,岗位\n配电房,电工',
      ',',
      [
        ['项目', '岗位'],
        ['配电房', '电工'],
      ],
    ],
    [
      'semicolons',
      'a;b\r\n1,5;2\r\n2,5;3',
      ';',
      [
        ['a', 'b'],
        ['1,5', '2'],
        ['2,5', '3'],
      ],
    ],
    [
      'tabs',
      'a\tb, c\n1\t2',
      '\t',
      [
        ['a', 'b, c'],
        ['1', '2'],
      ],
    ],
    [
      'a title row above the table',
      '某项目检查表\n项目,岗位\na,b',
      ',',
      [['某项目检查表'], ['项目', '岗位'], ['a', 'b']],
    ],
    [
      'one column with a comma here and there',
      'doors\nlights, signs\npumps',
      undefined,
      [['doors'], ['lights, signs'], ['pumps']],
    ],
    ['the line that names the delimiter', 'sep=;\na;b,c', ';', [[], ['a', 'b,c']]],
    [
      'line ends of old Macs',
      'a,b\rc,d',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quotes, doubled quotes and line ends in cells',
      '"a ""b""","c\nd"\n,',
      ',',
      [
        ['a "b"', 'c\nd'],
        ['', ''],
      ],
    ],
    [
      'marks inside unquoted text',
      '12" pipe,x\n14" pipe,y',
      ',',
      [
        ['12" pipe', 'x'],
        ['14" pipe', 'y'],
      ],
    ],
    ['ids of other programs', '="00123",x', ',', [['00123', 'x']]],
    ['blank lines', 'a,b\n\nc,d\n', ',', [['a', 'b'], [], ['c', 'd']]],
    ['nothing', '', undefined, []],
  ])('%s', (_, text, delimiter, rows) => {
    expect(readCsv(utf8(text))).toMatchObject({ ok: true, delimiter, rows, faults: [] });
  });

  test('every fault has its row and column', () => {
    expect(readCsv(utf8('a,b\n"x" y,z\nc,"d\ne'))).toMatchObject({
      rows: [
        ['a', 'b'],
        ['x y', 'z'],
        ['c', 'd\ne'],
      ],
      faults: [
        { row: 2, column: 1, code: 'text-after-quote' },
        { row: 3, column: 2, code: 'quote-unclosed' },
      ],
    });
    expect(readCsv(utf8('sep=,\n"x" y,z'))).toMatchObject({ faults: [{ row: 2, column: 1 }] });
  });
});

describe('encodings', () => {
  // 序号,检查项目,岗位 / 1,消防通道是否畅通,秩序部
  const gbk = hex(
    'd0f2bac52cbceCb2e9cfeec4bf2cb8daceBb0d0a312ccffbb7c0cda8b5c0cac7b7f1b3a9cda82cd6c8d0f2b2bf'.toLowerCase(),
  );
  test('GBK that reads as Chinese', () => {
    expect(readCsv(gbk)).toMatchObject({
      ok: true,
      encoding: 'gbk',
      rows: [
        ['序号', '检查项目', '岗位'],
        ['1', '消防通道是否畅通', '秩序部'],
      ],
    });
  });
  test('UTF-8 without its mark', () => expect(rowsOf('检查,岗位')).toEqual([['检查', '岗位']]));
  test('UTF-16 without its mark', () => {
    expect(readCsv(hex('61002c000a4e0d000a00'))).toMatchObject({ ok: true, encoding: 'utf-16le', rows: [['a', '上']] });
    expect(readCsv(hex('0061002c4e0a000d000a'))).toMatchObject({ ok: true, encoding: 'utf-16be', rows: [['a', '上']] });
  });

  test.each([
    ['Latin-1 that is valid GBK', 'encoding-unknown', '4dfc6c6c65722cc46c74'],
    ['Big5', 'encoding-unknown', 'c0cbacd6b6b5a5d82cb3a1a6ec'],
    ['Korean', 'encoding-unknown', 'c1a1b0cbc7d7b8f12cb4e3b4e7c0da'],
    ['Shift_JIS', 'encoding-unknown', '93fa967b8cea2c83658358836783678376838d'],
    ['two signs that are valid in both', 'encoding-unknown', 'c4bfd0b4'],
    ['UTF-8 that stops within a sign', 'truncated', 'e6a380e69fa52ce5b297e4bd'],
    ['UTF-8 with mark that stops within a sign', 'truncated', 'efbbbfe6a380e69f'],
    ['UTF-16 of odd length', 'truncated', 'fffe61002c0061'],
    ['a picture', 'binary', '89504e470d0a1a0a0000000d49484452000000'],
  ])('%s is refused as %s', (_, reason, bytes) => {
    expect(readCsv(hex(bytes))).toMatchObject({ ok: false, reason });
  });

  test('a workbook under the name of a CSV file', () => {
    expect(readCsv(zipSync({ a: utf8('x') }))).toMatchObject({ ok: false, reason: 'workbook' });
  });
  test('a file of unreasonable size', () => {
    expect(readCsv(new Uint8Array(MAX_CSV_BYTES + 1))).toMatchObject({ ok: false, reason: 'too-large' });
    expect(readCsv(utf8(',\n'.repeat(600_000)))).toMatchObject({ ok: false, reason: 'too-large' });
  });
});
