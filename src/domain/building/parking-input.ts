import { ceiling, type Decimal, type Exact, multiply } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';

/** Hours of one day type over which the factors hold; the end is excluded, 22 to 6 runs over midnight. */
export interface ParkingPeriod {
  readonly id: string;
  readonly dayType: 'weekday' | 'weekend';
  /** 0 to 23. */
  readonly fromHour: number;
  /** 1 to 24. */
  readonly toHour: number;
}

export interface ParkingUse {
  readonly id: string;
  /**
   * - `dedicated`: its own stalls only (hotel, apartments).
   * - `lender`: lends what it does not need (offices).
   * - `borrower`: uses its own stalls, then the lenders' free ones (shopping centre).
   */
  readonly kind: 'dedicated' | 'lender' | 'borrower';
  /** Stalls that are there for it. */
  readonly stalls: Decimal;
  /** Demand when its factor is 100 %. */
  readonly peakStalls: Decimal;
  /** Factor by period id, in percent of the peak; it may exceed 100. */
  readonly factorPercent: Readonly<Record<string, Decimal>>;
}

export interface ParkingInput {
  readonly periods: readonly ParkingPeriod[];
  readonly uses: readonly ParkingUse[];
  /** Most of the lenders' stalls that the borrowers may use together. */
  readonly mostBorrowedStalls: Decimal;
  /**
   * - `lender-first` (default): lenders park in their own stalls, borrowers in theirs, then in the free ones up to the
   *   limit, in the order of the list.
   * - `one-pool`: lenders and borrowers share all their stalls.
   */
  readonly sharing?: 'lender-first' | 'one-pool';
}

export interface UseModel {
  readonly id: string;
  readonly kind: ParkingUse['kind'];
  readonly stalls: number;
  /** By period, in their order: rounded up to whole stalls. */
  readonly demand: readonly number[];
  /** The factors as shares of 1. */
  readonly factors: readonly Exact[];
}

export interface ParkingModel {
  readonly periods: readonly (ParkingPeriod & { readonly hours: number })[];
  readonly uses: readonly UseModel[];
  readonly mostBorrowed: number;
  readonly sharing: 'lender-first' | 'one-pool';
}

/** More stalls than any car park has; keeps whole stalls exact as plain numbers. */
const MOST_STALLS = 1e9;

export function readParking(input: ParkingInput): { readonly ok: true; readonly model: ParkingModel } | Refused {
  const reader = new InputReader();
  reader.unique(
    input.periods.map(({ id }) => id),
    'periods',
  );
  reader.unique(
    input.uses.map(({ id }) => id),
    'uses',
  );
  const taken = new Map<string, number>();
  const periods = input.periods.map((period, index) => {
    const { dayType, fromHour, toHour } = period;
    if (!isHour(fromHour, 0, 23)) reader.report('not-a-date', 'periods', index, 'fromHour');
    if (!isHour(toHour, 1, 24)) reader.report('not-a-date', 'periods', index, 'toHour');
    const hours = hoursOf(period);
    if (hours.length === 0) reader.report('wrong-order', 'periods', index, 'toHour');
    if (hours.some((hour) => taken.has(`${dayType} ${hour}`))) reader.report('duplicate', 'periods', index, 'fromHour');
    for (const hour of hours) taken.set(`${dayType} ${hour}`, index);
    return { ...period, hours: hours.length };
  });
  const stalls = (value: Decimal | undefined, ...path: readonly (string | number)[]): Exact => {
    const read = reader.count(value, ...path);
    if (read.n > BigInt(MOST_STALLS) * read.d) reader.report('too-large', ...path);
    return read;
  };
  const uses = input.uses.map((use, index): UseModel => {
    const peak = stalls(use.peakStalls, 'uses', index, 'peakStalls');
    const factors = periods.map(({ id }) => reader.rate(use.factorPercent[id], 'uses', index, 'factorPercent', id));
    const demand = factors.map((factor, place) => {
      const needed = ceiling(multiply(peak, factor));
      if (needed > BigInt(MOST_STALLS))
        reader.report('too-large', 'uses', index, 'factorPercent', periods[place]?.id ?? '');
      return Number(needed);
    });
    const own = stalls(use.stalls, 'uses', index, 'stalls');
    return { id: use.id, kind: use.kind, stalls: Number(own.n / own.d), demand, factors };
  });
  const most = stalls(input.mostBorrowedStalls, 'mostBorrowedStalls');
  const model = { periods, uses, mostBorrowed: Number(most.n / most.d), sharing: input.sharing ?? 'lender-first' };
  return reader.refused ?? { ok: true, model };
}

/** The hours of a period, 0 to 23; none when it has none. */
export function hoursOf({ fromHour, toHour }: Pick<ParkingPeriod, 'fromHour' | 'toHour'>): readonly number[] {
  if (!isHour(fromHour, 0, 23) || !isHour(toHour, 1, 24)) return [];
  const count = toHour > fromHour ? toHour - fromHour : toHour === fromHour ? 0 : 24 - fromHour + toHour;
  return Array.from({ length: count }, (_, offset) => (fromHour + offset) % 24);
}

function isHour(hour: number, least: number, most: number): boolean {
  return Number.isInteger(hour) && hour >= least && hour <= most;
}
