import { day } from '../../../../src/domain/day.ts';
import type { Calendars } from '../../../../src/domain/schedule/network.ts';
import type {
  ConstraintKind,
  LinkType,
  PlanConstraint,
  PlanLink,
  PlanTask,
} from '../../../../src/domain/schedule/plan.ts';
import type { RowDates, Schedule } from '../../../../src/domain/schedule/schedule-result.ts';
import { CHINA } from '../calendar/official.ts';

export const ONLY_CHINA: Calendars = { main: CHINA, others: new Map() };

/** `FS+2d`, `SS-1cd`, `FF`: the link as people write it, behind the id that it leads from. */
export function link(text: string): PlanLink {
  const match = /^(\S+) (FS|SS|FF|SF)(?:([+-]\d+)(c?d))?$/.exec(text);
  if (!match) throw new RangeError(text);
  const [, from = '', type, lag = '0', unit] = match;
  return { from, type: type as LinkType, lag: Number(lag), unit: unit === 'cd' ? 'calendar-day' : 'workday' };
}

export const limit = (kind: ConstraintKind, on: string): PlanConstraint => ({ kind, day: day(on) });

export function task(
  id: string,
  duration: number,
  after: readonly string[] = [],
  more: Partial<PlanTask> = {},
): PlanTask {
  return { id, kind: 'task', duration, unit: 'workday', after: after.map(link), constraints: [], ...more };
}

export function milestone(id: string, after: readonly string[] = [], more: Partial<PlanTask> = {}): PlanTask {
  return { ...task(id, 0, after, more), kind: 'milestone' };
}

export const stage = (id: string, more: Partial<PlanTask> = {}): PlanTask => ({
  ...task(id, 0, [], more),
  kind: 'stage',
});

export function row(result: Schedule, id: string): RowDates {
  const found = result.rows.get(id);
  if (!found) throw new RangeError(`${id} has no dates: ${JSON.stringify(result.faults)}`);
  return found;
}

/** `2026-09-28…2026-10-09`. */
export const span = (result: Schedule, id: string): string => {
  const { start, finish } = row(result, id);
  return start === finish ? start : `${start}…${finish}`;
};
