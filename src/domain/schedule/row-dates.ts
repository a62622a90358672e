import { placeOf, type WorkCalendar } from '../calendar/work-calendar.ts';
import { type Day, dayNumber } from '../day.ts';
import { dayOf } from './day-names.ts';
import type { AllTimes } from './directions.ts';
import { driverOf } from './driver.ts';
import { END_MARK } from './network.ts';
import { type Frame, latestPlace, placesBetween } from './passes.ts';
import type { Plan, PlanTask } from './plan.ts';
import type { RowDates } from './schedule-result.ts';

/** What a row shows: inclusive finishes, floats, lateness, and why it stands there. */
export function datesOf(frame: Frame, times: AllTimes, node: number, plan: Plan, main: WorkCalendar): RowDates {
  const { network, limits } = frame;
  const { early, late, placed } = times;
  const task = network.rows[node] as PlanTask;
  const calendar = network.calendars[node] as WorkCalendar;
  const isMilestone = task.kind === 'milestone';
  const isStarted = limits.isStarted[node] === 1;
  const isDone = limits.isDone[node] === 1;
  // A milestone's instant and a finish are ends of days; the day that they show lies before.
  const first = (of: { start: Float64Array }, endsDay: number): Day =>
    dayOf((of.start[node] as number) - (isMilestone ? endsDay : 0));
  const last = (of: { start: Float64Array; finish: Float64Array }, endsDay: number): Day =>
    isMilestone ? first(of, endsDay) : dayOf((of.finish[node] as number) - 1);
  const lateEnds = network.kind[node] === END_MARK && frame.isStartLike[node] === 0 ? 1 : 0;
  const by = isStarted ? 'finish' : 'start';
  // The start may have more room than the finish where a duration in calendar days is moved on from a free day.
  const roomUpTo = (limit: { start: number; finish: number }): number => {
    const atFinish = placesBetween(calendar, early.finish[node] as number, limit.finish);
    return isStarted ? atFinish : Math.min(atFinish, placesBetween(calendar, early.start[node] as number, limit.start));
  };
  const latest = { start: late.start[node] as number, finish: late.finish[node] as number };
  const totalFloat = isDone ? 0 : roomUpTo(latest);
  const freeFloat = isDone ? 0 : roomUpTo(latestPlace(frame, node, early, times.bound(node)));
  const finish = last(placed, placed.endsDay[node] as number);
  // Work that is all done waits for nobody, although the day of its end was not stated.
  const isOver = isDone || task.percent === 100;
  return {
    id: task.id,
    kind: task.kind,
    start: first(placed, placed.endsDay[node] as number),
    finish,
    earlyStart: first(early, early.endsDay[node] as number),
    earlyFinish: last(early, early.endsDay[node] as number),
    lateStart: first(late, lateEnds),
    lateFinish: last(late, lateEnds),
    workdays: isMilestone ? 0 : placesBetween(calendar, placed.start[node] as number, placed.finish[node] as number),
    totalFloat,
    freeFloat: Math.max(0, Math.min(freeFloat, totalFloat)),
    isCritical: !isDone && totalFloat <= 0,
    state: isDone ? 'done' : isStarted ? 'started' : 'open',
    percent: isDone ? 100 : (task.percent ?? 0),
    driver: driverOf(network, placed, times.holder, node),
    overdueBy: passedBy(plan, main, isOver, isStarted || placed.endsDay[node] === 1, placed[by][node] as number),
    lateBy: passedBy(plan, main, isOver, isStarted || lateEnds === 1, late[by][node] as number),
    deadlineShortBy:
      task.deadline !== undefined && finish > task.deadline
        ? placesBetween(calendar, dayNumber(task.deadline) + 1, dayNumber(finish) + 1)
        : 0,
  };
}

/** Working days that have gone since an instant: since the day that it begins, or since the day that it ends. */
function passedBy(plan: Plan, main: WorkCalendar, isOver: boolean, isEnd: boolean, instant: number): number {
  if (plan.today === undefined || isOver) return 0;
  const today = dayNumber(plan.today) + (isEnd ? 1 : 0);
  return Math.max(0, placeOf(main, today) - placeOf(main, instant));
}
