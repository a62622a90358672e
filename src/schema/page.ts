import { z } from 'astro/zod';
import { checkDocument, documentHistory, documentLine } from './document.ts';
import { localizedText, pageId, sourceRefs, stableId } from './text.ts';

/**
 * What is known of a handbook page besides its prose. The prose stands in
 * `content/handbook/<language>/<same path>.mdx`; this file is its only front matter, for both languages.
 */
export const page = z
  .strictObject({
    title: localizedText,
    /** One sentence: what the reader can do after this page. Also the description that search shows. */
    summary: localizedText,
    document: documentLine,
    history: documentHistory,
    /** Everything the page rests on; each is listed at its foot. */
    sources: sourceRefs,
    /** Words that people type for this page and that do not stand in its title. */
    synonyms: z
      .strictObject({
        'zh-CN': z.array(z.string()).default([]),
        en: z.array(z.string()).default([]),
      })
      .optional(),
    /** Checklists that are worked through with this page. */
    checklists: z.array(stableId).default([]),
    related: z.array(pageId).default([]),
  })
  .superRefine(checkDocument);

export type Page = z.infer<typeof page>;
