import { type Exact, total } from '../exact.ts';
import { type FormulaId, line, type MoneyLine } from '../formulas.ts';
import { shareByWeight, yuanOfFen } from '../money.ts';
import type { IncentiveModel, ZoneModel, ZonePost } from './incentive-input.ts';
import type { JudgedMonth, JudgedQuarter } from './incentive-judgement.ts';

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

type FilledPost = ZoneModel['posts'][number] & { readonly person: string };

function filledPosts(zone: ZoneModel): readonly FilledPost[] {
  return zone.posts.filter((post): post is FilledPost => post.person !== null);
}

/** Rewards or deductions of a zone's month; nothing while it is not judged. */
export function payMonth(model: IncentiveModel, zone: ZoneModel, { month, verdict }: JudgedMonth): readonly PayLine[] {
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

/** The team's bonus, shared among the filled posts; the spare fen go to the manager. */
export function shareBonus(zone: ZoneModel, { quarter, bonus, isProvisional }: JudgedQuarter): readonly PayLine[] {
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

export function payByPerson(pay: readonly PayLine[]): readonly PersonPay[] {
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
