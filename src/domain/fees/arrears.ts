import { type Day, day, daysInMonth, isDay } from '../day.ts';
import { type Decimal, type Exact, exact, ONE } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { roundToFen, shareByWeight } from '../money.ts';
import type { CommissionTerms } from './commission-bands.ts';
import type { Interruption, LimitationRule } from './limitation.ts';
import { isYearMonth, monthsBetween } from './year-month.ts';

/** One claim with one due date. */
export interface Debt {
  readonly id: string;
  readonly dueOn: string;
  readonly amountYuan: Decimal;
  readonly interruptions?: readonly Interruption[];
}

export interface ReliefRequest {
  readonly id: string;
  readonly debt: string;
  readonly amountYuan: Decimal;
  /** Approved by those who may; anything else is not granted. */
  readonly isApproved: boolean;
}

export interface Payment {
  readonly id: string;
  readonly amountYuan: Decimal;
  /** The debt that the payer named; only the `as-named` order heeds it. */
  readonly debt?: string;
}

export interface Household {
  readonly id: string;
  readonly debts: readonly Debt[];
  readonly reliefs: readonly ReliefRequest[];
  /** In the order in which they came. */
  readonly payments: readonly Payment[];
}

export interface ArrearsInput {
  readonly households: readonly Household[];
  readonly terms: CommissionTerms;
  /** What a part payment pays first. Default: the oldest debt. `as-named`: the named one, then the oldest. */
  readonly paymentOrder?: 'oldest-first' | 'newest-first' | 'as-named';
  /** Year of origin. Default: of each debt's due date. */
  readonly origin?: 'due-date' | 'first-unpaid-year';
  readonly limitation: LimitationRule;
  /** Civil date to judge the limitation by. */
  readonly today: string;
}

export interface DebtModel {
  readonly id: string;
  readonly dueOn: Day;
  readonly yearDue: number;
  readonly amountFen: bigint;
  readonly interruptions: readonly Interruption[];
}

export interface HouseholdModel {
  readonly id: string;
  /** By due date, else in their order. */
  readonly debts: readonly DebtModel[];
  readonly reliefs: readonly (Omit<ReliefRequest, 'amountYuan'> & { readonly amountFen: bigint })[];
  readonly payments: readonly (Omit<Payment, 'amountYuan'> & { readonly amountFen: bigint })[];
}

/** Reads the households; debts, reliefs and payments are money in whole fen. */
export function readHouseholds(
  reader: InputReader,
  { households, today }: Pick<ArrearsInput, 'households' | 'today'>,
): readonly HouseholdModel[] {
  if (!isDay(today)) reader.report('not-a-date', 'today');
  reader.unique(
    households.map(({ id }) => id),
    'households',
  );
  return households.map(({ id, debts, reliefs, payments }, index) => {
    const at = ['households', index] as const;
    reader.unique(
      debts.map((debt) => debt.id),
      ...at,
      'debts',
    );
    const fen = (yuan: Decimal, ...path: readonly (string | number)[]): bigint =>
      wholeFen(reader, reader.amount(yuan, ...at, ...path, 'amountYuan'), ...at, ...path, 'amountYuan');
    const read = debts.map((debt, place): DebtModel => {
      const known = isDay(debt.dueOn) ? debt.dueOn : undefined;
      // Later years leave no room for a period that ends in the calendar.
      if (known === undefined || known > '9800') reader.report('not-a-date', ...at, 'debts', place, 'dueOn');
      debt.interruptions?.forEach(({ on }, turn) => {
        if (!isDay(on)) reader.report('not-a-date', ...at, 'debts', place, 'interruptions', turn, 'on');
      });
      return {
        id: debt.id,
        dueOn: known ?? day('2000-01-01'),
        yearDue: Number(debt.dueOn.slice(0, 4)),
        amountFen: fen(debt.amountYuan, 'debts', place),
        interruptions: debt.interruptions ?? [],
      };
    });
    const knows = (debt: string | undefined): boolean => debt === undefined || read.some((each) => each.id === debt);
    payments.forEach(({ debt }, place) => {
      if (!knows(debt)) reader.report('unknown', ...at, 'payments', place, 'debt');
    });
    reliefs.forEach(({ debt }, place) => {
      if (!knows(debt)) reader.report('unknown', ...at, 'reliefs', place, 'debt');
    });
    return {
      id,
      debts: read.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
      reliefs: reliefs.map((relief, place) => ({ ...relief, amountFen: fen(relief.amountYuan, 'reliefs', place) })),
      payments: payments.map((payment, place) => ({
        ...payment,
        amountFen: fen(payment.amountYuan, 'payments', place),
      })),
    };
  });
}

function wholeFen(reader: InputReader, yuan: Exact, ...path: readonly (string | number)[]): bigint {
  if ((yuan.n * 100n) % yuan.d !== 0n) reader.report('not-whole', ...path);
  return roundToFen(yuan);
}

/** A fee that fell due month by month and was entered as one sum. */
export interface DebtPeriod {
  readonly id: string;
  /** `YYYY-MM`, both included. */
  readonly firstMonth: string;
  readonly lastMonth: string;
  /** Day of each month on which it fell due; clamped to the month's last day. */
  readonly dueDate: number;
  readonly amountYuan: Decimal;
}

/**
 * Splits a period into debts by their due dates: equal amounts a month, the spare fen to the first months. Parts of
 * one debt are `<id>/<month>`.
 */
export function splitByDueDate(period: DebtPeriod): { readonly ok: true; readonly debts: readonly Debt[] } | Refused {
  const reader = new InputReader();
  const amount = reader.amount(period.amountYuan, 'amountYuan');
  const { firstMonth, lastMonth, dueDate } = period;
  if (!isYearMonth(firstMonth)) reader.report('not-a-date', 'firstMonth');
  if (!isYearMonth(lastMonth)) reader.report('not-a-date', 'lastMonth');
  if (!Number.isInteger(dueDate) || dueDate < 1 || dueDate > 31) reader.report('not-a-date', 'dueDate');
  const months = isYearMonth(firstMonth) && isYearMonth(lastMonth) ? monthsBetween(firstMonth, lastMonth) : [];
  if (reader.problems.length === 0 && months.length === 0) reader.report('wrong-order', 'lastMonth');
  if (reader.refused) return reader.refused;
  const parts = shareByWeight(roundToFen(amount), new Array<Exact>(months.length).fill(ONE));
  const debts = months.map((month, index) => {
    const date = Math.min(dueDate, daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))));
    return {
      id: `${period.id}/${month}`,
      dueOn: `${month}-${String(date).padStart(2, '0')}`,
      amountYuan: exact({ n: parts[index] ?? 0n, d: 100n }),
    };
  });
  return { ok: true, debts };
}
