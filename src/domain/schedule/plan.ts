import type { Day } from '../day.ts';

/** Working days count in a calendar; calendar days count every day. */
export type TimeUnit = 'workday' | 'calendar-day';

/** Finish to start, start to start, finish to finish, start to finish. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** A task waits for another. Working days of a lag count in the calendar of the task that waits. */
export interface PlanLink {
  /** Id of the task or stage that is waited for. */
  readonly from: string;
  readonly type: LinkType;
  /** Whole days; negative overlaps. */
  readonly lag: number;
  readonly unit: TimeUnit;
}

export type ConstraintKind =
  | 'earliest-start'
  | 'earliest-finish'
  | 'latest-start'
  | 'latest-finish'
  /** A fixed day never moves; what it makes impossible is told. */
  | 'fixed-start'
  | 'fixed-finish';

/** Finish days are inclusive: the last day worked. */
export interface PlanConstraint {
  readonly kind: ConstraintKind;
  readonly day: Day;
}

/** One row of a plan. A stage has no length of its own: it spans what names it as `parent`. */
export interface PlanTask {
  /** Permanent. */
  readonly id: string;
  readonly kind: 'task' | 'milestone' | 'stage';
  readonly parent?: string;
  /** A milestone shows the last day of what it follows (`end-of-day`), or the day that it opens (`start-of-day`). */
  readonly mark?: 'end-of-day' | 'start-of-day';
  /** Whole days, at least 1 for a task; of no meaning for milestones and stages. */
  readonly duration: number;
  readonly unit: TimeUnit;
  readonly after: readonly PlanLink[];
  readonly constraints: readonly PlanConstraint[];
  /** Warns, and pulls nothing. */
  readonly deadline?: Day;
  /** Id of a calendar; without it the plan's main one. */
  readonly calendar?: string;
  /** As soon or as late as possible; without it soon when planned forward, late when planned backward. */
  readonly timing?: 'soon' | 'late';
  readonly actualStart?: Day;
  /** The last day worked. */
  readonly actualFinish?: Day;
  /** 0 to 100. */
  readonly percent?: number;

  // The engine does not look at the rest.
  readonly name?: string;
  readonly role?: string;
  readonly note?: string;
  /** Id of a checklist whose gate drives the progress. */
  readonly checklist?: string;
}

export type Direction =
  | { readonly from: 'start'; readonly day: Day }
  /** Backward from the beginning of that day, which never moves. `milestone` is the row that stands for it. */
  | { readonly from: 'opening'; readonly day: Day; readonly milestone?: string }
  /** Backward from the end of that day. */
  | { readonly from: 'finish'; readonly day: Day };

/** A plan as the engine takes it. The order of `tasks` is for the eye; dates do not depend on it. */
export interface Plan {
  readonly direction: Direction;
  readonly tasks: readonly PlanTask[];
  /** What counts as past; without it nothing is late. */
  readonly today?: Day;
  /** Whether what is left of a started or unstarted task may not lie before `today`. */
  readonly rollForward?: boolean;
}

/** Longest duration or lag, a century; more is told as a fault. */
export const MAX_DAYS = 36_525;
