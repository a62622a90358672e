import { placeOf, type WorkCalendar, workdayAt } from '../calendar/work-calendar.ts';
import type { PlanTask } from './plan.ts';

/** Where a task ends that starts on a working day: the end of its last day, moved on when that day is free. */
export function finishOf(calendar: WorkCalendar, task: PlanTask, start: number): number {
  return task.unit === 'workday'
    ? workdayAt(calendar, placeOf(calendar, start) + task.duration - 1) + 1
    : workdayAt(calendar, placeOf(calendar, start + task.duration - 1)) + 1;
}

/** The earliest beginning of a working day from which a task ends at or after the end of a working day. */
export function startForFinish(calendar: WorkCalendar, task: PlanTask, finish: number): number {
  const place = placeOf(calendar, finish);
  if (task.unit === 'workday') return workdayAt(calendar, place - task.duration);
  return workdayAt(calendar, placeOf(calendar, workdayAt(calendar, place - 2) + 2 - task.duration));
}

/** The latest beginning of a working day from which a task ends at or before an instant. */
export function latestStartFor(calendar: WorkCalendar, task: PlanTask, finish: number): number {
  const place = placeOf(calendar, finish);
  if (task.unit === 'workday') return workdayAt(calendar, place - task.duration);
  return workdayAt(calendar, placeOf(calendar, workdayAt(calendar, place - 1) - task.duration + 2) - 1);
}

/** The beginning of the last working day that begins at or before an instant. */
export const startUpTo = (calendar: WorkCalendar, instant: number): number =>
  workdayAt(calendar, placeOf(calendar, instant + 1) - 1);
