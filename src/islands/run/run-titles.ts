import { day, isDay } from '../../domain/day.ts';
import { drillDue } from '../../domain/emergency/drill.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { localTime, today } from '../today.ts';
import type { Run } from './run-state.ts';

/** What the log is called: of an incident, or of a drill. */
export const titleOf = (run: Run, text: RunText) =>
  fill(run.kind() === 'drill' ? text.drillLogOf : text.logOf, { card: run.card.title });

/** The day until which the next drill is in time, in words. */
export function nextDrillText(run: Run, text: RunText): string {
  const on = localTime(run.started()).slice(0, 10);
  if (run.kind() !== 'drill' || !isDay(on)) return '';
  const { due } = drillDue([day(on)], run.card.drill.months, today());
  return due === undefined
    ? ''
    : fill(text.nextDrill, { day: formatDay(due, run.card.locale), rule: run.card.drill.text });
}
