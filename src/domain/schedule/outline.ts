import type { PlanFault, PlanNote } from './fault.ts';
import type { PlanTask } from './plan.ts';

/** Rows by id and what hangs below what, after everything doubtful has been told and left out. */
export interface Outline {
  readonly rows: ReadonlyMap<string, PlanTask>;
  /** Rows that dates are reckoned for. */
  readonly leaves: readonly PlanTask[];
  readonly stages: readonly PlanTask[];
  readonly parentOf: ReadonlyMap<string, string>;
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
}

/** Reads the rows of a plan as a tree. Faults and notes go to the lists given. */
export function readOutline(tasks: readonly PlanTask[], faults: PlanFault[], notes: PlanNote[]): Outline {
  const rows = new Map<string, PlanTask>();
  const doubled = new Set<string>();
  for (const task of tasks) {
    if (rows.has(task.id)) doubled.add(task.id);
    rows.set(task.id, task);
  }
  for (const id of doubled) {
    faults.push({ code: 'duplicate-id', task: id });
    rows.delete(id);
  }
  const parentOf = new Map<string, string>();
  for (const { id, parent } of rows.values()) {
    if (parent === undefined) continue;
    if (rows.has(parent)) parentOf.set(id, parent);
    else faults.push({ code: 'unknown-parent', task: id, parent });
  }
  cutOutlineCycles(rows, parentOf, faults);
  const childrenOf = new Map<string, string[]>();
  for (const [child, parent] of parentOf) {
    const children = childrenOf.get(parent);
    if (children) children.push(child);
    else childrenOf.set(parent, [child]);
  }
  const leaves: PlanTask[] = [];
  const stages: PlanTask[] = [];
  for (const task of rows.values()) {
    if (task.kind === 'stage' || childrenOf.has(task.id)) {
      stages.push(task);
      if (task.kind !== 'stage') notes.push({ code: 'counts-as-stage', task: task.id });
    } else leaves.push(task);
  }
  return { rows, leaves, stages, parentOf, childrenOf };
}

/** Rows without rows of their own at any depth below a stage. */
export function leavesBelow(outline: Outline, stage: string): string[] {
  const found: string[] = [];
  const open = [stage];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const child of outline.childrenOf.get(id) ?? []) {
      if (outline.childrenOf.has(child)) open.push(child);
      else if (outline.rows.get(child)?.kind !== 'stage') found.push(child);
    }
  }
  return found;
}

function cutOutlineCycles(
  rows: ReadonlyMap<string, PlanTask>,
  parentOf: Map<string, string>,
  faults: PlanFault[],
): void {
  const state = new Map<string, 'open' | 'done'>();
  for (const start of rows.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !state.has(at)) {
      state.set(at, 'open');
      path.push(at);
      at = parentOf.get(at);
    }
    if (at !== undefined && state.get(at) === 'open') {
      const ring = path.slice(path.indexOf(at)).sort();
      faults.push({ code: 'outline-cycle', tasks: ring });
      for (const id of ring) parentOf.delete(id);
    }
    for (const id of path) state.set(id, 'done');
  }
}
