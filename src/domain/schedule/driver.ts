import type { Network } from './network.ts';
import { BY_ACTUAL, BY_CONSTRAINT, BY_LATE, BY_PLAN_EDGE, BY_TODAY, type Placed } from './passes.ts';
import type { LinkType } from './plan.ts';
import type { Driver, RowDates } from './schedule-result.ts';

const TYPE_NAMES: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

/** What decides a row's place, seen through the gates of stages. */
export function driverOf(network: Network, placed: Placed, holder: Int32Array, node: number): Driver {
  const decider = placed.decider[node] as number;
  if (decider >= 0) return linkDriver(network, decider, 'from', placed.decider);
  switch (decider) {
    case BY_CONSTRAINT:
      return { by: 'constraint' };
    case BY_ACTUAL:
      return { by: 'actual' };
    case BY_TODAY:
      return { by: 'today' };
    case BY_LATE: {
      const held = holder[node] as number;
      if (held >= 0) return linkDriver(network, held, 'to', holder);
      return { by: held === BY_PLAN_EDGE ? 'plan-end' : 'constraint' };
    }
    default:
      return { by: 'plan-start' };
  }
}

function linkDriver(network: Network, first: number, end: 'from' | 'to', deciders: Int32Array): Driver {
  let link = first;
  let stage: string | undefined;
  for (;;) {
    const node = network[end][link] as number;
    const next = deciders[node] as number;
    if (node < network.rowCount || next < 0) {
      return {
        by: end === 'from' ? 'before' : 'behind',
        task: network.ids[node] as string,
        // Behind a gate the stage's own link is the one that the reader drew.
        type: TYPE_NAMES[network.type[first] as number] as LinkType,
        lag: network.lag[first] as number,
        unit: network.inCalendarDays[first] === 1 ? 'calendar-day' : 'workday',
        ...(stage === undefined ? {} : { stage }),
      };
    }
    stage = network.ids[node] as string;
    link = next;
  }
}

/** The driving chain of a row: from what starts it all to the row itself. */
export function drivingChain(rows: ReadonlyMap<string, RowDates>, id: string): string[] {
  const chain = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !chain.has(at); ) {
    chain.add(at);
    const driver: Driver | undefined = rows.get(at)?.driver;
    at = driver !== undefined && 'task' in driver ? driver.task : undefined;
  }
  return [...chain].reverse();
}

/** The same while rows are still nodes. */
export function chainOfNodes(network: Network, placed: Placed, node: number): string[] {
  const chain: string[] = [];
  let at = node;
  for (;;) {
    if (at < network.rowCount) chain.push(network.ids[at] as string);
    const decider = placed.decider[at] as number;
    if (decider < 0) return chain.reverse();
    at = network.from[decider] as number;
  }
}
