import { describe, expect, test } from 'vitest';
import { exactText } from '../../../src/domain/exact.ts';
import { type NumberKind, readNumber, readTable } from '../../../src/domain/number-input.ts';

const value = (text: string, kind?: NumberKind) => {
  const reading = readNumber(text, kind);
  return reading.ok ? exactText(reading.value) : reading.code;
};

describe('a number as people type it', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['１２３４．５', '1234.5'],
    ['12。5', '12.5'],
    ['0.1', '0.1'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['1,234,567.89', '1234567.89'],
    ['１，２３４', '1234'],
    ['1 234 567', '1234567'],
    ["1'234", '1234'],
    ['  12 ', '12'],
    ['\u300012\u3000', '12'],
    ['\u00a0-3', '-3'],
    ['1.2万', '12000'],
    ['1.2 万', '12000'],
    ['3亿5000万', '350000000'],
    ['3亿5千万', '350000000'],
    ['3万5000', '35000'],
    ['3万5000.50', '35000.5'],
    ['1.2万亿', '1200000000000'],
    ['1,000万', '10000000'],
    ['5千', '5000'],
    ['3千5百', '3500'],
    ['3.5千', '3500'],
    ['一百二十', '120'],
    ['三千万', '30000000'],
    ['十五', '15'],
    ['二十', '20'],
    ['一百零五', '105'],
    ['三百五', '350'],
    ['一万二', '12000'],
    ['一万零二', '10002'],
    ['两千零八', '2008'],
    ['二〇二六', '2026'],
    ['零', '0'],
    ['一亿零三百万', '103000000'],
    ['壹仟肆佰零玖元伍角', '1409.5'],
    ['叁佰贰拾伍元零肆分', '325.04'],
    ['壹元整', '1'],
    ['三点五', '3.5'],
    ['三点五万', '35000'],
    ['¥1,234.50', '1234.5'],
    ['￥１２', '12'],
    ['RMB 20万', '200000'],
    ['人民币100元', '100'],
    ['20万元', '200000'],
    ['3元5角', '3.5'],
    ['3元5角2分', '3.52'],
    ['5角', '0.5'],
    ['90%', '90'],
    ['９０％', '90'],
    ['百分之九十', '90'],
    ['百分之8.5', '8.5'],
    ['-12', '-12'],
    ['−12', '-12'],
    ['－１２', '-12'],
    ['负十二', '-12'],
    ['-¥5', '-5'],
    ['(1,200)', '-1200'],
    ['（1200）', '-1200'],
    ['+3', '3'],
    ['10000000000000', '10000000000000'],
  ])('%s is %s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['abc', 'unexpected-sign', 0],
    ['12a', 'unexpected-sign', 2],
    ['1.2.3', 'two-points', 3],
    ['1,23', 'misplaced-separator', 3],
    ['12,34,567', 'misplaced-separator', 5],
    ['1,2345', 'misplaced-separator', 5],
    ['12 34', 'misplaced-separator', 4],
    ['1234,567', 'misplaced-separator', 4],
    ['1.234,5', 'misplaced-separator', 5],
    ['万', 'misplaced-unit', 0],
    ['3万5', 'unit-missing', 3],
    ['3亿5000', 'unit-missing', 6],
    ['1.2万3000', 'misplaced-unit', 4],
    ['3万50000', 'misplaced-unit', 2],
    ['一二百', 'misplaced-unit', 1],
    ['百', 'misplaced-unit', 0],
    ['十百', 'misplaced-unit', 1],
    ['¥', 'no-digits', 1],
    ['-', 'no-digits', 1],
    ['--5', 'unexpected-sign', 1],
    ['¥5%', 'unexpected-sign', 2],
    ['3元5', 'unit-missing', 3],
    ['NaN', 'unexpected-sign', 0],
    ['1e5', 'unexpected-sign', 1],
    ['9'.repeat(61), 'too-long', 60],
    ['#DIV/0!', 'unexpected-sign', 0],
  ])('%s is refused: %s at %i, and the text is kept', (text, code, position) => {
    expect(readNumber(text)).toEqual({ ok: false, code, position, text });
  });

  test('a field says what it expects', () => {
    expect(value('90%', 'money')).toBe('percent-not-expected');
    expect(value('¥90', 'percent')).toBe('currency-not-expected');
    expect(value('90元', 'plain')).toBe('currency-not-expected');
    expect(value('90', 'percent')).toBe('90');
  });

  test('a range from a spreadsheet becomes a table, wrong cells keep their text', () => {
    const table = readTable('100,000.00\t９０％\r\n1.2万\tx\t"3\n"\r\n');
    expect(
      table.map((row) => row.map((cell) => (cell.ok ? exactText(cell.value) : `${cell.code}:${cell.text}`))),
    ).toEqual([
      ['100000', '90'],
      ['12000', 'unexpected-sign:x', '3'],
    ]);
    expect(readTable('')).toEqual([]);
    expect(readTable('1\t\n2').map((row) => row.length)).toEqual([2, 1]);
  });
});
