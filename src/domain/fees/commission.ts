import { type Assumption, assumption } from '../assumption.ts';
import type { Decimal, Exact } from '../exact.ts';
import { line, type MoneyLine } from '../formulas.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { type Money, sumMoney } from '../money.ts';
import { type CommissionTerms, type DebtClass, readBands } from './commission-bands.ts';

/** What was collected of one debt. */
export interface CollectedDebt {
  readonly id: string;
  /** The year in which the debt fell due. */
  readonly yearOfOrigin: number;
  /** `YYYY-MM`, where it is known. */
  readonly dueMonth?: string;
  readonly collectedYuan: Decimal;
}

export interface CommissionLine extends MoneyLine {
  readonly yearOfOrigin: number;
  readonly collectedYuan: Exact;
  readonly debtClass: DebtClass;
}

export interface Commission {
  readonly ok: true;
  readonly lines: readonly CommissionLine[];
  /** The sum of the printed lines. */
  readonly total: Money;
  readonly assumptions: readonly Assumption[];
}

/**
 * Reckons the commission on collected arrears, one line a debt, each rounded half up to the fen. Debts of the task's
 * years and debts outside the scheme stand in the list with nothing, and say why.
 */
export function commissionOnCollected(debts: readonly CollectedDebt[], terms: CommissionTerms): Commission | Refused {
  const reader = new InputReader();
  const table = readBands(reader, terms);
  reader.unique(
    debts.map(({ id }) => id),
    'debts',
  );
  const lines = debts.map((debt, index) => {
    const collectedYuan = reader.amount(debt.collectedYuan, 'debts', index, 'collectedYuan');
    if (!Number.isInteger(debt.yearOfOrigin)) reader.report('not-a-date', 'debts', index, 'yearOfOrigin');
    const { debtClass, share } = table.of(debt.yearOfOrigin, debt.dueMonth);
    return {
      ...line(debt.id, 'commission', { collectedYuan, share }),
      yearOfOrigin: debt.yearOfOrigin,
      collectedYuan,
      debtClass,
    };
  });
  const total = sumMoney(lines);
  reader.within(total.amountFen, 'total');
  const assumptions = [
    assumption('origin', 'due-date', 'due-date'),
    assumption('commission-base', 'collected-after-relief', 'collected-after-relief'),
  ];
  return reader.refused ?? { ok: true, lines, total, assumptions };
}
