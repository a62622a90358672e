import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { capitalAmount } from '../../../src/domain/capital-amount.ts';
import { add, divide, equals, exact, exactText, multiply, readExact, subtract } from '../../../src/domain/exact.ts';
import { LARGEST_FEN, roundToFen, shareByWeight, shareEqually, yuanText } from '../../../src/domain/money.ts';
import { readNumber } from '../../../src/domain/number-input.ts';
import { configureProperties } from './property-runs.ts';

configureProperties();

const fen = fc.bigInt({ min: -LARGEST_FEN, max: LARGEST_FEN });
const ratio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => ({ n, d }));

describe('exact numbers', () => {
  test.prop([ratio, ratio])('what was added can be taken away, what was multiplied can be divided', (a, b) => {
    expect(equals(subtract(add(a, b), b), a)).toBe(true);
    if (b.n !== 0n) expect(equals(divide(multiply(a, b), b), a)).toBe(true);
  });
  test.prop([ratio])('text and number turn into each other', (a) => {
    expect(equals(readExact(exactText(a)) ?? exact('0'), a)).toBe(true);
  });
  test.prop([ratio])('rounding is within half a fen and symmetric', (a) => {
    const rounded = roundToFen(a);
    const error = subtract({ n: rounded, d: 100n }, a);
    expect(error.n * 200n <= error.d && error.n * 200n >= -error.d).toBe(true);
    expect(roundToFen({ n: -a.n, d: a.d })).toBe(-rounded);
  });
});

describe('sharing', () => {
  test.prop([fen, fc.integer({ min: 1, max: 40 })])(
    'equal shares add up, differ by a fen at most, the larger first',
    (sum, count) => {
      const shares = shareEqually(sum, count);
      expect(shares.reduce((a, b) => a + b, 0n)).toBe(sum);
      const sizes = shares.map((share) => (share < 0n ? -share : share));
      expect(sizes).toEqual(sizes.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
      expect((sizes[0] ?? 0n) - (sizes[count - 1] ?? 0n)).toBeLessThanOrEqual(1n);
    },
  );
  test.prop([fen, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })])(
    'weighted shares add up and a weight of zero gets nothing',
    (sum, weights) => {
      fc.pre(weights.some((weight) => weight > 0));
      const shares = shareByWeight(sum, weights.map(exact));
      expect(shares.reduce((a, b) => a + b, 0n)).toBe(sum);
      shares.forEach((share, index) => {
        if (weights[index] === 0) expect(share).toBe(0n);
      });
    },
  );
});

describe('numbers in and out', () => {
  test.prop([fen])('an amount in capitals reads back as the same amount', (amount) => {
    const capitals = capitalAmount(amount);
    const reading = readNumber(capitals.ok ? capitals.text : '', 'money');
    expect(reading.ok && roundToFen(reading.value)).toBe(amount);
  });
  test.prop([fen])('thousands separators, full-width digits and ¥ change nothing', (amount) => {
    const plain = yuanText(amount);
    const grouped = plain.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
    const wide = `￥${grouped}`.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    for (const text of [plain, grouped, wide]) {
      const reading = readNumber(text);
      expect(reading.ok && roundToFen(reading.value)).toBe(amount);
    }
  });
  test.prop([fc.string({ unit: 'binary' })])(
    'any text gives a number or a reason with a place in it, never a crash',
    (text) => {
      const reading = readNumber(text);
      expect(reading.text).toBe(text);
      if (!reading.ok) {
        expect(reading.position).toBeGreaterThanOrEqual(0);
        expect(reading.position).toBeLessThanOrEqual(text.length);
      }
    },
  );
  const pieces = fc.constantFrom(...'0123456789.,，。一二三十百千万亿零〇元角分%¥-负( )整点'.split(''), '百分之');
  test.prop([fc.array(pieces, { maxLength: 10 })])('any mix of number signs gives a number or a reason', (signs) => {
    const reading = readNumber(signs.join(''));
    expect(typeof reading.ok).toBe('boolean');
  });
});
