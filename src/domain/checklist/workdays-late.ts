import { type Day, daysInMonth, isDay } from '../day.ts';

/**
 * Working days after the due date up to and including today: 0 while it is not past, and as long as only free days
 * have passed.
 *
 * @param due - Civil date as stored; what is no day is never late.
 * @param isWorkday - The working calendar; asked once for each day in between.
 */
export function workdaysLate(due: string, today: string, isWorkday: (day: Day) => boolean): number {
  if (!isDay(due) || !isDay(today)) return 0;
  let late = 0;
  for (let day = due; day < today; ) {
    day = dayAfter(day);
    if (isWorkday(day)) late += 1;
  }
  return late;
}

function dayAfter(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (date < daysInMonth(year, month)) return written(year, month, date + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

function written(year: number, month: number, date: number): Day {
  const digits = (n: number, count: number): string => String(n).padStart(count, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}` as Day;
}
