import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { workdaysBetween } from '../calendar/work-calendar.ts';
import { type Baseline, type Slip, slipFrom } from './baseline.ts';
import { drivingChain } from './driver.ts';
import type { Plan, PlanTask } from './plan.ts';
import type { Schedule } from './schedule-result.ts';

/** A plan with its dates. */
export interface Dated {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

/** What was changed about a row itself, or about the whole plan. */
export type Cause =
  | 'added'
  | 'removed'
  | 'duration'
  | 'links'
  | 'constraints'
  | 'calendar'
  | 'timing'
  | 'progress'
  | 'kind'
  | 'stage'
  /** The start or the opening of the plan. */
  | 'plan-day'
  /** Nothing that the rows say: the working calendar itself, or `today`. */
  | 'working-days';

/**
 * One row that stands elsewhere, and why: `chain` leads from the row where it began to the row itself. Chain and causes
 * are sought when they are asked for, since a change can move thousands of rows of which few are looked at.
 */
export interface Move {
  readonly id: string;
  /** Working days; positive is later. */
  readonly start: number;
  readonly finish: number;
  readonly chain: readonly string[];
  /** Causes at the head of the chain. */
  readonly causes: readonly Cause[];
}

export interface Comparison {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The largest finish move first, later before earlier, then by id. */
  readonly moved: readonly Move[];
  /** Rows that became critical, or no longer are. */
  readonly nowCritical: readonly string[];
  readonly noLongerCritical: readonly string[];
}

/**
 * What moved away from a baseline. A baseline holds dates only: so each chain begins with the driving row that moved
 * first, and of causes it can tell another length, progress and what was added.
 */
export function compareWithBaseline(baseline: Baseline, { plan, schedule }: Dated, calendar: WorkCalendar): Comparison {
  const slips = slipFrom(baseline, schedule, calendar);
  const then = new Map(Object.entries(baseline));
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const causesAt = (id: string): Cause[] => {
    const [before, now, task] = [then.get(id), schedule.rows.get(id), tasks.get(id)];
    if (!before) return ['added'];
    const causes: Cause[] = [];
    if (now && now.kind === 'task' && now.workdays !== before.workdays) causes.push('duration');
    if (task?.actualStart !== undefined || task?.actualFinish !== undefined) causes.push('progress');
    return causes;
  };
  const explain = (id: string): Why => {
    const driving = drivingChain(schedule.rows, id).reverse();
    // Back along what drives it, as long as that stands elsewhere too or was not there.
    const end = driving.findIndex((at) => at !== id && then.has(at) && !slips.has(at));
    const chain = (end < 0 ? driving : driving.slice(0, end)).reverse();
    const cut = chain.findLastIndex((at) => causesAt(at).length > 0);
    const told = cut < 0 ? chain : chain.slice(cut);
    return { chain: told, causes: causesAt(told[0] ?? id) };
  };
  const moved = [...slips].map(([id, slip]) => moveOf(id, slip, explain));
  moved.sort(byMove);
  return {
    added: [...schedule.rows.keys()].filter((id) => !then.has(id)).sort(),
    removed: [...then.keys()].filter((id) => !schedule.rows.has(id)).sort(),
    moved,
    nowCritical: [],
    noLongerCritical: [],
  };
}

type Why = Pick<Move, 'chain' | 'causes'>;

function moveOf(id: string, { start, finish }: Slip, explain: (id: string) => Why): Move {
  let why: Why | undefined;
  const sought = (): Why => {
    why ??= explain(id);
    return why;
  };
  return {
    id,
    start,
    finish,
    get chain() {
      return sought().chain;
    },
    get causes() {
      return sought().causes;
    },
  };
}

/** The largest finish move first, later before earlier, then by id. */
const byMove = (a: Move, b: Move): number =>
  Math.abs(b.finish) - Math.abs(a.finish) || b.finish - a.finish || (a.id < b.id ? -1 : 1);

/** What moved from one state of a plan to another, by how many working days and why. */
export function comparePlans(before: Dated, after: Dated, calendar: WorkCalendar): Comparison {
  const [then, now] = [before.schedule.rows, after.schedule.rows];
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort();
  const rowsThen = new Map(before.plan.tasks.map((task) => [task.id, task]));
  const rowsNow = new Map(after.plan.tasks.map((task) => [task.id, task]));
  const hasMoved = (id: string): boolean => {
    const [a, b] = [then.get(id), now.get(id)];
    return !a || !b || a.start !== b.start || a.finish !== b.finish;
  };
  const moved: Move[] = [];
  for (const id of ids) {
    const [a, b] = [then.get(id), now.get(id)];
    if (!a || !b || !hasMoved(id)) continue;
    const slip = {
      start: workdaysBetween(calendar, a.start, b.start),
      finish: workdaysBetween(calendar, a.finish, b.finish),
    };
    moved.push(moveOf(id, slip, explain));
  }
  moved.sort(byMove);
  const turned = (from: Schedule['rows'], to: Schedule['rows']): string[] =>
    ids.filter((id) => to.get(id)?.isCritical === true && from.get(id)?.isCritical === false);
  return {
    added: ids.filter((id) => !then.has(id)),
    removed: ids.filter((id) => !now.has(id)),
    moved,
    nowCritical: turned(then, now),
    noLongerCritical: turned(now, then),
  };

  /** Goes back along what drives the row now, and then along what drove it before, to the first row that was changed itself. */
  function explain(id: string): Why {
    for (const rows of [now, then]) {
      const driving = drivingChain(rows, id).reverse();
      const path: string[] = [];
      for (const at of driving) {
        if (!hasMoved(at) && at !== id && causesAt(at).length === 0) break;
        path.unshift(at);
        const causes = causesAt(at);
        if (causes.length > 0) return { chain: path, causes };
      }
    }
    const chain = drivingChain(now, id).filter(hasMoved);
    const isPlanDay =
      before.plan.direction.day !== after.plan.direction.day ||
      before.plan.direction.from !== after.plan.direction.from;
    return { chain, causes: [isPlanDay ? 'plan-day' : 'working-days'] };
  }

  function causesAt(id: string): Cause[] {
    const [a, b] = [rowsThen.get(id), rowsNow.get(id)];
    if (!a || !b) return [a ? 'removed' : 'added'];
    if (a === b) return [];
    const differs = (pick: (task: PlanTask) => unknown): boolean => JSON.stringify(pick(a)) !== JSON.stringify(pick(b));
    const causes: Cause[] = [];
    if (differs(({ kind, mark }) => [kind, mark])) causes.push('kind');
    if (differs(({ duration, unit }) => [duration, unit])) causes.push('duration');
    if (
      differs(({ after: links }) => links.map(({ from, type, lag, unit }) => [from, type, lag, unit].join(' ')).sort())
    )
      causes.push('links');
    if (differs(({ constraints }) => constraints.map(({ kind, day }) => `${kind} ${day}`).sort()))
      causes.push('constraints');
    if (differs(({ calendar: own }) => own)) causes.push('calendar');
    if (differs(({ timing }) => timing)) causes.push('timing');
    if (differs(({ actualStart, actualFinish, percent }) => [actualStart, actualFinish, percent]))
      causes.push('progress');
    if (differs(({ parent }) => parent)) causes.push('stage');
    return causes;
  }
}
