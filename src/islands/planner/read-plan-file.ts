import type { CalendarSpec, CalendarYear } from '../../domain/calendar/calendar-spec.ts';
import type { Json } from '../../domain/checklist/json.ts';
import type { Day } from '../../domain/day.ts';
import type { Baseline } from '../../domain/schedule/baseline.ts';
import type { Direction, Plan, PlanTask } from '../../domain/schedule/plan.ts';
import { type OwnDays, readPlanValue, WEEKDAYS, type WorkWeek } from '../../domain/schedule/stored-plan.ts';
import { type MspdiRemark, readMspdi } from '../../interchange/mspdi-read.ts';
import { type PlanCellFault, readPlanTable } from '../../interchange/plan-csv.ts';
import { readTableFile } from '../../interchange/table-file.ts';

/** What was not taken over as it stands: of a cell of a table, or of the file. */
export type PlanFileFault =
  | ({ readonly kind: 'cell' } & PlanCellFault)
  | {
      readonly kind: 'remark';
      readonly code: MspdiRemark['code'] | 'week-taken' | 'column';
      readonly task?: string | undefined;
      readonly detail: string;
      readonly count?: number | undefined;
    };

export interface PlanFile {
  readonly name: string;
  readonly plan: Plan;
  /** Tables have no calendar: theirs is the plan's. */
  readonly days?: OwnDays;
  readonly calendars?: readonly CalendarSpec[];
  readonly baseline?: Baseline | undefined;
  readonly faults: readonly PlanFileFault[];
}

export type ReadPlanFile =
  | { readonly ok: true; readonly file: PlanFile }
  /** `reason` is one of those with words of their own, or another of the readers'. */
  | { readonly ok: false; readonly reason: string; readonly detail: string };

/**
 * Reads a plan from Project XML, CSV, XLSX or our own JSON, whichever the file is.
 *
 * @param roleOf - Id of a role by its name; what is no role of ours stays as written.
 * @param years - Official years: our own files have them among their exceptions.
 */
export async function readPlanFile(
  name: string,
  bytes: Uint8Array,
  today: Day | undefined,
  roleOf: RoleOf,
  years: readonly CalendarYear[],
): Promise<ReadPlanFile> {
  const title = name.replace(/\.[a-z]+$/i, '');
  const read = /\.xml$/i.test(name)
    ? fromMspdi(bytes, title, roleOf, years)
    : /\.json$/i.test(name)
      ? fromJson(bytes)
      : fromTable(bytes, title, today, roleOf);
  return read.ok && read.file.plan.tasks.length === 0 ? { ok: false, reason: 'empty', detail: '' } : read;
}

type RoleOf = (name: string) => string | undefined;

const withRoles = (tasks: readonly PlanTask[], written: ReadonlyMap<string, string>, roleOf: RoleOf): PlanTask[] =>
  tasks.map((task) => {
    const role = written.get(task.id);
    return role === undefined ? task : { ...task, role: roleOf(role) ?? role };
  });

function fromMspdi(bytes: Uint8Array, title: string, roleOf: RoleOf, years: readonly CalendarYear[]): ReadPlanFile {
  const read = readMspdi(bytes);
  if (!read.ok) return read;
  const main = read.calendars.find(({ id }) => id === read.mainCalendar) ?? read.calendars[0];
  const ids = safeIds(read.plan.tasks);
  const of = (id: string): string => ids.get(id) ?? id;
  const { direction } = read.plan;
  const week = main ? weekOf(main.weekdays) : 'mon-fri';
  return {
    ok: true,
    file: {
      name: read.name || title,
      plan: {
        direction: withMilestone(direction, of),
        tasks: withIds(withRoles(read.plan.tasks, read.contacts, roleOf), of),
      },
      days: { week: week ?? 'mon-fri', ...daysOfFile(main, years), years: [] },
      // Our own files have the weeks that rows may name; those are known here.
      calendars: read.calendars.filter(({ id }) => id !== main?.id && !(id in WEEKDAYS)),
      baseline: read.baseline && Object.fromEntries(Object.entries(read.baseline).map(([id, row]) => [of(id), row])),
      faults: [
        ...(week === undefined ? [{ kind: 'remark' as const, code: 'week-taken' as const, detail: '' }] : []),
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

function fromTable(bytes: Uint8Array, title: string, today: Day | undefined, roleOf: RoleOf): ReadPlanFile {
  const table = readTableFile(bytes);
  if (!table.ok) return { ok: false, reason: table.reason, detail: table.detail };
  const read = readPlanTable(table);
  if (!read.ok) return { ok: false, reason: read.reason, detail: '' };
  const ids = safeIds(read.tasks);
  const of = (id: string): string => ids.get(id) ?? id;
  const tasks = withIds(withRoles(read.tasks, read.roles, roleOf), of);
  return {
    ok: true,
    file: {
      name: title,
      ...tablePlan(tasks, new Map([...read.starts].map(([id, day]) => [of(id), day])), today),
      faults: [
        ...read.ignored.map((detail) => ({ kind: 'remark' as const, code: 'column' as const, detail })),
        ...read.faults.map((fault) => ({ kind: 'cell' as const, ...fault })),
      ],
    },
  };
}

/**
 * A table does not say what it is planned from. Where a start-of-day milestone is fixed, as our own tables have the
 * opening, it is planned back from there; else forward from the first start in the table.
 */
function tablePlan(
  tasks: readonly PlanTask[],
  starts: ReadonlyMap<string, Day>,
  today: Day | undefined,
): { plan: Plan } {
  const opening = tasks.find(
    ({ kind, mark, constraints }) =>
      kind === 'milestone' && mark === 'start-of-day' && constraints.some((one) => one.kind === 'fixed-start'),
  );
  const fixed = opening?.constraints.find(({ kind }) => kind === 'fixed-start');
  if (opening && fixed) {
    const rows = tasks.map((task) => (task === opening ? { ...task, constraints: [] } : task));
    return { plan: { direction: { from: 'opening', day: fixed.day, milestone: opening.id }, tasks: rows } };
  }
  const days = [...starts.values(), ...tasks.flatMap((task) => task.constraints.map(({ day }) => day))].sort();
  return { plan: { direction: { from: 'start', day: days[0] ?? today ?? ('2026-01-01' as Day) }, tasks } };
}

function fromJson(bytes: Uint8Array): ReadPlanFile {
  let value: Json;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    return { ok: false, reason: 'json', detail: '' };
  }
  const plan = readPlanValue(value);
  if (!plan) return { ok: false, reason: 'json', detail: '' };
  const { name, direction, rows, days, calendars, baseline } = plan;
  return { ok: true, file: { name, plan: { direction, tasks: rows }, days, calendars, baseline, faults: [] } };
}

const SAFE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Ids as paths take them, each once. */
function safeIds(tasks: readonly PlanTask[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const [i, { id }] of tasks.entries()) {
    const plain = id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '');
    let safe = SAFE.test(id) ? id : plain || `r-${i + 1}`;
    while (taken.has(safe)) safe = `${safe}-${i + 1}`;
    taken.add(safe);
    ids.set(id, safe);
  }
  return ids;
}

const withIds = (tasks: readonly PlanTask[], of: (id: string) => string): PlanTask[] =>
  tasks.map((task) => ({
    ...task,
    id: of(task.id),
    ...(task.parent === undefined ? {} : { parent: of(task.parent) }),
    after: task.after.map((link) => ({ ...link, from: of(link.from) })),
  }));
