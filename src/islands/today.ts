import { type Day, day } from '../domain/day.ts';

/** Today's civil date where the reader is. The only place at which an island asks the clock for a date. */
export function today(): Day {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return day(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}

/** An instant as stored (`2026-11-24T08:00:00.000Z`) in local digits, `2026-11-24 16:00`; empty if it is no instant. */
export function localTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** An instant in local digits to the second, `2026-11-24 16:00:05`; empty if it is no instant. */
export function localSecond(instant: string): string {
  const minute = localTime(instant);
  return minute === '' ? '' : `${minute}:${String(new Date(instant).getSeconds()).padStart(2, '0')}`;
}
