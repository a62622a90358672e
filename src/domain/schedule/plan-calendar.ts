import type { CalendarSpec, CalendarYear } from '../calendar/calendar-spec.ts';
import { compileCalendar, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Day } from '../day.ts';
import type { Calendars } from './network.ts';
import { type OwnDays, type StoredPlan, WEEKDAYS, type WorkWeek } from './stored-plan.ts';

/** The calendar of a plan: the official years, those that the reader pasted in their place, and own days. */
export function calendarSpec(official: readonly CalendarYear[], days: OwnDays, id = 'main'): CalendarSpec {
  const own = new Map(days.years.map((year) => [year.year, { ...year, status: 'own' as const }]));
  return {
    id,
    weekdays: WEEKDAYS[days.week],
    official: days.holidays === 'none' ? null : [...official.filter(({ year }) => !own.has(year)), ...own.values()],
    off: days.off,
    work: days.work,
  };
}

/** Calendars that rows name in place of the plan's: another week with the same days, or one that came with a file. */
export function otherSpecs(official: readonly CalendarYear[], plan: StoredPlan): CalendarSpec[] {
  const main = calendarSpec(official, plan.days);
  return [...new Set(plan.rows.map(({ calendar }) => calendar))].flatMap((id): CalendarSpec[] => {
    if (id === undefined) return [];
    if (isWeek(id)) return [calendarSpec(official, { ...plan.days, week: id }, id)];
    const own = plan.calendars.find((one) => one.id === id);
    return own ? [own.official === null ? own : { ...own, official: main.official }] : [];
  });
}

const isWeek = (id: string): id is WorkWeek => id in WEEKDAYS;

export interface PlanCalendars extends Calendars {
  /** Days that are both off and worked in the reader's own lists; they count as worked. */
  readonly contradictions: readonly Day[];
}

/** `undefined` only when not one day is worked. */
export function planCalendars(main: CalendarSpec, others: readonly CalendarSpec[]): PlanCalendars | undefined {
  const compiled = compileCalendar(main);
  if (!compiled.ok) return undefined;
  const found = new Map<string, WorkCalendar>();
  for (const spec of others) {
    const other = compileCalendar(spec);
    if (other.ok) found.set(spec.id, other.calendar);
  }
  return { main: compiled.calendar, others: found, contradictions: compiled.contradictions };
}
