import { type Day, dayFromNumber, dayNumber, FIRST_DAY_NUMBER, isDay } from '../day.ts';

/**
 * How late things are today: working days after the due date up to and including today, 0 while it is not past, and
 * as long as only free days have passed.
 *
 * @param isWorkday - The working calendar; asked once for each day, however many things are late.
 * @returns that number for a due date as stored; what is no day is never late.
 */
export function latenessOn(today: string, isWorkday: (day: Day) => boolean): (due: string) => number {
  if (!isDay(today)) return () => 0;
  const now = dayNumber(today);
  /** Working days of the last n days, today included, by n. */
  const worked = [0];
  return (due) => {
    if (!isDay(due)) return 0;
    const days = Math.max(0, now - Math.max(dayNumber(due), FIRST_DAY_NUMBER - 1));
    for (let n = worked.length; n <= days; n++) {
      worked.push((worked[n - 1] ?? 0) + (isWorkday(dayFromNumber(now - n + 1)) ? 1 : 0));
    }
    return worked[days] ?? 0;
  };
}
