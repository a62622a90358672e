import {
  add,
  compare,
  type Decimal,
  divide,
  type Exact,
  multiply,
  ONE,
  signOf,
  subtract,
  total,
  ZERO,
} from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import type { Money } from '../money.ts';
import type { ServiceFeeInput } from './service-fee-input.ts';
import { billableQuantity, readServiceFee, type ServiceFeeModel } from './service-fee-model.ts';
import { findWholeFenPrices, type SolvedPrice } from './whole-fen-prices.ts';

export type BreakEven =
  | {
      readonly ok: true;
      /** By which every price is multiplied: puts the exact surplus at exactly the target, the prices' ratios kept. */
      readonly ratio: Exact;
      /** The lowest whole-fen prices, one common ratio rounded up, at which the printed year reaches the target. */
      readonly prices: readonly SolvedPrice[];
      /** What the printed year's surplus exceeds the target by at the whole-fen prices; at least zero. */
      readonly residual: Money;
      /** The printed year's surplus at the whole-fen prices. */
      readonly surplus: Money;
    }
  /** Nothing is billed or collected at any price. */
  | { readonly ok: false; readonly problems: readonly []; readonly code: 'no-revenue' }
  /** A price or the year would exceed ten million million yuan. */
  | { readonly ok: false; readonly problems: readonly []; readonly code: 'too-large' }
  /** Every further yuan of revenue costs a yuan or more. */
  | { readonly ok: false; readonly problems: readonly []; readonly code: 'out-of-reach' };

/**
 * Finds the prices at which the year's surplus is zero, or `targetMarginPercent` of net revenue.
 *
 * @param targetMarginPercent - Surplus / revenue net of VAT; below 100. Default 0: break-even.
 */
export function findBreakEven(input: ServiceFeeInput, targetMarginPercent: Decimal = 0): BreakEven | Refused {
  const read = readServiceFee(input);
  const reader = new InputReader();
  const margin = reader.part(targetMarginPercent, 'targetMarginPercent');
  if (!read.ok) return { ok: false, problems: [...read.problems, ...reader.problems] };
  if (reader.refused) return reader.refused;
  const { model } = read;
  const pieces = model.isUniform
    ? new Array<Piece>(12).fill(linearMonth(model, 0, margin))
    : Array.from({ length: 12 }, (_, month) => linearMonth(model, month, margin));
  if (pieces.every(({ revenue }) => signOf(revenue) === 0)) return { ok: false, problems: [], code: 'no-revenue' };
  const ratio = findRoot(pieces, model.surchargeShare);
  if (ratio === undefined) return { ok: false, problems: [], code: 'out-of-reach' };
  const found = findWholeFenPrices(model, ratio, margin);
  return found ? { ...found, ratio } : { ok: false, problems: [], code: 'too-large' };
}

/** A month's surplus less the target as a function of the ratio m: m × slope − fixed − s × max(0, m × vat − input). */
interface Piece {
  readonly revenue: Exact;
  readonly slope: Exact;
  readonly fixed: Exact;
  readonly vat: Exact;
  readonly input: Exact;
}

function linearMonth(model: ServiceFeeModel, month: number, margin: Exact): Piece {
  const plusVat = model.pricesIncludeVat ? ONE : add(ONE, model.vatShare);
  let receivable = ZERO;
  let collected = ZERO;
  for (const space of model.spaces) {
    const billed = multiply(billableQuantity(space, month), space.priceYuan);
    receivable = add(receivable, billed);
    collected = add(collected, multiply(billed, space.collectionShares[month] ?? ZERO));
  }
  const netOf = (amount: Exact): Exact => divide(multiply(amount, plusVat), add(ONE, model.vatShare));
  const revenue = netOf(model.basis === 'billed' ? receivable : collected);
  let fixed = ZERO;
  let input = ZERO;
  let costShare = ZERO;
  let inputShare = ZERO;
  for (const { cost, numbers, inputVatShare, isPaid } of model.costs) {
    if (!isPaid[month]) continue;
    const { share, yuanPerMonth, areaM2, yuanPerM2, posts, wageYuan, onCostShare } = numbers;
    const paid =
      cost.kind === 'share-of-revenue'
        ? (share ?? ZERO)
        : cost.kind === 'fixed'
          ? (yuanPerMonth ?? ZERO)
          : cost.kind === 'headcount'
            ? [posts, wageYuan, add(ONE, onCostShare ?? ZERO)].reduce<Exact>((a, b) => multiply(a, b ?? ZERO), ONE)
            : multiply(areaM2 ?? ZERO, yuanPerM2 ?? ZERO);
    const net = inputVatShare.n === 0n ? paid : divide(paid, add(ONE, inputVatShare));
    const vat = subtract(paid, net);
    if (cost.kind === 'share-of-revenue') {
      costShare = add(costShare, net);
      inputShare = add(inputShare, vat);
    } else {
      fixed = add(fixed, net);
      input = add(input, vat);
    }
  }
  let slope = multiply(revenue, subtract(subtract(ONE, costShare), margin));
  if (model.contract === 'expenditure') {
    slope = subtract(slope, multiply(multiply(revenue, costShare), model.remuneration));
    fixed = multiply(fixed, add(ONE, model.remuneration));
  } else if (model.contract === 'receipts') slope = subtract(slope, multiply(netOf(collected), model.remuneration));
  else if (model.contract === 'fixed') fixed = add(fixed, model.remuneration);
  const vat = multiply(revenue, subtract(model.vatShare, inputShare));
  return { revenue, slope, fixed, vat, input };
}

/** The least ratio, not negative, at which the sum of the pieces is zero: they are concave, and straight between kinks. */
function findRoot(pieces: readonly Piece[], surchargeShare: Exact): Exact | undefined {
  const at = (ratio: Exact): Exact =>
    total(
      pieces.map(({ slope, fixed, vat, input }) => {
        const payable = subtract(multiply(ratio, vat), input);
        const surcharge = signOf(payable) > 0 ? multiply(surchargeShare, payable) : ZERO;
        return subtract(subtract(multiply(ratio, slope), fixed), surcharge);
      }),
    );
  if (signOf(at(ZERO)) >= 0) return ZERO;
  const kinks = pieces.filter(({ vat }) => signOf(vat) > 0).map(({ vat, input }) => divide(input, vat));
  let low = ZERO;
  for (const high of kinks.toSorted(compare)) {
    if (signOf(at(high)) >= 0) return between(low, high, at);
    low = high;
  }
  // Behind the last kink the sum is straight for good.
  const high = add(low, ONE);
  return compare(at(high), at(low)) > 0 ? between(low, high, at) : undefined;
}

/** Where the straight line through both points is zero. */
function between(low: Exact, high: Exact, at: (ratio: Exact) => Exact): Exact {
  const start = at(low);
  return add(low, divide(multiply(subtract(high, low), start), subtract(start, at(high))));
}
