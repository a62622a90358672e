import type { PlanTemplate } from '../../schema/plan.ts';
import type { Day } from '../day.ts';
import type { Calendars } from './network.ts';
import { dayAt } from './offset.ts';
import type { Direction, Plan, PlanConstraint, PlanTask } from './plan.ts';
import { schedule } from './schedule.ts';

export type Locale = 'zh-CN' | 'en';

/** What a reader starts a plan with: the first day, the opening day (start of day) or the last day. */
export type TemplateDay =
  | { readonly from: 'start'; readonly day: Day }
  | { readonly from: 'opening'; readonly day: Day }
  | { readonly from: 'finish'; readonly day: Day };

/**
 * Makes a plan of a template.
 *
 * Offsets count from the opening where the template has one, else from the start. When the reader gives the other end,
 * T is where the links alone put it: planned once without offsets, and then with them.
 */
export function planFromTemplate(
  template: PlanTemplate,
  given: TemplateDay,
  calendars: Calendars,
  locale: Locale,
): Plan {
  const bare = rowsOf(template, locale, undefined);
  const direction = directionOf(template, given);
  const t = anchorDay(template, given, { direction, tasks: bare }, calendars);
  return { direction, tasks: rowsOf(template, locale, t) };
}

function directionOf({ anchor }: PlanTemplate, { from, day }: TemplateDay): Direction {
  if (from !== 'opening') return { from, day };
  return { from, day, ...(anchor.kind === 'opening' ? { milestone: anchor.milestone } : {}) };
}

/** T: given when the reader gives the end that the template counts from, else reckoned. */
function anchorDay({ anchor }: PlanTemplate, given: TemplateDay, bare: Plan, calendars: Calendars): Day {
  if (anchor.kind === 'opening' && given.from === 'opening') return given.day;
  if (anchor.kind === 'start' && given.from === 'start') return given.day;
  const { rows, start } = schedule(bare, calendars);
  return (anchor.kind === 'opening' ? rows.get(anchor.milestone)?.start : start) ?? given.day;
}

function rowsOf(template: PlanTemplate, locale: Locale, t: Day | undefined): PlanTask[] {
  return template.stages.flatMap((stage) => [
    {
      id: stage.id,
      kind: 'stage' as const,
      duration: 0,
      unit: 'workday' as const,
      after: [],
      constraints: [],
      name: stage.title[locale],
    },
    ...stage.tasks.map((task): PlanTask => {
      const at = task.at === undefined || t === undefined ? undefined : dayAt(task.at, t);
      // The opening of a service stands on its day, free or not; everything else may start then at the earliest.
      const kind = task.kind === 'milestone' && task.mark === 'start-of-day' ? 'fixed-start' : 'earliest-start';
      const constraints: PlanConstraint[] = at === undefined ? [] : [{ kind, day: at }];
      return {
        id: task.id,
        kind: task.kind,
        parent: stage.id,
        ...(task.kind === 'milestone' ? { mark: task.mark } : {}),
        duration: task.days ?? 0,
        unit: task.unit,
        after: task.after.map(({ task: from, type, lag, unit }) => ({ from, type, lag, unit })),
        constraints,
        ...(at === undefined ? {} : { timing: 'soon' as const }),
        ...(task.deadline === undefined || t === undefined ? {} : { deadline: dayAt(task.deadline, t) }),
        name: task.title[locale],
        role: task.role,
        ...(task.note === undefined ? {} : { note: task.note[locale] }),
        ...(task.checklist === undefined ? {} : { checklist: task.checklist }),
      };
    }),
  ]);
}
