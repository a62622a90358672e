import { type Assumption, assumption } from '../assumption.ts';
import { divide, type Exact, signOf, subtract, total } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { isWithinMoneyLimit, yuanOfFen } from '../money.ts';
import { oncePerLast } from '../once-per.ts';
import { type IncentiveInput, type IncentiveModel, readIncentive, type ZoneModel } from './incentive-input.ts';
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
  const terms = termsOf(model);
  const zones = model.zones.map((zone) => judgeZone(zone, { model, terms }));
  const months = zones.flatMap((each) => each.months);
  const quarters = zones.flatMap((each) => each.quarters);
  const pay = [...zones.flatMap((each) => each.monthPay), ...zones.flatMap((each) => each.quarterPay)];
  const sumOf = (pick: (zone: JudgedZone) => bigint): bigint => zones.reduce((sum, zone) => sum + pick(zone), 0n);
  const collectedYuan = total(zones.map((zone) => zone.collectedYuan));
  const rewardsFen = sumOf((zone) => zone.rewardsFen);
  const bonusesFen = sumOf((zone) => zone.bonusesFen);
  const deductionsFen = sumOf((zone) => zone.deductionsFen);
  const costFen = rewardsFen + bonusesFen + deductionsFen;
  const reader = new InputReader();
  for (const zone of zones) {
    if (zone.isWithinLimit) continue;
    for (const { quarter, bonus } of zone.quarters)
      reader.within(bonus.amountFen, 'quarters', `${zone.zone.id} ${quarter}`);
    for (const { month, target } of zone.months) reader.within(target.amountFen, 'months', `${zone.zone.id} ${month}`);
  }
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
    overTargetYuan: subtract(collectedYuan, total(zones.map((zone) => zone.targetYuan))),
    costShareOfCollected: signOf(collectedYuan) === 0 ? undefined : divide(yuanOfFen(costFen), collectedYuan),
    warnings: [
      ...(pay.some(({ kind }) => kind === 'deduction') ? (['deductions-are-not-lawful-fines'] as const) : []),
      ...(quarters.some(({ isProvisional }) => isProvisional) ? (['provisional'] as const) : []),
    ],
    assumptions: assumptionsOf(input, model),
  };
}

/** A zone's part of the result; what is not touched by a change is not judged again. */
interface JudgedZone {
  readonly zone: ZoneModel;
  readonly months: readonly JudgedMonth[];
  readonly quarters: readonly JudgedQuarter[];
  readonly monthPay: readonly PayLine[];
  readonly quarterPay: readonly PayLine[];
  readonly rewardsFen: bigint;
  readonly bonusesFen: bigint;
  readonly deductionsFen: bigint;
  /** Of the months that are met or missed. */
  readonly collectedYuan: Exact;
  readonly targetYuan: Exact;
  /** Whether every target and bonus may be shown. */
  readonly isWithinLimit: boolean;
}

/** Everything of a model but its zones, as one text. */
function termsOf(model: IncentiveModel): string {
  const { rewardYuan, deductionYuan } = model;
  const numbers = [
    model.targetShare,
    model.excessShare,
    rewardYuan.manager,
    rewardYuan.repairer,
    deductionYuan.manager,
    deductionYuan.repairer,
  ].map(({ n, d }) => `${n}/${d}`);
  return [...numbers, ...model.months, model.countsFrom, model.excessBase, model.deductions].join();
}

interface Judging {
  readonly model: IncentiveModel;
  readonly terms: string;
}

/** A zone that is the same under the same terms is not judged again. */
const judgeZone = oncePerLast(
  (zone: ZoneModel, { model }: Judging): JudgedZone => judgeOnce(model, zone),
  (before, now) => before.terms === now.terms,
);

function judgeOnce(model: IncentiveModel, zone: ZoneModel): JudgedZone {
  const months = model.months.map((month) => Object.freeze(judgeMonth(model, zone, month)));
  const quarters = judgeQuarters(model, months, zone).map((quarter) => Object.freeze(quarter));
  const monthPay = months.flatMap((month) => payMonth(model, zone, month)).map((line) => Object.freeze(line));
  const quarterPay = quarters.flatMap((quarter) => shareBonus(zone, quarter)).map((line) => Object.freeze(line));
  const sumOf = (...kinds: PayLine['kind'][]): bigint =>
    [...monthPay, ...quarterPay].reduce(
      (sum, { kind, amountFen }) => (kinds.includes(kind) ? sum + amountFen : sum),
      0n,
    );
  const counted = months.filter(({ verdict }) => verdict === 'met' || verdict === 'missed');
  return {
    zone,
    months,
    quarters,
    monthPay,
    quarterPay,
    rewardsFen: sumOf('reward'),
    bonusesFen: sumOf('team-bonus'),
    deductionsFen: sumOf('deduction', 'performance-pay-not-earned'),
    collectedYuan: total(counted.map((month) => month.collectedYuan)),
    targetYuan: total(counted.map(({ target }) => target.exactYuan)),
    isWithinLimit: [...quarters.map(({ bonus }) => bonus), ...months.map(({ target }) => target)].every(
      ({ amountFen }) => isWithinMoneyLimit(amountFen),
    ),
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
