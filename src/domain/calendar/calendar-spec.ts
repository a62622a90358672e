import type { Calendar } from '../../schema/calendar.ts';
import { addDays, type Day } from '../day.ts';

/** One official year. `own`: the reader's, pasted or loaded. `provisional`: statutory days only. */
export interface CalendarYear {
  readonly year: number;
  readonly status: 'known' | 'provisional' | 'own';
  readonly off: readonly Day[];
  readonly work: readonly Day[];
}

/** What a working calendar is made of. The reader's days win over the official ones, those over the week. */
export interface CalendarSpec {
  readonly id: string;
  /** Weekdays worked, 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Official years that it follows; `null` when it follows none, so that no year can be unknown. */
  readonly official: readonly CalendarYear[] | null;
  /** Days off and days worked of the reader's own. A day in both is worked, and named as a contradiction. */
  readonly off: readonly Day[];
  readonly work: readonly Day[];
}

export const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5];
export const MONDAY_TO_SATURDAY: readonly number[] = [1, 2, 3, 4, 5, 6];
export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** The year of a calendar entry of `content/calendars/`, its holidays day by day. */
export function calendarYear(entry: Calendar): CalendarYear {
  return {
    year: entry.year,
    status: entry.status,
    off: entry.holidays.flatMap(({ from, to }) => daysFrom(from as Day, to as Day)),
    work: entry.work as readonly string[] as readonly Day[],
  };
}

/** Every day from one to another, both included. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let at = from; at <= to; at = addDays(at, 1)) days.push(at);
  return days;
}
