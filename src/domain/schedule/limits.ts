import { placeOf, type WorkCalendar, workdayAt } from '../calendar/work-calendar.ts';
import { type Day, dayFromNumber, dayNumber } from '../day.ts';
import type { PlanNote } from './fault.ts';
import { endBefore, startAfter } from './link-bounds.ts';
import { GATE, type Network, START_MARK, TASK } from './network.ts';
import type { Direction, PlanTask } from './plan.ts';
import { finishOf, latestStartFor } from './span.ts';

/** What the rows themselves say about their places, as instants. */
export interface Limits {
  readonly earliestStart: Float64Array;
  readonly earliestFinish: Float64Array;
  readonly latestStart: Float64Array;
  readonly latestFinish: Float64Array;
  /** Where a row stands come what may; `NaN` where it is free. */
  readonly pinStart: Float64Array;
  readonly pinFinish: Float64Array;
  /** 1: the beginning may not move. */
  readonly isPinned: Uint8Array;
  readonly isStarted: Uint8Array;
  readonly isDone: Uint8Array;
  /** 1: a pinned milestone shows the day before its instant. */
  readonly endsDay: Uint8Array;
}

/** Reads constraints and what really happened. `opening` is the node that stands for the plan's fixed day, or -1. */
export function readLimits(network: Network, direction: Direction, opening: number, notes: PlanNote[]): Limits {
  const { count, rowCount } = network;
  const filled = (value: number): Float64Array => new Float64Array(count).fill(value);
  const limits: Limits = {
    earliestStart: filled(-Infinity),
    earliestFinish: filled(-Infinity),
    latestStart: filled(Infinity),
    latestFinish: filled(Infinity),
    pinStart: filled(Number.NaN),
    pinFinish: filled(Number.NaN),
    isPinned: new Uint8Array(count),
    isStarted: new Uint8Array(count),
    isDone: new Uint8Array(count),
    endsDay: new Uint8Array(count),
  };
  for (let node = 0; node < rowCount; node++) {
    const task = network.rows[node] as PlanTask;
    readConstraints(limits, network, node, task, notes);
    if (node === opening) pin(limits, node, dayNumber(direction.day), dayNumber(direction.day));
    readActuals(limits, network, node, task);
  }
  for (let gate = rowCount; gate < count; gate++) {
    const stage = network.outline.rows.get(network.ids[gate] as string);
    const isBeginning = network.kind[gate] === GATE && leadsIn(network, gate);
    for (const { kind, day } of stage?.constraints ?? []) {
      if (isBeginning && kind === 'earliest-start') limits.earliestStart[gate] = dayNumber(day);
    }
  }
  return limits;
}

/** Whether a gate is the beginning of its stage: what it leads to lies in the stage and starts with it. */
function leadsIn(network: Network, gate: number): boolean {
  const first = network.out[network.outStart[gate] as number];
  if (first === undefined || network.from[first] !== gate) return false;
  let at = network.outline.parentOf.get(network.ids[network.to[first] as number] as string);
  while (at !== undefined && at !== network.ids[gate]) at = network.outline.parentOf.get(at);
  return at !== undefined;
}

function pin(limits: Limits, node: number, start: number, finish: number): void {
  limits.pinStart[node] = start;
  limits.pinFinish[node] = finish;
  limits.isPinned[node] = 1;
}

function readConstraints(limits: Limits, network: Network, node: number, task: PlanTask, notes: PlanNote[]): void {
  const kind = network.kind[node];
  const calendar = network.calendars[node] as WorkCalendar;
  const least = (array: Float64Array, value: number): void => {
    array[node] = Math.min(array[node] as number, value);
  };
  const most = (array: Float64Array, value: number): void => {
    array[node] = Math.max(array[node] as number, value);
  };
  for (const constraint of task.constraints) {
    const at = dayNumber(constraint.day);
    const isStart = constraint.kind.endsWith('-start') || kind === START_MARK;
    if (constraint.kind.startsWith('earliest')) {
      if (isStart) most(limits.earliestStart, at);
      else most(limits.earliestFinish, workdayAt(calendar, placeOf(calendar, at)) + 1);
    } else if (constraint.kind.startsWith('latest')) {
      if (kind === START_MARK) least(limits.latestFinish, at);
      else if (constraint.kind === 'latest-start' && kind === TASK) least(limits.latestStart, at);
      else least(limits.latestFinish, at + 1);
    } else if (kind === START_MARK) {
      pin(limits, node, at, at);
    } else if (isStart) {
      const start = startAfter(calendar, at);
      if (start !== at) notes.push(freeDay(task.id, constraint.day, start));
      const fixedFinish = limits.isPinned[node] === 1 ? (limits.pinFinish[node] as number) : undefined;
      pin(limits, node, start, kind === TASK ? (fixedFinish ?? finishOf(calendar, task, start)) : start);
    } else {
      const finish = endBefore(calendar, at + 1);
      if (finish !== at + 1) notes.push(freeDay(task.id, constraint.day, finish - 1));
      const fixedStart = limits.isPinned[node] === 1 ? (limits.pinStart[node] as number) : undefined;
      if (kind === TASK) pin(limits, node, fixedStart ?? latestStartFor(calendar, task, finish), finish);
      else {
        pin(limits, node, finish, finish);
        limits.endsDay[node] = 1;
      }
    }
  }
}

const freeDay = (task: string, day: Day, taken: number): PlanNote => ({
  code: 'fixed-day-free',
  task,
  day,
  taken: dayFromNumber(taken),
});

function readActuals(limits: Limits, network: Network, node: number, task: PlanTask): void {
  const { actualStart, actualFinish } = task;
  if (actualStart === undefined && actualFinish === undefined) return;
  const kind = network.kind[node];
  const calendar = network.calendars[node] as WorkCalendar;
  limits.isStarted[node] = 1;
  if (kind !== TASK) {
    const at = dayNumber((actualFinish ?? actualStart) as Day) + (kind === START_MARK ? 0 : 1);
    pin(limits, node, at, at);
    limits.isDone[node] = 1;
    limits.endsDay[node] = kind === START_MARK ? 0 : 1;
    return;
  }
  if (actualFinish === undefined) {
    const start = dayNumber(actualStart as Day);
    pin(limits, node, start, finishOf(calendar, task, start));
    return;
  }
  const finish = dayNumber(actualFinish) + 1;
  const start = actualStart === undefined ? latestStartFor(calendar, task, finish) : dayNumber(actualStart);
  pin(limits, node, Math.min(start, finish - 1), finish);
  limits.isDone[node] = 1;
}
