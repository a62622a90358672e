declare const dayBrand: unique symbol;

/** A civil date, `YYYY-MM-DD`: no clock, no time zone; `<` orders it. */
export type Day = string & { readonly [dayBrand]: true };

const WRITTEN = /^(\d{4})\s*(?:-|\/|\.|年)\s*(\d{1,2})\s*(?:-|\/|\.|月)\s*(\d{1,2})\s*日?$/;

const PLAIN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the calendar has that day. */
export function isDay(text: string): text is Day {
  if (!PLAIN.test(text)) return false;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** @throws {RangeError} if the calendar has no such day. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: "${text}"`);
  return text;
}

/** Days of a month, 1 to 12, in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Reads a date as people type it: `2026-12-01`, `2026/12/1`, `2026.12.1`, `2026年12月1日`, full-width digits and marks too.
 *
 * @returns `undefined` for anything that is not a day of the calendar.
 */
export function readDay(text: string): Day | undefined {
  const match = WRITTEN.exec(text.normalize('NFKC').replaceAll('。', '.').trim());
  if (!match) return undefined;
  const [, year = '', month = '', date = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

/** A day as a whole number: 0 is 1970-01-01, one more is the next day. No clock is involved. */
export type DayNumber = number;

/** First and last day that a whole number may stand for; they have four-digit years. */
export const FIRST_DAY_NUMBER: DayNumber = -719_162;
export const LAST_DAY_NUMBER: DayNumber = 2_932_896;

/** Days since 1970-01-01 in the Gregorian calendar, negative before it. */
export function dayNumber(of: Day): DayNumber {
  return fromCivil(Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8, 10)));
}

/** @throws {RangeError} outside the years 1 to 9999, or if it is no whole number. */
export function dayFromNumber(number: DayNumber): Day {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) {
    throw new RangeError(`No day of a four-digit year: ${number}`);
  }
  // Years are counted from 1 March, so that the leap day is the last of its year.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

/** The day that many days later, or earlier when negative. */
export function addDays(from: Day, days: number): Day {
  return dayFromNumber(dayNumber(from) + days);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day of the month so many months later, or earlier when negative; where that month is too short, its last
 * day.
 *
 * @throws {RangeError} outside the years 1 to 9999.
 */
export function addMonths(from: Day, months: number): Day {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (!Number.isInteger(months) || year < 1 || year > 9999) throw new RangeError(`Not so many months: ${months}`);
  return written(year, month, Math.min(Number(from.slice(8, 10)), daysInMonth(year, month)));
}

/** The first of two days. */
export function earlierOf(a: Day, b: Day): Day {
  if (b < a) return b;
  return a;
}

/** The last of two days. */
export function laterOf(a: Day, b: Day): Day {
  if (b > a) return b;
  return a;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(of: DayNumber): number {
  return ((((of + 3) % 7) + 7) % 7) + 1;
}

function fromCivil(year: number, month: number, date: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function written(year: number, month: number, date: number): Day {
  const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as Day;
}
