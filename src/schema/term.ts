import { z } from 'astro/zod';
import { localizedText, localizedWords, sourceRefs } from './text.ts';

/** One entry of `content/glossary/*.yaml`, which maps ids to terms. */
export const term = z.strictObject({
  term: localizedText,
  /** With tone marks, words apart: `qiánqī jièrù`. */
  pinyin: z.string().min(1),
  /** What people really type instead of the term. */
  synonyms: localizedWords,
  definition: localizedText,
  source: sourceRefs,
});
export type Term = z.infer<typeof term>;
