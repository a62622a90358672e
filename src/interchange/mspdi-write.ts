import type { CalendarSpec } from '../domain/calendar/calendar-spec.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { Baseline } from '../domain/schedule/baseline.ts';
import type { Plan, PlanTask } from '../domain/schedule/plan.ts';
import type { RowDates, Schedule } from '../domain/schedule/schedule-result.ts';
import {
  AS_LATE,
  AS_SOON,
  CHECKLIST_FIELD,
  CONSTRAINT_CODES,
  DAYS,
  ELAPSED_DAYS,
  ID_FIELD,
  LINK_CODES,
  MARKS_FIELD,
  MINUTES_OF_ELAPSED_DAY,
  MINUTES_PER_DAY,
  NAMESPACE,
} from './mspdi-codes.ts';

export interface MspdiPlan {
  readonly name: string;
  /** Rows in the order of the outline, each behind its parent. */
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly main: CalendarSpec;
  readonly others: readonly CalendarSpec[];
  readonly baseline?: Baseline;
  /** The name of a role id, written where MS Project has its contact. */
  readonly roleName?: (id: string) => string | undefined;
}

/** What MSPDI has no place for. We read it back from our own file; other programs do not see it. */
export interface MspdiLoss {
  readonly task: string;
  readonly what: 'second-constraint' | 'no-dates';
}

/** A plan as MS Project and ProjectLibre open it. Days are written with working hours from 8 to 12 and 13 to 17. */
export function writeMspdi(given: MspdiPlan): { readonly xml: string; readonly losses: readonly MspdiLoss[] } {
  const losses: MspdiLoss[] = [];
  const uids = new Map(given.plan.tasks.map(({ id }, i) => [id, i + 1]));
  const calendars = [given.main, ...given.others];
  const calendarUids = new Map(calendars.map(({ id }, i) => [id, i + 1]));
  const { finish } = given.schedule;
  // A plan from its start begins there, also where something was begun before that.
  const start = given.plan.direction.from === 'start' ? given.plan.direction.day : given.schedule.start;
  const outline = numberOutline(given.plan.tasks);
  const isFromFinish = given.plan.direction.from === 'finish';
  const rows = given.plan.tasks.map((task) =>
    taskXml(task, { given, uids, calendarUids, place: outline.get(task.id) as Place, losses }),
  );
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<Project xmlns="${NAMESPACE}">`,
    element('SaveVersion', 14),
    element('Name', given.name),
    element('Title', given.name),
    element('ScheduleFromStart', isFromFinish ? 0 : 1),
    start ? element('StartDate', at(start, 'start')) : '',
    finish ? element('FinishDate', at(isFromFinish ? given.plan.direction.day : finish, 'finish')) : '',
    element('CalendarUID', 1),
    element('DefaultStartTime', '08:00:00'),
    element('DefaultFinishTime', '17:00:00'),
    element('MinutesPerDay', MINUTES_PER_DAY),
    element('MinutesPerWeek', MINUTES_PER_DAY * given.main.weekdays.length),
    element('DaysPerMonth', 20),
    element('DurationFormat', DAYS),
    element('NewTasksAreManual', 0),
    given.plan.today ? element('StatusDate', at(given.plan.today, 'finish')) : '',
    '<ExtendedAttributes>',
    ...[
      [ID_FIELD, 'Text1', 'Zongguan id'],
      [MARKS_FIELD, 'Text2', 'Zongguan marks'],
      [CHECKLIST_FIELD, 'Text3', 'Zongguan checklist'],
    ].map(([id, name, alias]) =>
      group('ExtendedAttribute', element('FieldID', id), element('FieldName', name), element('Alias', alias)),
    ),
    '</ExtendedAttributes>',
    '<Calendars>',
    ...calendars.map((calendar, i) => calendarXml(calendar, i + 1, given.schedule)),
    '</Calendars>',
    '<Tasks>',
    group(
      'Task',
      element('UID', 0),
      element('ID', 0),
      element('Name', given.name),
      element('IsNull', 0),
      element('OutlineNumber', 0),
      element('OutlineLevel', 0),
      element('Summary', 1),
    ),
    ...rows,
    '</Tasks>',
    '</Project>',
  ];
  return { xml: `${xml.filter((line) => line !== '').join('\n')}\n`, losses };
}

interface Place {
  readonly number: string;
  readonly level: number;
  readonly isStage: boolean;
}

function numberOutline(tasks: readonly PlanTask[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const children = new Map<string | undefined, number>();
  const parents = new Set(tasks.map(({ parent }) => parent));
  for (const { id, parent, kind } of tasks) {
    const above = parent === undefined ? undefined : places.get(parent);
    const key = above ? parent : undefined;
    const count = (children.get(key) ?? 0) + 1;
    children.set(key, count);
    places.set(id, {
      number: above ? `${above.number}.${count}` : `${count}`,
      level: (above?.level ?? 0) + 1,
      isStage: kind === 'stage' || parents.has(id),
    });
  }
  return places;
}

interface Context {
  readonly given: MspdiPlan;
  readonly uids: ReadonlyMap<string, number>;
  readonly calendarUids: ReadonlyMap<string, number>;
  readonly place: Place;
  readonly losses: MspdiLoss[];
}

function taskXml(task: PlanTask, { given, uids, calendarUids, place, losses }: Context): string {
  const dates = given.schedule.rows.get(task.id);
  if (!dates) losses.push({ task: task.id, what: 'no-dates' });
  const isMilestone = task.kind === 'milestone' && !place.isStage;
  const isElapsed = task.unit === 'calendar-day';
  const { direction } = given.plan;
  const isOpening = direction.from === 'opening' && direction.milestone === task.id;
  const [constraint, ...more] = isOpening ? [{ kind: 'fixed-start' as const, day: direction.day }] : task.constraints;
  if (more.length > 0) losses.push({ task: task.id, what: 'second-constraint' });
  const isLate =
    !place.isStage &&
    (task.timing ?? (direction.from === 'start' ? 'soon' : 'late')) === 'late' &&
    !isBehind(given, dates);
  const marks = [
    ...(isOpening ? ['opening'] : []),
    ...(isMilestone ? [task.mark ?? 'end-of-day'] : []),
    ...(task.timing ? [task.timing] : []),
    ...more.map(({ kind, day }) => `${kind}:${day}`),
  ];
  const duration =
    place.isStage || isMilestone ? 0 : task.duration * (isElapsed ? MINUTES_OF_ELAPSED_DAY : MINUTES_PER_DAY);
  const calendar = task.calendar === undefined ? undefined : calendarUids.get(task.calendar);
  const percent = dates?.percent ?? task.percent ?? 0;
  const baseline = given.baseline?.[task.id];
  return group(
    'Task',
    element('UID', uids.get(task.id) as number),
    element('ID', uids.get(task.id) as number),
    element('Name', task.name ?? task.id),
    element('Manual', 0),
    element('Type', 1),
    element('IsNull', 0),
    task.role ? element('Contact', given.roleName?.(task.role) ?? task.role) : '',
    element('OutlineNumber', place.number),
    element('OutlineLevel', place.level),
    dates ? element('Start', startOf(task, dates)) : '',
    dates ? element('Finish', finishOf(task, dates)) : '',
    element('Duration', minutes(place.isStage ? (dates?.workdays ?? 0) * MINUTES_PER_DAY : duration)),
    element('DurationFormat', isElapsed && !isMilestone && !place.isStage ? ELAPSED_DAYS : DAYS),
    element('Milestone', isMilestone ? 1 : 0),
    element('Summary', place.isStage ? 1 : 0),
    element('Critical', dates?.isCritical ? 1 : 0),
    element('PercentComplete', Math.round(percent)),
    task.actualStart ? element('ActualStart', at(task.actualStart, 'start')) : '',
    task.actualFinish ? element('ActualFinish', at(task.actualFinish, 'finish')) : '',
    element('ConstraintType', constraint ? CONSTRAINT_CODES[constraint.kind] : isLate ? AS_LATE : AS_SOON),
    calendar === undefined ? '' : element('CalendarUID', calendar),
    constraint
      ? element('ConstraintDate', at(constraint.day, constraint.kind.endsWith('start') ? 'start' : 'finish'))
      : '',
    task.deadline ? element('Deadline', at(task.deadline, 'finish')) : '',
    task.note ? element('Notes', task.note) : '',
    ...task.after.flatMap(({ from, type, lag, unit }) => {
      const uid = uids.get(from);
      if (uid === undefined) return [];
      const perDay = unit === 'calendar-day' ? MINUTES_OF_ELAPSED_DAY : MINUTES_PER_DAY;
      return group(
        'PredecessorLink',
        element('PredecessorUID', uid),
        element('Type', LINK_CODES[type]),
        element('CrossProject', 0),
        element('LinkLag', lag * perDay * 10),
        element('LagFormat', unit === 'calendar-day' ? ELAPSED_DAYS : DAYS),
      );
    }),
    field(ID_FIELD, task.id),
    marks.length > 0 ? field(MARKS_FIELD, marks.join(' ')) : '',
    task.checklist ? field(CHECKLIST_FIELD, task.checklist) : '',
    baseline
      ? group(
          'Baseline',
          element('Number', 0),
          element('Start', at(baseline.start, isMilestone && task.mark !== 'start-of-day' ? 'finish' : 'start')),
          element('Finish', at(baseline.finish, isMilestone && task.mark === 'start-of-day' ? 'start' : 'finish')),
          element('Duration', minutes(baseline.workdays * MINUTES_PER_DAY)),
          element('DurationFormat', DAYS),
        )
      : '',
  );
}

/** What follows the opening is planned as soon as possible. */
const isBehind = ({ plan }: MspdiPlan, dates: RowDates | undefined): boolean =>
  plan.direction.from === 'opening' && dates !== undefined && dates.start >= plan.direction.day;

const startOf = (task: PlanTask, dates: RowDates): string =>
  at(dates.start, task.kind === 'milestone' && task.mark !== 'start-of-day' ? 'finish' : 'start');
const finishOf = (task: PlanTask, dates: RowDates): string =>
  at(dates.finish, task.kind === 'milestone' && task.mark === 'start-of-day' ? 'start' : 'finish');

const at = (on: Day, end: 'start' | 'finish'): string => `${on}T${end === 'start' ? '08' : '17'}:00:00`;
const minutes = (count: number): string => `PT${Math.floor(count / 60)}H${count % 60}M0S`;
const field = (id: string, value: string): string =>
  group('ExtendedAttribute', element('FieldID', id), element('Value', value));

const HOURS = group(
  'WorkingTimes',
  group('WorkingTime', element('FromTime', '08:00:00'), element('ToTime', '12:00:00')),
  group('WorkingTime', element('FromTime', '13:00:00'), element('ToTime', '17:00:00')),
);

function calendarXml(calendar: CalendarSpec, uid: number, { start, finish }: Schedule): string {
  // Sunday is 1 in MSPDI.
  const week = [7, 1, 2, 3, 4, 5, 6].map((weekday, i) => {
    const works = calendar.weekdays.includes(weekday);
    return group('WeekDay', element('DayType', i + 1), element('DayWorking', works ? 1 : 0), works ? HOURS : '');
  });
  const years = new Set(calendar.official?.map(({ year }) => year));
  const days = new Map<Day, 0 | 1>();
  for (const { off, work } of calendar.official ?? []) {
    for (const each of off) days.set(each, 0);
    for (const each of work) days.set(each, 1);
  }
  for (const each of calendar.off) days.set(each, 0);
  for (const each of calendar.work) days.set(each, 1);
  // Years far from the plan would only make the file large.
  const [from, to] = [Number(start?.slice(0, 4) ?? 0) - 1, Number(finish?.slice(0, 4) ?? 9999) + 1];
  const near = [...days].filter(([on]) => {
    const year = Number(on.slice(0, 4));
    return !years.has(year) || (year >= from && year <= to);
  });
  const exceptions = runsOf(near.sort(([a], [b]) => (a < b ? -1 : 1))).map(({ first, last, works, count }) =>
    group(
      'Exception',
      element('EnteredByOccurrences', 0),
      group('TimePeriod', element('FromDate', `${first}T00:00:00`), element('ToDate', `${last}T23:59:00`)),
      element('Occurrences', count),
      element('Name', `${works === 1 ? '+' : '-'} ${first}`),
      element('Type', 1),
      element('DayWorking', works),
      works === 1 ? HOURS : '',
    ),
  );
  return group(
    'Calendar',
    element('UID', uid),
    element('Name', calendar.id),
    element('IsBaseCalendar', 1),
    element('BaseCalendarUID', -1),
    group('WeekDays', ...week),
    exceptions.length > 0 ? group('Exceptions', ...exceptions) : '',
  );
}

function runsOf(days: readonly (readonly [Day, 0 | 1])[]): { first: Day; last: Day; works: 0 | 1; count: number }[] {
  const runs: { first: Day; last: Day; works: 0 | 1; count: number }[] = [];
  for (const [on, works] of days) {
    const run = runs.at(-1);
    if (run && run.works === works && addDays(run.last, 1) === on) {
      run.last = on;
      run.count += 1;
    } else runs.push({ first: on, last: on, works, count: 1 });
  }
  return runs;
}

function group(name: string, ...parts: readonly string[]): string {
  return `<${name}>${parts.filter((part) => part !== '').join('')}</${name}>`;
}

function element(name: string, value: string | number | undefined): string {
  return `<${name}>${escapeText(String(value ?? ''))}</${name}>`;
}

/** Signs that XML 1.0 cannot hold become blanks; white space at the edges and inside stays. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
