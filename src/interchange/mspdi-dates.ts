import type { CalendarSpec } from '../domain/calendar/calendar-spec.ts';
import { compileCalendar, placeOf, type WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { dayNumber, isDay } from '../domain/day.ts';
import type { Plan } from '../domain/schedule/plan.ts';
import { schedule } from '../domain/schedule/schedule.ts';
import { textOf, type XmlNode } from './xml-tree.ts';

/** A row whose days are not those of the file. */
export interface DifferentDates {
  readonly id: string;
  /** As the file has it and as the plan makes it; of days that are the same nothing is said. */
  readonly file: string;
  readonly ours: string;
}

/**
 * Rows that the engine puts onto other days than the program that wrote the file: work that was split, levelled, or
 * done by people with days of their own. Where only the hour differs, or a free day lies between, they are the same.
 *
 * @param nodes - The rows of the file by id.
 */
export function datesThatDiffer(
  project: XmlNode,
  plan: Plan,
  calendars: readonly CalendarSpec[],
  nodes: ReadonlyMap<string, XmlNode>,
): DifferentDates[] {
  const [main, ...others] = calendars.flatMap((spec) => {
    const compiled = compileCalendar(spec);
    return compiled.ok ? [compiled.calendar] : [];
  });
  if (!main) return [];
  const byId = new Map(others.map((calendar) => [calendar.spec.id, calendar]));
  const { rows } = schedule(plan, { main, others: byId });
  const hours = hoursOf(project);
  const differing = new Map<string, DifferentDates>();
  // From below, so that a stage is named only when nothing inside it explains its days.
  const explained = new Set<string>();
  for (const task of [...plan.tasks].reverse()) {
    const [node, dates] = [nodes.get(task.id), rows.get(task.id)];
    const [start, finish] = [textOf(node, 'Start'), textOf(node, 'Finish')];
    if (start === undefined || finish === undefined || !dates) continue;
    const calendar = byId.get(task.calendar ?? '') ?? main;
    const [first, last] = [dayNumber(dates.start), dayNumber(dates.finish)];
    const isSame =
      task.kind === 'milestone'
        ? [0, 1].some((end) => isAt(calendar, placesOf(start, hours, 'finish'), first + end))
        : (start.startsWith(dates.start) || isAt(calendar, placesOf(start, hours, 'start'), first)) &&
          (finish.startsWith(dates.finish) || isAt(calendar, placesOf(finish, hours, 'finish'), last + 1));
    const isExplained = explained.has(task.id);
    if (!isSame || isExplained) explained.add(task.parent ?? '');
    if (isSame || isExplained) continue;
    const [from, to] = [start.slice(0, 10), finish.slice(0, 10)];
    differing.set(task.id, {
      id: task.id,
      file: partOf(from, to, from !== dates.start, to !== dates.finish),
      ours: partOf(dates.start, dates.finish, from !== dates.start, to !== dates.finish),
    });
  }
  return plan.tasks.flatMap(({ id }) => differing.get(id) ?? []);
}

/** What of a span differs: `2026-11-02…`, `…2026-11-06`, or both days. */
function partOf(from: string, to: string, isStart: boolean, isFinish: boolean): string {
  if (isStart && isFinish) return from === to ? from : `${from}…${to}`;
  return isStart ? `${from}…` : `…${to}`;
}

interface Hours {
  readonly begin: string;
  readonly end: string;
}

function hoursOf(project: XmlNode): Hours {
  const [begin, end] = [textOf(project, 'DefaultStartTime'), textOf(project, 'DefaultFinishTime')];
  return begin !== undefined && end !== undefined && begin < end
    ? { begin, end }
    : { begin: '08:00:00', end: '17:00:00' };
}

/**
 * The instant of a time, as the beginning of a day: a start counts from its day, or from the next when that one is over;
 * a finish ends its day, or the one before when it has not begun. Midnight may stand for the whole day.
 */
function placesOf(written: string, { begin, end }: Hours, side: 'start' | 'finish'): number[] | undefined {
  const on = written.slice(0, 10);
  if (!isDay(on)) return undefined;
  const time = written.slice(11, 19);
  const at = dayNumber(on);
  if (side === 'start') return [time >= end ? at + 1 : at];
  if (time === '' || time === '00:00:00') return [at, at + 1];
  return [time <= begin ? at : at + 1];
}

/** Whether one of those is the same place in working time; a date that is none cannot differ. */
const isAt = (calendar: WorkCalendar, found: readonly number[] | undefined, instant: number): boolean =>
  found?.some((at) => placeOf(calendar, at) === placeOf(calendar, instant)) ?? true;
