import { type Assumption, assumption } from '../assumption.ts';
import { type Exact, lowest } from '../exact.ts';
import type { Refused } from '../input-reader.ts';
import {
  hoursOf,
  type ParkingInput,
  type ParkingModel,
  type ParkingPeriod,
  readParking,
  type UseModel,
} from './parking-input.ts';

/** How one use parks in one period; whole stalls. */
export interface UseParking {
  readonly use: string;
  readonly demand: number;
  readonly inOwnStalls: number;
  /** In stalls of others. In one pool: beyond its own number. */
  readonly borrowed: number;
  /** Who finds no stall. In one pool the shortage is told for the pool, and is zero here. */
  readonly shortage: number;
}

export interface PeriodParking {
  readonly period: ParkingPeriod;
  readonly hours: number;
  readonly uses: readonly UseParking[];
  /** Lenders and borrowers together. */
  readonly sharedDemand: number;
  /** All uses together. */
  readonly shortage: number;
  /** Stalls of lenders and borrowers that stay empty. */
  readonly sharedFree: number;
}

export interface DayShortage {
  readonly dayType: ParkingPeriod['dayType'];
  readonly hoursCovered: number;
  /** Hours with any shortage. */
  readonly shortageHours: number;
  readonly greatestShortage: number;
  /** Shortage × hours. */
  readonly stallHours: number;
  /** Hours of the day that no period covers: nothing is known of them. */
  readonly uncoveredHours: readonly number[];
}

export interface Parking {
  readonly ok: true;
  readonly periods: readonly PeriodParking[];
  readonly days: readonly DayShortage[];
  /** Sum of each use's own peak demand: lenders and borrowers, and with the dedicated ones. */
  readonly separateSharedStalls: number;
  readonly separateStalls: number;
  /** Greatest demand of lenders and borrowers in one period, and the stalls that sharing saves. */
  readonly sharedPeakStalls: number;
  readonly savedStalls: number;
  /** Saved / separate supply of lenders and borrowers; `undefined` when there is no demand. */
  readonly savedShare: Exact | undefined;
  /** Stalls that are there, all uses. */
  readonly builtStalls: number;
  readonly assumptions: readonly Assumption[];
}

/**
 * Reckons shared parking period by period; the factors are a step function. Demand is rounded up for each use and
 * period. Dedicated uses never share.
 */
export function reckonParking(input: ParkingInput): Parking | Refused {
  const read = readParking(input);
  if (!read.ok) return read;
  const { model } = read;
  const periods = model.periods.map(({ hours, ...period }, index) => reckonPeriod(model, period, hours, index));
  const peakOf = (use: UseModel): number => Math.max(0, ...use.demand);
  const shared = model.uses.filter(({ kind }) => kind !== 'dedicated');
  const separateSharedStalls = sum(shared.map(peakOf));
  const sharedPeakStalls = Math.max(0, ...periods.map(({ sharedDemand }) => sharedDemand));
  const savedStalls = separateSharedStalls - sharedPeakStalls;
  return {
    ok: true,
    periods,
    days: (['weekday', 'weekend'] as const).map((dayType) => dayShortage(periods, dayType)),
    separateSharedStalls,
    separateStalls: sum(model.uses.map(peakOf)),
    sharedPeakStalls,
    savedStalls,
    savedShare:
      separateSharedStalls === 0 ? undefined : lowest({ n: BigInt(savedStalls), d: BigInt(separateSharedStalls) }),
    builtStalls: sum(model.uses.map(({ stalls }) => stalls)),
    assumptions: [
      assumption('sharing', model.sharing, 'lender-first'),
      assumption('demand', 'rounded-up', 'rounded-up'),
      assumption('factors', 'step-function', 'step-function'),
    ],
  };
}

function reckonPeriod(model: ParkingModel, period: ParkingPeriod, hours: number, index: number): PeriodParking {
  const demandOf = (use: UseModel): number => use.demand[index] ?? 0;
  const shared = model.uses.filter(({ kind }) => kind !== 'dedicated');
  const sharedDemand = sum(shared.map(demandOf));
  const sharedStalls = sum(shared.map(({ stalls }) => stalls));
  const free = sum(
    shared.filter(({ kind }) => kind === 'lender').map((use) => Math.max(0, use.stalls - demandOf(use))),
  );
  let lendable = Math.min(free, model.mostBorrowed);
  const uses = model.uses.map((use): UseParking => {
    const demand = demandOf(use);
    const inOwnStalls = Math.min(demand, use.stalls);
    const beyond = demand - inOwnStalls;
    if (use.kind !== 'dedicated' && model.sharing === 'one-pool') {
      return { use: use.id, demand, inOwnStalls, borrowed: beyond, shortage: 0 };
    }
    const borrowed = use.kind === 'borrower' ? Math.min(beyond, lendable) : 0;
    lendable -= borrowed;
    return { use: use.id, demand, inOwnStalls, borrowed, shortage: beyond - borrowed };
  });
  const poolShortage = model.sharing === 'one-pool' ? Math.max(0, sharedDemand - sharedStalls) : 0;
  const parked = model.sharing === 'one-pool' ? Math.min(sharedDemand, sharedStalls) : parkedIn(model, uses);
  return {
    period,
    hours,
    uses,
    sharedDemand,
    shortage: poolShortage + sum(uses.map(({ shortage }) => shortage)),
    sharedFree: sharedStalls - parked,
  };
}

function parkedIn(model: ParkingModel, uses: readonly UseParking[]): number {
  return sum(
    uses.flatMap(({ inOwnStalls, borrowed }, index) =>
      model.uses[index]?.kind === 'dedicated' ? [] : [inOwnStalls + borrowed],
    ),
  );
}

function dayShortage(periods: readonly PeriodParking[], dayType: ParkingPeriod['dayType']): DayShortage {
  const within = periods.filter(({ period }) => period.dayType === dayType);
  const short = within.filter(({ shortage }) => shortage > 0);
  const covered = new Set(within.flatMap(({ period }) => hoursOf(period)));
  return {
    dayType,
    hoursCovered: covered.size,
    shortageHours: sum(short.map(({ hours }) => hours)),
    greatestShortage: Math.max(0, ...short.map(({ shortage }) => shortage)),
    stallHours: sum(short.map(({ hours, shortage }) => hours * shortage)),
    uncoveredHours: Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !covered.has(hour)),
  };
}

/** The period that holds at each hour of a day type, for the heat map; `undefined` where none does. */
export function periodsByHour(
  periods: readonly PeriodParking[],
  dayType: ParkingPeriod['dayType'],
): readonly (PeriodParking | undefined)[] {
  return Array.from({ length: 24 }, (_, hour) =>
    periods.find(({ period }) => period.dayType === dayType && hoursOf(period).includes(hour)),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
