import type { PlanTask } from '../../domain/schedule/plan.ts';
import type { RoleOf } from './plan-file.ts';

/** Rows of a file with roles by our ids where their names are known. */
export const withRoles = (
  tasks: readonly PlanTask[],
  written: ReadonlyMap<string, string>,
  roleOf: RoleOf,
): PlanTask[] =>
  tasks.map((task) => {
    const role = written.get(task.id);
    return role === undefined ? task : { ...task, role: roleOf(role) ?? role };
  });

const SAFE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Ids as paths take them, each once. */
export function safeIds(tasks: readonly PlanTask[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const [i, { id }] of tasks.entries()) {
    const plain = id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '');
    let safe = SAFE.test(id) ? id : plain || `r-${i + 1}`;
    while (taken.has(safe)) safe = `${safe}-${i + 1}`;
    taken.add(safe);
    ids.set(id, safe);
  }
  return ids;
}

/** Rows under other ids, and everything in them that names a row. */
export const withIds = (tasks: readonly PlanTask[], of: (id: string) => string): PlanTask[] =>
  tasks.map((task) => ({
    ...task,
    id: of(task.id),
    ...(task.parent === undefined ? {} : { parent: of(task.parent) }),
    after: task.after.map((link) => ({ ...link, from: of(link.from) })),
  }));
