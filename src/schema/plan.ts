import { z } from 'astro/zod';
import { civilDate, inBoth, localizedText, pageId, sourceRefs, stableId } from './text.ts';

/** `T-18m`, `T+30d`, `T+8m-1d`: months first (same day of the month, or its last), then days. */
const offset = z
  .string()
  .regex(
    /^T([+-]\d+m)?([+-]\d+d)?$/,
    inBoth('要写成“T-18m”“T+30d”或“T+8m-1d”', 'must be an offset such as "T-18m", "T+30d" or "T+8m-1d"'),
  );

const link = z.strictObject({
  /** Id of the task that is waited for. */
  task: stableId,
  type: z.enum(['FS', 'SS', 'FF', 'SF']).default('FS'),
  /** Whole days; negative overlaps. */
  lag: z.number().int().min(-400).max(400).default(0),
  unit: z.enum(['workday', 'calendar-day']).default('workday'),
});

const task = z.strictObject({
  id: stableId,
  title: localizedText,
  note: localizedText.optional(),
  kind: z.enum(['task', 'milestone']).default('task'),
  /** Of a milestone: shows the last day of what it follows, or the day that it opens. */
  mark: z.enum(['end-of-day', 'start-of-day']).default('end-of-day'),
  /** Whole days; not for milestones. */
  days: z.number().int().min(1).max(4000).optional(),
  unit: z.enum(['workday', 'calendar-day']).default('workday'),
  /** The post that answers for it: an id in `content/roles/`. */
  role: stableId,
  after: z.array(link).default([]),
  /** Not before that day, and planned there unless links ask for later. */
  at: offset.optional(),
  /** Warns when it finishes later than that day. */
  deadline: offset.optional(),
  /** A checklist whose gate drives the progress of the task: an id in `content/checklists/`. */
  checklist: stableId.optional(),
  /** When it was in the case of the source; shown beside the plan, never planned with. */
  history: z
    .strictObject({ start: civilDate.optional(), finish: civilDate.optional(), text: localizedText.optional() })
    .optional(),
  source: sourceRefs,
  /** The duration or offset is an assumption, to be replaced. */
  sample: z.boolean().default(false),
});

const stage = z.strictObject({ id: stableId, title: localizedText, tasks: z.array(task).min(1) });

/** A template of a plan (`content/plans/<id>.yaml`); ids are permanent, tasks and stages share one set of them. */
export const planTemplate = z
  .strictObject({
    title: localizedText,
    summary: localizedText,
    order: z.number().int().positive(),
    scheme: z.enum(['complex', 'department', 'family', 'community', 'platform']),
    page: pageId.optional(),
    /** What T means: the opening that is planned back from, or the start. */
    anchor: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('opening'), milestone: stableId, label: localizedText }),
      z.strictObject({
        kind: z.literal('start'),
        label: localizedText,
        /** T in the case of the source. */
        history: civilDate.optional(),
      }),
    ]),
    stages: z.array(stage).min(1),
    source: sourceRefs,
    /** Ids that once existed. */
    retired: z.array(stableId).default([]),
  })
  .superRefine((plan, ctx) => {
    const fault = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    const seen = new Set(plan.retired);
    const tasks = new Map(plan.stages.flatMap((part) => part.tasks).map((one) => [one.id, one]));
    plan.stages.forEach((part, s) => {
      if (seen.has(part.id))
        fault(
          ['stages', s, 'id'],
          inBoth(`“${part.id}”在这份计划里已经用过或停用`, `"${part.id}" is already used or retired in this plan`),
        );
      seen.add(part.id);
      part.tasks.forEach((one, t) => {
        const at = ['stages', s, 'tasks', t];
        if (seen.has(one.id))
          fault(
            [...at, 'id'],
            inBoth(
              `“${one.id}”在这份计划里已经用过或停用；换一个新编号，旧编号不再用`,
              `"${one.id}" is already used or retired in this plan; choose a new id, never reuse one`,
            ),
          );
        seen.add(one.id);
        if ((one.kind === 'task') !== (one.days !== undefined))
          fault([...at, 'days'], inBoth('任务要写“days”，里程碑不写', 'a task needs "days", a milestone has none'));
        one.after.forEach((each, l) => {
          if (!tasks.has(each.task))
            fault(
              [...at, 'after', l, 'task'],
              inBoth(`这份计划没有任务“${each.task}”`, `"${each.task}" is not a task of this plan`),
            );
        });
      });
    });
    if (plan.anchor.kind === 'opening') {
      const opening = tasks.get(plan.anchor.milestone);
      if (opening?.kind !== 'milestone' || opening.mark !== 'start-of-day') {
        fault(
          ['anchor', 'milestone'],
          inBoth(
            '要是本计划里写明 mark: start-of-day 的里程碑',
            'must be a milestone of this plan with mark: start-of-day',
          ),
        );
      }
    }
  });
export type PlanTemplate = z.infer<typeof planTemplate>;
