import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type CalendarSpec,
  type CalendarYear,
  calendarYear,
  MONDAY_TO_FRIDAY,
} from '../../../../src/domain/calendar/calendar-spec.ts';
import { compileCalendar, type WorkCalendar } from '../../../../src/domain/calendar/work-calendar.ts';
import { calendar } from '../../../../src/schema/calendar.ts';

const folder = new URL('../../../../content/calendars/', import.meta.url);

/** The official years as the content has them. */
export const OFFICIAL: readonly CalendarYear[] = readdirSync(folder)
  .sort()
  .map((file) => calendarYear(calendar.parse(parse(readFileSync(new URL(file, folder), 'utf8')))));

export const spec = (id: string, more: Partial<CalendarSpec> = {}): CalendarSpec => ({
  id,
  weekdays: MONDAY_TO_FRIDAY,
  official: OFFICIAL,
  off: [],
  work: [],
  ...more,
});

export function compiled(of: CalendarSpec): WorkCalendar {
  const result = compileCalendar(of);
  if (!result.ok) throw new RangeError('A calendar without working days');
  return result.calendar;
}

export const CHINA: WorkCalendar = compiled(spec('cn'));
