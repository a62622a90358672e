import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { compareDecimals, isDecimal, readDecimal } from '../../../../src/domain/checklist/decimal.ts';
import { measuredFrom, measureVerdict, readMeasured } from '../../../../src/domain/checklist/measured.ts';
import { RUNS } from './histories.ts';

describe('a measured value', () => {
  test.each([
    ['12.50', '12.50'],
    [' １２．５０ ', '12.50'],
    ['1,200', '1200'],
    ['-0.0', '0.0'],
    ['−3', '-3'],
    ['007', '7'],
    ['+5', '5'],
    ['', undefined],
    ['1,20', undefined],
    ['1e3', undefined],
    ['12 mm', undefined],
    ['.5', undefined],
    ['1234567890123456', undefined],
  ])('"%s" is read as %s', (typed, value) => {
    expect(readDecimal(typed)).toBe(value);
  });

  const measure = { unit: 'mm', min: 799.5, max: 1100 };
  test.each([
    ['799.5', 'within'],
    ['1100.0', 'within'],
    ['799.49999', 'below'],
    ['1100.000001', 'above'],
    ['-800', 'below'],
  ])('%s is %s; a limit itself is within', (value, verdict) => {
    expect(measureVerdict({ value, unit: 'mm' }, measure)).toBe(verdict);
  });

  test('in another unit it is not judged; without limits it is always within', () => {
    expect(measureVerdict({ value: '0.8', unit: 'm' }, measure)).toBe('other-unit');
    expect(measureVerdict({ value: '-5', unit: '℃' }, { unit: '℃' })).toBe('within');
  });

  test('what this version does not know counts as not stated', () => {
    for (const value of [undefined, null, '5', { value: 5, unit: 'mm' }, { value: '5,0', unit: 'mm' }, ['5', 'mm']])
      expect(readMeasured(value)).toBeUndefined();
    expect(readMeasured(measuredFrom('５', 'mm'))).toEqual({ value: '5', unit: 'mm' });
  });

  const whole = fc.integer({ min: -999_999, max: 999_999 });
  law.prop([whole, whole, fc.nat({ max: 3 })], RUNS)(
    'is compared exactly, whatever noughts stand behind',
    (a, b, zeros) => {
      const text = (n: number): string =>
        `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 1000)}.${String(Math.abs(n) % 1000).padStart(3, '0')}`;
      const [left, right] = [text(a), `${text(b)}${'0'.repeat(zeros)}`].map((x) =>
        /[1-9]/.test(x) ? x : x.replace('-', ''),
      );
      expect(isDecimal(left)).toBe(true);
      expect(Math.sign(compareDecimals(left as string, right as string))).toBe(Math.sign(a - b));
    },
  );
});
