import { z } from 'astro/zod';
import { inBoth, localizedText, sourceRefs, stableId } from './text.ts';
import { anyOf } from './when.ts';

/** A question about the tenant. A field that a design rule has too (`trade`, `storey`) is asked once for both. */
const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes-no'), id: stableId, label: localizedText, hint: localizedText.optional() }),
  z.strictObject({
    kind: z.literal('number'),
    id: stableId,
    label: localizedText,
    hint: localizedText.optional(),
    unit: localizedText,
  }),
  z.strictObject({
    kind: z.literal('choice'),
    id: stableId,
    label: localizedText,
    hint: localizedText.optional(),
    options: z.array(z.strictObject({ id: stableId, label: localizedText })).min(2),
  }),
]);

/** What the fit-out desk asks about a tenant and what follows from the answers (`content/fit-out-desk/<id>.yaml`). */
export const fitOutDesk = z
  .strictObject({
    groups: z.array(z.strictObject({ id: stableId, title: localizedText, fields: z.array(question).min(1) })).min(1),
    /** Traits by which the submissions checklist adds items (`when` of its items). */
    traits: z.array(z.strictObject({ id: stableId, label: localizedText, when: anyOf })).min(1),
    /** Public procedures, in the order in which they come. */
    procedures: z
      .array(
        z.strictObject({
          id: stableId,
          title: localizedText,
          text: localizedText,
          /** The authority, or the post inside. */
          who: localizedText,
          /** How long it takes or by when it is due. */
          limit: localizedText,
          phase: z.enum(['before-work', 'during-work', 'before-use']),
          when: anyOf,
          source: sourceRefs,
        }),
      )
      .min(1),
    /** What must not be at the same time: `stop` cannot go on as it is, `person` needs a decision. */
    conflicts: z
      .array(
        z.strictObject({
          id: stableId,
          level: z.enum(['stop', 'person']),
          title: localizedText,
          text: localizedText,
          advice: localizedText,
          when: anyOf,
          source: sourceRefs,
        }),
      )
      .min(1),
    /** Share of the installed power that is on at once, by group of fixtures; the reader may change it. */
    load: z.strictObject({
      groups: z
        .array(z.strictObject({ id: stableId, label: localizedText, diversity: z.number().gt(0).lte(1) }))
        .min(1),
      note: localizedText,
      source: sourceRefs,
    }),
  })
  .superRefine((desk, ctx) => {
    const fields = new Set(desk.groups.flatMap((group) => group.fields.map(({ id }) => id)));
    for (const key of ['traits', 'procedures', 'conflicts'] as const) {
      desk[key].forEach(({ when }, i) => {
        for (const { field } of when.flat()) {
          if (!fields.has(field)) {
            ctx.addIssue({
              code: 'custom',
              path: [key, i, 'when'],
              message: inBoth(`没有问题问到“${field}”`, `no question asks for "${field}"`),
            });
          }
        }
      });
    }
  });
export type FitOutDesk = z.infer<typeof fitOutDesk>;
