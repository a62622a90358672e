declare const dayBrand: unique symbol;

/** A civil date, `YYYY-MM-DD`: no clock, no time zone; `<` orders it. */
export type Day = string & { readonly [dayBrand]: true };

const WRITTEN = /^(\d{4})\s*(?:-|\/|\.|年)\s*(\d{1,2})\s*(?:-|\/|\.|月)\s*(\d{1,2})\s*日?$/;

/** Whether the calendar has that day. */
export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
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
