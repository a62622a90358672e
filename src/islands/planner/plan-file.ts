import type { CalendarSpec } from '../../domain/calendar/calendar-spec.ts';
import type { Baseline } from '../../domain/schedule/baseline.ts';
import type { Plan } from '../../domain/schedule/plan.ts';
import type { OwnDays } from '../../domain/schedule/stored-plan.ts';
import type { MspdiRemark } from '../../interchange/mspdi-read.ts';
import type { PlanCellFault } from '../../interchange/plan-csv.ts';

/** What was not taken over as it stands: of a cell of a table, or of the file. */
export type PlanFileFault =
  | ({ readonly kind: 'cell' } & PlanCellFault)
  | {
      readonly kind: 'remark';
      readonly code: MspdiRemark['code'] | 'week-taken' | 'column';
      readonly task?: string | undefined;
      readonly detail: string;
      readonly count?: number | undefined;
    };

export interface PlanFile {
  readonly name: string;
  readonly plan: Plan;
  /** Tables have no calendar: theirs is the plan's. */
  readonly days?: OwnDays;
  readonly calendars?: readonly CalendarSpec[];
  readonly baseline?: Baseline | undefined;
  readonly faults: readonly PlanFileFault[];
}

export type ReadPlanFile =
  | { readonly ok: true; readonly file: PlanFile }
  /** `reason` is one of those with words of their own, or another of the readers'. */
  | { readonly ok: false; readonly reason: string; readonly detail: string };

/** Id of a role by its name; what is no role of ours stays as written. */
export type RoleOf = (name: string) => string | undefined;
