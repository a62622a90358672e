import type { YearGaps } from '../calendar/work-calendar.ts';
import type { Day } from '../day.ts';
import type { PlanFault, PlanNote } from './fault.ts';
import type { LinkType, TimeUnit } from './plan.ts';

/** Why a row stands where it stands: one step towards what starts it all. */
export type Driver =
  /** The beginning of the plan. */
  | { readonly by: 'plan-start' }
  /** The opening, or the fixed end of the plan. */
  | { readonly by: 'plan-end' }
  | { readonly by: 'constraint' }
  | { readonly by: 'actual' }
  | { readonly by: 'today' }
  /** It waits for `task` (`before`), or must leave room for it (`behind`). `stage`: the link is that stage's. */
  | {
      readonly by: 'before' | 'behind';
      readonly task: string;
      readonly type: LinkType;
      readonly lag: number;
      readonly unit: TimeUnit;
      readonly stage?: string;
    }
  /** A stage stands where its rows stand. */
  | { readonly by: 'rows' };

/** Dates of one row. Finishes are inclusive; a milestone's four pairs each hold the one day that it shows. */
export interface RowDates {
  readonly id: string;
  readonly kind: 'task' | 'milestone' | 'stage';
  readonly start: Day;
  readonly finish: Day;
  readonly earlyStart: Day;
  readonly earlyFinish: Day;
  readonly lateStart: Day;
  readonly lateFinish: Day;
  /** Working days from start to finish, in the row's calendar (a stage's in the main one). */
  readonly workdays: number;
  /** Working days by which it may slip without moving the end of the plan; negative when the end cannot be kept. */
  readonly totalFloat: number;
  /** Working days by which it may slip from its early dates without moving any other row's early dates. */
  readonly freeFloat: number;
  readonly isCritical: boolean;
  readonly state: 'open' | 'started' | 'done';
  /** 0 to 100; a stage's is weighted by working days. */
  readonly percent: number;
  readonly driver: Driver;
  /** Working days by which, at `today`, it should have started (open) or finished (started). */
  readonly overdueBy: number;
  /** Working days by which, at `today`, its latest start (open) or latest finish (started) has passed. */
  readonly lateBy: number;
  /** Working days between its deadline and its finish, 0 when it is met. */
  readonly deadlineShortBy: number;
}

export interface Schedule {
  /** Rows that have dates; those on or behind a circle have none. In no particular order. */
  readonly rows: ReadonlyMap<string, RowDates>;
  /** First and last day of the plan; `undefined` when nothing has dates. */
  readonly start: Day | undefined;
  readonly finish: Day | undefined;
  readonly faults: readonly PlanFault[];
  readonly notes: readonly PlanNote[];
  /** Working days by which the plan is already late at `today`, 0 when it can still be kept: the most that any row is. */
  readonly alreadyLate: number;
  /** Years that the plan touches and of which no holidays, or only the statutory ones, are known. */
  readonly years: YearGaps;
}
