import type { ConstraintKind, LinkType, TimeUnit } from '../domain/schedule/plan.ts';

/** Codes of MSPDI, the XML of MS Project and ProjectLibre. */
export const NAMESPACE = 'http://schemas.microsoft.com/project';

export const LINK_CODES: Readonly<Record<LinkType, number>> = { FF: 0, FS: 1, SF: 2, SS: 3 };

export const CONSTRAINT_CODES: Readonly<Record<ConstraintKind, number>> = {
  'fixed-start': 2,
  'fixed-finish': 3,
  'earliest-start': 4,
  'latest-start': 5,
  'earliest-finish': 6,
  'latest-finish': 7,
};
export const AS_SOON = 0;
export const AS_LATE = 1;

/** Formats of durations and lags: days, and days that count through nights and free days. */
export const DAYS = 7;
export const ELAPSED_DAYS = 8;
/** Elapsed minutes, hours, days, weeks, months, with and without a question mark behind. */
const ELAPSED = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44]);
/** Shares of the predecessor's duration. */
const PERCENT = new Set([19, 20, 51, 52]);

export const isElapsed = (format: number): boolean => ELAPSED.has(format);
export const isPercent = (format: number): boolean => PERCENT.has(format);

export const MINUTES_PER_DAY = 480;
export const MINUTES_OF_ELAPSED_DAY = 1440;

/** Text fields that carry what MSPDI has no place for: our id, our marks, the checklist. */
export const ID_FIELD = '188743731';
export const MARKS_FIELD = '188743734';
export const CHECKLIST_FIELD = '188743737';

export const unitOf = (format: number): TimeUnit => (isElapsed(format) ? 'calendar-day' : 'workday');
