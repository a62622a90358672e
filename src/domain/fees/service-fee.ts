import { type Assumption, assumption } from '../assumption.ts';
import { divide, type Exact, signOf } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { type Money, money, repeatMoney, sumMoney } from '../money.ts';
import { oncePer } from '../once-per.ts';
import type { ServiceFeeInput } from './service-fee-input.ts';
import { readServiceFee, type ServiceFeeModel } from './service-fee-model.ts';
import { reckonMonth, type ServiceFeeMonth } from './service-fee-month.ts';

/** A row of the year: the sum of its twelve printed months. */
export interface YearRow extends Money {
  readonly id: string;
}

export interface ServiceFeeYear {
  readonly receivable: readonly YearRow[];
  readonly collected: readonly YearRow[];
  readonly costs: readonly YearRow[];
  readonly receivableTotal: Money;
  readonly collectedTotal: Money;
  readonly outputVat: Money;
  readonly netRevenue: Money;
  readonly costsTotal: Money;
  readonly inputVat: Money;
  readonly vatPayable: Money;
  readonly surcharge: Money;
  readonly remuneration: Money;
  /** The manager's under a lump-sum contract, the owners' under remuneration. */
  readonly surplus: Money;
  readonly cashFlow: Money;
}

export interface CashMonth {
  /** 1 to 12. */
  readonly month: number;
  readonly flow: Money;
  /** At the month's end. */
  readonly balance: Money;
}

export interface ServiceFee {
  readonly ok: true;
  /** January to December. */
  readonly months: readonly ServiceFeeMonth[];
  readonly year: ServiceFeeYear;
  readonly cash: readonly CashMonth[];
  /** Exact surplus / exact net revenue; `undefined` when there is no revenue. */
  readonly marginShare: Exact | undefined;
  readonly surplusBelongsTo: 'manager' | 'owners';
  readonly assumptions: readonly Assumption[];
}

/**
 * Estimates the service fee of a complex over a year. Receivable = quantity × price × (occupancy + (1 − occupancy) ×
 * vacant share); collected = receivable × collection rate. A line is rounded per month; a year is the sum of its
 * twelve months, a total the sum of its lines; nothing is reckoned from a rounded amount.
 *
 * @returns `ok: false` with every field in trouble, or when an amount exceeds ten million million yuan.
 */
export function estimateServiceFee(input: ServiceFeeInput): ServiceFee | Refused {
  const read = readServiceFee(input);
  if (!read.ok) return read;
  const { model } = read;
  const months = reckonMonths(model);
  const year = sumYear(months);
  const reader = new InputReader();
  for (const [id, amount] of Object.entries(year)) {
    if ('amountFen' in amount) reader.within(amount.amountFen, 'year', id);
  }
  let balance = money(model.openingCashYuan);
  const cash = months.map(({ cashFlow }, index) => {
    balance = sumMoney([balance, cashFlow]);
    reader.within(balance.amountFen, 'cash', index);
    return { month: index + 1, flow: cashFlow, balance };
  });
  if (reader.refused) return reader.refused;
  return {
    ok: true,
    months,
    year,
    cash,
    marginShare:
      signOf(year.netRevenue.exactYuan) === 0 ? undefined : divide(year.surplus.exactYuan, year.netRevenue.exactYuan),
    surplusBelongsTo: model.contract === 'lump-sum' ? 'manager' : 'owners',
    assumptions: assumptionsOf(input, model),
  };
}

/** Twelve months; alike ones are reckoned once. */
function reckonMonths(model: ServiceFeeModel): readonly ServiceFeeMonth[] {
  if (model.isUniform) return new Array<ServiceFeeMonth>(12).fill(reckonMonth(model, 0));
  return Array.from({ length: 12 }, (_, month) => reckonMonth(model, month));
}

function sumYear(months: readonly ServiceFeeMonth[]): ServiceFeeYear {
  const sum = (pick: (month: ServiceFeeMonth) => Money): Money => sumOverYear(months, pick);
  return {
    receivable: sumRows(months, (month) => month.receivable),
    collected: sumRows(months, (month) => month.collected),
    costs: sumRows(months, (month) => month.costs),
    receivableTotal: sum((month) => month.receivableTotal),
    collectedTotal: sum((month) => month.collectedTotal),
    outputVat: sum((month) => month.outputVat),
    netRevenue: sum((month) => month.netRevenue),
    costsTotal: sum((month) => month.costsTotal),
    inputVat: sum((month) => month.inputVatTotal),
    vatPayable: sum((month) => month.vatPayable),
    surcharge: sum((month) => month.surcharge),
    remuneration: sum((month) => month.remuneration),
    surplus: sum((month) => month.surplus),
    cashFlow: sum((month) => month.cashFlow),
  };
}

/** The sum of a printed amount over the months, which may all be one and the same. */
function sumOverYear(months: readonly ServiceFeeMonth[], pick: (month: ServiceFeeMonth) => Money): Money {
  const [first] = months;
  const areOne = first !== undefined && months.every((month) => month === first);
  return areOne ? repeatMoney(pick(first), BigInt(months.length)) : sumMoney(months.map(pick));
}

/** A row of twelve equal months. */
const wholeYear = oncePer((row: YearRow): YearRow => ({ id: row.id, ...repeatMoney(row, 12n) }));

function sumRows(
  months: readonly ServiceFeeMonth[],
  pick: (month: ServiceFeeMonth) => readonly YearRow[],
): readonly YearRow[] {
  const [first] = months;
  if (first !== undefined && months.every((month) => month === first)) {
    return months.length === 12
      ? pick(first).map(wholeYear)
      : pick(first).map((row) => ({ id: row.id, ...repeatMoney(row, BigInt(months.length)) }));
  }
  const rows = new Map<string, Money[]>();
  for (const month of months) {
    for (const row of pick(month)) {
      const parts = rows.get(row.id);
      if (parts) parts.push(row);
      else rows.set(row.id, [row]);
    }
  }
  return [...rows].map(([id, parts]) => ({ id, ...sumMoney(parts) }));
}

function assumptionsOf(input: ServiceFeeInput, model: ServiceFeeModel): readonly Assumption[] {
  return [
    assumption('surplus-basis', model.basis, 'collected'),
    assumption('vat-mode', input.vatMode, 'general'),
    assumption('prices', input.pricesIncludeVat ? 'include-vat' : 'without-vat', 'include-vat'),
    ...(model.contract === 'lump-sum' ? [] : [assumption('remuneration-base', model.contract, 'expenditure')]),
    assumption('revenue-share-costs', 'net-of-vat', 'net-of-vat'),
    assumption('surcharge-base', 'vat-payable-not-below-zero', 'vat-payable-not-below-zero'),
    assumption('area-costs', 'floor-area-without-stalls', 'floor-area-without-stalls'),
    assumption('year', 'sum-of-rounded-months', 'sum-of-rounded-months'),
  ];
}
