import { type Day, day, daysInMonth } from '../day.ts';

/** The same day so many years later, in 9999 at the latest; 29 February becomes 28 February where there is none. */
export function yearsAfter(from: Day, years: number): Day {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const later = Math.min(year + years, 9999);
  const last = daysInMonth(later, month);
  return day(`${String(later).padStart(4, '0')}-${from.slice(5, 7)}-${String(Math.min(date, last)).padStart(2, '0')}`);
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysFrom(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1 March of the year 0 in the Gregorian calendar: leap days then stand at the end of each year. */
function dayNumber(of: Day): number {
  const [year = 0, month = 0, date = 0] = of.split('-').map(Number);
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((months * 153 + 2) / 5) + date - 1;
}
