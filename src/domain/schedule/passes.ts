import { placeOf, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Limits } from './limits.ts';
import { boundsFinish, earliestBy, endBefore, latestBy, readsFinish, startAfter, type Times } from './link-bounds.ts';
import { END_MARK, GATE, type Network, TASK } from './network.ts';
import type { PlanTask } from './plan.ts';
import { finishOf, latestStartFor, startForFinish, startUpTo } from './span.ts';

/** What decides where a node stands: a link (0 and up), or one of these. */
export const BY_PLAN_EDGE = -1;
export const BY_CONSTRAINT = -2;
export const BY_ACTUAL = -3;
export const BY_TODAY = -4;
/** As late as possible: `Late.decider` says what holds it from behind. */
export const BY_LATE = -5;

export interface Frame {
  readonly network: Network;
  readonly order: Int32Array;
  readonly limits: Limits;
  readonly isStartLike: Uint8Array;
  /** Instant that unfinished work may not lie before; `-Infinity` without. */
  readonly today: number;
}

/** One place for each node, with what decides it. */
export interface Placed extends Times {
  readonly decider: Int32Array;
  /** 1: a milestone shows the day before its instant. */
  readonly endsDay: Uint8Array;
}

export function newPlaced(count: number): Placed {
  return {
    start: new Float64Array(count),
    finish: new Float64Array(count),
    decider: new Int32Array(count).fill(BY_PLAN_EDGE),
    endsDay: new Uint8Array(count),
  };
}

/** Whether of two links of the same effect the first is to be named: by id, then by kind, so that order cannot matter. */
export function isNamedFirst(network: Network, a: number, b: number, end: 'from' | 'to'): boolean {
  if (b < 0) return true;
  const [idA, idB] = [
    network.ids[network[end][a] as number] as string,
    network.ids[network[end][b] as number] as string,
  ];
  if (idA !== idB) return idA < idB;
  if (network.type[a] !== network.type[b]) return (network.type[a] as number) < (network.type[b] as number);
  if (network.lag[a] !== network.lag[b]) return (network.lag[a] as number) < (network.lag[b] as number);
  return (network.inCalendarDays[a] as number) < (network.inCalendarDays[b] as number);
}

/**
 * Puts every node as early as its links, its own constraints and `floor` allow, going by the places in `placed` of what
 * it waits for; with `late`, the nodes with `isLate` stand as late as that, where nothing holds them later still.
 */
export function placeForward(
  frame: Frame,
  placed: Placed,
  floor: number,
  late?: { readonly times: Times; readonly isLate: Uint8Array },
): void {
  for (const node of frame.order) {
    if (isFixed(frame, placed, node)) continue;
    placeNode(frame, placed, node, floor, late?.isLate[node] === 1 ? late.times : undefined);
  }
}

function isFixed({ network, limits, isStartLike, today }: Frame, placed: Placed, node: number): boolean {
  if (limits.isPinned[node] !== 1) return false;
  placed.start[node] = limits.pinStart[node] as number;
  placed.endsDay[node] = limits.endsDay[node] as number;
  placed.decider[node] = limits.isStarted[node] === 1 ? BY_ACTUAL : BY_CONSTRAINT;
  let finish = limits.pinFinish[node] as number;
  if (limits.isStarted[node] === 1 && limits.isDone[node] === 0) {
    for (let i = network.intoStart[node] as number; i < (network.intoStart[node + 1] as number); i++) {
      const link = network.into[i] as number;
      if (boundsFinish(network, link, isStartLike))
        finish = Math.max(finish, earliestBy(network, link, placed, isStartLike));
    }
    if (today !== -Infinity) finish = Math.max(finish, finishFromToday(network, node, today));
  }
  placed.finish[node] = finish;
  return true;
}

/** Where a started task ends when what is left of it is done from today on. */
function finishFromToday(network: Network, node: number, today: number): number {
  const calendar = network.calendars[node] as WorkCalendar;
  const task = network.rows[node] as PlanTask;
  const left = Math.ceil((task.duration * (100 - (task.percent ?? 0))) / 100);
  return left === 0 ? -Infinity : finishOf(calendar, { ...task, duration: left }, startAfter(calendar, today));
}

function placeNode(frame: Frame, placed: Placed, node: number, floor: number, late: Times | undefined): void {
  const { network, limits, isStartLike } = frame;
  const kind = network.kind[node] as number;
  const calendar = network.calendars[node] as WorkCalendar;
  const task = network.rows[node] as PlanTask;
  const snap =
    kind === GATE ? (instant: number): number => instant : (instant: number) => startAfter(calendar, instant);
  // A gate stands where its links put it, also ahead of the plan's start: it does no work that would have to begin there.
  let best = kind === GATE ? -Infinity : snap(floor);
  let decider = BY_PLAN_EDGE;
  let endsDay = 0;
  const offer = (instant: number, by: number, isEnd: number): void => {
    if (instant < best) return;
    if (instant === best && (by < 0 || (decider >= 0 && !isNamedFirst(network, by, decider, 'from')))) return;
    best = instant;
    decider = by;
    endsDay = isEnd;
  };
  const offerFinish = (finish: number, by: number): void => {
    if (kind === TASK) offer(startForFinish(calendar, task, finish), by, 0);
    else offer(finish, by, 1);
  };
  if (limits.earliestStart[node] !== -Infinity) offer(snap(limits.earliestStart[node] as number), BY_CONSTRAINT, 0);
  if (limits.earliestFinish[node] !== -Infinity) offerFinish(limits.earliestFinish[node] as number, BY_CONSTRAINT);
  if (frame.today !== -Infinity && kind !== GATE) offer(snap(frame.today), BY_TODAY, 0);
  for (let i = network.intoStart[node] as number; i < (network.intoStart[node + 1] as number); i++) {
    const link = network.into[i] as number;
    const bound = earliestBy(network, link, placed, isStartLike);
    if (boundsFinish(network, link, isStartLike)) offerFinish(bound, link);
    else offer(snap(bound), link, 0);
  }
  if (late) {
    const instant = latePlace(frame, node, late);
    if (instant >= best) {
      best = instant;
      decider = BY_LATE;
      endsDay = lateEnd(frame, node);
    }
  }
  placed.start[node] = best;
  placed.finish[node] = kind === TASK ? finishOf(calendar, task, best) : best;
  placed.decider[node] = decider;
  placed.endsDay[node] = endsDay;
}

/** 1 where a milestone, as late as possible, stands at the end of a day. */
const lateEnd = ({ network, isStartLike }: Frame, node: number): number =>
  network.kind[node] === END_MARK && isStartLike[node] === 0 ? 1 : 0;

function latePlace(frame: Frame, node: number, late: Times): number {
  const calendar = frame.network.calendars[node] as WorkCalendar;
  const instant = late.start[node] as number;
  if (frame.network.kind[node] !== END_MARK) return instant;
  return lateEnd(frame, node) === 1 ? endBefore(calendar, instant) : instant;
}

/** Latest places, with the link that holds each node (or `BY_PLAN_EDGE`, `BY_CONSTRAINT`). */
export interface Late extends Times {
  readonly decider: Int32Array;
}

/**
 * The latest places from which everything behind still keeps to `bound`, the latest finish of each node.  Nodes outside
 * the order have none, and hold nothing.
 */
export function placeBackward(frame: Frame, bound: (node: number) => number): Late {
  const { count } = frame.network;
  const late: Late = {
    start: new Float64Array(count).fill(Infinity),
    finish: new Float64Array(count).fill(Infinity),
    decider: new Int32Array(count).fill(BY_PLAN_EDGE),
  };
  for (let i = frame.order.length - 1; i >= 0; i--) {
    const node = frame.order[i] as number;
    const place = latestPlace(frame, node, late, bound(node));
    late.start[node] = place.start;
    late.finish[node] = place.finish;
    late.decider[node] = place.decider;
  }
  return late;
}

/** The latest place of one node, given where `times` has the nodes that wait for it, and a latest finish. */
export function latestPlace(
  frame: Frame,
  node: number,
  times: Times,
  bound: number,
): { start: number; finish: number; decider: number } {
  const { network, limits, isStartLike } = frame;
  const kind = network.kind[node] as number;
  const calendar = network.calendars[node] as WorkCalendar;
  const task = network.rows[node] as PlanTask;
  const isTask = kind === TASK;
  let best = Infinity;
  let latestFinish = Infinity;
  let decider = BY_PLAN_EDGE;
  const offer = (instant: number, isFinish: boolean, by: number): void => {
    if (isFinish) latestFinish = Math.min(latestFinish, instant);
    const start = !isTask ? instant : isFinish ? latestStartFor(calendar, task, instant) : startUpTo(calendar, instant);
    if (start > best) return;
    if (start === best && (by < 0 || !isNamedFirst(network, by, decider, 'to'))) return;
    best = start;
    decider = by;
  };
  offer(bound, true, BY_PLAN_EDGE);
  if (limits.latestFinish[node] !== Infinity) offer(limits.latestFinish[node] as number, true, BY_CONSTRAINT);
  if (limits.latestStart[node] !== Infinity) offer(limits.latestStart[node] as number, false, BY_CONSTRAINT);
  for (let i = network.outStart[node] as number; i < (network.outStart[node + 1] as number); i++) {
    const link = network.out[i] as number;
    const target = network.to[link] as number;
    // Done, or with no latest place of its own yet.
    if (limits.isDone[target] === 1 || times.start[target] === Infinity) continue;
    if (limits.isStarted[target] === 1 && !boundsFinish(network, link, isStartLike)) continue;
    offer(latestBy(network, link, times, isStartLike, limits.isPinned), readsFinish(network, link), link);
  }
  if (limits.isDone[node] === 1) {
    return { start: limits.pinStart[node] as number, finish: limits.pinFinish[node] as number, decider: BY_ACTUAL };
  }
  if (limits.isStarted[node] === 1) {
    return { start: limits.pinStart[node] as number, finish: endBefore(calendar, latestFinish), decider };
  }
  if (limits.isPinned[node] === 1 && (limits.pinStart[node] as number) <= best) {
    return { start: limits.pinStart[node] as number, finish: limits.pinFinish[node] as number, decider: BY_CONSTRAINT };
  }
  if (isTask) return { start: best, finish: finishOf(calendar, task, best), decider };
  const isFree = kind === GATE || limits.isPinned[node] === 1 || (kind === END_MARK && isStartLike[node] === 0);
  const instant = isFree ? best : startUpTo(calendar, best);
  return { start: instant, finish: instant, decider };
}

/** Working days from one instant to another in a calendar; negative when the other is earlier. */
export const placesBetween = (calendar: WorkCalendar, from: number, to: number): number =>
  placeOf(calendar, to) - placeOf(calendar, from);
