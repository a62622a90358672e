import type { AnswerIndex } from '../checklist/answer-index.ts';
import type { Change } from '../checklist/change.ts';
import { type ItemPath, itemPath, nameOf } from '../checklist/item-path.ts';
import type { Json } from '../checklist/json.ts';
import { type Day, isDay } from '../day.ts';
import type { Baseline, BaselineRow } from './baseline.ts';
import type { Direction, Plan, PlanConstraint, PlanLink, PlanTask } from './plan.ts';

/** Every plan of a project. */
export const PLANS: ItemPath = itemPath('plan');
export const planPath = (plan: string): ItemPath => itemPath('plan', plan);
export const rowPath = (plan: string, row: string): ItemPath => itemPath('plan', plan, row);

export type WorkWeek = 'mon-fri' | 'mon-sat' | 'every-day';

/** The reader's own part of the working calendar. */
export interface OwnDays {
  readonly week: WorkWeek;
  readonly off: readonly Day[];
  readonly work: readonly Day[];
  /** Years whose notice was pasted, with their days. */
  readonly years: readonly { readonly year: number; readonly off: readonly Day[]; readonly work: readonly Day[] }[];
}

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
const RANK_STEP = 1024;

/** Writes a whole plan as it begins: one record a row, so that later edits of two people meet field by field. */
export function newPlanChanges(id: string, name: string, plan: Plan, days: OwnDays, baseline?: Baseline): Change[] {
  const item = planPath(id);
  return [
    { item, field: 'name', value: name },
    { item, field: 'direction', value: { ...plan.direction } },
    ...daysChanges(id, days),
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

export function daysChanges(plan: string, { week, off, work, years }: OwnDays): Change[] {
  const item = planPath(plan);
  return [
    { item, field: 'week', value: week },
    { item, field: 'off', value: [...off] },
    { item, field: 'work', value: [...work] },
    ...years.map((year) => ({
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
  const item = planPath(id);
  const direction = directionOf(index.value(item, 'direction'));
  if (!direction || index.value(item, 'removed') === true) return undefined;
  const rows = index.children(item).flatMap((path) => rowOf(index, path) ?? []);
  const week = index.value(item, 'week');
  return {
    id,
    name: textOf(index.value(item, 'name')) ?? id,
    direction,
    rows: inOutlineOrder(rows),
    days: {
      week: week === 'mon-sat' || week === 'every-day' ? week : 'mon-fri',
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
    baseline: baselineOf(index.value(item, 'baseline')),
  };
}

function rowOf(index: AnswerIndex, path: ItemPath): StoredRow | undefined {
  const began = index.value(path, 'row');
  if (!isObject(began)) return undefined;
  const now: Record<string, Json | undefined> = { ...began };
  for (const field of index.fields(path)) {
    if (field === 'removed' && index.value(path, field) === true) return undefined;
    const key = KEY_OF.get(field);
    const value = key && index.value(path, field);
    if (key && value !== undefined) now[key] = value === '' ? undefined : value;
  }
  const kind = now.kind === 'milestone' || now.kind === 'stage' ? now.kind : 'task';
  const optional = <K extends keyof PlanTask>(key: K, value: PlanTask[K] | undefined) =>
    value === undefined ? {} : ({ [key]: value } as Pick<PlanTask, K>);
  return {
    id: nameOf(path),
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

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const dayOrNot = (value: Json | undefined): Day | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;
const daysOf = (value: Json | undefined): Day[] =>
  Array.isArray(value) ? (value as Json[]).flatMap((one) => dayOrNot(one) ?? []) : [];

function directionOf(value: Json | undefined): Direction | undefined {
  if (!isObject(value)) return undefined;
  const day = dayOrNot(value.day);
  const milestone = textOf(value.milestone);
  if (!day) return undefined;
  if (value.from === 'opening') return { from: 'opening', day, ...(milestone === undefined ? {} : { milestone }) };
  return value.from === 'start' || value.from === 'finish' ? { from: value.from, day } : undefined;
}

function linkOf(value: Json): PlanLink | undefined {
  if (!isObject(value) || typeof value.from !== 'string') return undefined;
  const { from, type, lag, unit } = value;
  return {
    from,
    type: type === 'SS' || type === 'FF' || type === 'SF' ? type : 'FS',
    lag: typeof lag === 'number' ? lag : 0,
    unit: unit === 'calendar-day' ? 'calendar-day' : 'workday',
  };
}

const CONSTRAINTS = [
  'earliest-start',
  'earliest-finish',
  'latest-start',
  'latest-finish',
  'fixed-start',
  'fixed-finish',
] as const satisfies readonly PlanConstraint['kind'][];

function constraintOf(value: Json): PlanConstraint | undefined {
  if (!isObject(value)) return undefined;
  const kind = CONSTRAINTS.find((one) => one === value.kind);
  const day = dayOrNot(value.day);
  return kind && day ? { kind, day } : undefined;
}

function baselineOf(value: Json | undefined): Baseline | undefined {
  if (!isObject(value)) return undefined;
  const rows: [string, BaselineRow][] = Object.entries(value).flatMap(([id, row]) => {
    if (!isObject(row)) return [];
    const [start, finish] = [dayOrNot(row.start), dayOrNot(row.finish)];
    return start && finish
      ? [[id, { start, finish, workdays: typeof row.workdays === 'number' ? row.workdays : 0 }]]
      : [];
  });
  return Object.fromEntries(rows);
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

/** Siblings of a row in order, itself included. */
export function siblings(rows: readonly StoredRow[], id: string): StoredRow[] {
  const parent = rows.find((row) => row.id === id)?.parent;
  return rows.filter((row) => row.parent === parent);
}

/** A place right behind a row, before its next sibling. */
export function rankBehind(rows: readonly StoredRow[], id: string): number {
  const like = siblings(rows, id);
  const at = like.findIndex((row) => row.id === id);
  const [row, next] = [like[at], like[at + 1]];
  if (!row) return RANK_STEP;
  return next ? (row.rank + next.rank) / 2 : row.rank + RANK_STEP;
}

/** Below the sibling before it; `undefined` when there is none. */
export function indentEdit(rows: readonly StoredRow[], id: string): RowEdit | undefined {
  const like = siblings(rows, id);
  const before = like[like.findIndex((row) => row.id === id) - 1];
  if (!before) return undefined;
  const last = rows.filter((row) => row.parent === before.id).at(-1);
  return { parent: before.id, rank: (last?.rank ?? 0) + RANK_STEP };
}

/** Beside its parent, right behind it; `undefined` at the top. */
export function outdentEdit(rows: readonly StoredRow[], id: string): RowEdit | undefined {
  const parent = rows.find((row) => row.id === rows.find((one) => one.id === id)?.parent);
  return parent && { parent: parent.parent, rank: rankBehind(rows, parent.id) };
}

/** One place up or down among its like; at the edge nothing. */
export function moveEdit(rows: readonly StoredRow[], id: string, by: -1 | 1): RowEdit | undefined {
  const like = siblings(rows, id);
  const at = like.findIndex((row) => row.id === id);
  const other = like[at + by];
  if (!other) return undefined;
  const beyond = like[at + 2 * by];
  return { rank: beyond ? (other.rank + beyond.rank) / 2 : other.rank + by * RANK_STEP };
}

/** A row and all below it. */
export function withRowsBelow(rows: readonly StoredRow[], id: string): string[] {
  const found = new Set([id]);
  for (const row of rows) if (row.parent !== undefined && found.has(row.parent)) found.add(row.id);
  return [...found];
}

/**
 * Puts the start of a row onto a day. What is planned as late as possible may be pulled ahead (`latest-start`), what
 * is planned as soon as possible pushed back (`earliest-start`); links hold on either way.
 */
export function startEdit(row: PlanTask, from: Direction['from'], day: Day): RowEdit {
  const isLate = row.timing === undefined ? from !== 'start' : row.timing === 'late';
  const kind = isLate ? 'latest-start' : 'earliest-start';
  const kept = row.constraints.filter((one) => !one.kind.endsWith('-start'));
  return { constraints: [...kept, { kind, day }] };
}
