import { z } from 'astro/zod';
import { civilDate, localizedText } from './text.ts';

/** A section of the source document: five schemes collected on one web page. */
const documentSection = z.strictObject({
  kind: z.literal('document'),
  title: localizedText,
  /** Which of the five schemes, 1 to 5. */
  scheme: z.number().int().min(1).max(5),
  /** Where in the scheme, as its own numbering has it. */
  section: localizedText,
  /** What the handbook takes from it. */
  yields: localizedText,
});

/** A law, rule, standard or official notice. */
const law = z.strictObject({
  kind: z.literal('law'),
  title: localizedText,
  /** Number of the order, notice or standard, e.g. `国务院令第379号` / `State Council Order 379`. */
  number: localizedText.optional(),
  issuer: localizedText,
  issued: civilDate.optional(),
  inForce: civilDate.optional(),
  /** Amendments, repeal or succession, in words. */
  changes: localizedText.optional(),
  /** `checked`: its text was read. `weak`: seen on a secondary page. `known`: general professional knowledge, not seen. `confirm`: doubtful, to be confirmed locally. */
  status: z.enum(['checked', 'weak', 'known', 'confirm']),
  /** When the text was last looked at. */
  asOf: civilDate,
  /** What the cited articles say, by article. Only articles that were really seen, or that are marked in the text as known. */
  articles: z.record(z.string(), localizedText).default({}),
  note: localizedText.optional(),
  /** A foreign standard or guide: a yardstick to compare with, never called law. */
  benchmark: z.literal(true).optional(),
});

/** Common practice, ours: no law, and never presented as one. */
const practice = z.strictObject({
  kind: z.literal('practice'),
  title: localizedText,
  note: localizedText,
});

/** One entry of `content/sources/*.yaml`, which maps ids to entries. */
export const source = z.discriminatedUnion('kind', [documentSection, law, practice]);

export type Source = z.infer<typeof source>;
export type LawSource = z.infer<typeof law>;

/** A fault or gap of the source document and how the handbook deals with it (`content/errata/*.yaml`). */
export const erratum = z.strictObject({
  scheme: z.number().int().min(0).max(5),
  problem: localizedText,
  handling: localizedText,
  /** Path below the site's root where the correction is shown, e.g. `handbook/complex/fit-out/design-rules#hot-work`. */
  where: z.string().optional(),
});
export type Erratum = z.infer<typeof erratum>;
