import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ESTIMATORS, type EstimatorId, estimate } from '../../../src/domain/estimators/estimators.ts';
import type { FormRow, FormValues } from '../../../src/domain/estimators/form.ts';
import { shapeFor } from './entries.ts';
import { largeForm } from './large.ts';

/** Nothing that was reckoned before can be found again for it. */
const anew = (form: FormValues): FormValues => structuredClone(form);

/** Texts as people type them, right and wrong. */
const TYPED = ['', '0', '1', '7.5', '100', '1,234.5', '３万', '-2', '100%', 'abc', '2012-09', '2012-10-08'];

/** Those that have a table that grows. */
const FORMS = (Object.keys(ESTIMATORS) as EstimatorId[]).flatMap((id) => {
  const start = largeForm(id, 12);
  return start ? [{ id, start }] : [];
});

describe.each(FORMS)('$id', ({ id, start }) => {
  const shape = shapeFor(id);

  test('whatever is changed, one cell after another, the result is that of the whole form reckoned anew', () => {
    const cells = shape.tables.flatMap((table) => table.columns.map((column) => ({ table: table.id, column })));
    const change = fc.oneof(
      fc.record({ cell: fc.constantFrom(...cells), row: fc.nat(11), text: fc.constantFrom(...TYPED) }),
      fc.record({ field: fc.constantFrom(...shape.fields), text: fc.constantFrom(...TYPED) }),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        let form = start;
        for (const each of changes) {
          if ('field' in each) {
            const text = each.field.options?.[each.text.length % each.field.options.length] ?? each.text;
            form = { ...form, fields: { ...form.fields, [each.field.id]: text } };
          } else {
            const { table, column } = each.cell;
            const text = column.options?.[each.text.length % column.options.length] ?? each.text;
            const rows = form.tables[table] ?? [];
            const next = rows.map((row, place) => (place === each.row ? { ...row, [column.id]: text } : row));
            form = { ...form, tables: { ...form.tables, [table]: next } };
          }
          expect(estimate(id, shape, form)).toEqual(estimate(id, shape, anew(form)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('a row that is altered in place is read again', () => {
    const form = anew(start) as { fields: FormValues['fields']; tables: Record<string, Record<string, string>[]> };
    const before = estimate(id, shape, form);
    expect(before.ok).toBe(true);
    for (const table of shape.tables)
      for (const row of form.tables[table.id] ?? [])
        for (const column of table.columns) if (column.kind !== 'text') row[column.id] = 'abc';
    expect(estimate(id, shape, form)).toEqual(estimate(id, shape, anew(form)));
    expect(estimate(id, shape, form).ok).toBe(false);
  });

  test('another order of the rows gives the same headline', () => {
    const tables = Object.fromEntries(
      Object.entries(start.tables).map(([table, rows]): [string, readonly FormRow[]] => [table, rows.toReversed()]),
    );
    const [a, b] = [estimate(id, shape, start), estimate(id, shape, { ...start, tables })];
    expect(a.ok && a.figures[0]).toEqual(b.ok && b.figures[0]);
  });
});
