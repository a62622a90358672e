import { z } from 'astro/zod';
import { limit } from './rule.ts';
import { localizedText, sourceRefs, stableId } from './text.ts';

/** One line of the form. `moment` is a day with a time; figures and yes/no can be judged by `limits`. */
const field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), id: stableId, label: localizedText, hint: localizedText.optional() }),
  z.strictObject({ kind: z.literal('moment'), id: stableId, label: localizedText, hint: localizedText.optional() }),
  z.strictObject({
    kind: z.literal('number'),
    id: stableId,
    label: localizedText,
    unit: localizedText,
    hint: localizedText.optional(),
  }),
  z.strictObject({ kind: z.literal('yes-no'), id: stableId, label: localizedText, hint: localizedText.optional() }),
]);

/**
 * One permit of the fit-out site as a form (`content/permits/<id>.yaml`). Who grants it, how long it holds and on what
 * conditions stands in the row of the same id in `content/facts/fit-out-permits.yaml`, and only there.
 *
 * The form knows three figures of itself, which limits may use: `hours` from `from` to `to`, `notice-hours` from the
 * application to `from`, `same-person` whether the two posts of `apart` bear the same name.
 */
export const permit = z.strictObject({
  order: z.number().int().positive(),
  fields: z.array(field).min(1),
  /** Checks in the manner of a design rule, each with what to do when it is broken. */
  checks: z.array(z.strictObject({ id: stableId, limit, advice: localizedText, source: sourceRefs })).default([]),
  /** Two fields that must not name the same person. */
  apart: z.tuple([stableId, stableId]).optional(),
  /** Who signs, in order: ids of roles. */
  signatures: z.array(z.strictObject({ role: stableId })).min(1),
  source: sourceRefs,
});
export type Permit = z.infer<typeof permit>;
