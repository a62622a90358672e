import type { CalendarSpec } from '../domain/calendar/calendar-spec.ts';
import { daysFrom } from '../domain/calendar/calendar-spec.ts';
import { type Day, daysBetween, isDay } from '../domain/day.ts';
import type { MspdiRemark } from './mspdi-read.ts';
import { childOf, childrenOf, numberOf, textOf, type XmlNode } from './xml-tree.ts';

/** A single exception longer than this is a mistake in the file rather than a holiday. */
const MAX_SPAN = 4000;

export interface MspdiCalendars {
  /** The project's own calendar first. */
  readonly specs: readonly CalendarSpec[];
  /** The calendar of a task; `undefined` for the project's own and for those that are not there. */
  readonly idOf: (uid: number) => string | undefined;
}

/** Reads week and exceptions of every calendar; hours are not read, a day is worked or free. */
export function readMspdiCalendars(project: XmlNode, report: (remark: MspdiRemark) => void): MspdiCalendars {
  // A calendar that others are based on is read again for each of them, but told about once.
  const told = new Set<string>();
  const tell = (remark: MspdiRemark): void => {
    const key = JSON.stringify(remark);
    if (!told.has(key)) report(remark);
    told.add(key);
  };
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
    if (node) specs.set(uid, readCalendar(node, calendarId(node, uid, specs), nodes, tell));
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
  for (const calendar of line) {
    const name = textOf(calendar, 'Name') ?? id;
    for (const each of childrenOf(childOf(calendar, 'WeekDays'), 'WeekDay')) {
      const type = numberOf(each, 'DayType') ?? -1;
      const works = textOf(each, 'DayWorking') === '1';
      // Sunday is 1 in MSPDI; 0 is an exception as older programs write it.
      if (type >= 1 && type <= 7) week.set(type === 1 ? 7 : type - 1, works);
      else if (type === 0) setSpan(days, each, works, name, tell);
    }
    for (const each of childrenOf(childOf(calendar, 'Exceptions'), 'Exception')) {
      const type = numberOf(each, 'Type') ?? 1;
      if (type !== 1) tell({ code: 'calendar-recurring', detail: `${name}: ${textOf(each, 'Name') ?? ''}` });
      else setSpan(days, each, textOf(each, 'DayWorking') === '1', name, tell);
    }
    const weeks = childrenOf(childOf(calendar, 'WorkWeeks'), 'WorkWeek').length;
    if (weeks > 0) tell({ code: 'calendar-week', detail: name, count: weeks });
  }
  const pick = (works: boolean): Day[] =>
    [...days]
      .filter(([, value]) => value === works)
      .map(([on]) => on)
      .sort();
  const weekdays = [...week].filter(([, works]) => works).map(([weekday]) => weekday);
  return { id, weekdays, official: null, off: pick(false), work: pick(true) };
}

function setSpan(
  days: Map<Day, boolean>,
  node: XmlNode,
  works: boolean,
  name: string,
  tell: (remark: MspdiRemark) => void,
): void {
  const period = childOf(node, 'TimePeriod');
  const from = textOf(period, 'FromDate')?.slice(0, 10) ?? '';
  const to = textOf(period, 'ToDate')?.slice(0, 10) ?? from;
  if (!isDay(from) || !isDay(to) || to < from || daysBetween(from, to) > MAX_SPAN) {
    tell({ code: 'bad-value', detail: `${name}: ${from}…${to}` });
    return;
  }
  for (const on of daysFrom(from, to)) days.set(on, works);
}
