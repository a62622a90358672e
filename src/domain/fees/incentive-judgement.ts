import { add, compare, type Exact, signOf, subtract, total, ZERO } from '../exact.ts';
import { line, type MoneyLine } from '../formulas.ts';
import type { IncentiveModel, MonthFigures, ZoneModel } from './incentive-input.ts';
import { quarterOf, type YearMonth } from './year-month.ts';

/**
 * - `met`, `missed`: collected against target, compared exactly.
 * - `nothing-receivable`: not judged.
 * - `missing`: figures are not in yet; not judged.
 * - `not-counted`: before the scheme counts.
 */
export type Verdict = 'met' | 'missed' | 'nothing-receivable' | 'missing' | 'not-counted';

export interface JudgedMonth {
  readonly zone: string;
  readonly month: YearMonth;
  readonly verdict: Verdict;
  readonly receivableYuan: Exact;
  readonly collectedYuan: Exact;
  readonly target: MoneyLine;
}

export interface JudgedQuarter {
  readonly zone: string;
  /** `2012-Q3`: the counted months of the period that lie in it. */
  readonly quarter: string;
  readonly months: readonly YearMonth[];
  /** Months without figures; the bonus is provisional while there are any. */
  readonly missing: readonly YearMonth[];
  readonly isProvisional: boolean;
  /** May be negative. */
  readonly excessYuan: Exact;
  readonly bonus: MoneyLine;
  /** A bonus that nobody receives because every post is vacant. */
  readonly isUnshared: boolean;
}

const NO_FIGURES: MonthFigures = { receivable: { currentYuan: ZERO, arrearsYuan: ZERO }, collectedYuan: ZERO };

export function judgeMonth(model: IncentiveModel, zone: ZoneModel, month: YearMonth): JudgedMonth {
  const figures = zone.figures.get(month);
  const { receivable, collectedYuan } = figures ?? NO_FIGURES;
  const target = line(`${zone.id} ${month}`, 'monthly-target', { ...receivable, targetShare: model.targetShare });
  const receivableYuan = add(receivable.currentYuan, receivable.arrearsYuan);
  const verdict = (): Verdict => {
    if (month < model.countsFrom) return 'not-counted';
    if (!figures) return 'missing';
    if (signOf(receivableYuan) === 0) return 'nothing-receivable';
    return compare(collectedYuan, target.exactYuan) >= 0 ? 'met' : 'missed';
  };
  return { zone: zone.id, month, verdict: verdict(), receivableYuan, collectedYuan, target };
}

/** @param months - The zone's. */
export function judgeQuarters(
  model: IncentiveModel,
  months: readonly JudgedMonth[],
  zone: ZoneModel,
): readonly JudgedQuarter[] {
  const counted = months.filter(({ verdict }) => verdict !== 'not-counted');
  const names = [...new Set(counted.map(({ month }) => quarterOf(month)))];
  return names.map((quarter) => {
    const within = counted.filter(({ month }) => quarterOf(month) === quarter);
    const known = within.filter(({ verdict }) => verdict !== 'missing');
    const missing = within.filter(({ verdict }) => verdict === 'missing').map(({ month }) => month);
    const collectedYuan = total(known.map((month) => month.collectedYuan));
    const baseYuan = total(
      known.map(({ target, receivableYuan }) => (model.excessBase === 'target' ? target.exactYuan : receivableYuan)),
    );
    const bonus = line(`${zone.id} ${quarter}`, 'quarter-bonus', { collectedYuan, baseYuan, share: model.excessShare });
    return {
      zone: zone.id,
      quarter,
      months: within.map(({ month }) => month),
      missing,
      isProvisional: missing.length > 0,
      excessYuan: subtract(collectedYuan, baseYuan),
      bonus,
      isUnshared: bonus.amountFen > 0n && zone.posts.every(({ person }) => person === null),
    };
  });
}
