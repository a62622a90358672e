import { type Day, dayFromNumber, FIRST_DAY_NUMBER, LAST_DAY_NUMBER } from '../day.ts';

const known = new Map<number, Day>();

/** `dayFromNumber`, remembered: a plan names the same days over and over. Numbers beyond four-digit years are drawn to the edge. */
export function dayOf(number: number): Day {
  const found = known.get(number);
  if (found !== undefined) return found;
  const made = dayFromNumber(Math.max(FIRST_DAY_NUMBER, Math.min(LAST_DAY_NUMBER, number)));
  known.set(number, made);
  return made;
}
