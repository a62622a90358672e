import { z } from 'astro/zod';
import { inBoth, localizedText, sourceRefs, stableId } from './text.ts';

/** A cell is a text in both languages or a plain number; the column says the unit. */
const cell = z.union([z.number(), localizedText]);

/**
 * A table of facts: figures, dates, assignments. Shown whole by `<FactTable id="…" />` and quoted one by one by
 * `<Fact of="table" row="…" col="…" />`, so that no figure stands in two places.
 */
export const factTable = z
  .strictObject({
    title: localizedText,
    note: localizedText.optional(),
    columns: z.array(z.strictObject({ id: stableId, label: localizedText, unit: localizedText.optional() })).min(1),
    rows: z
      .array(
        z.strictObject({
          id: stableId,
          /** First cell of the row, its heading. */
          label: localizedText,
          /** By column id; a column may be left out of a row. */
          cells: z.record(stableId, cell),
          source: sourceRefs,
          /** An assumption that the reader should replace by his own value. */
          sample: z.boolean().default(false),
        }),
      )
      .min(1),
  })
  .superRefine((table, ctx) => {
    const columns = new Set(table.columns.map(({ id }) => id));
    const rows = new Set<string>();
    table.rows.forEach((row, r) => {
      if (rows.has(row.id)) {
        ctx.addIssue({
          code: 'custom',
          path: ['rows', r, 'id'],
          message: inBoth(`“${row.id}”用了两次`, `"${row.id}" is used twice`),
        });
      }
      rows.add(row.id);
      for (const id of Object.keys(row.cells)) {
        if (!columns.has(id)) {
          ctx.addIssue({
            code: 'custom',
            path: ['rows', r, 'cells', id],
            message: inBoth(
              `这张表没有“${id}”一列（有 ${[...columns].join('、')}）`,
              `"${id}" is not a column of this table (${[...columns].join(', ')})`,
            ),
          });
        }
      }
    });
  });
export type FactTable = z.infer<typeof factTable>;
