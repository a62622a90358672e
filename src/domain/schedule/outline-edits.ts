import { RANK_STEP, type RowEdit, type StoredRow } from './stored-plan.ts';

/** Siblings of a row in order, itself included. */
export function siblings(rows: readonly StoredRow[], id: string): StoredRow[] {
  const parent = rows.find((row) => row.id === id)?.parent;
  return rows.filter((row) => row.parent === parent);
}

/** A place right behind a row, before its next sibling. */
export function rankBehind(rows: readonly StoredRow[], id: string): number {
  const like = siblings(rows, id);
  const at = like.findIndex((row) => row.id === id);
  const [row, next] = [like[at], like[at + 1]];
  if (!row) return RANK_STEP;
  return next ? (row.rank + next.rank) / 2 : row.rank + RANK_STEP;
}

/** Below the sibling before it; `undefined` when there is none. */
export function indentEdit(rows: readonly StoredRow[], id: string): RowEdit | undefined {
  const like = siblings(rows, id);
  const before = like[like.findIndex((row) => row.id === id) - 1];
  if (!before) return undefined;
  const last = rows.filter((row) => row.parent === before.id).at(-1);
  return { parent: before.id, rank: (last?.rank ?? 0) + RANK_STEP };
}

/** Beside its parent, right behind it; `undefined` at the top. */
export function outdentEdit(rows: readonly StoredRow[], id: string): RowEdit | undefined {
  const parent = rows.find((row) => row.id === rows.find((one) => one.id === id)?.parent);
  return parent && { parent: parent.parent, rank: rankBehind(rows, parent.id) };
}

/** One place up or down among its like; at the edge nothing. */
export function moveEdit(rows: readonly StoredRow[], id: string, by: -1 | 1): RowEdit | undefined {
  const like = siblings(rows, id);
  const at = like.findIndex((row) => row.id === id);
  const other = like[at + by];
  if (!other) return undefined;
  const beyond = like[at + 2 * by];
  return { rank: beyond ? (other.rank + beyond.rank) / 2 : other.rank + by * RANK_STEP };
}

/** A row and all below it. */
export function withRowsBelow(rows: readonly StoredRow[], id: string): string[] {
  const found = new Set([id]);
  for (const row of rows) if (row.parent !== undefined && found.has(row.parent)) found.add(row.id);
  return [...found];
}
