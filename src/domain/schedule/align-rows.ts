import type { StoredRow } from './stored-plan.ts';

/** Ids that were made up for rows of a file that has none; they say where a row stood, not which one it is. */
const MADE_UP = /^(row|uid|r)-\d+(-|$)/;

/**
 * Which rows of one plan are those of another: by id, unless the id was made up from a place in a file; else by a name
 * that stands once in each. Rows without a fellow keep their id, or take a free one where another row has it.
 *
 * @returns the new id of every row, by its old one.
 */
export function alignRows(
  rows: readonly Pick<StoredRow, 'id' | 'name'>[],
  to: readonly Pick<StoredRow, 'id' | 'name'>[],
): Map<string, string> {
  const known = new Map(to.map((row) => [row.id, row]));
  const [ours, theirs] = [onceNamed(rows), onceNamed(to)];
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const give = (old: string, id: string): void => {
    ids.set(old, id);
    taken.add(id);
  };
  for (const { id, name } of rows) {
    const fellow = known.get(id);
    if (fellow && (!MADE_UP.test(id) || fellow.name === name)) give(id, id);
  }
  for (const { id, name } of rows) {
    const fellow = name === undefined || ours.get(name) !== id ? undefined : theirs.get(name);
    if (!ids.has(id) && fellow !== undefined && !taken.has(fellow)) give(id, fellow);
  }
  for (const { id } of rows) {
    if (ids.has(id)) continue;
    let free = id;
    for (let n = 2; taken.has(free) || known.has(free); n++) free = `${id}-${n}`;
    give(id, free);
  }
  return ids;
}

/** Names that stand at one row only, with the id of that row. */
function onceNamed(rows: readonly Pick<StoredRow, 'id' | 'name'>[]): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, name } of rows) {
    if (name === undefined) continue;
    if (found.has(name)) twice.add(name);
    found.set(name, id);
  }
  for (const name of twice) found.delete(name);
  return found;
}

/** Rows under other ids, in their links and parents too. */
export function renameRows<T extends Pick<StoredRow, 'id' | 'parent' | 'after'>>(
  rows: readonly T[],
  ids: ReadonlyMap<string, string>,
): T[] {
  const of = (id: string): string => ids.get(id) ?? id;
  return rows.map((row) => ({
    ...row,
    id: of(row.id),
    ...(row.parent === undefined ? {} : { parent: of(row.parent) }),
    after: row.after.map((link) => ({ ...link, from: of(link.from) })),
  }));
}
