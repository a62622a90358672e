import { type CalendarSpec, EVERY_DAY, MONDAY_TO_FRIDAY, MONDAY_TO_SATURDAY } from '../calendar/calendar-spec.ts';
import type { AnswerIndex } from '../checklist/answer-index.ts';
import type { Change } from '../checklist/change.ts';
import { type ItemPath, itemPath, nameOf } from '../checklist/item-path.ts';
import type { Json } from '../checklist/json.ts';
import type { Day } from '../day.ts';
import type { Baseline } from './baseline.ts';
import type { Direction, Plan, PlanTask } from './plan.ts';
import { baselineOf, constraintOf, dayOrNot, daysOf, directionOf, isObject, linkOf, textOf } from './stored-values.ts';

/** Every plan of a project. */
export const PLANS: ItemPath = itemPath('plan');
export const planPath = (plan: string): ItemPath => itemPath('plan', plan);
export const rowPath = (plan: string, row: string): ItemPath => itemPath('plan', plan, row);

export type WorkWeek = 'mon-fri' | 'mon-sat' | 'every-day';
export const WEEKDAYS: Readonly<Record<WorkWeek, readonly number[]>> = {
  'mon-fri': MONDAY_TO_FRIDAY,
  'mon-sat': MONDAY_TO_SATURDAY,
  'every-day': EVERY_DAY,
};

/** The reader's own part of the working calendar. */
export interface OwnDays {
  readonly week: WorkWeek;
  /** Whether the official holidays and make-up workdays are followed. */
  readonly holidays: 'china' | 'none';
  readonly off: readonly Day[];
  readonly work: readonly Day[];
  /** Years whose notice was pasted, with their days. */
  readonly years: readonly { readonly year: number; readonly off: readonly Day[]; readonly work: readonly Day[] }[];
}

export const NO_OWN_DAYS: OwnDays = { week: 'mon-fri', holidays: 'china', off: [], work: [], years: [] };

/** A row with its place among its like. */
export interface StoredRow extends PlanTask {
  readonly rank: number;
}

export interface StoredPlan {
  readonly id: string;
  readonly name: string;
  readonly direction: Direction;
  /** In the order of the outline, each behind its parent. */
  readonly rows: readonly StoredRow[];
  readonly days: OwnDays;
  /** Calendars of their own that rows name, from a file; rows may also name a `WorkWeek`. */
  readonly calendars: readonly CalendarSpec[];
  readonly baseline: Baseline | undefined;
}

/** What of a row may be edited, and the field in which it is kept; `row` holds what the row began as. */
const FIELDS = {
  kind: 'kind',
  parent: 'parent',
  mark: 'mark',
  duration: 'duration',
  unit: 'unit',
  after: 'after',
  constraints: 'constraints',
  deadline: 'deadline',
  calendar: 'calendar',
  timing: 'timing',
  actualStart: 'actual-start',
  actualFinish: 'actual-finish',
  percent: 'percent',
  name: 'name',
  role: 'role',
  note: 'note',
  checklist: 'checklist',
  rank: 'rank',
} as const satisfies Partial<Record<keyof StoredRow, string>>;
type Editable = keyof typeof FIELDS;
const KEY_OF = new Map<string, Editable>(Object.entries(FIELDS).map(([key, field]) => [field, key as Editable]));

/** Changes of one row; `undefined` takes a value away. */
export type RowEdit = { readonly [K in Editable]?: StoredRow[K] | undefined };

/** Room between neighbours, so that others fit in between. */
export const RANK_STEP = 1024;

/** Writes a whole plan as it begins: one record a row, so that later edits of two people meet field by field. */
export function newPlanChanges(
  id: string,
  name: string,
  plan: Plan,
  days: OwnDays,
  { baseline, calendars = [] }: { baseline?: Baseline | undefined; calendars?: readonly CalendarSpec[] } = {},
): Change[] {
  const item = planPath(id);
  return [
    { item, field: 'name', value: name },
    directionChange(id, plan.direction),
    ...daysChanges(id, days),
    ...calendars.map(({ id: calendar, weekdays, official, off, work }) => ({
      item,
      field: `calendar:${calendar}`,
      value: { weekdays: [...weekdays], official: official !== null, off: [...off], work: [...work] },
    })),
    ...(baseline ? [baselineChange(id, baseline)] : []),
    ...plan.tasks.map((task, i) => newRowChange(id, { ...task, rank: (i + 1) * RANK_STEP })),
  ];
}

export function newRowChange(plan: string, { id, ...row }: StoredRow): Change {
  return { item: rowPath(plan, id), field: 'row', value: JSON.parse(JSON.stringify(row)) as Json };
}

export function editChanges(plan: string, row: string, edit: RowEdit): Change[] {
  return Object.entries(edit).map(([key, value]) => ({
    item: rowPath(plan, row),
    field: FIELDS[key as Editable],
    // "" says: taken away from what the row began as.
    value: value === undefined ? '' : (JSON.parse(JSON.stringify(value)) as Json),
  }));
}

export const directionChange = (plan: string, direction: Direction): Change => ({
  item: planPath(plan),
  field: 'direction',
  value: { ...direction },
});

export const removeRowChange = (plan: string, row: string): Change => ({
  item: rowPath(plan, row),
  field: 'removed',
  value: true,
});

export const baselineChange = (plan: string, baseline: Baseline): Change => ({
  item: planPath(plan),
  field: 'baseline',
  value: JSON.parse(JSON.stringify(baseline)) as Json,
});

/** Only what is given changes; a year that is not given stays. */
export function daysChanges(plan: string, { week, holidays, off, work, years }: Partial<OwnDays>): Change[] {
  const item = planPath(plan);
  const given = { week, holidays, off: off && [...off], work: work && [...work] };
  return [
    ...Object.entries(given).flatMap(([field, value]) => (value === undefined ? [] : [{ item, field, value }])),
    ...(years ?? []).map((year) => ({
      item,
      field: `year:${year.year}`,
      value: { off: [...year.off], work: [...year.work] },
    })),
  ];
}

export interface PlanEntry {
  readonly id: string;
  readonly name: string;
}

/** The plans of a project that were not removed. */
export function readPlans(index: AnswerIndex): PlanEntry[] {
  return index
    .children(PLANS)
    .filter((path) => index.value(path, 'removed') !== true && index.value(path, 'direction') !== undefined)
    .map((path) => ({ id: nameOf(path), name: textOf(index.value(path, 'name')) ?? nameOf(path) }));
}

/** Reads a plan as stored; what another version or a damaged file wrote and makes no sense is left out. */
export function readPlan(index: AnswerIndex, id: string): StoredPlan | undefined {
  const head = readPlanHead(index, id);
  const rows = index.children(planPath(id)).flatMap((path) => readStoredRow(index, path) ?? []);
  return head && { ...head, rows: inOutlineOrder(rows) };
}

/** What is stored of a plan itself, without its rows. */
export function readPlanHead(index: AnswerIndex, id: string): Omit<StoredPlan, 'rows'> | undefined {
  const item = planPath(id);
  const direction = directionOf(index.value(item, 'direction'));
  if (!direction || index.value(item, 'removed') === true) return undefined;
  return {
    id,
    name: textOf(index.value(item, 'name')) ?? id,
    direction,
    days: {
      week: weekOf(index.value(item, 'week')),
      holidays: index.value(item, 'holidays') === 'none' ? 'none' : 'china',
      off: daysOf(index.value(item, 'off')),
      work: daysOf(index.value(item, 'work')),
      years: index.fields(item).flatMap((field) => {
        const year = /^year:(\d{4})$/.exec(field)?.[1];
        const value = index.value(item, field);
        return year && isObject(value)
          ? [{ year: Number(year), off: daysOf(value.off), work: daysOf(value.work) }]
          : [];
      }),
    },
    calendars: index.fields(item).flatMap((field) => {
      const calendar = /^calendar:(.+)$/.exec(field)?.[1];
      const value = index.value(item, field);
      return calendar && isObject(value) ? [calendarOf(calendar, value)] : [];
    }),
    baseline: baselineOf(index.value(item, 'baseline')),
  };
}

/** A plan as our own JSON has it, with the same tolerance; `undefined` if it is none. */
export function readPlanValue(value: Json): Omit<StoredPlan, 'id'> | undefined {
  if (!isObject(value)) return undefined;
  const direction = directionOf(value.direction);
  if (!direction || !Array.isArray(value.rows)) return undefined;
  const days: { readonly [key: string]: Json } = isObject(value.days) ? value.days : {};
  const rows = (value.rows as Json[]).flatMap((row, i) =>
    isObject(row) && typeof row.id === 'string' && isItemName(row.id)
      ? [{ ...readRow(row.id, row), rank: (i + 1) * RANK_STEP }]
      : [],
  );
  return {
    name: textOf(value.name) ?? '',
    direction,
    rows: inOutlineOrder(rows),
    days: {
      week: weekOf(days.week),
      holidays: days.holidays === 'none' ? 'none' : 'china',
      off: daysOf(days.off),
      work: daysOf(days.work),
      years: Array.isArray(days.years)
        ? (days.years as Json[]).flatMap((year) =>
            isObject(year) && typeof year.year === 'number' && /^\d{4}$/.test(String(year.year))
              ? [{ year: year.year, off: daysOf(year.off), work: daysOf(year.work) }]
              : [],
          )
        : [],
    },
    calendars: Array.isArray(value.calendars)
      ? (value.calendars as Json[]).flatMap((one) =>
          isObject(one) && typeof one.id === 'string' && isItemName(one.id)
            ? [calendarOf(one.id, { ...one, official: one.official !== null })]
            : [],
        )
      : [],
    baseline: baselineOf(value.baseline),
  };
}

/** What may be a part of a path. */
const isItemName = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

const weekOf = (value: Json | undefined): WorkWeek =>
  value === 'mon-sat' || value === 'every-day' ? value : 'mon-fri';

/** `official` is an empty list where the official years are followed; whoever knows them puts them in. */
function calendarOf(id: string, value: { readonly [key: string]: Json }): CalendarSpec {
  const weekdays = Array.isArray(value.weekdays) ? (value.weekdays as Json[]) : [];
  return {
    id,
    weekdays: weekdays.filter((each): each is number => typeof each === 'number' && each >= 1 && each <= 7),
    official: value.official === true ? [] : null,
    off: daysOf(value.off),
    work: daysOf(value.work),
  };
}

/** A row as stored; `undefined` if it was removed, or if nothing says what it began as. */
export function readStoredRow(index: AnswerIndex, path: ItemPath): StoredRow | undefined {
  const began = index.value(path, 'row');
  if (!isObject(began)) return undefined;
  const now: Record<string, Json | undefined> = { ...began };
  for (const field of index.fields(path)) {
    if (field === 'removed' && index.value(path, field) === true) return undefined;
    const key = KEY_OF.get(field);
    const value = key && index.value(path, field);
    if (key && value !== undefined) now[key] = value === '' ? undefined : value;
  }
  return readRow(nameOf(path), now);
}

/** A row from plain values, of a record or of a file. */
export function readRow(id: string, now: Readonly<Record<string, Json | undefined>>): StoredRow {
  const kind = now.kind === 'milestone' || now.kind === 'stage' ? now.kind : 'task';
  const optional = <K extends keyof PlanTask>(key: K, value: PlanTask[K] | undefined) =>
    value === undefined ? {} : ({ [key]: value } as Pick<PlanTask, K>);
  return {
    id,
    kind,
    duration: typeof now.duration === 'number' ? now.duration : 1,
    unit: now.unit === 'calendar-day' ? 'calendar-day' : 'workday',
    after: Array.isArray(now.after) ? (now.after as Json[]).flatMap((link) => linkOf(link) ?? []) : [],
    constraints: Array.isArray(now.constraints)
      ? (now.constraints as Json[]).flatMap((one) => constraintOf(one) ?? [])
      : [],
    rank: typeof now.rank === 'number' ? now.rank : 0,
    ...optional('parent', textOf(now.parent)),
    ...(now.mark === 'start-of-day' || now.mark === 'end-of-day' ? { mark: now.mark } : {}),
    ...optional('deadline', dayOrNot(now.deadline)),
    ...optional('calendar', textOf(now.calendar)),
    ...(now.timing === 'soon' || now.timing === 'late' ? { timing: now.timing } : {}),
    ...optional('actualStart', dayOrNot(now.actualStart)),
    ...optional('actualFinish', dayOrNot(now.actualFinish)),
    ...(typeof now.percent === 'number' ? { percent: now.percent } : {}),
    ...optional('name', textOf(now.name)),
    ...optional('role', textOf(now.role)),
    ...optional('note', textOf(now.note)),
    ...optional('checklist', textOf(now.checklist)),
  };
}

/** Rows behind their parents, by rank among their like. Rows on a circle of parents or without one stand at the top. */
export function inOutlineOrder<T extends StoredRow>(rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const below = new Map<string | undefined, T[]>();
  for (const row of rows) {
    const parent = row.parent !== undefined && byId.has(row.parent) ? row.parent : undefined;
    const like = below.get(parent);
    if (like) like.push(row);
    else below.set(parent, [row]);
  }
  for (const like of below.values()) like.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const ordered: T[] = [];
  const seen = new Set<string>();
  const open = [...(below.get(undefined) ?? [])].reverse();
  const walk = (): void => {
    for (let row = open.pop(); row; row = open.pop()) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      ordered.push(row);
      open.push(...[...(below.get(row.id) ?? [])].reverse());
    }
  };
  walk();
  for (const row of rows) {
    if (seen.has(row.id)) continue;
    open.push(row);
    walk();
  }
  return ordered;
}
