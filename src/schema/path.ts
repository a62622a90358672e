import { z } from 'astro/zod';
import { localizedText, sourceRefs, stableId } from './text.ts';

/** A learning path of one role (`content/paths/<id>.yaml`). */
export const path = z.strictObject({
  title: localizedText,
  summary: localizedText,
  order: z.number().int().positive(),
  /** Posts that take it. */
  roles: z.array(stableId).min(1),
  /** What one must be able to do at the end. */
  outcomes: z.array(z.strictObject({ id: stableId, text: localizedText })).min(3),
  steps: z
    .array(
      z.strictObject({
        id: stableId,
        kind: z.enum(['page', 'emergency', 'checklist', 'drill']),
        /** Id of the page, card or checklist; for a drill the card that is drilled. */
        ref: z.string(),
        /** What to look for in it. */
        text: localizedText,
      }),
    )
    .min(3),
  source: sourceRefs,
});
export type Path = z.infer<typeof path>;

/** A question of daily work and where it is answered (`content/questions/*.yaml`, ids to questions). */
export const question = z.strictObject({
  question: localizedText,
  /** Path below the root with anchor, e.g. `handbook/complex/offices#two-tenants`. */
  answer: z.string().regex(/^[a-z0-9/-]+\/?(#[a-z0-9-]+)?$/),
});
export type Question = z.infer<typeof question>;
