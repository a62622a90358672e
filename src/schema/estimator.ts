import { z } from 'astro/zod';
import { checkDocument, documentHistory, documentLine } from './document.ts';
import { inBoth, localizedText, pageId, sourceRefs, stableId } from './text.ts';

/** Names a field as the engine does: `targetPercent`. */
const fieldId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, inBoth('要写成“targetPercent”的样子', 'must be camelCase, e.g. "targetPercent"'));
const option = z.strictObject({ id: z.string().min(1), label: localizedText });
/** Counts only while another field counts and has the value, or one of the values. */
const when = z.strictObject({ field: fieldId, is: z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]) });

const shape = {
  id: fieldId,
  label: localizedText,
  kind: z.enum(['money', 'percent', 'number', 'count', 'month', 'day', 'choice', 'text']),
  unit: localizedText.optional(),
  /** For `choice`: the first is the handbook's own decision. */
  options: z.array(option).optional(),
  optional: z.boolean().optional(),
  when: when.optional(),
};

const field = z.strictObject({
  ...shape,
  /** Text as a reader would type it, or `fact` that names where it stands: `table/row/column`. */
  default: z.string().default(''),
  fact: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/, inBoth('要写成“表/行/列”', 'must be "table/row/column"'))
    .optional(),
  origin: z.enum(['source', 'law', 'sample', 'choice']),
  /** Without it, the estimator's. */
  source: sourceRefs.optional(),
  hint: localizedText.optional(),
});

const table = z.strictObject({
  id: fieldId,
  title: localizedText,
  note: localizedText.optional(),
  columns: z.array(z.strictObject(shape)).min(1),
  /** By column; `id` is added by place. */
  rows: z.array(z.record(fieldId, z.union([z.string(), localizedText]))),
  origin: z.enum(['source', 'law', 'sample']),
  source: sourceRefs.optional(),
  when: when.optional(),
});

const example = z.strictObject({
  id: stableId,
  title: localizedText,
  /** What differs from the preset. */
  fields: z.record(fieldId, z.string()).default({}),
  tables: z.record(fieldId, z.array(z.record(fieldId, z.string()))).default({}),
  /** `figure:<id>` or `section:<section>:<line>:<cell>`; values in yuan, units or percent, exact. */
  expect: z.array(z.strictObject({ at: z.string().min(1), value: z.string().min(1) })).min(1),
  /** Reckoned by hand, step by step. */
  derivation: localizedText,
});

/** One file in `content/estimators/`; the file name is the estimator's id and that of its engine. */
export const estimator = z
  .strictObject({
    title: localizedText,
    summary: localizedText,
    document: documentLine,
    history: documentHistory,
    order: z.number().int().positive(),
    page: pageId.optional(),
    source: sourceRefs,
    rules: z
      .array(
        z.strictObject({
          id: stableId,
          text: localizedText,
          /** `law`: what the law says beside the source. */
          tone: z.enum(['law', 'rule']).default('rule'),
          source: sourceRefs,
          /** Formulas of the engine that rest on it. */
          formulas: z.array(z.string()).default([]),
        }),
      )
      .min(1),
    fields: z.array(field),
    tables: z.array(table).default([]),
    /** Inputs that are moved: `field`, or `table.column` for a whole column. */
    sensitivity: z.array(z.string()).default([]),
    examples: z.array(example).min(1),
  })
  .superRefine((entry, ctx) => {
    checkDocument(entry, ctx);
    const known = new Set([
      ...entry.fields.map(({ id }) => id),
      ...entry.tables.flatMap(({ id, columns }) => columns.map((column) => `${id}.${column.id}`)),
    ]);
    entry.sensitivity.forEach((path, index) => {
      if (!known.has(path)) {
        ctx.addIssue({
          code: 'custom',
          path: ['sensitivity', index],
          message: inBoth(`没有输入项“${path}”`, `"${path}" is no input`),
        });
      }
    });
    entry.tables.forEach((part, index) => {
      const columns = new Set(part.columns.map(({ id }) => id));
      part.rows.forEach((row, place) => {
        for (const id of Object.keys(row)) {
          if (!columns.has(id)) {
            ctx.addIssue({
              code: 'custom',
              path: ['tables', index, 'rows', place, id],
              message: inBoth(`“${part.id}”没有“${id}”这一列`, `"${id}" is no column of "${part.id}"`),
            });
          }
        }
      });
    });
  });

export type EstimatorEntry = z.infer<typeof estimator>;
