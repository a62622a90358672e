import { addMonths, type Day, dayNumber } from '../day.ts';

export type DrillState = 'never' | 'current' | 'soon' | 'overdue';

export interface DrillDue {
  /** The day of the last drill, nothing if there was none. */
  readonly last: Day | undefined;
  /** The last day on which the next one is in time. */
  readonly due: Day | undefined;
  readonly state: DrillState;
}

const SOON_DAYS = 30;

/**
 * When a card has to be drilled again: so many months after the last drill, on the same day of the month or its last one.
 * A card that was never drilled is due now.
 */
export function drillDue(drilled: readonly Day[], everyMonths: number, today: Day): DrillDue {
  const last = drilled.toSorted().at(-1);
  if (last === undefined) return { last, due: undefined, state: 'never' };
  const due = addMonths(last, everyMonths);
  const soon = dayNumber(due) - dayNumber(today) <= SOON_DAYS;
  return { last, due, state: due < today ? 'overdue' : soon ? 'soon' : 'current' };
}
