import { type Exact, equals, ZERO } from '../exact.ts';
import { type FormulaId, line, type MoneyLine } from '../formulas.ts';
import { type Money, negateMoney, subtractMoney, sumMoney } from '../money.ts';
import { oncePerLast } from '../once-per.ts';
import type { CostModel, ServiceFeeModel, SpaceModel } from './service-fee-model.ts';

/** One month, every line rounded to the fen and every total the sum of its lines. */
export interface ServiceFeeMonth extends MonthTotals {
  /** One line a space, VAT included; ids are the spaces'. */
  readonly receivable: readonly MoneyLine[];
  readonly collected: readonly MoneyLine[];
}

/** What follows from a month's receivable and collected totals. */
export interface MonthTotals {
  readonly receivableTotal: Money;
  readonly collectedTotal: Money;
  /** VAT in the revenue that the surplus counts. */
  readonly outputVat: MoneyLine;
  readonly netRevenue: Money;
  /** As paid, deductible VAT included; ids are the costs'. */
  readonly costs: readonly MoneyLine[];
  readonly costsTotal: Money;
  /** Deductible VAT in each cost that has some; ids are the costs'. */
  readonly inputVat: readonly MoneyLine[];
  readonly inputVatTotal: Money;
  readonly vatPayable: MoneyLine;
  readonly surcharge: MoneyLine;
  /** Zero under a lump-sum contract. */
  readonly remuneration: MoneyLine;
  /** Net revenue less costs (without deductible VAT), surcharge and remuneration. */
  readonly surplus: Money;
  /** Collected less costs as paid, VAT payable, surcharge and remuneration. */
  readonly cashFlow: Money;
}

/** @param month - 0 to 11. */
export function reckonMonth(model: ServiceFeeModel, month: number): ServiceFeeMonth {
  const { vatShare } = model;
  const addedVat = model.pricesIncludeVat || vatShare.n === 0n ? undefined : vatShare;
  const lines = model.spaces.map((space) => linesOf(space, ratesOf(space, month, addedVat)));
  const receivable = lines.map((each) => each.receivable);
  const collected = lines.map((each) => each.collected);
  return { receivable, collected, ...reckonTotals(model, month, sumMoney(receivable), sumMoney(collected)) };
}

interface SpaceLines {
  readonly receivable: MoneyLine;
  readonly collected: MoneyLine;
}

interface Rates {
  readonly occupancyShare: Exact;
  readonly collectionShare: Exact;
  /** Where prices are without it. */
  readonly addedVat: Exact | undefined;
}

function ratesOf(space: SpaceModel, month: number, addedVat: Exact | undefined): Rates {
  return {
    occupancyShare: space.occupancyShares[month] ?? ZERO,
    collectionShare: space.collectionShares[month] ?? ZERO,
    addedVat,
  };
}

function areSameRates(a: Rates, b: Rates): boolean {
  return (
    a.occupancyShare === b.occupancyShare &&
    a.collectionShare === b.collectionShare &&
    (a.addedVat === b.addedVat ||
      (a.addedVat !== undefined && b.addedVat !== undefined && equals(a.addedVat, b.addedVat)))
  );
}

/** A space that is the same at the same rates is not reckoned again. */
const linesOf = oncePerLast(reckonLines, areSameRates);

function reckonLines(space: SpaceModel, { occupancyShare, collectionShare, addedVat }: Rates): SpaceLines {
  const operands = {
    quantity: space.quantity,
    priceYuan: space.priceYuan,
    occupancyShare,
    vacantShare: space.vacantShare,
  };
  const receivable =
    addedVat === undefined
      ? line(space.id, 'receivable', operands)
      : line(space.id, 'receivable-plus-vat', { ...operands, vatShare: addedVat });
  const collected = line(space.id, 'collected', { receivableYuan: receivable.exactYuan, collectionShare });
  return { receivable: Object.freeze(receivable), collected: Object.freeze(collected) };
}

/** @param month - 0 to 11. */
export function reckonTotals(
  model: ServiceFeeModel,
  month: number,
  receivableTotal: Money,
  collectedTotal: Money,
): MonthTotals {
  const { vatShare } = model;
  const gross = model.basis === 'billed' ? receivableTotal : collectedTotal;
  const outputVat = line('output-vat', 'vat-inside', { grossYuan: gross.exactYuan, vatShare });
  const netRevenue = subtractMoney(gross, outputVat);

  const paid = model.costs.filter(({ isPaid }) => isPaid[month]);
  const costs = paid.map((cost) => costLine(cost, netRevenue));
  const inputVat = paid.flatMap(({ cost, inputVatShare }, index) =>
    inputVatShare.n === 0n
      ? []
      : [line(cost.id, 'vat-inside', { grossYuan: costs[index]?.exactYuan ?? ZERO, vatShare: inputVatShare })],
  );
  const costsTotal = sumMoney(costs);
  const inputVatTotal = sumMoney(inputVat);
  const vatPayable = line('vat-payable', 'vat-payable', {
    outputVatYuan: outputVat.exactYuan,
    inputVatYuan: inputVatTotal.exactYuan,
  });
  const surcharge = line('surcharge', 'share', { ofYuan: vatPayable.exactYuan, share: model.surchargeShare });
  const expenditure = subtractMoney(costsTotal, inputVatTotal);
  const receiptsVat = line('output-vat', 'vat-inside', { grossYuan: collectedTotal.exactYuan, vatShare });
  const remuneration = remunerationLine(model, expenditure, subtractMoney(collectedTotal, receiptsVat));
  return {
    receivableTotal,
    collectedTotal,
    outputVat,
    netRevenue,
    costs,
    costsTotal,
    inputVat,
    inputVatTotal,
    vatPayable,
    surcharge,
    remuneration,
    surplus: sumMoney([netRevenue, ...[expenditure, surcharge, remuneration].map(negateMoney)]),
    // The VAT payable that is printed may differ by a fen from output less input as printed; cash pays what is printed.
    cashFlow: sumMoney([collectedTotal, ...[costsTotal, vatPayable, surcharge, remuneration].map(negateMoney)]),
  };
}

const COST_FORMULAS = {
  fixed: 'cost-fixed',
  'per-square-metre': 'cost-per-square-metre',
  headcount: 'cost-headcount',
  'share-of-revenue': 'cost-share-of-revenue',
} as const satisfies Readonly<Record<CostModel['cost']['kind'], FormulaId>>;

function costLine({ cost, numbers }: CostModel, netRevenue: Money): MoneyLine {
  const operands = cost.kind === 'share-of-revenue' ? { ...numbers, netRevenueYuan: netRevenue.exactYuan } : numbers;
  return line(cost.id, COST_FORMULAS[cost.kind], operands);
}

function remunerationLine({ contract, remuneration }: ServiceFeeModel, expenditure: Money, receipts: Money): MoneyLine {
  if (contract === 'lump-sum' || contract === 'fixed') {
    return line('remuneration', 'fixed-amount', { amountYuan: remuneration });
  }
  const ofYuan = (contract === 'expenditure' ? expenditure : receipts).exactYuan;
  return line('remuneration', 'share', { ofYuan, share: remuneration });
}
