import { describe, expect, test } from 'vitest';
import { capitalAmount } from '../../../src/domain/capital-amount.ts';
import {
  decimalText,
  exact,
  exactText,
  floor,
  multiply,
  readExact,
  shareOfPercent,
} from '../../../src/domain/exact.ts';
import {
  LARGEST_FEN,
  money,
  roundToFen,
  shareByWeight,
  shareEqually,
  sumMoney,
  yuanText,
} from '../../../src/domain/money.ts';
import { plainForm } from '../../../src/domain/plain.ts';

describe('exact money', () => {
  test.each([
    ['1.15', '87.7', '100.86'],
    ['2.55', '68.9', '175.70'],
    ['0.10', '1000.05', '100.01'],
    ['-0.10', '1000.05', '-100.01'],
    ['1.005', '1', '1.01'],
  ])('%s × %s is %s, half up, ties away from zero', (a, b, product) => {
    expect(yuanText(roundToFen(multiply(exact(a), exact(b))))).toBe(product);
  });

  test('two rows of 10 % of 1,000.05 make 200.02: a printed total is the sum of its printed lines', () => {
    const row = money(multiply(shareOfPercent(exact('10')), exact('1000.05')));
    const sum = sumMoney([row, row]);
    expect(yuanText(sum.amountFen)).toBe('200.02');
    expect(exactText(sum.exactYuan)).toBe('200.01');
  });

  test('equal shares: the spare fen go to the first', () => {
    expect(shareEqually(1000n, 3)).toEqual([334n, 333n, 333n]);
    expect(shareEqually(-1000n, 3)).toEqual([-334n, -333n, -333n]);
    expect(shareEqually(2n, 3)).toEqual([1n, 1n, 0n]);
    expect(() => shareEqually(1n, 0)).toThrow(RangeError);
  });

  test('weighted shares: the spare fen go to the largest remainder; a weight of zero gets nothing', () => {
    expect(shareByWeight(100n, [exact('1'), exact('2'), exact('0')])).toEqual([33n, 67n, 0n]);
    expect(() => shareByWeight(1n, [exact('0')])).toThrow(RangeError);
    expect(() => shareByWeight(1n, [exact('-1'), exact('2')])).toThrow(RangeError);
  });

  test('numbers are read as decimals; what is none is refused', () => {
    expect([0.1, '1e-7', 10n, '1/3', ' 5 '].map((value) => exactText(exact(value)))).toEqual([
      '0.1',
      '0.0000001',
      '10',
      '1/3',
      '5',
    ]);
    for (const wrong of ['', 'x', Number.NaN, Number.POSITIVE_INFINITY, '1/0', null, undefined, {}, '1,000']) {
      expect(readExact(wrong)).toBeUndefined();
    }
    expect(() => exact('x')).toThrow(RangeError);
    expect(floor(exact('-1.5'))).toBe(-2n);
    expect(decimalText(exact('-0.001'), 2)).toBe('0.00');
  });

  test('a result can be written as JSON and read back', () => {
    const plain = plainForm({ fen: 123n, third: exact('1/3'), list: [exact('1.50')], gone: undefined });
    expect(plain).toEqual({ fen: '123', third: '1/3', list: ['1.5'] });
  });
});

describe('capital amounts', () => {
  test.each([
    [140950n, '壹仟肆佰零玖元伍角'],
    [600714n, '陆仟零柒元壹角肆分'],
    [32504n, '叁佰贰拾伍元零肆分'],
    [100n, '壹元整'],
    [0n, '零元整'],
    [-140950n, '负壹仟肆佰零玖元伍角'],
    [5n, '伍分'],
    [50n, '伍角'],
    [55n, '伍角伍分'],
    [104n, '壹元零肆分'],
    [1000n, '壹拾元整'],
    [1640902n, '壹万陆仟肆佰零玖元零贰分'],
    [168032n, '壹仟陆佰捌拾元零叁角贰分'],
    [10700053n, '壹拾万柒仟元零伍角叁分'],
    [1000000n, '壹万元整'],
    [1000100n, '壹万零壹元整'],
    [1001000n, '壹万零壹拾元整'],
    [10000000000n, '壹亿元整'],
    [10001000000n, '壹亿零壹万元整'],
    [11000000000n, '壹亿壹仟万元整'],
    [100000000000000n, '壹万亿元整'],
    [100000001000000n, '壹万亿零壹万元整'],
    [LARGEST_FEN, '壹拾万亿元整'],
    [99999999999999n, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%i fen is %s', (fen, text) => {
    expect(capitalAmount(fen)).toEqual({ ok: true, text });
  });

  test('beyond ten million million yuan a result says so', () => {
    expect(capitalAmount(LARGEST_FEN + 1n)).toEqual({ ok: false, code: 'too-large' });
  });
});
