import { z } from 'astro/zod';
import { localizedText, localizedWords, pageId, sourceRefs, stableId } from './text.ts';

/** What the source does not give: shown as "for the organisation to fill in", never invented. */
const toFill = z.literal('to-fill');

/** One service of the directory (`content/services/<id>.yaml`). */
export const service = z.strictObject({
  name: localizedText,
  summary: localizedText,
  scheme: z.enum(['complex', 'department', 'family', 'community', 'platform']),
  /** For whom: ids of `content/roles/` or audiences. */
  audience: z
    .array(
      z.enum([
        'owners',
        'tenants',
        'shops',
        'guests',
        'residents',
        'older-people',
        'children',
        'youth',
        'families',
        'disabled-people',
        'low-income',
        'volunteers',
        'enterprises',
        'staff',
        'developers',
      ]),
    )
    .min(1),
  /** The post or unit that answers for it: an id in `content/roles/`. */
  responsible: stableId,
  level: z.enum(['project', 'department', 'district', 'town', 'village', 'street']),
  apply: z.union([localizedText, toFill]),
  materials: z.union([z.array(localizedText).min(1), toFill]),
  timeLimit: z.union([localizedText, toFill]),
  channel: z.union([localizedText, toFill]),
  /** The five internal steps, each with its post. */
  steps: z.strictObject({
    accept: z.strictObject({ text: localizedText, role: stableId }),
    handle: z.strictObject({ text: localizedText, role: stableId }),
    review: z.strictObject({ text: localizedText, role: stableId }),
    approve: z.strictObject({ text: localizedText, role: stableId }),
    conclude: z.strictObject({ text: localizedText, role: stableId }),
  }),
  /** What happens when it is overdue. */
  reminder: z.union([localizedText, toFill]),
  page: pageId.optional(),
  synonyms: localizedWords,
  source: sourceRefs,
});
export type Service = z.infer<typeof service>;
