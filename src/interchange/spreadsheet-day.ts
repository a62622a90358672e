import { type Day, isDay } from '../domain/day.ts';

const MS_OF_DAY = 86_400_000;
/** Spreadsheets believe that 1900 had a 29 February; from March 1900 on, day 0 is 1899-12-30. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const FIRST_SAFE = 61;
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST = 2_958_465;

/** The number by which a spreadsheet holds a day. @returns `undefined` before March 1900, where programs disagree. */
export function serialOfDay(day: Day): number | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const serial = (Date.UTC(year, month - 1, date) - EPOCH_1900) / MS_OF_DAY;
  return year < 1900 || serial < FIRST_SAFE ? undefined : serial;
}

/** The same for civil time `YYYY-MM-DDTHH:MM[:SS]`; `undefined` also for what is no such time. */
export function serialOfDateTime(dateTime: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(dateTime);
  const [, date = '', hours, minutes, seconds = '0'] = match ?? [];
  if (!isDay(date)) return undefined;
  const serial = serialOfDay(date);
  const second = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return serial === undefined ? undefined : serial + second / 86_400;
}

/**
 * What a serial number says: `YYYY-MM-DD`, `YYYY-MM-DD HH:MM[:SS]`, or, below one, a time of day alone. To the second.
 *
 * @param is1904 - Whether the workbook counts from 1904, as old Macintosh files do.
 * @returns `undefined` for a number that is no date.
 */
export function dateOfSerial(serial: number, is1904: boolean): string | undefined {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  if (!(serial >= 0) || days > LAST) return undefined;
  const time = new Date((seconds - days * 86_400) * 1000).toISOString().slice(11, 19).replace(/:00$/, '');
  if (days === 0 && !is1904) return time;
  const shift = !is1904 && days < FIRST_SAFE - 1 ? 1 : 0;
  const date = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * MS_OF_DAY).toISOString().slice(0, 10);
  return seconds === days * 86_400 ? date : `${date} ${time}`;
}
