import type { Day } from '../day.ts';
import type { Direction, PlanTask } from './plan.ts';
import type { RowEdit } from './stored-plan.ts';

/**
 * Puts the start of a row onto a day. What is planned as late as possible may be pulled ahead (`latest-start`), what
 * is planned as soon as possible pushed back (`earliest-start`); links hold on either way.
 *
 * @param stands - Where the row starts now: what lies behind the opening follows it as soon as possible.
 */
export function startEdit(row: PlanTask, direction: Direction, day: Day, stands: Day | undefined): RowEdit {
  const isBehind = direction.from === 'opening' && stands !== undefined && stands >= direction.day;
  const isLate = row.timing === undefined ? direction.from !== 'start' && !isBehind : row.timing === 'late';
  const kind = isLate ? 'latest-start' : 'earliest-start';
  const kept = row.constraints.filter((one) => !one.kind.endsWith('-start'));
  return { constraints: [...kept, { kind, day }] };
}

/** Leaves the start of a row to its links again. */
export const freeStart = ({ constraints }: PlanTask): RowEdit => ({
  constraints: constraints.filter((one) => !one.kind.endsWith('-start')),
});
