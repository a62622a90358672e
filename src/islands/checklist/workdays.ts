import { type Day, dayNumber, weekday } from '../../domain/day.ts';

/** Official days that differ from Monday to Friday, as the page hands them over. */
export interface OfficialDays {
  off: string[];
  work: string[];
}

/** The working calendar by which something is late: the week, and the official days of the years that are known. */
export function isWorkdayIn({ off, work }: OfficialDays): (day: Day) => boolean {
  const free = new Set(off);
  const worked = new Set(work);
  return (day) => worked.has(day) || (weekday(dayNumber(day)) <= 5 && !free.has(day));
}
