import type { AnswerIndex } from '../checklist/answer-index.ts';
import type { ItemPath } from '../checklist/item-path.ts';
import {
  inOutlineOrder,
  planPath,
  readPlanHead,
  readStoredRow,
  type StoredPlan,
  type StoredRow,
} from './stored-plan.ts';

/** What was read of something, and how much was stated about it then. */
interface Known<T> {
  readonly stated: number;
  readonly value: T;
}

/**
 * Reads one plan again and again, as `readPlan` does, at the cost of what is new: a row about which nothing new was
 * stated is the very same object as before, and so is the list of rows where none of them is new.
 *
 * @returns a function of the index and the plan's id. Another index or another plan is read from the start.
 */
export function createPlanReader(): (index: AnswerIndex, id: string) => StoredPlan | undefined {
  let of: { readonly index: AnswerIndex; readonly id: string } | undefined;
  let head: Known<ReturnType<typeof readPlanHead>> | undefined;
  let known = new Map<ItemPath, Known<StoredRow | undefined>>();
  let paths: readonly ItemPath[] = [];
  /** Rows by path and in the order of the outline. */
  let unordered: readonly StoredRow[] = [];
  let rows: readonly StoredRow[] = [];

  const readRows = (index: AnswerIndex, id: string): readonly StoredRow[] => {
    const now = index.children(planPath(id));
    let isSame = now === paths;
    paths = now;
    for (const path of now) {
      const stated = index.stated(path);
      if (known.get(path)?.stated === stated) continue;
      known.set(path, { stated, value: readStoredRow(index, path) });
      isSame = false;
    }
    if (isSame) return rows;
    const found = now.flatMap((path) => known.get(path)?.value ?? []);
    rows = isOrderKept(unordered, found) ? replaced(rows, found) : inOutlineOrder(found);
    unordered = found;
    return rows;
  };

  return (index, id) => {
    if (of?.index !== index || of.id !== id) {
      of = { index, id };
      head = undefined;
      known = new Map();
      [paths, unordered, rows] = [[], [], []];
    }
    const stated = index.stated(planPath(id));
    if (head?.stated !== stated) head = { stated, value: readPlanHead(index, id) };
    return head.value && { ...head.value, rows: readRows(index, id) };
  };
}

/** Whether nothing has changed of what the order of the outline goes by. */
const isOrderKept = (before: readonly StoredRow[], now: readonly StoredRow[]): boolean =>
  before.length === now.length &&
  now.every((row, i) => {
    const then = before[i];
    return then === row || (then?.id === row.id && then.parent === row.parent && then.rank === row.rank);
  });

/** The rows of a list in the state of another one. */
function replaced(ordered: readonly StoredRow[], by: readonly StoredRow[]): readonly StoredRow[] {
  const now = new Map(by.map((row) => [row.id, row]));
  return ordered.map((row) => now.get(row.id) ?? row);
}
