import { add, type Exact, floor, multiply, roundHalfUp, signOf, subtract, total, ZERO } from './exact.ts';

/** Largest amount that may be shown or paid: ten million million yuan. */
export const LARGEST_FEN = 10n ** 15n;

/** An amount that is shown or paid beside the exact one it was rounded from. */
export interface Money {
  readonly amountFen: bigint;
  readonly exactYuan: Exact;
}

/** Half up, ties away from zero: how every printed or paid line is rounded. */
export function roundToFen(yuan: Exact): bigint {
  return roundHalfUp({ n: yuan.n * 100n, d: yuan.d });
}

export function money(exactYuan: Exact): Money {
  return { amountFen: roundToFen(exactYuan), exactYuan };
}

export function yuanOfFen(fen: bigint): Exact {
  return { n: fen, d: 100n };
}

/** A total as it is printed: the sum of the printed amounts; beside it the sum of the exact ones. */
export function sumMoney(parts: Iterable<Money>): Money {
  let amountFen = 0n;
  let exactYuan = ZERO;
  for (const part of parts) {
    amountFen += part.amountFen;
    exactYuan = add(exactYuan, part.exactYuan);
  }
  return { amountFen, exactYuan };
}

/** So many equal amounts, each printed: as `sumMoney` of them would give. */
export function repeatMoney({ amountFen, exactYuan }: Money, times: bigint): Money {
  return { amountFen: amountFen * times, exactYuan: { n: exactYuan.n * times, d: exactYuan.d } };
}

export function subtractMoney(a: Money, b: Money): Money {
  return { amountFen: a.amountFen - b.amountFen, exactYuan: subtract(a.exactYuan, b.exactYuan) };
}

export function negateMoney({ amountFen, exactYuan }: Money): Money {
  return { amountFen: -amountFen, exactYuan: { n: -exactYuan.n, d: exactYuan.d } };
}

export function isWithinMoneyLimit(fen: bigint): boolean {
  return fen >= -LARGEST_FEN && fen <= LARGEST_FEN;
}

/** Plain decimal text with two decimals, no separators: `-1234.50`. */
export function yuanText(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Divides an amount by weight so that the parts add up to it: each part is cut to the fen, then the spare fen go
 * one by one to the largest remainders, ties to the first in the list.
 *
 * @throws {RangeError} if a weight is negative or none is above zero.
 */
export function shareByWeight(totalFen: bigint, weights: readonly Exact[]): readonly bigint[] {
  const sum = total(weights);
  if (signOf(sum) <= 0 || weights.some((weight) => signOf(weight) < 0)) {
    throw new RangeError('Weights must not be negative and must not all be zero');
  }
  if (totalFen < 0n) return shareByWeight(-totalFen, weights).map((part) => -part);
  const parts = weights.map((weight, index) => {
    const due = multiply({ n: totalFen, d: 1n }, { n: weight.n * sum.d, d: weight.d * sum.n });
    const whole = floor(due);
    // Weights of zero never receive a spare fen: their remainder is zero and the spare fen are fewer than the rest.
    return { index, whole, remainder: { n: due.n - whole * due.d, d: due.d } };
  });
  let spare = totalFen - parts.reduce((given, { whole }) => given + whole, 0n);
  const shares = parts.map(({ whole }) => whole);
  const byRemainder = parts.toSorted((a, b) => {
    const difference = b.remainder.n * a.remainder.d - a.remainder.n * b.remainder.d;
    return difference > 0n ? 1 : difference < 0n ? -1 : a.index - b.index;
  });
  for (const { index } of byRemainder) {
    if (spare === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    spare -= 1n;
  }
  return shares;
}

/**
 * Equal shares; the spare fen go to the first in the list.
 *
 * @throws {RangeError} if there is nobody to share.
 */
export function shareEqually(totalFen: bigint, count: number): readonly bigint[] {
  return shareByWeight(totalFen, new Array(count).fill({ n: 1n, d: 1n }));
}
