import { type Day, readDay } from '../../domain/day.ts';
import { readLength } from '../../domain/schedule/length-text.ts';
import { readLinks, writeLink } from '../../domain/schedule/link-text.ts';
import type { PlanTask } from '../../domain/schedule/plan.ts';
import type { RowEdit } from '../../domain/schedule/stored-plan.ts';
import { fill } from '../../i18n/format.ts';
import type { PlannerText } from '../../i18n/planner-strings.ts';

/** What a typed cell means, or what is wrong with it. */
export type ReadCell =
  | { readonly ok: true; readonly edit: RowEdit; readonly start?: Day }
  | { readonly ok: false; readonly problem: string };

export function readDuration(typed: string, text: PlannerText): ReadCell {
  const length = readLength(typed);
  if (!length || length.days < 1) return { ok: false, problem: text.durationWrong };
  return { ok: true, edit: { duration: length.days, unit: length.unit } };
}

export const durationText = ({ kind, duration, unit }: PlanTask): string =>
  kind === 'task' ? `${duration}${unit === 'workday' ? 'd' : 'cd'}` : '';

export function readLinkCell(typed: string, idOf: (row: string) => string | undefined, text: PlannerText): ReadCell {
  const read = readLinks(typed);
  if (!read.ok) return { ok: false, problem: fill(text.linksWrong, { part: read.part }) };
  const unknown = read.links.find(({ row }) => idOf(row) === undefined);
  if (unknown) return { ok: false, problem: fill(text.linksUnknown, { part: unknown.row }) };
  return {
    ok: true,
    edit: { after: read.links.map(({ row, type, lag, unit }) => ({ from: idOf(row) as string, type, lag, unit })) },
  };
}

export const linksText = (task: PlanTask, numberOf: (id: string) => number | undefined): string =>
  task.after.map((link) => writeLink(numberOf(link.from) ?? link.from, link)).join(', ');

export function readPercent(typed: string, text: PlannerText): ReadCell {
  const plain = typed.normalize('NFKC').replace('%', '').trim();
  const percent = Number(plain);
  if (plain === '') return { ok: true, edit: { percent: undefined } };
  if (!/^\d{1,3}$/.test(plain) || percent > 100) return { ok: false, problem: text.percentWrong };
  return { ok: true, edit: { percent } };
}

export { readDay };
