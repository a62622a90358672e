import type { CalendarYear } from '../../domain/calendar/calendar-spec.ts';
import { workdaysBetween } from '../../domain/calendar/work-calendar.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Plan, PlanTask } from '../../domain/schedule/plan.ts';
import { calendarSpec, planCalendars } from '../../domain/schedule/plan-calendar.ts';
import { NO_OWN_DAYS } from '../../domain/schedule/stored-plan.ts';
import { readPlanTable } from '../../interchange/plan-csv.ts';
import { readTableFile } from '../../interchange/table-file.ts';
import type { ReadPlanFile, RoleOf } from './plan-file.ts';
import { safeIds, withIds, withRoles } from './plan-rows.ts';

/**
 * A plan from a table: CSV or XLSX.
 *
 * @param years - Official years, for rows that give a start and a finish but no duration.
 */
export function fromTable(
  bytes: Uint8Array,
  title: string,
  today: Day | undefined,
  roleOf: RoleOf,
  years: readonly CalendarYear[],
): ReadPlanFile {
  const table = readTableFile(bytes);
  if (!table.ok) return { ok: false, reason: table.reason, detail: table.detail };
  const calendar = planCalendars(calendarSpec(years, NO_OWN_DAYS), [])?.main;
  const read = readPlanTable(table, (from, to) => (calendar ? workdaysBetween(calendar, from, addDays(to, 1)) : 1));
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
        ...(read.derived > 0
          ? [{ kind: 'remark' as const, code: 'duration-derived' as const, detail: '', count: read.derived }]
          : []),
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
  const first = (rows: readonly PlanTask[]): Day | undefined =>
    rows.flatMap(({ id }) => starts.get(id) ?? []).sort()[0];
  const constrained = tasks.flatMap((task) => task.constraints.map(({ day }) => day)).sort()[0];
  const day = first(tasks.filter(beginsWithPlan)) ?? first(tasks) ?? constrained ?? today ?? ('2026-01-01' as Day);
  return { plan: { direction: { from: 'start', day }, tasks } };
}

/** Whether a row cannot start before the plan: what was begun or is fixed may, and an end of a day that links lead to. */
const beginsWithPlan = ({ kind, mark, after, constraints, actualStart, actualFinish }: PlanTask): boolean =>
  kind !== 'stage' &&
  actualStart === undefined &&
  actualFinish === undefined &&
  !constraints.some((one) => one.kind.startsWith('fixed')) &&
  (kind === 'task' || mark === 'start-of-day' || after.length === 0);
