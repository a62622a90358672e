import { type Day, type DayNumber, day, dayFromNumber, dayNumber, weekday } from '../day.ts';
import type { CalendarSpec, CalendarYear } from './calendar-spec.ts';

/** Plans reach from here to there; days outside are told as out of range, never guessed. */
export const FIRST_PLAN_DAY: Day = day('1970-01-01');
export const LAST_PLAN_DAY: Day = day('2149-12-31');

const FIRST: DayNumber = dayNumber(FIRST_PLAN_DAY);
/** One more than the last day: a place between days, as the engine counts. */
const END: DayNumber = dayNumber(LAST_PLAN_DAY) + 1;

/**
 * A calendar made ready for reckoning: the working days of 180 years in order, and how many of them lie before each
 * day. Places of working days are counted from 0; a place before the first or behind the last is drawn to the edge,
 * which `isInRange` tells.
 */
export interface WorkCalendar {
  readonly spec: CalendarSpec;
  /** Working days in order, as day numbers. */
  readonly workdays: Int32Array;
  /** For each day from the first: working days before it. */
  readonly before: Int32Array;
}

export type CompiledCalendar =
  /** `contradictions`: days that are both off and worked in the reader's own lists. */
  | { readonly ok: true; readonly calendar: WorkCalendar; readonly contradictions: readonly Day[] }
  /** No day at all is worked. */
  | { readonly ok: false };

/** Reads no clock. Building takes about a millisecond; build once and keep it. */
export function compileCalendar(spec: CalendarSpec): CompiledCalendar {
  const works = new Uint8Array(END - FIRST);
  const week = new Set(spec.weekdays);
  for (let i = 0; i < works.length; i++) works[i] = week.has(weekday(FIRST + i)) ? 1 : 0;
  const set = (days: readonly Day[], value: 0 | 1): void => {
    for (const each of days) {
      const at = dayNumber(each) - FIRST;
      if (at >= 0 && at < works.length) works[at] = value;
    }
  };
  for (const { off, work } of spec.official ?? []) {
    set(off, 0);
    set(work, 1);
  }
  set(spec.off, 0);
  set(spec.work, 1);
  const before = new Int32Array(works.length + 1);
  for (let i = 0; i < works.length; i++) before[i + 1] = (before[i] as number) + (works[i] as number);
  const workdays = new Int32Array(before[works.length] as number);
  if (workdays.length === 0) return { ok: false };
  for (let i = 0, n = 0; i < works.length; i++) if (works[i] === 1) workdays[n++] = FIRST + i;
  const worked = new Set(spec.work);
  const contradictions = [...new Set(spec.off)].filter((each) => worked.has(each)).sort();
  return { ok: true, calendar: { spec, workdays, before }, contradictions };
}

/** How many working days lie before that day: its place, if it is worked, else the place of the next one. */
export function placeOf(calendar: WorkCalendar, of: DayNumber): number {
  return calendar.before[of <= FIRST ? 0 : of >= END ? END - FIRST : of - FIRST] as number;
}

/** The working day at a place. */
export function workdayAt(calendar: WorkCalendar, place: number): DayNumber {
  const { workdays } = calendar;
  return workdays[place < 0 ? 0 : place >= workdays.length ? workdays.length - 1 : place] as number;
}

/** Whether a day lies well inside what plans may reach. */
export function isInRange(of: DayNumber): boolean {
  return of > FIRST + 31 && of < END - 31;
}

export function isWorkday(calendar: WorkCalendar, of: Day): boolean {
  const number = dayNumber(of);
  return placeOf(calendar, number + 1) > placeOf(calendar, number);
}

/** Working days from one day to another: `from` counts, `to` does not; negative when `to` is earlier. */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  return placeOf(calendar, dayNumber(to)) - placeOf(calendar, dayNumber(from));
}

/** The last day of a piece of work that starts on that day, or on the next working day, and takes so many. */
export function finishAfter(calendar: WorkCalendar, start: Day, workdays: number): Day {
  return dayFromNumber(workdayAt(calendar, placeOf(calendar, dayNumber(start)) + workdays - 1));
}

/** The first day of a piece of work whose last day is that one, or the working day before, and that takes so many. */
export function startBefore(calendar: WorkCalendar, finish: Day, workdays: number): Day {
  return dayFromNumber(workdayAt(calendar, placeOf(calendar, dayNumber(finish) + 1) - workdays));
}

export interface YearGaps {
  /** Years of which no arrangement is known: only the week is followed. */
  readonly unknown: readonly number[];
  /** Years of which only the statutory days are known. */
  readonly provisional: readonly number[];
}

/** Years of a span that a calendar knows nothing, or not all, about. */
export function yearGaps(official: readonly CalendarYear[] | null, from: Day, to: Day): YearGaps {
  if (official === null) return { unknown: [], provisional: [] };
  const status = new Map(official.map(({ year, status }) => [year, status]));
  const unknown: number[] = [];
  const provisional: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!status.has(year)) unknown.push(year);
    else if (status.get(year) === 'provisional') provisional.push(year);
  }
  return { unknown, provisional };
}
