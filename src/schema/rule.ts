import { z } from 'astro/zod';
import { localizedText, sourceRefs, stableId } from './text.ts';

/** What a design has in one respect; the fit-out desk asks for it. */
const field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('length'), id: stableId, label: localizedText, unit: z.enum(['mm', 'm']) }),
  z.strictObject({ kind: z.literal('yes-no'), id: stableId, label: localizedText }),
  z.strictObject({
    kind: z.literal('choice'),
    id: stableId,
    label: localizedText,
    options: z.array(z.strictObject({ id: stableId, label: localizedText })).min(2),
  }),
]);

/** When a rule or a limit counts at all, e.g. trade is clothing. All conditions must hold. */
const condition = z.strictObject({ field: stableId, in: z.array(z.union([stableId, z.boolean(), z.number()])).min(1) });

export type RuleCondition = z.infer<typeof condition>;

/** A limit counts only when its own conditions hold; without any it always counts. */
const when = z.array(condition).default([]);

/**
 * A limit on one field. `max`/`min` include the figure. `exact` holds within the tolerance (± 5 mm unless given); outside it a
 * person decides. `is`/`is-not` compare a choice or yes/no. `person` needs a person: for the choices in `in`, for figures
 * with `from` ≤ figure < `below`, always when none of the three is given.
 */
export const limit = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('max'), field: stableId, value: z.number(), when }),
  z.strictObject({ op: z.literal('min'), field: stableId, value: z.number(), when }),
  z.strictObject({
    op: z.literal('exact'),
    field: stableId,
    value: z.number(),
    tolerance: z.number().default(5),
    when,
  }),
  z.strictObject({
    op: z.literal('is'),
    field: stableId,
    value: z.union([z.boolean(), z.array(stableId).min(1)]),
    when,
  }),
  z.strictObject({
    op: z.literal('is-not'),
    field: stableId,
    value: z.union([z.boolean(), z.array(stableId).min(1)]),
    when,
  }),
  z.strictObject({
    op: z.literal('person'),
    field: stableId,
    in: z.array(stableId).min(1).optional(),
    from: z.number().optional(),
    below: z.number().optional(),
    when,
  }),
]);

export type Limit = z.infer<typeof limit>;

/** What overrules the source. Its limits decide instead of the source's; without limits of its own the source's still decide. */
const correction = z.strictObject({
  /** Red, beside the source's figure: what holds, and why. */
  text: localizedText,
  limits: z.array(limit).default([]),
  source: sourceRefs,
});

/**
 * One design rule of the mall (`content/rules/<id>.yaml`). The values are one mall's and editable where `sample` is true.
 *
 * A field of the same id is the same question in every rule and is asked once. The verdict, in this order:
 * a condition in `when` that does not hold → not-applicable; an empty field in `when` → not-given; then, of the limits that
 * count: one broken → fail; one whose field or whose condition's field is empty → not-given; one that needs a person,
 * or an `exact` outside its tolerance → person; otherwise pass.
 */
export const rule = z.strictObject({
  title: localizedText,
  /** The rule in words, our own. */
  text: localizedText,
  topic: z.enum([
    'designer',
    'drawings',
    'counter',
    'window',
    'surface',
    'fire',
    'lintel',
    'entrance',
    'floor',
    'fitting-room',
    'materials',
    'hoarding',
    'ceiling',
  ]),
  /** As the source numbers it, e.g. "1.4". */
  number: z.string(),
  order: z.number().int().positive(),
  fields: z.array(field).min(1),
  when,
  limits: z.array(limit).default([]),
  /** `false` where a safety rule stands behind the figure and no project may loosen it. */
  sample: z.boolean().default(true),
  correction: correction.optional(),
  /** What the review sheet says when it fails. */
  advice: localizedText,
  /** Which dimensioned drawing shows it. */
  drawing: stableId.optional(),
  source: sourceRefs,
  /** Worked examples: passing, failing and empty at least; they are also tests. */
  cases: z
    .array(
      z.strictObject({
        name: localizedText,
        given: z.record(stableId, z.union([z.number(), z.boolean(), z.string()])),
        verdict: z.enum(['pass', 'fail', 'person', 'not-given', 'not-applicable']),
        /** What the source's own figure says, where a correction overrules it. */
        sourceVerdict: z.enum(['pass', 'fail', 'person', 'not-given', 'not-applicable']).optional(),
      }),
    )
    .min(1),
});
export type Rule = z.infer<typeof rule>;
