import { normalizeHeading } from './list-import-headings.ts';

export interface FoundColumn<Field extends string> {
  readonly field: Field;
  /** From 1. */
  readonly column: number;
  /** As it stands in the file; empty when the table has no head. */
  readonly heading: string;
}

export interface FoundHead<Field extends string> {
  /** From 1. */
  readonly row: number;
  readonly columns: readonly FoundColumn<Field>[];
  /** Columns with a heading that means nothing here, or that an earlier column already has. */
  readonly unused: readonly { readonly column: number; readonly heading: string }[];
}

/** How far down a head is looked for: titles, dates and names stand above it. */
const ROWS_SEARCHED = 15;

/**
 * Finds the row that names the columns: the first with the most known headings. Bilingual headings (`项目 / Item`)
 * are known by either part.
 *
 * @param synonyms - For each field, what people call it; the first column of a field is its column. A word may stand
 *   under two fields: `项目` is the item, but the group where another column is surely the item.
 * @param required - A row without these fields is no head.
 */
export function findHead<Field extends string>(
  rows: readonly (readonly string[])[],
  synonyms: { readonly [field in Field]: readonly string[] },
  required: readonly Field[],
): FoundHead<Field> | undefined {
  const fields = new Map<string, Field[]>();
  for (const field of Object.keys(synonyms) as Field[]) {
    for (const word of synonyms[field]) {
      const key = normalizeHeading(word);
      fields.set(key, [...(fields.get(key) ?? []), field]);
    }
  }
  let best: FoundHead<Field> | undefined;
  for (const [i, cells] of rows.slice(0, ROWS_SEARCHED).entries()) {
    const head = readHead(cells, i + 1, fields);
    const isHead = required.every((field) => head.columns.some((column) => column.field === field));
    if (isHead && head.columns.length > (best?.columns.length ?? 0)) best = head;
  }
  return best;
}

function readHead<Field extends string>(
  cells: readonly string[],
  row: number,
  fields: ReadonlyMap<string, readonly Field[]>,
): FoundHead<Field> {
  const headings = cells
    .map((text, i) => ({ column: i + 1, heading: text.trim() }))
    .filter(({ heading }) => heading !== '')
    .map((found) => ({ ...found, candidates: candidatesOf(found.heading, fields) }));
  const columns = new Map<Field, FoundColumn<Field>>();
  const used = new Set<number>();
  const surest = headings.toSorted((a, b) => a.candidates.length - b.candidates.length || a.column - b.column);
  for (const { column, heading, candidates } of surest) {
    const field = candidates.find((candidate) => !columns.has(candidate));
    if (field === undefined) continue;
    columns.set(field, { field, column, heading });
    used.add(column);
  }
  return {
    row,
    columns: [...columns.values()].sort((a, b) => a.column - b.column),
    unused: headings.filter(({ column }) => !used.has(column)).map(({ column, heading }) => ({ column, heading })),
  };
}

function candidatesOf<Field extends string>(
  heading: string,
  fields: ReadonlyMap<string, readonly Field[]>,
): readonly Field[] {
  const parts = [heading, ...heading.split(/[/|\n\r]+/)];
  return parts.map((part) => fields.get(normalizeHeading(part))).find((known) => known !== undefined) ?? [];
}
