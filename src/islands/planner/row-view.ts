import { type Accessor, createMemo } from 'solid-js';
import type { RowDates } from '../../domain/schedule/schedule-result.ts';
import type { StoredRow } from '../../domain/schedule/stored-plan.ts';
import type { Planner } from './planner-state.ts';

/**
 * One row in sight as table and chart draw it. Each part tells of itself only when it has changed: an edit dates a plan
 * anew as a whole, and most rows come out of it as they were.
 */
export interface RowView {
  readonly id: string;
  readonly row: Accessor<StoredRow>;
  readonly dates: Accessor<RowDates | undefined>;
  /** Its place in the plan, from 1. */
  readonly number: Accessor<number>;
  /** How many rows it lies below. */
  readonly level: Accessor<number>;
  readonly isStage: Accessor<boolean>;
  readonly isSelected: Accessor<boolean>;
}

/** What of a row's dates is seen. */
const SEEN = [
  'kind',
  'start',
  'finish',
  'lateFinish',
  'totalFloat',
  'isCritical',
  'state',
  'percent',
  'lateBy',
  'deadlineShortBy',
] as const satisfies readonly (keyof RowDates)[];

const looksAlike = (a: RowDates | undefined, b: RowDates | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && SEEN.every((key) => a[key] === b[key]));

/** @param id - of a row that is in the plan now; while the row leaves it, the view shows what it was. */
export function createRowView(planner: Planner, id: string): RowView {
  const row = createMemo((last: StoredRow | undefined) => planner.rowOf(id) ?? last) as Accessor<StoredRow>;
  const dates = createMemo(() => planner.dated()?.schedule.rows.get(id), undefined, { equals: looksAlike });
  return {
    id,
    row,
    dates,
    number: createMemo(() => planner.numbers().get(id) ?? 0),
    level: createMemo(() => planner.levels().get(id) ?? 0),
    isStage: () => dates()?.kind === 'stage' || row().kind === 'stage',
    isSelected: () => planner.isSelected(id),
  };
}
