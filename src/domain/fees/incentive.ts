import { type Assumption, assumption } from '../assumption.ts';
import { add, compare, divide, type Exact, signOf, subtract, total, ZERO } from '../exact.ts';
import { type FormulaId, line, type MoneyLine } from '../formulas.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { shareByWeight, yuanOfFen } from '../money.ts';
import {
  type IncentiveInput,
  type IncentiveModel,
  type MonthFigures,
  readIncentive,
  type ZoneModel,
  type ZonePost,
} from './incentive-input.ts';
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

export interface PayLine extends MoneyLine {
  readonly zone: string;
  readonly post: string;
  readonly person: string;
  /** A month, or a quarter for the team's bonus. */
  readonly period: string;
  readonly kind: 'reward' | 'deduction' | 'performance-pay-not-earned' | 'team-bonus';
  readonly isProvisional: boolean;
}

export interface PersonPay {
  readonly person: string;
  /** A quarter's bonus stands under the quarter. */
  readonly byPeriod: Readonly<Record<string, bigint>>;
  readonly totalFen: bigint;
}

export interface Incentive {
  readonly ok: true;
  readonly months: readonly JudgedMonth[];
  readonly quarters: readonly JudgedQuarter[];
  /** Every amount that is paid or taken; totals are sums of these. */
  readonly pay: readonly PayLine[];
  readonly people: readonly PersonPay[];
  readonly rewardsFen: bigint;
  readonly bonusesFen: bigint;
  /** Zero or negative. */
  readonly deductionsFen: bigint;
  /** Rewards and bonuses less deductions. */
  readonly costFen: bigint;
  /** Collected in the judged months, and by how much that exceeds their targets (negative if it falls short). */
  readonly collectedYuan: Exact;
  readonly overTargetYuan: Exact;
  /** Cost / collected; `undefined` when nothing was collected. */
  readonly costShareOfCollected: Exact | undefined;
  readonly warnings: readonly ('deductions-are-not-lawful-fines' | 'provisional')[];
  readonly assumptions: readonly Assumption[];
}

/**
 * Judges each zone's months against the collection task and reckons who is paid what. A month is met when what was
 * collected, current fees and counted arrears together, reaches the target exactly; the team shares a percentage of
 * the quarter's excess.
 *
 * @returns `ok: false` with every field in trouble.
 */
export function reckonIncentive(input: IncentiveInput): Incentive | Refused {
  const read = readIncentive(input);
  if (!read.ok) return read;
  const { model } = read;
  const months = model.zones.flatMap((zone) => model.months.map((month) => judgeMonth(model, zone, month)));
  const quarters = model.zones.flatMap((zone) =>
    judgeQuarters(
      model,
      months.filter((month) => month.zone === zone.id),
      zone,
    ),
  );
  const pay = [
    ...model.zones.flatMap((zone) =>
      months.filter((month) => month.zone === zone.id).flatMap((month) => payMonth(model, zone, month)),
    ),
    ...model.zones.flatMap((zone) =>
      quarters.filter((quarter) => quarter.zone === zone.id).flatMap((quarter) => shareBonus(zone, quarter)),
    ),
  ];
  const sumOf = (...kinds: PayLine['kind'][]): bigint =>
    pay.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const judged = months.filter(({ verdict }) => verdict === 'met' || verdict === 'missed');
  const collectedYuan = total(judged.map((month) => month.collectedYuan));
  const rewardsFen = sumOf('reward');
  const bonusesFen = sumOf('team-bonus');
  const deductionsFen = sumOf('deduction', 'performance-pay-not-earned');
  const costFen = rewardsFen + bonusesFen + deductionsFen;
  const reader = new InputReader();
  for (const { zone, quarter, bonus } of quarters) reader.within(bonus.amountFen, 'quarters', `${zone} ${quarter}`);
  for (const { zone, month, target } of months) reader.within(target.amountFen, 'months', `${zone} ${month}`);
  reader.within(costFen, 'costFen');
  if (reader.refused) return reader.refused;
  return {
    ok: true,
    months,
    quarters,
    pay,
    people: payByPerson(pay),
    rewardsFen,
    bonusesFen,
    deductionsFen,
    costFen,
    collectedYuan,
    overTargetYuan: subtract(collectedYuan, total(judged.map(({ target }) => target.exactYuan))),
    costShareOfCollected: signOf(collectedYuan) === 0 ? undefined : divide(yuanOfFen(costFen), collectedYuan),
    warnings: [
      ...(pay.some(({ kind }) => kind === 'deduction') ? (['deductions-are-not-lawful-fines'] as const) : []),
      ...(quarters.some(({ isProvisional }) => isProvisional) ? (['provisional'] as const) : []),
    ],
    assumptions: assumptionsOf(input, model),
  };
}

const NO_FIGURES: MonthFigures = { receivable: { currentYuan: ZERO, arrearsYuan: ZERO }, collectedYuan: ZERO };

function judgeMonth(model: IncentiveModel, zone: ZoneModel, month: YearMonth): JudgedMonth {
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

function judgeQuarters(
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
      isUnshared: bonus.amountFen > 0n && filledPosts(zone).length === 0,
    };
  });
}

type FilledPost = ZoneModel['posts'][number] & { readonly person: string };

function filledPosts(zone: ZoneModel): readonly FilledPost[] {
  return zone.posts.filter((post): post is FilledPost => post.person !== null);
}

function payMonth(model: IncentiveModel, zone: ZoneModel, { month, verdict }: JudgedMonth): readonly PayLine[] {
  const pay = (kind: PayLine['kind'], amounts: Readonly<Record<ZonePost['kind'], Exact>>, formula: FormulaId) =>
    filledPosts(zone).map((post) => ({
      ...line(`${zone.id} ${post.id} ${month}`, formula, { amountYuan: amounts[post.kind] }),
      zone: zone.id,
      post: post.id,
      person: post.person,
      period: month,
      kind,
      isProvisional: false,
    }));
  if (verdict === 'met') return pay('reward', model.rewardYuan, 'fixed-amount');
  if (verdict !== 'missed' || model.deductions === 'none') return [];
  const kind = model.deductions === 'source' ? 'deduction' : 'performance-pay-not-earned';
  return pay(kind, model.deductionYuan, 'fixed-deduction');
}

function shareBonus(zone: ZoneModel, { quarter, bonus, isProvisional }: JudgedQuarter): readonly PayLine[] {
  const posts = filledPosts(zone);
  if (posts.length === 0 || bonus.amountFen === 0n) return [];
  const weights = posts.map(({ weightShare }) => weightShare);
  const shares = shareByWeight(bonus.amountFen, weights);
  const bonusYuan = yuanOfFen(bonus.amountFen);
  const sum = total(weights);
  return posts.map((post, index) => ({
    ...(zone.hasWeights
      ? line(`${zone.id} ${post.id} ${quarter}`, 'weighted-share', {
          bonusYuan,
          weight: post.weightShare,
          weights: sum,
        })
      : line(`${zone.id} ${post.id} ${quarter}`, 'equal-share', {
          bonusYuan,
          posts: { n: BigInt(posts.length), d: 1n },
        })),
    // By largest remainder, so that the shares add up to the bonus: a fen off the rounded share at most.
    amountFen: shares[index] ?? 0n,
    zone: zone.id,
    post: post.id,
    person: post.person,
    period: quarter,
    kind: 'team-bonus' as const,
    isProvisional,
  }));
}

function payByPerson(pay: readonly PayLine[]): readonly PersonPay[] {
  const people = new Map<string, Map<string, bigint>>();
  for (const { person, period, amountFen } of pay) {
    const periods = people.get(person) ?? new Map<string, bigint>();
    people.set(person, periods.set(period, (periods.get(period) ?? 0n) + amountFen));
  }
  return [...people].map(([person, periods]) => ({
    person,
    byPeriod: Object.fromEntries(periods),
    totalFen: [...periods.values()].reduce((sum, amountFen) => sum + amountFen, 0n),
  }));
}

function assumptionsOf(input: IncentiveInput, model: IncentiveModel): readonly Assumption[] {
  return [
    assumption('excess-base', model.excessBase, 'target'),
    assumption('deductions', model.deductions, 'source'),
    assumption('counts-from', model.countsFrom, input.firstMonth),
    assumption('bonus-shares', model.zones.some(({ hasWeights }) => hasWeights) ? 'weighted' : 'equal', 'equal'),
    assumption('vacant-posts', 'earn-nothing', 'earn-nothing'),
    assumption('nothing-receivable', 'not-judged', 'not-judged'),
  ];
}
