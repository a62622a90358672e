import {
  add,
  ceiling,
  compare,
  divide,
  type Exact,
  HUNDRED,
  lowest,
  multiply,
  ONE,
  signOf,
  subtract,
  ZERO,
} from '../exact.ts';
import { isWithinMoneyLimit, type Money, money, repeatMoney, sumMoney } from '../money.ts';
import type { SpaceUse } from './service-fee-input.ts';
import { billableQuantity, type ServiceFeeModel } from './service-fee-model.ts';
import { reckonTotals } from './service-fee-month.ts';

export interface SolvedPrice {
  /** Id of the space. */
  readonly id: string;
  readonly use: SpaceUse;
  readonly exactYuan: Exact;
  /** Per unit and month, in whole fen. */
  readonly priceFen: bigint;
}

export interface WholeFenPrices {
  readonly ok: true;
  readonly prices: readonly SolvedPrice[];
  /** What the printed year's surplus exceeds the target by; at least zero. */
  readonly residual: Money;
  /** The printed year's surplus. */
  readonly surplus: Money;
}

/** A step: the whole-fen prices at a ratio, and the printed year that they make. */
interface Step extends Pick<WholeFenPrices, 'residual' | 'surplus'> {
  readonly fen: readonly bigint[];
  readonly receivableFen: bigint;
}

/** Far more doublings and halvings than amounts within the money limit need. */
const MOST_STEPS = 200;

/**
 * Finds the lowest prices of the form "price × one common ratio, rounded up to the fen" at which the year's surplus
 * as printed reaches the target share of net revenue.
 *
 * @param exactRatio - At which the exact year reaches it; some price must be above zero.
 * @returns `undefined` when a price or the year exceeds ten million million yuan.
 */
export function findWholeFenPrices(
  model: ServiceFeeModel,
  exactRatio: Exact,
  margin: Exact,
): WholeFenPrices | undefined {
  const prices = model.spaces.map(({ priceYuan }) => priceYuan);
  const stepAt = yearByRatio(model, prices, margin);
  if (isTooLarge(stepAt(exactRatio))) return undefined;
  const found = findLowest(prices, stepAt, exactRatio);
  if (isTooLarge(found)) return undefined;
  const { fen, residual, surplus } = found;
  return {
    ok: true,
    prices: model.spaces.map(({ id, use, priceYuan }, index) => ({
      id,
      use,
      exactYuan: multiply(priceYuan, exactRatio),
      priceFen: fen[index] ?? 0n,
    })),
    residual,
    surplus,
  };
}

function isTooLarge({ fen, receivableFen }: Step): boolean {
  return !isWithinMoneyLimit(receivableFen) || !fen.every(isWithinMoneyLimit);
}

function isMissed({ residual }: Step): boolean {
  return residual.amountFen < 0n;
}

/** Rounding of lines moves the lowest step a little off the exact ratio; far off only where amounts are tiny. */
function findLowest(prices: readonly Exact[], stepAt: (ratio: Exact) => Step, exactRatio: Exact): Step {
  const least = prices.filter((price) => signOf(price) > 0).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  let gap = divide({ n: 1n, d: 100n }, least);
  let ratio = exactRatio;
  let found = stepAt(ratio);
  let missed = ZERO;
  if (isMissed(found)) {
    for (let step = 0; step < MOST_STEPS && isMissed(found); step += 1) {
      missed = ratio;
      ratio = add(ratio, gap);
      gap = add(gap, gap);
      found = stepAt(ratio);
    }
  } else {
    while (signOf(ratio) > 0) {
      ratio = subtract(ratio, gap);
      gap = add(gap, gap);
      if (signOf(ratio) < 0) ratio = ZERO;
      const lower = stepAt(ratio);
      if (isMissed(lower)) break;
      found = lower;
    }
    missed = ratio;
  }
  return lowestAbove(missed, found, prices, stepAt);
}

/** The lowest step above a ratio that misses the target and at or below one that reaches it. */
function lowestAbove(start: Exact, end: Step, prices: readonly Exact[], stepAt: (ratio: Exact) => Step): Step {
  let missed = start;
  let found = end;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const ratio = previousRatio(prices, found.fen);
    if (ratio === undefined || compare(ratio, missed) <= 0) break;
    const lower = stepAt(ratio);
    if (isMissed(lower)) break;
    found = lower;
    const middle = lowest(multiply(add(missed, ratio), { n: 1n, d: 2n }));
    const half = stepAt(middle);
    if (isMissed(half)) missed = middle;
    else found = half;
  }
  return found;
}

/** The printed year at whole-fen prices as `estimateServiceFee` has it, without the lines. */
function yearByRatio(model: ServiceFeeModel, prices: readonly Exact[], margin: Exact): (ratio: Exact) => Step {
  const plusVat = model.pricesIncludeVat ? ONE : add(ONE, model.vatShare);
  const months = Array.from({ length: model.isUniform ? 1 : 12 }, (_, month) =>
    model.spaces.map((space) => ({
      billable: lowest(multiply(billableQuantity(space, month), plusVat)),
      collection: lowest(space.collectionShares[month] ?? ZERO),
    })),
  );
  return (ratio) => {
    const fen = prices.map((price) => ceiling(multiply(multiply(price, ratio), HUNDRED)));
    const totals = months.map((rows, month) => {
      const receivable = rows.map(({ billable }, index) => money(multiply(billable, { n: fen[index] ?? 0n, d: 100n })));
      const collected = rows.map(({ collection }, index) =>
        money(multiply(receivable[index]?.exactYuan ?? ZERO, collection)),
      );
      return reckonTotals(model, month, sumMoney(receivable), sumMoney(collected));
    });
    const times = model.isUniform ? 12n : 1n;
    const surplus = repeatMoney(sumMoney(totals.map((month) => month.surplus)), times);
    const revenue = repeatMoney(sumMoney(totals.map((month) => month.netRevenue)), times);
    const target = ceiling(multiply({ n: revenue.amountFen, d: 1n }, margin));
    const residual = {
      amountFen: surplus.amountFen - target,
      exactYuan: subtract(surplus.exactYuan, multiply(revenue.exactYuan, margin)),
    };
    const { amountFen: receivableFen } = repeatMoney(sumMoney(totals.map((month) => month.receivableTotal)), times);
    return { fen, receivableFen, surplus, residual };
  };
}

/** The greatest smaller ratio at which some price is a fen lower; `undefined` when all are zero. */
function previousRatio(prices: readonly Exact[], fen: readonly bigint[]): Exact | undefined {
  const steps = prices.flatMap((price, index) => {
    const now = fen[index] ?? 0n;
    return signOf(price) > 0 && now > 0n ? [{ n: (now - 1n) * price.d, d: 100n * price.n }] : [];
  });
  return steps.length === 0 ? undefined : steps.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
}
