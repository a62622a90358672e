import { add, compare, divide, type Exact, exact, multiply, ONE, subtract, total, ZERO } from '../exact.ts';

/** Fixtures of one kind on one circuit. `watts` is the power of a single one. */
export interface Fixture {
  readonly id: string;
  readonly circuit: string;
  readonly group: string;
  readonly watts: Exact;
  readonly count: Exact;
}

export interface LoadInput {
  readonly fixtures: readonly Fixture[];
  /** Share of the installed power that is on at once, by group; a group without one is reckoned in full. */
  readonly diversity: ReadonlyMap<string, Exact>;
  /** What the landlord allows, in kW; nothing while it is not known. */
  readonly capacity: Exact | undefined;
  /** There are fixtures whose power or number is not known yet. */
  readonly isIncomplete?: boolean;
}

export interface LoadSum {
  readonly id: string;
  readonly watts: Exact;
}

export interface GroupSum extends LoadSum {
  readonly diversity: Exact;
  readonly demand: Exact;
}

export interface Load {
  /** Power of each line: single × count. */
  readonly lines: readonly LoadSum[];
  readonly circuits: readonly LoadSum[];
  readonly groups: readonly GroupSum[];
  /** Everything installed, in W. */
  readonly installed: Exact;
  /** What is on at once by the stated shares, in W. */
  readonly demand: Exact;
  /** Capacity in W less the demand; negative when it is exceeded. */
  readonly margin: Exact | undefined;
  /** Demand over capacity. */
  readonly use: Exact | undefined;
  /**
   * `not-given` without fixtures or without a capacity, and while a line is incomplete: what is empty never passes. What
   * is known may exceed the capacity by itself, and then it fails.
   */
  readonly verdict: 'pass' | 'fail' | 'not-given';
}

const KILO = exact(1000);

/** Sums up fixtures by line, circuit and group, exactly; order is that in which circuits and groups first appear. */
export function reckonLoad(input: LoadInput): Load {
  const lines = input.fixtures.map(({ id, watts, count }) => ({ id, watts: multiply(watts, count) }));
  const sumBy = (key: 'circuit' | 'group'): LoadSum[] => {
    const sums = new Map<string, Exact>();
    input.fixtures.forEach((fixture, place) => {
      sums.set(fixture[key], add(sums.get(fixture[key]) ?? ZERO, lines[place]?.watts ?? ZERO));
    });
    return [...sums].map(([id, watts]) => ({ id, watts }));
  };
  const groups = sumBy('group').map(({ id, watts }): GroupSum => {
    const diversity = input.diversity.get(id) ?? ONE;
    return { id, watts, diversity, demand: multiply(watts, diversity) };
  });
  const installed = total(lines.map(({ watts }) => watts));
  const demand = total(groups.map((group) => group.demand));
  const allowed = input.capacity === undefined ? undefined : multiply(input.capacity, KILO);
  const isKnown = allowed !== undefined && allowed.n > 0n && lines.length > 0;
  return {
    lines,
    circuits: sumBy('circuit'),
    groups,
    installed,
    demand,
    margin: allowed === undefined ? undefined : subtract(allowed, demand),
    use: isKnown ? divide(demand, allowed) : undefined,
    verdict: isKnown && compare(demand, allowed) > 0 ? 'fail' : isKnown && !input.isIncomplete ? 'pass' : 'not-given',
  };
}
