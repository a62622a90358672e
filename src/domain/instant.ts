import { dayFromNumber, dayNumber, isDay } from './day.ts';

const WRITTEN = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z$/;
const DAY_MS = 86_400_000;

/**
 * Milliseconds since 1970 of an instant as records hold it (`2026-11-24T08:00:00.000Z`), without asking a clock.
 *
 * @returns `NaN` for anything else, so that comparing with it is always false.
 */
export function instantMs(instant: string): number {
  const match = WRITTEN.exec(instant);
  const written = match?.[1] ?? '';
  if (!match || !isDay(written)) return Number.NaN;
  const [hour = 0, minute = 0, second = 0] = match.slice(2, 5).map(Number);
  const ms = Number((match[5] ?? '').padEnd(3, '0'));
  return dayNumber(written) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/**
 * The instant so many milliseconds after 1970, as records hold it.
 *
 * @throws {RangeError} outside of the years that a day can name.
 */
export function instantAt(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  const left = ms - day * DAY_MS;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = [left / 3_600_000, (left / 60_000) % 60, (left / 1000) % 60].map(two).join(':');
  return `${dayFromNumber(day)}T${clock}.${String(Math.round(left % 1000)).padStart(3, '0')}Z`;
}
