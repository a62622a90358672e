import { type Accessor, createMemo } from 'solid-js';
import type { CheckItem } from '../../domain/checklist/answer.ts';
import { answerPath, runPath } from '../../domain/checklist/item-path.ts';
import type { Day } from '../../domain/day.ts';
import {
  type ChecklistProgress,
  checklistProgress,
  withChecklistProgress,
} from '../../domain/schedule/checklist-progress.ts';
import type { Dated } from '../../domain/schedule/compare.ts';
import { calendarSpec, otherSpecs, type PlanCalendars, planCalendars } from '../../domain/schedule/plan-calendar.ts';
import { schedule } from '../../domain/schedule/schedule.ts';
import type { StoredPlan } from '../../domain/schedule/stored-plan.ts';
import type { ProjectState } from '../../state/create-project.ts';
import type { PlannerProps } from './planner-props.ts';

/** What the engine makes of a stored plan, on its calendars and with the progress of its checklists. */
export interface PlanDates {
  readonly calendars: Accessor<PlanCalendars | undefined>;
  readonly dated: Accessor<Dated | undefined>;
  /** Any plan of the project with its dates. */
  readonly datedPlan: (plan: StoredPlan) => Dated | undefined;
  readonly progressOf: (checklist: string) => ChecklistProgress | undefined;
}

export function createPlanDates(
  { years, checklists }: PlannerProps,
  project: ProjectState,
  stored: Accessor<StoredPlan | undefined>,
  today: Accessor<Day | undefined>,
): PlanDates {
  const specs = (plan: StoredPlan) => [calendarSpec(years, plan.days), otherSpecs(years, plan)] as const;
  // Calendars are made ready again only when one of them has become another.
  const specsText = createMemo(() => {
    const plan = stored();
    return plan && JSON.stringify(specs(plan));
  });
  const calendars = createMemo(() => {
    const text = specsText();
    return text === undefined ? undefined : planCalendars(...(JSON.parse(text) as Parameters<typeof planCalendars>));
  });
  const items = new Map<string, readonly CheckItem[]>(
    checklists.map((list) => [
      list.id,
      list.items.map(({ id, group, role, mandatory }) => ({ path: answerPath(list.id, id), group, role, mandatory })),
    ]),
  );
  const progressOf = (checklist: string): ChecklistProgress | undefined => {
    const list = items.get(checklist);
    return (
      list && project.under(runPath(checklist), (index) => checklistProgress(index, checklist, list, today() ?? ''))
    );
  };
  const datesOf = (plan: StoredPlan, on: PlanCalendars | undefined): Dated | undefined => {
    if (!on) return undefined;
    const tasks = withChecklistProgress(plan.rows, progressOf);
    const now = today();
    const dated = { direction: plan.direction, tasks, ...(now === undefined ? {} : { today: now }) };
    return { plan: dated, schedule: schedule(dated, on) };
  };
  return {
    calendars,
    dated: createMemo(() => {
      const plan = stored();
      return plan && datesOf(plan, calendars());
    }),
    datedPlan: (plan) => datesOf(plan, planCalendars(...specs(plan))),
    progressOf,
  };
}
