import type { Decimal, Exact } from '../exact.ts';
import { signOf, total } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { oncePer } from '../once-per.ts';
import { isYearMonth, monthsBetween, type YearMonth } from './year-month.ts';

/** A post of a zone. Who covers a second zone stands in a post of each. */
export interface ZonePost {
  readonly id: string;
  readonly kind: 'manager' | 'repairer';
  /** Id of who fills or covers it; `null` or empty while it is vacant. */
  readonly person: string | null;
  /** For the team's bonus. Default 1; all defaults mean equal shares. */
  readonly weight?: Decimal;
}

/** A month of a zone; `null` where a figure is not in yet. */
export interface ZoneMonth {
  readonly month: string;
  readonly currentReceivableYuan: Decimal | null;
  readonly currentCollectedYuan: Decimal | null;
  /** The month's share of the arrears that count towards the task (2009 to 2011 in the source). */
  readonly arrearsReceivableYuan: Decimal | null;
  readonly arrearsCollectedYuan: Decimal | null;
}

export interface Zone {
  readonly id: string;
  readonly posts: readonly ZonePost[];
  readonly months: readonly ZoneMonth[];
}

/**
 * - `source`: taken from pay, as the source has it; not lawful as a fine today.
 * - `none`: nothing is taken.
 * - `performance-pay`: the same amounts, as floating performance pay that is not earned.
 */
export type DeductionRule = 'source' | 'none' | 'performance-pay';

export interface IncentiveInput {
  readonly zones: readonly Zone[];
  /** The period, `YYYY-MM`, both included. */
  readonly firstMonth: string;
  readonly lastMonth: string;
  /** Months of the period before this one have a task but earn nothing. Default: the first month. */
  readonly countsFrom?: string;
  readonly targetPercent: Decimal;
  readonly managerRewardYuan: Decimal;
  readonly repairerRewardYuan: Decimal;
  /** Not negative. */
  readonly managerDeductionYuan: Decimal;
  readonly repairerDeductionYuan: Decimal;
  readonly excessPercent: Decimal;
  /** Over which the quarter's excess is counted. Default: the target. */
  readonly excessBase?: 'target' | 'receivable';
  /** Default: as the source has it. */
  readonly deductions?: DeductionRule;
}

export interface MonthFigures {
  readonly receivable: { readonly currentYuan: Exact; readonly arrearsYuan: Exact };
  readonly collectedYuan: Exact;
}

export interface ZoneModel {
  readonly id: string;
  /** Managers first, else in their order. */
  readonly posts: readonly (ZonePost & { readonly weightShare: Exact })[];
  readonly hasWeights: boolean;
  readonly figures: ReadonlyMap<YearMonth, MonthFigures>;
}

export interface IncentiveModel {
  readonly zones: readonly ZoneModel[];
  readonly months: readonly YearMonth[];
  readonly countsFrom: string;
  readonly targetShare: Exact;
  readonly rewardYuan: Readonly<Record<ZonePost['kind'], Exact>>;
  readonly deductionYuan: Readonly<Record<ZonePost['kind'], Exact>>;
  readonly excessShare: Exact;
  readonly excessBase: 'target' | 'receivable';
  readonly deductions: DeductionRule;
}

export function readIncentive(input: IncentiveInput): { readonly ok: true; readonly model: IncentiveModel } | Refused {
  const reader = new InputReader();
  reader.unique(
    input.zones.map(({ id }) => id),
    'zones',
  );
  const { firstMonth, lastMonth, countsFrom = firstMonth } = input;
  const dates = { firstMonth, lastMonth, countsFrom };
  for (const [name, month] of Object.entries(dates)) if (!isYearMonth(month)) reader.report('not-a-date', name);
  const isOrdered = isYearMonth(firstMonth) && isYearMonth(lastMonth) && firstMonth <= lastMonth;
  if (!isOrdered && reader.problems.length === 0) reader.report('wrong-order', 'lastMonth');
  const model: IncentiveModel = {
    zones: input.zones.map((zone, index) => zoneInOrder(zone) ?? readZone(reader, zone, index)),
    months: isOrdered ? monthsBetween(firstMonth, lastMonth) : [],
    countsFrom,
    targetShare: reader.rate(input.targetPercent, 'targetPercent'),
    rewardYuan: {
      manager: reader.amount(input.managerRewardYuan, 'managerRewardYuan'),
      repairer: reader.amount(input.repairerRewardYuan, 'repairerRewardYuan'),
    },
    deductionYuan: {
      manager: reader.amount(input.managerDeductionYuan, 'managerDeductionYuan'),
      repairer: reader.amount(input.repairerDeductionYuan, 'repairerDeductionYuan'),
    },
    excessShare: reader.part(input.excessPercent, 'excessPercent'),
    excessBase: input.excessBase ?? 'target',
    deductions: input.deductions ?? 'source',
  };
  return reader.refused ?? { ok: true, model };
}

/** A zone in which nothing is wrong; what is wrong in another must be told with its place. */
const zoneInOrder = oncePer((zone: Zone): ZoneModel | undefined => {
  const reader = new InputReader();
  const model = readZone(reader, zone, 0);
  return reader.refused ? undefined : Object.freeze(model);
});

function readZone(reader: InputReader, zone: Zone, index: number): ZoneModel {
  const at = ['zones', index] as const;
  reader.unique(
    zone.posts.map(({ id }) => id),
    ...at,
    'posts',
  );
  const posts = zone.posts.map((post, place) => ({
    ...post,
    person: post.person === '' ? null : post.person,
    weightShare: reader.amount(post.weight ?? 1, ...at, 'posts', place, 'weight'),
  }));
  const filled = posts.filter(({ person }) => person !== null);
  if (filled.length > 0 && signOf(total(filled.map(({ weightShare }) => weightShare))) === 0) {
    reader.report('all-zero', ...at, 'posts');
  }
  const figures = new Map<YearMonth, MonthFigures>();
  for (const [place, month] of zone.months.entries()) {
    const here = [...at, 'months', place] as const;
    const read = readMonth(reader, month, here);
    if (!isYearMonth(month.month)) reader.report('not-a-date', ...here, 'month');
    else if (figures.has(month.month)) reader.report('duplicate', ...here, 'month');
    else if (read) figures.set(month.month, read);
  }
  return {
    id: zone.id,
    posts: [...posts.filter(({ kind }) => kind === 'manager'), ...posts.filter(({ kind }) => kind !== 'manager')],
    hasWeights: zone.posts.some(({ weight }) => weight !== undefined),
    figures,
  };
}

/** `undefined` while a figure is missing; the figures that are there are checked all the same. */
function readMonth(reader: InputReader, month: ZoneMonth, at: readonly (string | number)[]): MonthFigures | undefined {
  const read = (name: Exclude<keyof ZoneMonth, 'month'>): Exact | undefined => {
    const figure = month[name];
    return figure === null || figure === undefined || figure === '' ? undefined : reader.amount(figure, ...at, name);
  };
  const currentYuan = read('currentReceivableYuan');
  const currentCollected = read('currentCollectedYuan');
  const arrearsYuan = read('arrearsReceivableYuan');
  const arrearsCollected = read('arrearsCollectedYuan');
  if (!currentYuan || !currentCollected || !arrearsYuan || !arrearsCollected) return undefined;
  return { receivable: { currentYuan, arrearsYuan }, collectedYuan: total([currentCollected, arrearsCollected]) };
}
