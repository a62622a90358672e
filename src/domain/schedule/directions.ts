import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { dayNumber } from '../day.ts';
import { END_MARK, type Network } from './network.ts';
import { type Frame, type Late, latestPlace, newPlaced, type Placed, placeBackward, placeForward } from './passes.ts';
import type { Plan } from './plan.ts';
import { startUpTo } from './span.ts';

/** The places of all nodes: early, late, and as planned. */
export interface AllTimes {
  readonly early: Placed;
  readonly late: Late;
  readonly placed: Placed;
  /** The link that holds a node from behind where it stands as late as possible. */
  readonly holder: Int32Array;
  /** The beginning of the plan: given, or the latest possible. */
  readonly floor: number;
  /** Latest finish allowed to each node. */
  readonly bound: (node: number) => number;
}

export function planForward(frame: Frame, plan: Plan): AllTimes {
  const { network, order, limits } = frame;
  const floor = dayNumber(plan.direction.day);
  const early = newPlaced(network.count);
  placeForward(frame, early, floor);
  const last = latestFinish(early, order, () => true);
  const bound = (): number => last;
  const late = placeBackward(frame, bound);
  const isLate = new Uint8Array(network.count);
  for (const node of order) isLate[node] = network.rows[node]?.timing === 'late' && limits.isPinned[node] === 0 ? 1 : 0;
  if (!isLate.includes(1)) return { early, late, placed: early, holder: late.decider, floor, bound };
  const placed = copyOf(early);
  const holder = late.decider.slice();
  const own: Late = {
    start: new Float64Array(network.count),
    finish: new Float64Array(network.count),
    decider: holder,
  };
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] as number;
    if (isLate[node] === 0) continue;
    // As late as those that wait for it allow without being moved themselves.
    const place = latestPlace(frame, node, placed, last);
    own.start[node] = place.start;
    holder[node] = place.decider;
    placeForward({ ...frame, order: Int32Array.of(node) }, placed, floor, { times: own, isLate });
  }
  return { early, late, placed, holder, floor, bound };
}

export function planBackward(frame: Frame, plan: Plan, opening: number): AllTimes {
  const { network, order, limits } = frame;
  const day = dayNumber(plan.direction.day) + (plan.direction.from === 'finish' ? 1 : 0);
  const isBehind = reachableFrom(network, order, opening);
  let last = Infinity;
  const bound = (node: number): number => (isBehind[node] === 1 && node !== opening ? last : day);
  const isLate = new Uint8Array(network.count);
  for (const node of order) {
    isLate[node] = isBehind[node] === 0 && network.rows[node]?.timing !== 'soon' && node < network.rowCount ? 1 : 0;
  }
  // What lies behind the opening has no latest place until its own end is known.
  const ahead = order.filter((node) => isBehind[node] === 0 || node === opening);
  let late = placeBackward({ ...frame, order: ahead }, bound);
  let floor = day;
  for (const node of ahead) {
    const begins = limits.isPinned[node] === 1 ? limits.pinStart : late.start;
    if (node < network.rowCount) floor = Math.min(floor, beginningOf(network, node, begins[node] as number));
  }
  const placed = newPlaced(network.count);
  placeForward(frame, placed, floor, { times: late, isLate });
  last = Math.max(
    day,
    latestFinish(placed, order, (node) => isBehind[node] === 1),
  );
  if (ahead.length < order.length) {
    late = placeBackward(frame, bound);
    placeForward(frame, placed, floor, { times: late, isLate });
  }
  const early = newPlaced(network.count);
  placeForward(frame, early, floor);
  return { early, late, placed, holder: late.decider, floor, bound };
}

/** A milestone's latest instant may lie on a free day; the plan begins on the working day that it belongs to. */
function beginningOf(network: Network, node: number, instant: number): number {
  return network.kind[node] === END_MARK ? startUpTo(network.calendars[node] as WorkCalendar, instant) : instant;
}

/** The node itself and everything that waits for it, directly or through others. */
function reachableFrom(network: Network, order: Int32Array, from: number): Uint8Array {
  const reached = new Uint8Array(network.count);
  if (from < 0) return reached;
  reached[from] = 1;
  for (const node of order) {
    if (reached[node] === 0) continue;
    for (let i = network.outStart[node] as number; i < (network.outStart[node + 1] as number); i++) {
      reached[network.to[network.out[i] as number] as number] = 1;
    }
  }
  return reached;
}

function latestFinish(placed: Placed, order: Int32Array, counts: (node: number) => boolean): number {
  let last = -Infinity;
  for (const node of order) if (counts(node)) last = Math.max(last, placed.finish[node] as number);
  return last;
}

const copyOf = (placed: Placed): Placed => ({
  start: placed.start.slice(),
  finish: placed.finish.slice(),
  decider: placed.decider.slice(),
  endsDay: placed.endsDay.slice(),
});
