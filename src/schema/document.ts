import { z } from 'astro/zod';
import { civilDate, inBoth, localizedText, stableId } from './text.ts';

const version = z
  .string()
  .regex(/^\d+\.\d+$/, inBoth('要写成版本号，加引号，例如 "1.0"', 'must be a version such as "1.0", in quotes'));

/** The controlled-document line that stands under a page's title. */
export const documentLine = z.strictObject({
  /** `ZG-<scheme>-<chapter>-<page>`, unique in the handbook. */
  number: z.string().regex(/^ZG(-[0-9A-Z]+)+$/, inBoth('要写成“ZG-1-05-01”的样子', 'must look like "ZG-1-05-01"')),
  version,
  /** The post that keeps the page true: an id in `content/roles/`. */
  owner: stableId,
  effective: civilDate,
  review: civilDate,
});

/** What changed, newest first; the first entry must carry the current version. */
export const documentHistory = z.array(z.strictObject({ version, date: civilDate, change: localizedText })).min(1);

export type DocumentLine = z.infer<typeof documentLine>;
export type DocumentHistory = z.infer<typeof documentHistory>;

/** Shared refinement: the current version is the newest one in the history, and review follows effect. */
export function checkDocument(entry: { document: DocumentLine; history: DocumentHistory }, ctx: z.RefinementCtx): void {
  if (entry.history[0]?.version !== entry.document.version) {
    ctx.addIssue({
      code: 'custom',
      path: ['history', 0, 'version'],
      message: inBoth(
        `要是现行版本“${entry.document.version}”，最新的排在最前`,
        `must be the current version "${entry.document.version}", newest first`,
      ),
    });
  }
  if (entry.document.review <= entry.document.effective) {
    ctx.addIssue({
      code: 'custom',
      path: ['document', 'review'],
      message: inBoth('要晚于“effective”（生效日）', 'must be later than "effective"'),
    });
  }
}
