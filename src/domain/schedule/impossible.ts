import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { dayNumber } from '../day.ts';
import { chainOfNodes } from './driver.ts';
import type { PlanFault, PlanNote } from './fault.ts';
import { boundsFinish, earliestBy } from './link-bounds.ts';
import { END_MARK, FF, FS, START_MARK } from './network.ts';
import { BY_PLAN_EDGE, type Frame, type Placed, placesBetween } from './passes.ts';
import type { ConstraintKind, Plan, PlanTask } from './plan.ts';

/** By how much the links ask a pinned row to stand later than it does, and which link asks most. */
interface Demand {
  readonly shortBy: number;
  readonly link: number;
}

/** Names every fixed, latest or opening day that cannot be kept. */
export function findImpossible(frame: Frame, placed: Placed, plan: Plan, opening: number, faults: PlanFault[]): void {
  const { network, limits, order } = frame;
  let isOpeningBroken = false;
  for (const node of order) {
    if (node >= network.rowCount || limits.isStarted[node] === 1) continue;
    const task = network.rows[node] as PlanTask;
    const calendar = network.calendars[node] as WorkCalendar;
    const blame = (
      kind: ConstraintKind | 'opening',
      day: PlanTask['deadline'],
      shortBy: number,
      from: string[],
    ): void => {
      if (day !== undefined)
        faults.push({ code: 'impossible', task: task.id, kind, day, shortBy, chain: [...from, task.id] });
    };
    if (limits.isPinned[node] === 1) {
      const demand = demandOn(frame, placed, node);
      const earliest = Math.max(limits.earliestStart[node] as number, (limits.earliestFinish[node] as number) - 1);
      const own =
        earliest > (limits.pinFinish[node] as number) - 1
          ? placesBetween(calendar, limits.pinStart[node] as number, earliest)
          : 0;
      const shortBy = Math.max(demand?.shortBy ?? 0, own);
      if (shortBy > 0) {
        const chain =
          demand && demand.shortBy >= own ? chainOfNodes(network, placed, network.from[demand.link] as number) : [];
        const fixed = task.constraints.find(({ kind }) => kind.startsWith('fixed'));
        if (node === opening) {
          isOpeningBroken = true;
          blame('opening', plan.direction.day, shortBy, chain);
        } else if (fixed) blame(fixed.kind, fixed.day, shortBy, chain);
      }
    }
    const chain = (): string[] => chainOfNodes(network, placed, node).slice(0, -1);
    const passed = (limit: number, at: number): number => {
      const by = placesBetween(calendar, limit, at);
      // Monday is later than a Saturday, although no working day lies between them; for an end of a day it is the same place.
      return at > limit && network.kind[node] !== END_MARK ? Math.max(1, by) : by;
    };
    for (const { kind, day } of task.constraints) {
      if (kind === 'latest-start') {
        const limit = limits.latestStart[node] === Infinity ? limits.latestFinish[node] : limits.latestStart[node];
        const by = passed(limit as number, placed.start[node] as number);
        if (by > 0) blame(kind, day, by, chain());
      } else if (kind === 'latest-finish') {
        const limit = dayNumber(day) + (network.kind[node] === START_MARK ? 0 : 1);
        const by = passed(limit, placed.finish[node] as number);
        if (by > 0) blame(kind, day, by, chain());
      }
    }
  }
  if (plan.direction.from !== 'start' && !isOpeningBroken) blamePlanEnd(frame, placed, plan, opening, faults);
}

function demandOn(frame: Frame, placed: Placed, node: number): Demand | undefined {
  const { network, isStartLike } = frame;
  const calendar = network.calendars[node] as WorkCalendar;
  let worst: Demand | undefined;
  for (let i = network.intoStart[node] as number; i < (network.intoStart[node + 1] as number); i++) {
    const link = network.into[i] as number;
    const isFinish = boundsFinish(network, link, isStartLike);
    const at = (isFinish ? placed.finish : placed.start)[node] as number;
    const bound = earliestBy(network, link, placed, isStartLike);
    let shortBy = placesBetween(calendar, at, bound);
    const lag = network.lag[link] as number;
    if (shortBy <= 0 && network.kind[node] === START_MARK && (lag === 0 || network.inCalendarDays[link] === 1)) {
      // An opening may fall on a free day; what works or waits on free days must be over all the same.
      const type = network.type[link];
      const source = (type === FS || type === FF ? placed.finish : placed.start)[
        network.from[link] as number
      ] as number;
      shortBy = source + lag > at ? 1 : 0;
    }
    if (shortBy > (worst?.shortBy ?? 0)) worst = { shortBy, link };
    else if (shortBy > 0 && shortBy === worst?.shortBy && nameOf(frame, link) < nameOf(frame, worst.link))
      worst = { shortBy, link };
  }
  return worst;
}

const nameOf = ({ network }: Frame, link: number): string => network.ids[network.from[link] as number] as string;

/** A plan that ends too late although no single row is fixed: the row that ends last is named. */
function blamePlanEnd(frame: Frame, placed: Placed, plan: Plan, opening: number, faults: PlanFault[]): void {
  const { network, order } = frame;
  const end = dayNumber(plan.direction.day) + (plan.direction.from === 'finish' ? 1 : 0);
  const behind = new Set<number>(opening < 0 ? [] : [opening]);
  let worst: { node: number; shortBy: number } | undefined;
  for (const node of order) {
    for (let i = network.intoStart[node] as number; i < (network.intoStart[node + 1] as number); i++) {
      if (behind.has(network.from[network.into[i] as number] as number)) behind.add(node);
    }
    if (node >= network.rowCount || behind.has(node) || (placed.finish[node] as number) <= end) continue;
    const shortBy = Math.max(
      1,
      placesBetween(network.calendars[node] as WorkCalendar, end, placed.finish[node] as number),
    );
    const isWorse = !worst || shortBy > worst.shortBy;
    const isTie = worst?.shortBy === shortBy && (network.ids[node] as string) < (network.ids[worst.node] as string);
    if (isWorse || isTie) worst = { node, shortBy };
  }
  if (!worst) return;
  const chain = chainOfNodes(network, placed, worst.node);
  const task = network.ids[worst.node] as string;
  faults.push({ code: 'impossible', task, kind: 'opening', day: plan.direction.day, shortBy: worst.shortBy, chain });
}

/** Links that what really happened overtook, and links that the start of a forward plan holds back. */
export function noteLinks(frame: Frame, placed: Placed, floor: number, plan: Plan, notes: PlanNote[]): void {
  const { network, limits, order, isStartLike } = frame;
  for (const node of order) {
    if (node >= network.rowCount) continue;
    const isStarted = limits.isStarted[node] === 1;
    const isHeld = plan.direction.from === 'start' && placed.decider[node] === BY_PLAN_EDGE;
    if (!isStarted && !isHeld) continue;
    for (let i = network.intoStart[node] as number; i < (network.intoStart[node + 1] as number); i++) {
      const link = network.into[i] as number;
      const isFinish = boundsFinish(network, link, isStartLike);
      const bound = earliestBy(network, link, placed, isStartLike);
      const at = (isFinish ? placed.finish : placed.start)[node] as number;
      const calendar = network.calendars[node] as WorkCalendar;
      const task = network.ids[node] as string;
      const source = network.from[link] as number;
      const from = network.ids[source] as string;
      const isGate = source >= network.rowCount;
      if (isStarted && placesBetween(calendar, at, bound) > 0) notes.push({ code: 'out-of-sequence', task, from });
      if (!isStarted && !isFinish && !isGate && placesBetween(calendar, bound, floor) > 0)
        notes.push({ code: 'held-at-start', task, from });
    }
  }
}
