import { type Assumption, assumption } from '../assumption.ts';
import { type Day, day } from '../day.ts';
import { line, type MoneyLine } from '../formulas.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { type Money, sumMoney, yuanOfFen } from '../money.ts';
import { type ArrearsInput, type DebtModel, type HouseholdModel, readHouseholds } from './arrears.ts';
import { type BandTable, type DebtClass, readBands } from './commission-bands.ts';
import { type Limitation, limitationOf } from './limitation.ts';

export type ReliefRefusal =
  | 'not-approved'
  /** Debts of 2009 and later in the source. */
  | 'year-without-relief'
  | 'more-than-the-rest';

export interface DecidedRelief {
  readonly household: string;
  readonly id: string;
  readonly debt: string;
  readonly amountFen: bigint;
  /** `undefined` when it is granted. */
  readonly refusal: ReliefRefusal | undefined;
}

export interface SettledDebt {
  readonly household: string;
  readonly id: string;
  readonly dueOn: string;
  /** By which the commission is reckoned. */
  readonly yearOfOrigin: number;
  readonly debtClass: DebtClass;
  readonly amountFen: bigint;
  readonly reliefFen: bigint;
  readonly paidFen: bigint;
  readonly restFen: bigint;
  readonly commission: MoneyLine;
  /** `undefined` when nothing is left to claim. */
  readonly limitation: Limitation | undefined;
}

/** What a payment paid; more than everything owed stays over. */
export interface PaidPart {
  readonly household: string;
  readonly payment: string;
  readonly parts: readonly { readonly debt: string; readonly amountFen: bigint }[];
  readonly overFen: bigint;
}

export interface SettledArrears {
  readonly ok: true;
  readonly debts: readonly SettledDebt[];
  readonly reliefs: readonly DecidedRelief[];
  readonly payments: readonly PaidPart[];
  /** The sum of the printed commissions. */
  readonly commission: Money;
  readonly collectedFen: bigint;
  readonly reliefFen: bigint;
  readonly restFen: bigint;
  readonly assumptions: readonly Assumption[];
}

/**
 * Settles arrears: first the granted reliefs reduce the debts, then the payments pay them, then each debt earns its
 * commission on what was paid. A refused relief is listed with its reason and changes nothing.
 */
export function settleArrears(input: ArrearsInput): SettledArrears | Refused {
  const reader = new InputReader();
  const table = readBands(reader, input.terms);
  const households = readHouseholds(reader, input);
  for (const name of ['years', 'longestYears'] as const) {
    const years = input.limitation[name];
    if (!Number.isInteger(years) || years < 1) reader.report('not-whole', 'limitation', name);
    else if (years > LONGEST_YEARS) reader.report('too-large', 'limitation', name);
  }
  if (reader.refused) return reader.refused;
  const today = day(input.today);
  const settled = households.map((household) => settleHousehold(input, today, table, household));
  const debts = settled.flatMap((each) => each.debts);
  const reliefs = settled.flatMap((each) => each.reliefs);
  const sum = (pick: (debt: SettledDebt) => bigint): bigint => debts.reduce((all, debt) => all + pick(debt), 0n);
  const commission = sumMoney(debts.map((debt) => debt.commission));
  reader.within(
    sum(({ amountFen }) => amountFen),
    'households',
  );
  if (reader.refused) return reader.refused;
  return {
    ok: true,
    debts,
    reliefs,
    payments: settled.flatMap((each) => each.payments),
    commission,
    collectedFen: sum(({ paidFen }) => paidFen),
    reliefFen: sum(({ reliefFen }) => reliefFen),
    restFen: sum(({ restFen }) => restFen),
    assumptions: [
      assumption('payment-order', input.paymentOrder ?? 'oldest-first', 'oldest-first'),
      assumption('origin', input.origin ?? 'due-date', 'due-date'),
      assumption('relief', 'before-payment', 'before-payment'),
    ],
  };
}

/** No law has a longer period. */
const LONGEST_YEARS = 100;

interface Settling {
  readonly debt: DebtModel;
  reliefFen: bigint;
  paidFen: bigint;
}

function restOf({ debt, reliefFen, paidFen }: Settling): bigint {
  return debt.amountFen - reliefFen - paidFen;
}

function settleHousehold(input: ArrearsInput, today: Day, table: BandTable, household: HouseholdModel) {
  const settling = household.debts.map((debt): Settling => ({ debt, reliefFen: 0n, paidFen: 0n }));
  const reliefs = household.reliefs.map((relief): DecidedRelief => {
    const { id, debt, amountFen, isApproved } = relief;
    const target = settling.find((each) => each.debt.id === debt);
    const refusal = reliefRefusal(input, target, amountFen, isApproved);
    if (target && refusal === undefined) target.reliefFen += amountFen;
    return { household: household.id, id, debt, amountFen, refusal };
  });
  const payments = household.payments.map((payment): PaidPart => {
    let left = payment.amountFen;
    const parts: { debt: string; amountFen: bigint }[] = [];
    for (const each of inOrder(input, settling, payment.debt)) {
      const rest = restOf(each);
      // biome-ignore lint/complexity/useMathMinMax: Math.min takes no bigint.
      const part = left < rest ? left : rest;
      if (part <= 0n) continue;
      each.paidFen += part;
      left -= part;
      parts.push({ debt: each.debt.id, amountFen: part });
    }
    return { household: household.id, payment: payment.id, parts, overFen: left };
  });
  return { reliefs, payments, debts: settling.map((each) => settledDebt(input, today, table, household, each)) };
}

function reliefRefusal(
  { terms }: ArrearsInput,
  target: Settling | undefined,
  amountFen: bigint,
  isApproved: boolean,
): ReliefRefusal | undefined {
  if (target && target.debt.yearDue > terms.reliefUntilYear) return 'year-without-relief';
  if (!isApproved) return 'not-approved';
  return !target || amountFen > restOf(target) ? 'more-than-the-rest' : undefined;
}

function inOrder(
  { paymentOrder }: ArrearsInput,
  settling: readonly Settling[],
  named: string | undefined,
): readonly Settling[] {
  if (paymentOrder === 'newest-first') return settling.toReversed();
  if (paymentOrder !== 'as-named' || named === undefined) return settling;
  return [...settling.filter(({ debt }) => debt.id === named), ...settling.filter(({ debt }) => debt.id !== named)];
}

function settledDebt(
  input: ArrearsInput,
  today: Day,
  table: BandTable,
  household: HouseholdModel,
  each: Settling,
): SettledDebt {
  const { debt, reliefFen, paidFen } = each;
  const dueMonth = debt.dueOn.slice(0, 7);
  const own = table.of(debt.yearDue, dueMonth);
  // By the household's first unpaid year only debts that earn at all move; those of the task's years never do.
  const first = household.debts.find(
    ({ dueOn }) => table.of(Number(dueOn.slice(0, 4)), dueOn.slice(0, 7)).debtClass === 'commission',
  );
  const isMoved = input.origin === 'first-unpaid-year' && own.debtClass === 'commission' && first !== undefined;
  const { debtClass, share } = isMoved ? table.of(first.yearDue) : own;
  const restFen = restOf(each);
  return {
    household: household.id,
    id: debt.id,
    dueOn: debt.dueOn,
    yearOfOrigin: isMoved ? first.yearDue : debt.yearDue,
    debtClass,
    amountFen: debt.amountFen,
    reliefFen,
    paidFen,
    restFen,
    commission: line(`${household.id} ${debt.id}`, 'commission', { collectedYuan: yuanOfFen(paidFen), share }),
    limitation: restFen > 0n ? limitationOf(debt.dueOn, debt.interruptions, input.limitation, today) : undefined,
  };
}
