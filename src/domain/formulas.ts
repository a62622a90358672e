import {
  evaluate,
  type Formula,
  greatest,
  minus,
  number,
  type Operands,
  over,
  plus,
  times,
  value,
  type Working,
} from './formula.ts';
import { type Money, money } from './money.ts';

const billable = plus(
  value('occupancyShare'),
  times(minus(number('1'), value('occupancyShare')), value('vacantShare')),
);
const receivable = times(value('quantity'), value('priceYuan'), billable);

/** Every formula of the estimators by its permanent id. */
export const FORMULAS = {
  sum: { kind: 'sum-of-all' },
  difference: minus(value('fromYuan'), value('takenYuan')),
  share: times(value('ofYuan'), value('share')),
  'amount-times-price': times(value('quantity'), value('unitYuan')),

  receivable,
  /** Prices are without VAT. */
  'receivable-plus-vat': times(receivable, plus(number('1'), value('vatShare'))),
  collected: times(value('receivableYuan'), value('collectionShare')),
  'vat-inside': over(times(value('grossYuan'), value('vatShare')), plus(number('1'), value('vatShare'))),
  'net-of-vat': minus(value('grossYuan'), value('vatYuan')),
  'cost-fixed': value('yuanPerMonth'),
  'cost-per-square-metre': times(value('areaM2'), value('yuanPerM2')),
  'cost-headcount': times(value('posts'), value('wageYuan'), plus(number('1'), value('onCostShare'))),
  'cost-share-of-revenue': times(value('netRevenueYuan'), value('share')),
  'vat-payable': greatest(number('0'), minus(value('outputVatYuan'), value('inputVatYuan'))),
  surplus: minus(
    value('netRevenueYuan'),
    minus(value('costsYuan'), value('inputVatYuan')),
    value('surchargeYuan'),
    value('remunerationYuan'),
  ),
  'cash-flow': minus(
    value('collectedYuan'),
    value('costsYuan'),
    value('vatPayableYuan'),
    value('surchargeYuan'),
    value('remunerationYuan'),
  ),

  'monthly-target': times(plus(value('currentYuan'), value('arrearsYuan')), value('targetShare')),
  'quarter-bonus': times(greatest(number('0'), minus(value('collectedYuan'), value('baseYuan'))), value('share')),
  'equal-share': over(value('bonusYuan'), value('posts')),
  'weighted-share': over(times(value('bonusYuan'), value('weight')), value('weights')),
  'fixed-amount': value('amountYuan'),
  'fixed-deduction': minus(number('0'), value('amountYuan')),

  commission: times(value('collectedYuan'), value('share')),
  'per-town': times(value('towns'), value('unitYuan')),
  'per-village': times(value('villages'), value('unitYuan')),
  balance: minus(value('coverYuan'), value('needYuan')),
  'solved-price': times(value('priceYuan'), value('ratio')),

  // No money from here on.
  'stalls-demand': { kind: 'round-up', part: times(value('peakStalls'), value('factorShare')) },
  count: { kind: 'sum-of-all' },
  computers: times(value('villages'), value('computersPerVillage')),
  'rate-of-items': over(value('done'), value('items')),
  span: over(value('households'), value('posts')),
  'visitors-per-floor': over(value('visitors'), value('floors')),
  'area-difference': minus(plus(value('officeM2'), value('serviceM2')), value('standardM2')),
  'area-by-households': minus(
    plus(value('officeM2'), value('serviceM2')),
    over(times(value('households'), value('m2')), number('100')),
  ),
} as const satisfies Readonly<Record<string, Formula>>;

export type FormulaId = keyof typeof FORMULAS;

/** One line that is printed or paid: rounded half up to the fen, with its working. */
export interface MoneyLine extends Money {
  readonly id: string;
  readonly working: Working<FormulaId>;
}

/** Reckons one printed line. @throws {RangeError} if the formula lacks an operand. */
export function line(id: string, formula: FormulaId, operands: Operands): MoneyLine {
  const exact = evaluate(FORMULAS[formula], operands);
  return { id, ...money(exact), working: { formula, operands, exact } };
}
