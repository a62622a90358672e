import type { CalendarYear } from '../../domain/calendar/calendar-spec.ts';
import type { Json } from '../../domain/checklist/json.ts';
import type { Day } from '../../domain/day.ts';
import { readPlanValue } from '../../domain/schedule/stored-plan.ts';
import type { ReadPlanFile, RoleOf } from './plan-file.ts';
import { fromMspdi } from './plan-from-mspdi.ts';
import { fromTable } from './plan-from-table.ts';

/**
 * Reads a plan from Project XML, CSV, XLSX or our own JSON, whichever the file is.
 *
 * @param years - Official years: our own files have them among their exceptions.
 */
export async function readPlanFile(
  name: string,
  bytes: Uint8Array,
  today: Day | undefined,
  roleOf: RoleOf,
  years: readonly CalendarYear[],
): Promise<ReadPlanFile> {
  const title = name.replace(/\.[a-z]+$/i, '');
  const read = /\.xml$/i.test(name)
    ? fromMspdi(bytes, title, roleOf, years)
    : /\.json$/i.test(name)
      ? fromJson(bytes)
      : fromTable(bytes, title, today, roleOf, years);
  return read.ok && read.file.plan.tasks.length === 0 ? { ok: false, reason: 'empty', detail: '' } : read;
}

function fromJson(bytes: Uint8Array): ReadPlanFile {
  let value: Json;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    return { ok: false, reason: 'json', detail: '' };
  }
  const plan = readPlanValue(value);
  if (!plan) return { ok: false, reason: 'json', detail: '' };
  const { name, direction, rows, days, calendars, baseline } = plan;
  return { ok: true, file: { name, plan: { direction, tasks: rows }, days, calendars, baseline, faults: [] } };
}
