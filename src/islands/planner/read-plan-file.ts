import type { Day } from '../../domain/day.ts';
import type { Baseline } from '../../domain/schedule/baseline.ts';
import type { Plan, PlanTask } from '../../domain/schedule/plan.ts';
import type { OwnDays } from '../../domain/schedule/stored-plan.ts';
import { readMspdi } from '../../interchange/mspdi-read.ts';
import { readPlanTable } from '../../interchange/plan-csv.ts';
import { readTableFile } from '../../interchange/table-file.ts';

export interface PlanFile {
  readonly name: string;
  readonly plan: Plan;
  readonly days?: OwnDays;
  readonly baseline?: Baseline | undefined;
  readonly faults: readonly (
    | { readonly row: number; readonly column: number; readonly code: string; readonly text: string }
    | { readonly text: string }
  )[];
}

export type ReadPlanFile =
  | { readonly ok: true; readonly file: PlanFile }
  | { readonly ok: false; readonly reason: string };

/** Reads a plan from Project XML, CSV or XLSX, whichever the bytes are. */
export async function readPlanFile(name: string, bytes: Uint8Array, today: Day | undefined): Promise<ReadPlanFile> {
  const title = name.replace(/\.[a-z]+$/i, '');
  if (/\.xml$/i.test(name)) {
    const read = readMspdi(bytes);
    if (!read.ok) return { ok: false, reason: `${read.reason} ${read.detail}`.trim() };
    const main = read.calendars.find(({ id }) => id === read.mainCalendar) ?? read.calendars[0];
    const { tasks, baseline } = withSafeIds(
      read.plan.tasks.map(({ calendar: _, ...task }) => task),
      read.baseline,
    );
    const { direction } = read.plan;
    const milestone = direction.from === 'opening' ? direction.milestone : undefined;
    return {
      ok: true,
      file: {
        name: read.name || title,
        plan: {
          direction:
            milestone === undefined
              ? direction
              : ({ ...direction, milestone: safeId(milestone, 0) } as Plan['direction']),
          tasks,
        },
        days: {
          week: main?.weekdays.length === 7 ? 'every-day' : main?.weekdays.length === 6 ? 'mon-sat' : 'mon-fri',
          off: main?.off ?? [],
          work: main?.work ?? [],
          years: [],
        },
        baseline,
        faults: read.remarks.map(({ code, task, detail, count }) => ({
          text: [code, task, detail, count && count > 1 ? `× ${count}` : ''].filter(Boolean).join(' · '),
        })),
      },
    };
  }
  const table = readTableFile(bytes);
  if (!table.ok) return { ok: false, reason: `${table.reason} ${table.detail}`.trim() };
  const read = readPlanTable(table);
  if (!read.ok) return { ok: false, reason: read.reason };
  const { tasks } = withSafeIds(read.tasks, undefined);
  const days = tasks.flatMap((task) => task.constraints.map(({ day }) => day)).sort();
  const day = days[0] ?? today;
  if (day === undefined || tasks.length === 0) return { ok: false, reason: 'empty' };
  return { ok: true, file: { name: title, plan: { direction: { from: 'start', day }, tasks }, faults: read.faults } };
}

const SAFE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id as paths take it. */
function safeId(id: string, index: number): string {
  if (SAFE.test(id)) return id;
  const plain = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? `r-${index + 1}` : plain;
}

function withSafeIds(
  given: readonly PlanTask[],
  baseline: Baseline | undefined,
): { tasks: PlanTask[]; baseline: Baseline | undefined } {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const [i, { id }] of given.entries()) {
    let safe = safeId(id, i);
    while (taken.has(safe)) safe = `${safe}-${i + 1}`;
    taken.add(safe);
    ids.set(id, safe);
  }
  const of = (id: string): string => ids.get(id) ?? safeId(id, 0);
  return {
    tasks: given.map((task) => ({
      ...task,
      id: of(task.id),
      ...(task.parent === undefined ? {} : { parent: of(task.parent) }),
      after: task.after.map((link) => ({ ...link, from: of(link.from) })),
    })),
    baseline: baseline && Object.fromEntries(Object.entries(baseline).map(([id, row]) => [of(id), row])),
  };
}
