import type { Change } from '../checklist/change.ts';
import { addDays, type Day, daysBetween } from '../day.ts';
import { directionChange, editChanges, type RowEdit, type StoredPlan } from './stored-plan.ts';

/**
 * Plans from another day.
 *
 * @param withRows - Days that rows have of their own (constraints, deadlines) move by as many calendar days: in a plan
 * of a template they were counted from the old day. What has begun keeps its days.
 */
export function planDayChanges({ id, direction, rows }: StoredPlan, day: Day, withRows: boolean): Change[] {
  const by = daysBetween(direction.day, day);
  if (by === 0) return [];
  const moved = rows.flatMap((row) => {
    if (!withRows || row.actualStart !== undefined || row.actualFinish !== undefined) return [];
    const edit: RowEdit = {
      ...(row.constraints.length === 0
        ? {}
        : { constraints: row.constraints.map((one) => ({ ...one, day: addDays(one.day, by) })) }),
      ...(row.deadline === undefined ? {} : { deadline: addDays(row.deadline, by) }),
    };
    return editChanges(id, row.id, edit);
  });
  return [directionChange(id, { ...direction, day }), ...moved];
}
