import type { CalendarSpec } from '../domain/calendar/calendar-spec.ts';
import { type Day, dayNumber, weekday } from '../domain/day.ts';
import { MINUTES_OF_ELAPSED_DAY, MINUTES_PER_DAY } from './mspdi-codes.ts';
import { daysOfException, daysOfPeriod } from './mspdi-exceptions.ts';
import type { MspdiRemark } from './mspdi-read.ts';
import { childOf, childrenOf, numberOf, textOf, type XmlNode } from './xml-tree.ts';

export interface MspdiCalendars {
  /** The project's own calendar first. */
  readonly specs: readonly CalendarSpec[];
  /** The calendar of a task; `undefined` for the project's own and for those that are not there. */
  readonly idOf: (uid: number) => string | undefined;
}

/** Reads week, working weeks and exceptions of every calendar that is used; a day is worked or free, other hours than the project's are told. */
export function readMspdiCalendars(project: XmlNode, report: (remark: MspdiRemark) => void): MspdiCalendars {
  // A calendar that others are based on is read again for each of them, but told about once.
  const told = new Set<string>();
  const tell = (remark: MspdiRemark): void => {
    const key = JSON.stringify(remark);
    if (!told.has(key)) report(remark);
    told.add(key);
  };
  const minutesPerDay = numberOf(project, 'MinutesPerDay') ?? MINUTES_PER_DAY;
  const nodes = new Map<number, XmlNode>();
  for (const node of childrenOf(childOf(project, 'Calendars'), 'Calendar')) {
    const uid = numberOf(node, 'UID');
    if (uid !== undefined && !nodes.has(uid)) nodes.set(uid, node);
  }
  const mainUid = numberOf(project, 'CalendarUID') ?? [...nodes.keys()][0] ?? -1;
  const used = new Set([mainUid]);
  for (const task of childrenOf(childOf(project, 'Tasks'), 'Task')) {
    const uid = numberOf(task, 'CalendarUID');
    if (uid !== undefined && uid >= 0) used.add(uid);
  }
  const specs = new Map<number, CalendarSpec>();
  for (const uid of used) {
    const node = nodes.get(uid);
    if (node) specs.set(uid, readCalendar(node, calendarId(node, uid, specs), nodes, tell, minutesPerDay));
    else tell({ code: 'calendar-unknown', detail: `UID ${uid}` });
  }
  return {
    specs: [...specs]
      .sort(([a], [b]) => Number(b === mainUid) - Number(a === mainUid) || a - b)
      .map(([, spec]) => spec),
    idOf: (uid) => (uid === mainUid ? undefined : specs.get(uid)?.id),
  };
}

/** Our own files have our id for a name; the first calendar of a name keeps it. */
function calendarId(node: XmlNode, uid: number, specs: ReadonlyMap<number, CalendarSpec>): string {
  const name = textOf(node, 'Name') ?? '';
  const isFree = ![...specs.values()].some(({ id }) => id === name);
  return isFree && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? name : `calendar-${uid}`;
}

function readCalendar(
  node: XmlNode,
  id: string,
  nodes: ReadonlyMap<number, XmlNode>,
  tell: (remark: MspdiRemark) => void,
  minutesPerDay: number,
): CalendarSpec {
  // A derived calendar says only what differs from the one it is based on; a circle of those ends after one round.
  const line = [node];
  for (let base = numberOf(node, 'BaseCalendarUID'); base !== undefined; ) {
    const above = nodes.get(base);
    if (!above || line.includes(above)) break;
    line.unshift(above);
    base = numberOf(above, 'BaseCalendarUID');
  }
  const week = new Map<number, boolean>([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, weekday <= 5]));
  const days = new Map<Day, boolean>();
  const set = (on: readonly Day[], works: boolean): void => {
    for (const each of on) days.set(each, works);
  };
  for (const calendar of line) {
    const name = textOf(calendar, 'Name') ?? id;
    const bad = (each: XmlNode): void => {
      const period = childOf(each, 'TimePeriod');
      tell({
        code: 'bad-value',
        detail: `${name}: ${textOf(period, 'FromDate') ?? ''}…${textOf(period, 'ToDate') ?? ''}`,
      });
    };
    const tellHours = (each: XmlNode): void => {
      const minutes = minutesOf(each);
      if (minutes !== undefined && minutes !== minutesPerDay)
        tell({ code: 'calendar-hours', detail: `${name}: ${Math.round(minutes / 6) / 10} h` });
    };
    const exceptions = childrenOf(childOf(calendar, 'Exceptions'), 'Exception');
    const weekDays = childrenOf(childOf(calendar, 'WeekDays'), 'WeekDay');
    for (const each of weekDays) {
      const on = weekdayOf(each);
      if (on === undefined) continue;
      week.set(on, worksOn(each));
      tellHours(each);
    }
    for (const other of childrenOf(childOf(calendar, 'WorkWeeks'), 'WorkWeek')) {
      const period = daysOfPeriod(other);
      if (!period) bad(other);
      for (const each of childrenOf(childOf(other, 'WeekDays'), 'WeekDay')) {
        const on = weekdayOf(each);
        set(period?.filter((one) => weekday(dayNumber(one)) === on) ?? [], worksOn(each));
        tellHours(each);
      }
    }
    // Older programs write exceptions as days of the week of type 0, newer ones write both.
    for (const each of weekDays) {
      if (numberOf(each, 'DayType') !== 0) continue;
      const period = daysOfPeriod(each);
      if (period) set(period, worksOn(each));
      else bad(each);
    }
    for (const each of exceptions) {
      const found = daysOfException(each);
      if (found === 'period') bad(each);
      else if (found === 'recurrence')
        tell({ code: 'calendar-recurring', detail: `${name}: ${textOf(each, 'Name') ?? ''}` });
      else set(found, worksOn(each));
      tellHours(each);
    }
  }
  const pick = (works: boolean): Day[] =>
    [...days]
      .filter(([, value]) => value === works)
      .map(([on]) => on)
      .sort();
  const weekdays = [...week].filter(([, works]) => works).map(([weekday]) => weekday);
  return { id, weekdays, official: null, off: pick(false), work: pick(true) };
}

const worksOn = (node: XmlNode): boolean => textOf(node, 'DayWorking') === '1';

/** 1 for Monday to 7 for Sunday, which is 1 in MSPDI; `undefined` for what is no day of the week. */
function weekdayOf(node: XmlNode): number | undefined {
  const type = numberOf(node, 'DayType') ?? -1;
  return type >= 1 && type <= 7 ? ((type + 5) % 7) + 1 : undefined;
}

/** Minutes worked on a day, `undefined` where the file says nothing of them; a time up to midnight is written 00:00. */
function minutesOf(node: XmlNode): number | undefined {
  if (!worksOn(node)) return undefined;
  const times = childrenOf(childOf(node, 'WorkingTimes'), 'WorkingTime');
  const at = (time: XmlNode, name: string): number => {
    const [hours = '0', minutes = '0'] = (textOf(time, name) ?? '').split(':');
    return Number(hours) * 60 + Number(minutes);
  };
  const spans = times.map((time) => (at(time, 'ToTime') || MINUTES_OF_ELAPSED_DAY) - at(time, 'FromTime'));
  return times.length === 0 ? undefined : spans.reduce((sum, span) => sum + span, 0);
}
