import type { CalendarSpec, CalendarYear } from '../../domain/calendar/calendar-spec.ts';
import type { Direction } from '../../domain/schedule/plan.ts';
import { type OwnDays, WEEKDAYS, type WorkWeek } from '../../domain/schedule/stored-plan.ts';
import { readMspdi } from '../../interchange/mspdi-read.ts';
import type { ReadPlanFile, RoleOf } from './plan-file.ts';
import { safeIds, withIds, withRoles } from './plan-rows.ts';

/**
 * A plan from Project's XML.
 *
 * @param years - Official years: our own files have them among their exceptions.
 */
export function fromMspdi(
  bytes: Uint8Array,
  title: string,
  roleOf: RoleOf,
  years: readonly CalendarYear[],
): ReadPlanFile {
  const read = readMspdi(bytes);
  if (!read.ok) return read;
  const main = read.calendars.find(({ id }) => id === read.mainCalendar) ?? read.calendars[0];
  const ids = safeIds(read.plan.tasks);
  const of = (id: string): string => ids.get(id) ?? id;
  const { direction } = read.plan;
  const week = main ? weekOf(main.weekdays) : 'mon-fri';
  // A week that a plan cannot have stays with the rows.
  const kept = week === undefined ? main : undefined;
  const tasks = read.plan.tasks.map((task) => (kept && task.kind !== 'stage' ? { calendar: kept.id, ...task } : task));
  return {
    ok: true,
    file: {
      name: read.name || title,
      plan: {
        direction: withMilestone(direction, of),
        tasks: withIds(withRoles(tasks, read.contacts, roleOf), of),
      },
      days: { week: week ?? 'mon-fri', ...daysOfFile(main, years), years: [] },
      // Our own files have the weeks that rows may name; those are known here.
      calendars: read.calendars.filter((one) => one === kept || (one.id !== main?.id && !(one.id in WEEKDAYS))),
      baseline: read.baseline && Object.fromEntries(Object.entries(read.baseline).map(([id, row]) => [of(id), row])),
      faults: [
        ...(kept ? [{ kind: 'remark' as const, code: 'week-taken' as const, detail: kept.id }] : []),
        ...read.remarks.map((remark) => ({ kind: 'remark' as const, ...remark })),
      ],
    },
  };
}

/**
 * The days of the file count, and no others: so its dates stay what they are there. Our own files have the official
 * days among their exceptions; there only the rest is the reader's own.
 */
function daysOfFile(
  main: CalendarSpec | undefined,
  years: readonly CalendarYear[],
): Pick<OwnDays, 'holidays' | 'off' | 'work'> {
  const official = { off: new Set(years.flatMap(({ off }) => off)), work: new Set(years.flatMap(({ work }) => work)) };
  const { off = [], work = [] } = main ?? {};
  if (main?.id !== OUR_CALENDAR || !off.some((day) => official.off.has(day))) return { holidays: 'none', off, work };
  return {
    holidays: 'china',
    off: off.filter((day) => !official.off.has(day)),
    work: work.filter((day) => !official.work.has(day)),
  };
}

/** What our own files call the calendar of the plan. */
const OUR_CALENDAR = 'main';

function weekOf(weekdays: readonly number[]): WorkWeek | undefined {
  const days = [...weekdays].sort((a, b) => a - b).join();
  return (Object.keys(WEEKDAYS) as WorkWeek[]).find((week) => WEEKDAYS[week].join() === days);
}

function withMilestone(direction: Direction, of: (id: string) => string): Direction {
  if (direction.from !== 'opening' || direction.milestone === undefined) return direction;
  return { ...direction, milestone: of(direction.milestone) };
}
