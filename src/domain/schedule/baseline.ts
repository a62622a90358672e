import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { workdaysBetween } from '../calendar/work-calendar.ts';
import type { Day } from '../day.ts';
import type { Schedule } from './schedule-result.ts';

/** Dates of one row as they were agreed. */
export interface BaselineRow {
  readonly start: Day;
  readonly finish: Day;
  readonly workdays: number;
}

/** A plan as it was agreed, by row id. */
export type Baseline = Readonly<Record<string, BaselineRow>>;

/** Keeps the dates of every row, stages too. */
export function takeBaseline({ rows }: Schedule): Baseline {
  const entries = [...rows.values()].map(
    ({ id, start, finish, workdays }) => [id, { start, finish, workdays }] as const,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How far a row has moved: working days, positive is later. */
export interface Slip {
  readonly start: number;
  readonly finish: number;
}

/** Rows that stand elsewhere than agreed, by id; rows on one side only are left out. */
export function slipFrom(baseline: Baseline, { rows }: Schedule, calendar: WorkCalendar): Map<string, Slip> {
  const slips = new Map<string, Slip>();
  for (const [id, then] of Object.entries(baseline)) {
    const now = rows.get(id);
    if (!now || (now.start === then.start && now.finish === then.finish)) continue;
    slips.set(id, {
      start: workdaysBetween(calendar, then.start, now.start),
      finish: workdaysBetween(calendar, then.finish, now.finish),
    });
  }
  return slips;
}
