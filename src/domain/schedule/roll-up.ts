import { placeOf, type WorkCalendar } from '../calendar/work-calendar.ts';
import { type Day, dayNumber, earlierOf, laterOf } from '../day.ts';
import type { Outline } from './outline.ts';
import type { PlanTask } from './plan.ts';
import type { RowDates } from './schedule-result.ts';

/** Gives every stage the span, progress, float and lateness of the rows below it. Stages without dated rows get none. */
export function rollUp(outline: Outline, rows: Map<string, RowDates>, main: WorkCalendar): void {
  const depthOf = (id: string): number => {
    let depth = 0;
    for (let at = outline.parentOf.get(id); at !== undefined; at = outline.parentOf.get(at)) depth++;
    return depth;
  };
  const deepestFirst = outline.stages
    .map((stage) => ({ stage, depth: depthOf(stage.id) }))
    .sort((a, b) => b.depth - a.depth);
  for (const { stage } of deepestFirst) {
    const below = (outline.childrenOf.get(stage.id) ?? []).flatMap((id) => rows.get(id) ?? []);
    if (below.length > 0) rows.set(stage.id, sum(stage, below, main));
  }
}

function sum(stage: PlanTask, below: readonly RowDates[], main: WorkCalendar): RowDates {
  const earliest = (pick: (row: RowDates) => Day): Day => below.map(pick).reduce(earlierOf);
  const latest = (pick: (row: RowDates) => Day): Day => below.map(pick).reduce(laterOf);
  const most = (pick: (row: RowDates) => number): number => below.reduce((max, row) => Math.max(max, pick(row)), 0);
  const between = (from: Day, to: Day): number => placeOf(main, dayNumber(to) + 1) - placeOf(main, dayNumber(from));
  const start = earliest((row) => row.start);
  const finish = latest((row) => row.finish);
  const weight = below.reduce((total, row) => total + row.workdays, 0);
  const isDone = below.every((row) => row.state === 'done');
  const done = below.reduce((total, row) => total + row.percent * (weight === 0 ? 1 : row.workdays), 0);
  return {
    id: stage.id,
    kind: 'stage',
    start,
    finish,
    earlyStart: earliest((row) => row.earlyStart),
    earlyFinish: latest((row) => row.earlyFinish),
    lateStart: earliest((row) => row.lateStart),
    lateFinish: latest((row) => row.lateFinish),
    workdays: between(start, finish),
    totalFloat: below.reduce((min, row) => Math.min(min, row.totalFloat), Infinity),
    freeFloat: below.reduce((min, row) => Math.min(min, row.freeFloat), Infinity),
    isCritical: below.some((row) => row.isCritical),
    state: isDone ? 'done' : below.some((row) => row.state !== 'open') ? 'started' : 'open',
    percent: isDone ? 100 : Math.floor(done / (weight === 0 ? below.length : weight)),
    driver: { by: 'rows' },
    overdueBy: most((row) => row.overdueBy),
    lateBy: most((row) => row.lateBy),
    deadlineShortBy:
      stage.deadline !== undefined && finish > stage.deadline
        ? between(stage.deadline, finish) - between(stage.deadline, stage.deadline)
        : 0,
  };
}
