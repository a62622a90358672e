import { placeOf, type WorkCalendar, workdayAt } from '../calendar/work-calendar.ts';
import { FF, FS, GATE, type Network, SF, START_MARK, TASK } from './network.ts';

/*
 * Everything is told in instants: whole day numbers that mean the beginning of that day. Work on Friday only occupies
 * [Friday, Saturday). In working time the end of Friday and the beginning of Monday are one place; a bound on a start is
 * brought to the beginning of a working day, a bound on a finish to the end of one.
 */

/** Where the nodes stand: starts and finishes as instants. A milestone has the same in both. */
export interface Times {
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

export const newTimes = (count: number, value: number): Times => ({
  start: new Float64Array(count).fill(value),
  finish: new Float64Array(count).fill(value),
});

/** The end of the last working day that ends at or before an instant. */
export const endBefore = (calendar: WorkCalendar, instant: number): number =>
  workdayAt(calendar, placeOf(calendar, instant) - 1) + 1;

/** The beginning of the first working day that begins at or after an instant. */
export const startAfter = (calendar: WorkCalendar, instant: number): number =>
  workdayAt(calendar, placeOf(calendar, instant));

/** Whether a link bears on the finish of the node that waits; on a milestone or gate only what ends there does. */
export function boundsFinish(network: Network, link: number, isStartLike: Uint8Array): boolean {
  const type = network.type[link];
  switch (network.kind[network.to[link] as number]) {
    case TASK:
      return type === FF || type === SF;
    case START_MARK:
      return false;
    default:
      return (type === FS || type === FF) && !isStartLike[network.from[link] as number];
  }
}

/**
 * Milestones whose place is the beginning of a day: those marked so, and those that nothing ends in. Gates count by
 * the same rule. Depends on links only.
 */
export function readStartLike(network: Network, order: Int32Array): Uint8Array {
  const isStartLike = new Uint8Array(network.count);
  for (const node of order) {
    const kind = network.kind[node];
    if (kind === TASK) continue;
    isStartLike[node] = 1;
    if (kind === START_MARK) continue;
    const row = network.rows[node];
    const setsEnd = row?.constraints.some((one) => one.kind === 'fixed-finish' || one.kind === 'earliest-finish');
    if (setsEnd || row?.actualStart !== undefined || row?.actualFinish !== undefined) isStartLike[node] = 0;
    for (let i = network.intoStart[node] as number; i < (network.intoStart[node + 1] as number); i++) {
      if (boundsFinish(network, network.into[i] as number, isStartLike)) isStartLike[node] = 0;
    }
  }
  return isStartLike;
}

/** The earliest instant that a link allows the node that waits: its start, or its finish where `boundsFinish` says so. */
export function earliestBy(network: Network, link: number, times: Times, isStartLike: Uint8Array): number {
  const source = network.from[link] as number;
  const target = network.to[link] as number;
  const type = network.type[link];
  const lag = network.lag[link] as number;
  const calendar = network.calendars[target] as WorkCalendar;
  const isCalendarDays = network.inCalendarDays[link] === 1 && lag !== 0;
  const place = (type === FS || type === FF ? times.finish : times.start)[source] as number;
  if (!boundsFinish(network, link, isStartLike)) {
    if (lag === 0 && network.kind[target] === GATE) return place;
    return isCalendarDays ? startAfter(calendar, place + lag) : workdayAt(calendar, placeOf(calendar, place) + lag);
  }
  const isBeginning = network.kind[target] === TASK && (type === SF || isStartLike[source] === 1);
  const end = isBeginning ? endBefore(network.calendars[source] as WorkCalendar, place) : place;
  if (isCalendarDays) {
    const moved = workdayAt(calendar, placeOf(calendar, place + lag - 1)) + 1;
    return isBeginning && lag < 0 ? Math.min(moved, endAfter(calendar, end, 0)) : moved;
  }
  return lag === 0 && network.kind[target] !== TASK ? end : endAfter(calendar, end, lag);
}

/** The end of the so-many-th working day after the one that ends at or after an instant. */
const endAfter = (calendar: WorkCalendar, instant: number, workdays: number): number =>
  workdayAt(calendar, placeOf(calendar, instant - 1) + workdays) + 1;

/**
 * The latest instant that the node waited for may have, so that the link lets the other stand where `times` has it:
 * its finish for FS and FF, its start for SS and SF. The exact reverse of `earliestBy`.
 */
export function latestBy(
  network: Network,
  link: number,
  times: Times,
  isStartLike: Uint8Array,
  isPinned: Uint8Array,
): number {
  const source = network.from[link] as number;
  const target = network.to[link] as number;
  const type = network.type[link];
  const lag = network.lag[link] as number;
  const calendar = network.calendars[target] as WorkCalendar;
  const isCalendarDays = network.inCalendarDays[link] === 1 && lag !== 0;
  if (!boundsFinish(network, link, isStartLike)) {
    const limit = times.start[target] as number;
    const isFixedMark = network.kind[target] === START_MARK && isPinned[target] === 1;
    if (lag === 0 && (network.kind[target] === GATE || isFixedMark)) return limit;
    // A fixed beginning may stand on a free day: all working days before it count, and calendar days are counted to it.
    if (isFixedMark) return isCalendarDays ? limit - lag : workdayAt(calendar, placeOf(calendar, limit) - lag);
    const last = placeOf(calendar, limit + 1) - 1;
    return isCalendarDays ? workdayAt(calendar, last) - lag : workdayAt(calendar, last - lag);
  }
  const limit = times.finish[target] as number;
  const isBeginning = network.kind[target] === TASK && (type === SF || isStartLike[source] === 1);
  if (isCalendarDays) {
    const moved = workdayAt(calendar, placeOf(calendar, limit) - 1) + 1 - lag;
    if (!isBeginning || lag > 0) return moved;
    return Math.max(moved, beginningUpTo(network.calendars[source] as WorkCalendar, lastEnd(calendar, limit, 0)));
  }
  const end = lag === 0 && network.kind[target] !== TASK ? limit : lastEnd(calendar, limit, lag);
  return isBeginning ? beginningUpTo(network.calendars[source] as WorkCalendar, end) : end;
}

const lastEnd = (calendar: WorkCalendar, limit: number, workdays: number): number =>
  workdayAt(calendar, placeOf(calendar, limit) - 1 - workdays) + 1;

/** The latest beginning whose place in working time is not behind an end. */
const beginningUpTo = (calendar: WorkCalendar, end: number): number => workdayAt(calendar, placeOf(calendar, end));

/** Whether a link tells something about the finish of the node waited for, rather than about its start. */
export const readsFinish = (network: Network, link: number): boolean =>
  network.type[link] === FS || network.type[link] === FF;
