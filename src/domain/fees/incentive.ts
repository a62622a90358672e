import { type Assumption, assumption } from '../assumption.ts';
import { divide, type Exact, signOf, subtract, total } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { yuanOfFen } from '../money.ts';
import { type IncentiveInput, type IncentiveModel, readIncentive } from './incentive-input.ts';
import { type JudgedMonth, type JudgedQuarter, judgeMonth, judgeQuarters } from './incentive-judgement.ts';
import { type PayLine, type PersonPay, payByPerson, payMonth, shareBonus } from './incentive-pay.ts';

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
  const zones = model.zones.map((zone) => {
    const months = model.months.map((month) => judgeMonth(model, zone, month));
    return { zone, months, quarters: judgeQuarters(model, months, zone) };
  });
  const months = zones.flatMap((each) => each.months);
  const quarters = zones.flatMap((each) => each.quarters);
  const pay = [
    ...zones.flatMap((each) => each.months.flatMap((month) => payMonth(model, each.zone, month))),
    ...zones.flatMap((each) => each.quarters.flatMap((quarter) => shareBonus(each.zone, quarter))),
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
