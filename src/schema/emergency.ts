import { z } from 'astro/zod';
import { checkDocument, documentHistory, documentLine } from './document.ts';
import { inBoth, localizedText, localizedWords, sourceRefs, stableId } from './text.ts';

const line = z.strictObject({ id: stableId, text: localizedText, source: sourceRefs });

/** A number to call: one of the national ones, or a local one that each project enters (`local: security-room`). */
const call = z.union([
  z.strictObject({ number: z.string().regex(/^\d{3,6}$/), for: localizedText, source: sourceRefs }),
  z.strictObject({ local: stableId, for: localizedText, source: sourceRefs }),
]);

const step = z.strictObject({
  id: stableId,
  /** Verb first, one action. */
  text: localizedText,
  role: stableId,
  /** To be done within so many seconds of the alarm. */
  withinSeconds: z.number().int().positive().optional(),
  /** A question with two ways on; each names the id of the step that follows. */
  decision: z
    .strictObject({
      question: localizedText,
      yes: z.strictObject({ text: localizedText, goto: stableId.optional() }),
      no: z.strictObject({ text: localizedText, goto: stableId.optional() }),
    })
    .optional(),
  source: sourceRefs,
});

/** One card in `content/emergencies/`; fits one A4 side. */
export const emergency = z
  .strictObject({
    title: localizedText,
    summary: localizedText,
    family: z.enum(['fire', 'public-safety', 'security', 'natural-disaster', 'construction-injury', 'building']),
    document: documentLine,
    history: documentHistory,
    synonyms: localizedWords,
    order: z.number().int().positive(),
    /** What tells that this has happened. */
    triggers: z.array(line).min(1),
    /** The first three actions, in the order in which they are done. */
    first: z.array(step).length(3),
    steps: z.array(step).min(1),
    roles: z.array(z.strictObject({ role: stableId, duty: localizedText, source: sourceRefs })).min(1),
    never: z.array(line).min(1),
    calls: z.array(call).min(1),
    /** Whom to tell, by when (minutes from the event; left out where the rule says only "at once"). */
    report: z
      .array(
        z.strictObject({
          id: stableId,
          whom: localizedText,
          by: localizedText,
          withinMinutes: z.number().int().nonnegative().optional(),
          source: sourceRefs,
        }),
      )
      .min(1),
    over: z.array(line).min(1),
    review: z.array(line).min(1),
    /** How often it is drilled. */
    drill: z.strictObject({ text: localizedText, everyMonths: z.number().int().positive(), source: sourceRefs }),
  })
  .superRefine((card, ctx) => {
    checkDocument(card, ctx);
    const ids = new Set<string>();
    for (const [key, list] of [
      ['first', card.first],
      ['steps', card.steps],
    ] as const) {
      list.forEach(({ id }, i) => {
        if (ids.has(id))
          ctx.addIssue({
            code: 'custom',
            path: [key, i, 'id'],
            message: inBoth(`“${id}”用了两次`, `"${id}" is used twice`),
          });
        ids.add(id);
      });
    }
    for (const [key, list] of [
      ['first', card.first],
      ['steps', card.steps],
    ] as const) {
      list.forEach((entry, i) => {
        for (const way of ['yes', 'no'] as const) {
          const target = entry.decision?.[way].goto;
          if (target && !ids.has(target)) {
            ctx.addIssue({
              code: 'custom',
              path: [key, i, 'decision', way, 'goto'],
              message: inBoth(`这张卡没有步骤“${target}”`, `"${target}" is not a step of this card`),
            });
          }
        }
      });
    }
  });
export type Emergency = z.infer<typeof emergency>;
