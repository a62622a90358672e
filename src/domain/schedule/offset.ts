import { addDays, addMonths, type Day } from '../day.ts';

const OFFSET = /^T([+-]\d+m)?([+-]\d+d)?$/;

/**
 * The day that an offset such as `T-18m`, `T+30d` or `T+8m-1d` means: months first, to the same day of the month or
 * its last, then days.
 *
 * @throws {RangeError} if it is no offset.
 */
export function dayAt(offset: string, t: Day): Day {
  const match = OFFSET.exec(offset);
  if (!match) throw new RangeError(`Not an offset: "${offset}"`);
  const [, months, days] = match;
  return addDays(addMonths(t, Number.parseInt(months ?? '0', 10)), Number.parseInt(days ?? '0', 10));
}
