import { type CalendarYear, calendarYear, MONDAY_TO_FRIDAY } from '../../domain/calendar/calendar-spec.ts';
import { compileCalendar } from '../../domain/calendar/work-calendar.ts';
import { day } from '../../domain/day.ts';
import { planFromTemplate } from '../../domain/schedule/from-template.ts';
import { writeLink } from '../../domain/schedule/link-text.ts';
import { schedule } from '../../domain/schedule/schedule.ts';
import type { RowDates } from '../../domain/schedule/schedule-result.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Calendar } from '../../schema/calendar.ts';
import type { PlanTemplate } from '../../schema/plan.ts';

/** Days that the printed templates are reckoned with, named as examples on the page. */
export const EXAMPLE_OPENING = day('2026-12-18');
export const EXAMPLE_START = day('2026-01-05');

export interface ExampleRow {
  id: string;
  number: number;
  isStage: boolean;
  title: string;
  note: string;
  days: number | undefined;
  unit: 'workday' | 'calendar-day';
  links: string;
  role: string;
  sample: boolean;
  source: readonly string[];
  history: string;
  dates: RowDates | undefined;
}

/** A template with the dates that the engine gives it for the example day. */
export function exampleRows(template: PlanTemplate, years: readonly CalendarYear[], locale: Locale): ExampleRow[] {
  const compiled = compileCalendar({ id: 'cn', weekdays: MONDAY_TO_FRIDAY, official: years, off: [], work: [] });
  if (!compiled.ok) return [];
  const calendars = { main: compiled.calendar, others: new Map() };
  const given =
    template.anchor.kind === 'opening'
      ? ({ from: 'opening', day: EXAMPLE_OPENING } as const)
      : ({ from: 'start', day: EXAMPLE_START } as const);
  const plan = planFromTemplate(template, given, calendars, locale);
  const { rows } = schedule(plan, calendars);
  const numbers = new Map(plan.tasks.map(({ id }, i) => [id, i + 1]));
  const tasks = new Map(template.stages.flatMap((stage) => stage.tasks).map((task) => [task.id, task]));
  return plan.tasks.map((row, i) => {
    const task = tasks.get(row.id);
    return {
      id: row.id,
      number: i + 1,
      isStage: row.kind === 'stage',
      title: row.name ?? row.id,
      note: row.note ?? '',
      days: task?.days,
      unit: row.unit,
      links: row.after.map((link) => writeLink(numbers.get(link.from) ?? link.from, link)).join(', '),
      role: row.role ?? '',
      sample: task?.sample ?? false,
      source: task?.source ?? [],
      history: [
        [task?.history?.start, task?.history?.finish].filter(Boolean).join(' – '),
        task?.history?.text?.[locale] ?? '',
      ]
        .filter(Boolean)
        .join(' '),
      dates: rows.get(row.id),
    };
  });
}

export const yearsOf = (entries: readonly Calendar[]): CalendarYear[] =>
  entries.map(calendarYear).sort((a, b) => a.year - b.year);
