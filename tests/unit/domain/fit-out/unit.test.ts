import { expect, test } from 'vitest';
import { exactText, multiply } from '../../../../src/domain/exact.ts';
import { withoutUnit } from '../../../../src/domain/fit-out/unit.ts';
import { readNumber } from '../../../../src/domain/number-input.ts';

const read = (typed: string, unit?: string): string => {
  const { text, times } = withoutUnit(typed, unit);
  const reading = readNumber(text, 'plain');
  return reading.ok ? exactText(multiply(reading.value, times)) : reading.code;
};

test.each([
  ['950', 'mm', '950'],
  ['950 mm', 'mm', '950'],
  ['９５０ｍｍ', 'mm', '950'],
  ['95㎝', 'mm', '950'],
  ['0.95 m', 'mm', '950'],
  ['95.1厘米', 'mm', '951'],
  ['1.35米', 'mm', '1350'],
  ['2000mm', 'm', '2'],
  ['2.4', 'm', '2.4'],
  ['180㎡', '㎡', '180'],
  ['180 m²', 'm²', '180'],
  ['0.3 kW', 'kW', '0.3'],
  ['60 W', 'W', '60'],
])('%s in a field of %s is %s', (typed, unit, figure) => {
  expect(read(typed, unit)).toBe(figure);
});

test.each([
  ['180 m', '㎡'],
  ['95 kg', 'mm'],
  ['5 m', undefined],
  ['m', 'm'],
  ['很宽', 'm'],
])('%s in a field of %s is no number', (typed, unit) => {
  expect(read(typed, unit)).toMatch(/unexpected-sign|no-digits|empty/);
});
