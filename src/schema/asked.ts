import { z } from 'astro/zod';
import { localizedWords, stableId } from './text.ts';

/**
 * `content/asked/<path of a page>.yaml`: what newcomers type whose answer stands in a section, item or step of that page, in their
 * words rather than the handbook's. Keys are ids on the page; `top` is the page as a whole. Search reads it, no page shows it.
 */
export const asked = z.record(stableId, localizedWords);
export type Asked = z.infer<typeof asked>;
