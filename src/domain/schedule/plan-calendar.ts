import {
  type CalendarSpec,
  type CalendarYear,
  EVERY_DAY,
  MONDAY_TO_FRIDAY,
  MONDAY_TO_SATURDAY,
} from '../calendar/calendar-spec.ts';
import { compileCalendar, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { OwnDays, WorkWeek } from './stored-plan.ts';

const WEEKS: Readonly<Record<WorkWeek, readonly number[]>> = {
  'mon-fri': MONDAY_TO_FRIDAY,
  'mon-sat': MONDAY_TO_SATURDAY,
  'every-day': EVERY_DAY,
};

/** The calendar of a plan: the official years, those that the reader pasted in their place, and own days. */
export function calendarSpec(official: readonly CalendarYear[], days: OwnDays): CalendarSpec {
  const own = new Map(days.years.map((year) => [year.year, { ...year, status: 'own' as const }]));
  return {
    id: 'main',
    weekdays: WEEKS[days.week],
    official: [...official.filter(({ year }) => !own.has(year)), ...own.values()],
    off: days.off,
    work: days.work,
  };
}

/** `undefined` only when every day is off. */
export function workCalendar(official: readonly CalendarYear[], days: OwnDays): WorkCalendar | undefined {
  const compiled = compileCalendar(calendarSpec(official, days));
  return compiled.ok ? compiled.calendar : undefined;
}
