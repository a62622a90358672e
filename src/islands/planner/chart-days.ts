import { placeOf, type WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { dayNumber } from '../../domain/day.ts';
import type { PlanTask } from '../../domain/schedule/plan.ts';
import type { RowDates, Schedule } from '../../domain/schedule/schedule-result.ts';
import { type ChartRow, civil, runs } from '../../drawing/gantt.ts';

/** Days of the chart: a margin before the first and behind the last row. */
export function chartRange({ start, finish }: Schedule, today: string | undefined): readonly [number, number] {
  if (!start || !finish) return [0, 30];
  let [from, to] = [dayNumber(start), dayNumber(finish) + 1];
  // Today is shown when it lies near enough; a plan of another decade is not stretched for it.
  if (today) {
    const now = dayNumber(today as typeof start);
    if (now < from && from - now < 90) from = now;
    if (now >= to && now - to < 90) to = now + 1;
  }
  return [from - 7, to + 21];
}

export function chartRow(dates: RowDates, task: PlanTask | undefined): ChartRow {
  return {
    kind: dates.kind,
    start: dayNumber(dates.start),
    finish: dayNumber(dates.finish),
    isStartOfDay: task?.mark === 'start-of-day',
  };
}

/** Runs of days that nobody works. */
export const offRuns = (calendar: WorkCalendar, from: number, to: number): [number, number][] =>
  runs(from, to, (day) => placeOf(calendar, day + 1) === placeOf(calendar, day));

/** Runs of days in years of which no holidays are known. */
export function unknownRuns(unknown: readonly number[], from: number, to: number): [number, number][] {
  if (unknown.length === 0) return [];
  const years = new Set(unknown);
  return runs(from, to, (day) => years.has(civil(day).year));
}
