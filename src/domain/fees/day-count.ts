import { type Day, daysInMonth } from '../day.ts';

/**
 * The same day so many years later, in 9999 at the latest; 29 February becomes 28 February where there is none.
 *
 * @throws {RangeError} if `years` is no whole number, or leads before the year 0.
 */
export function yearsAfter(from: Day, years: number): Day {
  const later = Math.min(Number(from.slice(0, 4)) + years, 9999);
  if (!Number.isInteger(later) || later < 0) throw new RangeError(`Not so many years: ${years}`);
  const last = daysInMonth(later, Number(from.slice(5, 7)));
  const date = Math.min(Number(from.slice(8, 10)), last);
  // A day's month in another year, cut to its length, is a day again.
  return `${String(later).padStart(4, '0')}-${from.slice(5, 7)}-${String(date).padStart(2, '0')}` as Day;
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysFrom(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1 March of the year 0 in the Gregorian calendar: leap days then stand at the end of each year. */
function dayNumber(of: Day): number {
  const [year, month, date] = [Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8, 10))];
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((months * 153 + 2) / 5) + date - 1;
}
