import type { Calendar } from '../../schema/calendar.ts';
import type { Day } from '../day.ts';
import { calendarYear } from './calendar-spec.ts';

/** The days of some years that differ from Monday to Friday: all of the official calendar that lateness needs. */
export function officialDays(years: readonly Calendar[], since = '2025'): { off: Day[]; work: Day[] } {
  const recent = years.filter(({ year }) => String(year) >= since).map(calendarYear);
  return { off: recent.flatMap(({ off }) => [...off]), work: recent.flatMap(({ work }) => [...work]) };
}
