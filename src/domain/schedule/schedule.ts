import { FIRST_PLAN_DAY, isInRange, LAST_PLAN_DAY, type YearGaps, yearGaps } from '../calendar/work-calendar.ts';
import { type Day, dayNumber, earlierOf, laterOf } from '../day.ts';
import { orderNodes } from './cycles.ts';
import { planBackward, planForward } from './directions.ts';
import type { PlanFault, PlanNote } from './fault.ts';
import { findImpossible, noteLinks } from './impossible.ts';
import { readLimits } from './limits.ts';
import { readStartLike } from './link-bounds.ts';
import { buildNetwork, type Calendars, type Network } from './network.ts';
import { readOutline } from './outline.ts';
import type { Frame } from './passes.ts';
import type { Plan } from './plan.ts';
import { rollUp } from './roll-up.ts';
import { datesOf } from './row-dates.ts';
import type { RowDates, Schedule } from './schedule-result.ts';

/**
 * Reckons the dates of a plan.
 *
 * Reads no clock, and the answer does not depend on the order of rows, links or constraints. Nothing that a reader can
 * write makes it throw: circles, links that lead nowhere, days that cannot be kept and numbers without sense are told in
 * `faults`, and the rest is reckoned all the same.
 */
export function schedule(plan: Plan, calendars: Calendars): Schedule {
  const faults: PlanFault[] = [];
  const notes: PlanNote[] = [];
  const outline = readOutline(plan.tasks, faults, notes);
  const network = buildNetwork(outline, calendars, faults);
  const { nodes: order, cycles, waiting } = orderNodes(network);
  for (const tasks of cycles) faults.push({ code: 'cycle', tasks });
  if (waiting.length > 0) faults.push({ code: 'waiting', tasks: waiting });
  const opening = findOpening(plan, network, order, faults);
  const limits = readLimits(network, plan.direction, opening, notes);
  const isRolled = plan.rollForward === true && plan.today !== undefined;
  const today = isRolled ? dayNumber(plan.today as Day) : -Infinity;
  const frame: Frame = { network, order, limits, isStartLike: readStartLike(network, order), today };
  const times = plan.direction.from === 'start' ? planForward(frame, plan) : planBackward(frame, plan, opening);
  findImpossible(frame, times.placed, plan, opening, faults);
  noteLinks(frame, times.placed, times.floor, plan, notes);

  const rows = new Map<string, RowDates>();
  const outside: string[] = [];
  let alreadyLate = 0;
  for (const node of order) {
    if (node >= network.rowCount) continue;
    const row = datesOf(frame, times, node, plan, calendars.main);
    rows.set(row.id, row);
    alreadyLate = Math.max(alreadyLate, row.lateBy);
    if (!isInRange(times.placed.start[node] as number) || !isInRange(times.placed.finish[node] as number))
      outside.push(row.id);
  }
  if (outside.length > 0) faults.push({ code: 'out-of-range', tasks: outside.sort() });
  const span = spanOf(rows);
  rollUp(outline, rows, calendars.main);
  return {
    rows,
    start: span?.start,
    finish: span?.finish,
    faults: sortByText(faults),
    notes: sortByText(notes),
    alreadyLate,
    years: gapsOf(network, calendars, span),
  };
}

function findOpening(plan: Plan, network: Network, order: Int32Array, faults: PlanFault[]): number {
  if (plan.direction.from !== 'opening' || plan.direction.milestone === undefined) return -1;
  const { milestone } = plan.direction;
  const node = network.nodeOf.get(milestone);
  if (node !== undefined && network.rows[node]?.kind === 'milestone' && order.includes(node)) return node;
  faults.push({ code: 'no-opening', milestone });
  return -1;
}

interface Span {
  readonly start: Day;
  readonly finish: Day;
}

function spanOf(rows: ReadonlyMap<string, RowDates>): Span | undefined {
  let start: Day | undefined;
  let finish: Day | undefined;
  for (const row of rows.values()) {
    if (start === undefined || row.start < start) start = row.start;
    if (finish === undefined || row.finish > finish) finish = row.finish;
  }
  return start === undefined || finish === undefined ? undefined : { start, finish };
}

function gapsOf(network: Network, calendars: Calendars, span: Span | undefined): YearGaps {
  if (!span) return { unknown: [], provisional: [] };
  const from = laterOf(span.start, FIRST_PLAN_DAY);
  const to = earlierOf(span.finish, LAST_PLAN_DAY);
  const used = [...new Set([calendars.main, ...network.calendars])];
  const gaps = used.map(({ spec }) => yearGaps(spec.official, from, to));
  const years = (key: keyof YearGaps): number[] => [...new Set(gaps.flatMap((gap) => gap[key]))].sort((a, b) => a - b);
  return { unknown: years('unknown'), provisional: years('provisional') };
}

/** One order for all lists, whatever the order of rows. */
function sortByText<T>(list: readonly T[]): T[] {
  return list
    .map((entry) => ({ entry, text: JSON.stringify(entry) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ entry }) => entry);
}
