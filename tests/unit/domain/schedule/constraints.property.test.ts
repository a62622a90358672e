import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { isWorkday, type WorkCalendar } from '../../../../src/domain/calendar/work-calendar.ts';
import { addDays, type Day } from '../../../../src/domain/day.ts';
import type { Direction, PlanLink, PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import type { Schedule } from '../../../../src/domain/schedule/schedule-result.ts';
import { CONSTRAINTS } from '../../../../src/domain/schedule/stored-values.ts';
import { configureProperties } from '../property-runs.ts';
import { row } from './plans.ts';
import { anyDay, anyTasks, THREE_CALENDARS } from './random-plans.ts';

configureProperties();

/*
 * Plans with all kinds of constraints, held to what a reader would check by counting days on a wall calendar: every link
 * holds, no row could stand a day earlier (forward) or later (backward), a fixed day stands, and what cannot be is told.
 */

const isFixed = ({ constraints }: PlanTask): boolean => constraints.some(({ kind }) => kind.startsWith('fixed'));

/**
 * Tasks only, with at most one constraint each, on a day near those of the plan. A link from start to finish counts
 * working days, as people mean it.
 */
const anyConstrained = (from: 'start' | 'finish') =>
  fc
    .tuple(
      anyTasks(),
      anyDay,
      fc.array(
        fc.option(fc.tuple(fc.constantFrom(...CONSTRAINTS), fc.integer({ min: -5, max: 40 })), { nil: undefined }),
        {
          minLength: 9,
          maxLength: 9,
        },
      ),
    )
    .map(([rows, on, given]): { direction: Direction; tasks: PlanTask[] } => ({
      direction: { from, day: on },
      tasks: rows.map(({ mark: _, ...one }, i): PlanTask => {
        const [kind, by = 0] = given[i] ?? [];
        return {
          ...one,
          kind: 'task',
          duration: Math.max(1, one.duration),
          constraints: kind ? [{ kind, day: addDays(on, from === 'start' ? by : -by) }] : [],
          after: one.after.map((link) => (link.type === 'SF' ? { ...link, unit: 'workday' } : link)),
        };
      }),
    }));

/** First and last day worked. */
interface Span {
  readonly first: Day;
  readonly last: Day;
}

const calendarOf = (task: PlanTask): WorkCalendar =>
  THREE_CALENDARS.others.get(task.calendar ?? '') ?? THREE_CALENDARS.main;
const toWorkday = (calendar: WorkCalendar, from: Day, step: 1 | -1): Day => {
  let at = from;
  while (!isWorkday(calendar, at)) at = addDays(at, step);
  return at;
};
/** The day so many working days behind a working day, or before it. */
const walk = (calendar: WorkCalendar, from: Day, days: number): Day => {
  let at = from;
  for (let left = Math.abs(days); left > 0; left--)
    at = toWorkday(calendar, addDays(at, Math.sign(days)), days > 0 ? 1 : -1);
  return at;
};
function spanFrom(task: PlanTask, first: Day): Span {
  const calendar = calendarOf(task);
  if (task.unit === 'workday') return { first, last: walk(calendar, first, task.duration - 1) };
  return { first, last: toWorkday(calendar, addDays(first, task.duration - 1), 1) };
}

/** Whether a row may stand there, as far as one link of it goes. */
function holds(task: PlanTask, { first, last }: Span, link: PlanLink, source: PlanTask, from: Span): boolean {
  const calendar = calendarOf(task);
  const isDays = link.unit === 'calendar-day' && link.lag !== 0;
  if (link.type === 'FS' || link.type === 'SS') {
    const begin = link.type === 'FS' ? addDays(from.last, 1) : from.first;
    return first >= (isDays ? addDays(begin, link.lag) : walk(calendar, toWorkday(calendar, begin, 1), link.lag));
  }
  const end = link.type === 'FF' ? from.last : toWorkday(calendarOf(source), addDays(from.first, -1), -1);
  return last >= (isDays ? addDays(end, link.lag) : walk(calendar, toWorkday(calendar, end, 1), link.lag));
}

/** Whether a row may stand there, as far as its own earliest day goes. */
const isAllowed = ({ constraints }: PlanTask, { first, last }: Span): boolean =>
  constraints.every(({ kind, day }) =>
    kind === 'earliest-start' ? first >= day : kind === 'earliest-finish' ? last >= day : true,
  );

function look(tasks: readonly PlanTask[], result: Schedule) {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const spans = new Map<string, Span>(
    tasks.map(({ id }) => [id, { first: row(result, id).start, last: row(result, id).finish }]),
  );
  const spanOf = (id: string): Span => spans.get(id) as Span;
  const isKept = (task: PlanTask, span: Span): boolean =>
    task.after.every((link) => holds(task, span, link, byId.get(link.from) as PlanTask, spanOf(link.from)));
  /** Whether all that wait for a row let it stand there. */
  const isBorne = (task: PlanTask, span: Span): boolean =>
    tasks.every((other) =>
      other.after.every((link) => link.from !== task.id || holds(other, spanOf(other.id), link, task, span)),
    );
  const told = ({ id, constraints }: PlanTask): boolean =>
    result.faults.some(
      (fault) => fault.code === 'impossible' && fault.task === id && fault.kind === constraints[0]?.kind,
    );
  return { spanOf, isKept, isBorne, told };
}

/** What holds whichever way a plan is planned. */
function expectSound(tasks: readonly PlanTask[], result: Schedule): void {
  const { spanOf, isKept, told } = look(tasks, result);
  for (const task of tasks) {
    const calendar = calendarOf(task);
    const span = spanOf(task.id);
    const [limit] = task.constraints;
    const kept = isKept(task, span) && isAllowed(task, span);
    expect([isWorkday(calendar, span.first), isWorkday(calendar, span.last)], task.id).toEqual([true, true]);
    if (limit?.kind === 'fixed-start') expect(span.first, task.id).toBe(toWorkday(calendar, limit.day, 1));
    if (limit?.kind === 'fixed-finish') expect(span.last, task.id).toBe(toWorkday(calendar, limit.day, -1));
    if (isFixed(task)) expect(told(task), task.id).toBe(!kept);
    else expect(kept, task.id).toBe(true);
    if (limit?.kind === 'latest-start') expect(told(task), task.id).toBe(span.first > limit.day);
    if (limit?.kind === 'latest-finish') expect(told(task), task.id).toBe(span.last > limit.day);
  }
}

describe('plans with every kind of constraint', () => {
  property.prop([anyConstrained('start')])(
    'forward: all links hold and no row could stand a day earlier',
    ({ direction, tasks }) => {
      const result = schedule({ direction, tasks }, THREE_CALENDARS);
      expectSound(tasks, result);
      const { spanOf, isKept } = look(tasks, result);
      for (const task of tasks) {
        if (isFixed(task)) continue;
        const earlier = spanFrom(task, walk(calendarOf(task), spanOf(task.id).first, -1));
        expect(earlier.first >= direction.day && isAllowed(task, earlier) && isKept(task, earlier), task.id).toBe(
          false,
        );
      }
    },
  );

  property.prop([anyConstrained('finish')])(
    'backward: all links hold and no row could stand a day later',
    ({ direction, tasks }) => {
      const result = schedule({ direction, tasks }, THREE_CALENDARS);
      expectSound(tasks, result);
      // Where something cannot be, rows are pushed behind the place from which the others were counted.
      if (result.faults.length > 0) return;
      const { spanOf, isBorne, isKept } = look(tasks, result);
      for (const task of tasks) {
        if (isFixed(task)) continue;
        const later = spanFrom(task, walk(calendarOf(task), spanOf(task.id).first, 1));
        const isInTime = task.constraints.every(({ kind, day }) =>
          kind === 'latest-start' ? later.first <= day : kind === 'latest-finish' ? later.last <= day : true,
        );
        expect(later.last <= direction.day && isInTime && isKept(task, later) && isBorne(task, later), task.id).toBe(
          false,
        );
      }
    },
  );
});
