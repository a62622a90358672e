import { z } from 'astro/zod';
import { localizedText, pageId, stableId } from './text.ts';

/** `content/navigation/*.yaml`: one file a scheme, its name the scheme's id and first part of its pages' paths. */
export const navigation = z.strictObject({
  /** Place among the schemes, from 1. */
  order: z.number().int().positive(),
  title: localizedText,
  summary: localizedText,
  chapters: z
    .array(
      z.strictObject({
        id: stableId,
        title: localizedText,
        /** In reading order; previous/next follows it. */
        pages: z.array(pageId).min(1),
      }),
    )
    .default([]),
});
export type Navigation = z.infer<typeof navigation>;
