import { z } from 'astro/zod';

/** A text that a reader sees, in both languages, Chinese first. Neither may be empty. */
export const localizedText = z.strictObject({
  'zh-CN': z.string().trim().min(1, 'must not be empty'),
  en: z.string().trim().min(1, 'must not be empty'),
});
export type LocalizedText = z.infer<typeof localizedText>;

/** A list of texts of the same length in both languages (synonyms may differ in number, so may be empty). */
export const localizedWords = z.strictObject({
  'zh-CN': z.array(z.string().trim().min(1)).default([]),
  en: z.array(z.string().trim().min(1)).default([]),
});

/** Permanent id: kebab-case English, never reused. */
export const stableId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case, e.g. "photograph-meters"');

/** Id of a handbook page: its path below `/handbook/`, e.g. `complex/early-involvement/tendering`. */
export const pageId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/, 'must be a path such as "complex/early-involvement"');

/** A civil date, `YYYY-MM-DD`, quoted in YAML. */
export const civilDate = z.iso.date('must be a date such as "2026-10-01", in quotes');

/**
 * Where an entry comes from: the id of an entry in `content/sources/`, with `@article` when one article
 * of a law is meant (`law-civil-code@944`). The article must stand in that law's own list.
 */
export const sourceRef = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(@[0-9A-Za-z.()§-]+)?$/,
    'must be a source id, with "@article" if one article is meant, e.g. "law-civil-code@944"',
  );

export const sourceRefs = z.array(sourceRef).min(1, 'must name at least one source');
