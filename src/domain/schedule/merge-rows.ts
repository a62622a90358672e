import type { Change } from '../checklist/change.ts';
import { canonicalJson, type Json } from '../checklist/json.ts';
import { alignRows, renameRows } from './align-rows.ts';
import { rankBehind } from './outline-edits.ts';
import type { PlanTask } from './plan.ts';
import { editChanges, newRowChange, RANK_STEP, type RowEdit, type StoredRow } from './stored-plan.ts';

export interface RowMerge {
  readonly changes: readonly Change[];
  /** Ids of the plan's rows, in the order of the file. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Rows that the file does not have; they stay. */
  readonly kept: readonly string[];
}

/** What a file can say about a row. Its place among its like is not part of it. */
const MERGED = [
  'kind',
  'parent',
  'mark',
  'duration',
  'unit',
  'after',
  'constraints',
  'deadline',
  'calendar',
  'timing',
  'actualStart',
  'actualFinish',
  'percent',
  'name',
  'role',
  'note',
  'checklist',
] as const satisfies readonly (keyof RowEdit)[];

/**
 * Takes the rows of a file into a plan: known rows get what the file says of them, new rows stand where the file has
 * them, and what the file does not have stays. Merging the same file twice changes nothing the second time.
 *
 * @param opening - Row that stands for the opening; its day is the plan's, whatever the file says.
 */
export function mergeRows(
  plan: string,
  rows: readonly StoredRow[],
  given: readonly PlanTask[],
  opening: string | undefined,
): RowMerge {
  const file = renameRows(given, alignRows(given, rows));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const changes: Change[] = [];
  const [added, changed]: [string[], string[]] = [[], []];
  let standing = [...rows];
  const lastOf = new Map<string | undefined, string>();
  for (const task of file) {
    const row = byId.get(task.id);
    if (row) {
      const said = differences(row, task, opening);
      const edit: RowEdit =
        'parent' in said ? { ...said, rank: rankFor(standing, task, lastOf.get(task.parent)) } : said;
      if (Object.keys(edit).length > 0) {
        changed.push(row.id);
        changes.push(...editChanges(plan, row.id, edit));
      }
      if (edit.rank !== undefined) {
        const { parent: _, ...rest } = row;
        const moved: StoredRow = { ...rest, ...parentOf(task), rank: edit.rank };
        standing = standing.map((one) => (one.id === row.id ? moved : one));
      }
    } else {
      const fresh: StoredRow = { ...task, rank: rankFor(standing, task, lastOf.get(task.parent)) };
      standing.push(fresh);
      added.push(fresh.id);
      changes.push(newRowChange(plan, fresh));
    }
    lastOf.set(task.parent, task.id);
  }
  const inFile = new Set(file.map(({ id }) => id));
  return { changes, added, changed, kept: rows.filter(({ id }) => !inFile.has(id)).map(({ id }) => id) };
}

const parentOf = ({ parent }: PlanTask): { parent?: string } => (parent === undefined ? {} : { parent });

/** Behind the row that the file has before it, else ahead of all its like. */
function rankFor(rows: readonly StoredRow[], { parent }: PlanTask, before: string | undefined): number {
  if (before !== undefined) return rankBehind(sorted(rows), before);
  const first = rows.filter((row) => row.parent === parent).map(({ rank }) => rank);
  return first.length === 0 ? RANK_STEP : Math.min(...first) - RANK_STEP;
}

const sorted = (rows: readonly StoredRow[]): StoredRow[] => [...rows].sort((a, b) => a.rank - b.rank);

function differences(row: StoredRow, task: PlanTask, opening: string | undefined): RowEdit {
  const edit: Record<string, unknown> = {};
  for (const key of MERGED) {
    // The gate of a checklist decides how far its task is, and a stage is as far as its rows.
    if (key === 'percent' && (row.checklist !== undefined || task.kind === 'stage')) continue;
    if (key === 'constraints' && row.id === opening) continue;
    // Of no meaning there, and files do not have them.
    if ((key === 'duration' || key === 'unit') && task.kind !== 'task') continue;
    if (key === 'mark' && task.kind !== 'milestone') continue;
    if (sign(key, row) !== sign(key, task)) edit[key] = task[key];
  }
  return edit as RowEdit;
}

/** One text for values that mean the same. */
function sign(key: (typeof MERGED)[number], task: PlanTask): string {
  if (key === 'percent') return String(task.percent ?? 0);
  if (key === 'mark') return task.mark ?? 'end-of-day';
  const value = task[key] as Json | undefined;
  if (Array.isArray(value)) return JSON.stringify((value as Json[]).map((one) => canonicalJson(one)).sort());
  return canonicalJson(value ?? null);
}
