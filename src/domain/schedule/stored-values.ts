import type { Json } from '../checklist/json.ts';
import { type Day, isDay } from '../day.ts';
import type { Baseline, BaselineRow } from './baseline.ts';
import type { Direction, PlanConstraint, PlanLink } from './plan.ts';

/* What is stored or stands in a file, read with tolerance: what makes no sense is left out. */

export const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
export const dayOrNot = (value: Json | undefined): Day | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;
export const daysOf = (value: Json | undefined): Day[] =>
  Array.isArray(value) ? (value as Json[]).flatMap((one) => dayOrNot(one) ?? []) : [];

export function directionOf(value: Json | undefined): Direction | undefined {
  if (!isObject(value)) return undefined;
  const day = dayOrNot(value.day);
  const milestone = textOf(value.milestone);
  if (!day) return undefined;
  if (value.from === 'opening') return { from: 'opening', day, ...(milestone === undefined ? {} : { milestone }) };
  return value.from === 'start' || value.from === 'finish' ? { from: value.from, day } : undefined;
}

export function linkOf(value: Json): PlanLink | undefined {
  if (!isObject(value) || typeof value.from !== 'string') return undefined;
  const { from, type, lag, unit } = value;
  return {
    from,
    type: type === 'SS' || type === 'FF' || type === 'SF' ? type : 'FS',
    lag: typeof lag === 'number' ? lag : 0,
    unit: unit === 'calendar-day' ? 'calendar-day' : 'workday',
  };
}

/** Every kind of constraint, in the order in which they are shown. */
export const CONSTRAINTS = [
  'earliest-start',
  'earliest-finish',
  'latest-start',
  'latest-finish',
  'fixed-start',
  'fixed-finish',
] as const satisfies readonly PlanConstraint['kind'][];

export function constraintOf(value: Json): PlanConstraint | undefined {
  if (!isObject(value)) return undefined;
  const kind = CONSTRAINTS.find((one) => one === value.kind);
  const day = dayOrNot(value.day);
  return kind && day ? { kind, day } : undefined;
}

export function baselineOf(value: Json | undefined): Baseline | undefined {
  if (!isObject(value)) return undefined;
  const rows: [string, BaselineRow][] = Object.entries(value).flatMap(([id, row]) => {
    if (!isObject(row)) return [];
    const [start, finish] = [dayOrNot(row.start), dayOrNot(row.finish)];
    return start && finish
      ? [[id, { start, finish, workdays: typeof row.workdays === 'number' ? row.workdays : 0 }]]
      : [];
  });
  return Object.fromEntries(rows);
}
