import { z } from 'astro/zod';
import { checkDocument, documentHistory, documentLine } from './document.ts';
import { inBoth, localizedText, localizedWords, pageId, sourceRefs, stableId } from './text.ts';

/** A value that is measured on site instead of ticked by eye. */
const measure = z.strictObject({
  unit: z.string().min(1),
  min: z.number().optional(),
  max: z.number().optional(),
});

const checklistItem = z.strictObject({
  id: stableId,
  label: localizedText,
  /** Why it matters, or how to do it. One or two sentences. */
  why: localizedText,
  /** What must be there to prove it: a document, a photo, a signature. */
  evidence: localizedText,
  /** The post that answers for it: an id in `content/roles/`. */
  role: stableId,
  mandatory: z.boolean(),
  source: sourceRefs,
  measure: measure.optional(),
  /** The item counts only when the run has this trait, e.g. `food-and-beverage`. */
  when: stableId.optional(),
});

const group = z.strictObject({
  id: stableId,
  title: localizedText,
  items: z.array(checklistItem).min(1),
});

/** One file in `content/checklists/`; the file name is the checklist's id and never changes. */
export const checklist = z
  .strictObject({
    title: localizedText,
    summary: localizedText,
    document: documentLine,
    history: documentHistory,
    /** Checklists that follow one another share a series; `order` is the place in it. */
    series: stableId,
    order: z.number().int().positive(),
    /** Short name of the stage, for the rail of the series. */
    stage: localizedText,
    /** The handbook page that explains what is ticked here. */
    page: pageId.optional(),
    synonyms: localizedWords.optional(),
    groups: z.array(group).min(1),
    /** Ids that once existed. Kept so an old saved answer is recognised, not mistaken for a new item. */
    retired: z.array(stableId).default([]),
  })
  .superRefine((list, ctx) => {
    checkDocument(list, ctx);
    const seen = new Set<string>(list.retired);
    list.groups.forEach((part, g) => {
      part.items.forEach(({ id }, i) => {
        if (seen.has(id)) {
          ctx.addIssue({
            code: 'custom',
            path: ['groups', g, 'items', i, 'id'],
            message: inBoth(
              `“${id}”在这张清单里已经用过或停用；换一个新编号，旧编号不再用`,
              `"${id}" is already used or retired in this checklist; choose a new id, never reuse one`,
            ),
          });
        }
        seen.add(id);
      });
    });
  });

export type Checklist = z.infer<typeof checklist>;
export type ChecklistItem = z.infer<typeof checklistItem>;
