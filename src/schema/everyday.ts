import { z } from 'astro/zod';
import { localizedText, localizedWords } from './text.ts';

/**
 * One entry of `content/everyday/*.yaml`: what the handbook calls something, and what people say for it in daily life. Terms, pages
 * and cards bring their own synonyms; here stands only everyday speech that none of them would claim.
 */
export const everyday = z.strictObject({
  /** A word that stands in the handbook. */
  means: localizedText,
  said: localizedWords,
});
export type Everyday = z.infer<typeof everyday>;
