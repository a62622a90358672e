import type { Day } from '../day.ts';
import type { ConstraintKind, LinkType } from './plan.ts';

/** What is wrong with a plan, or cannot be; it names the rows. The dates given beside it are what still can be said. */
export type PlanFault =
  /** Rows of that id are left out, all of them: nobody can tell which one is meant. */
  | { readonly code: 'duplicate-id'; readonly task: string }
  /** Exactly the tasks and stages that wait for one another in a circle, in the order of their links where it is one ring. */
  | { readonly code: 'cycle'; readonly tasks: readonly string[] }
  /** They are on no circle but wait for one. */
  | { readonly code: 'waiting'; readonly tasks: readonly string[] }
  /** The link is left out. */
  | { readonly code: 'dangling-link'; readonly task: string; readonly from: string }
  /** The row is left out: its duration, lag or percentage is no number that makes sense. */
  | { readonly code: 'bad-number'; readonly task: string; readonly field: 'duration' | 'lag' | 'percent' }
  /** The main calendar is taken instead. */
  | { readonly code: 'unknown-calendar'; readonly task: string; readonly calendar: string }
  /** The row stands at the top instead. */
  | { readonly code: 'unknown-parent'; readonly task: string; readonly parent: string }
  /** Rows that are, directly or through others, their own parents; they stand at the top instead. */
  | { readonly code: 'outline-cycle'; readonly tasks: readonly string[] }
  /** Only FS and FF lead out of a stage, only FS and SS into one. The link is left out. */
  | { readonly code: 'stage-link'; readonly task: string; readonly from: string; readonly type: LinkType }
  /** A stage takes an earliest start and a deadline only. The constraint is left out. */
  | { readonly code: 'stage-constraint'; readonly task: string; readonly kind: ConstraintKind }
  /** The row that should stand for the opening is not there, or is no milestone. */
  | { readonly code: 'no-opening'; readonly milestone: string }
  /**
   * A fixed or latest day cannot be kept, by so many working days. `chain` leads from what starts it all to the task.
   * `kind` is `opening` for the plan's own fixed day.
   */
  | {
      readonly code: 'impossible';
      readonly task: string;
      readonly kind: ConstraintKind | 'opening';
      readonly day: Day;
      readonly shortBy: number;
      readonly chain: readonly string[];
    }
  /** They would lie outside the years a plan may reach. */
  | { readonly code: 'out-of-range'; readonly tasks: readonly string[] };

/** What was decided where the plan left it open; nothing is wrong. */
export type PlanNote =
  /** A fixed day was free; the working day before (finish) or after (start) is meant. */
  | { readonly code: 'fixed-day-free'; readonly task: string; readonly day: Day; readonly taken: Day }
  /** A link would pull the task before the start of the plan; it is held there. */
  | { readonly code: 'held-at-start'; readonly task: string; readonly from: string }
  /** A row with rows below it counts as a stage, whatever its kind says. */
  | { readonly code: 'counts-as-stage'; readonly task: string }
  /** It really started or finished against a link; what happened wins. */
  | { readonly code: 'out-of-sequence'; readonly task: string; readonly from: string };
