import { z } from 'astro/zod';

const BETWEEN = ' ‖ ';

/** A message for authors, in both languages: a schema can only carry one string, so they travel together. */
export function inBoth(zh: string, en: string): string {
  return `${zh}${BETWEEN}${en}`;
}

/** The two languages of such a message again; `undefined` for a message of zod's own. */
export function readBoth(message: string): { 'zh-CN': string; en: string } | undefined {
  const [zh, en] = message.split(BETWEEN);
  return zh === undefined || en === undefined ? undefined : { 'zh-CN': zh, en };
}

/** A text that a reader sees, in both languages, Chinese first. Neither may be empty. */
export const localizedText = z.strictObject({
  'zh-CN': z.string().trim().min(1, inBoth('不能空着', 'must not be empty')),
  en: z.string().trim().min(1, inBoth('不能空着', 'must not be empty')),
});
export type LocalizedText = z.infer<typeof localizedText>;

/** A list of texts of the same length in both languages (synonyms may differ in number, so may be empty). */
export const localizedWords = z.strictObject({
  'zh-CN': z.array(z.string().trim().min(1)).default([]),
  en: z.array(z.string().trim().min(1)).default([]),
});

/** Permanent id: kebab-case English, never reused. */
export const stableId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    inBoth('要用小写英文和连字符，例如 "photograph-meters"', 'must be kebab-case, e.g. "photograph-meters"'),
  );

/** Id of a handbook page: its path below `/handbook/`, e.g. `complex/early-involvement/tendering`. */
export const pageId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/,
    inBoth('要写成路径，例如 "complex/early-involvement"', 'must be a path such as "complex/early-involvement"'),
  );

/** A civil date, `YYYY-MM-DD`, quoted in YAML. */
export const civilDate = z.iso.date(
  inBoth('要是真有的日期，加引号，例如 "2026-10-01"', 'must be a date such as "2026-10-01", in quotes'),
);

/**
 * Where an entry comes from: the id of an entry in `content/sources/`, with `@article` when one article
 * of a law is meant (`law-civil-code@944`). The article must stand in that law's own list.
 */
export const sourceRef = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(@[0-9A-Za-z.()§-]+)?$/,
    inBoth(
      '要写出处的编号，指某一条时加“@条号”，例如 "law-civil-code@944"',
      'must be a source id, with "@article" if one article is meant, e.g. "law-civil-code@944"',
    ),
  );

export const sourceRefs = z.array(sourceRef).min(1, inBoth('至少写一个出处', 'must name at least one source'));
