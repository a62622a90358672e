import fc from 'fast-check';
import { EVERY_DAY, MONDAY_TO_SATURDAY } from '../../../../src/domain/calendar/calendar-spec.ts';
import { addDays, type Day, day } from '../../../../src/domain/day.ts';
import type { Calendars } from '../../../../src/domain/schedule/network.ts';
import type { Direction, LinkType, Plan, PlanTask, TimeUnit } from '../../../../src/domain/schedule/plan.ts';
import { CHINA, compiled, spec } from '../calendar/official.ts';

export const THREE_CALENDARS: Calendars = {
  main: CHINA,
  others: new Map([
    [
      'six',
      compiled(spec('six', { weekdays: MONDAY_TO_SATURDAY, off: [day('2026-03-12')], work: [day('2026-03-15')] })),
    ],
    ['all', compiled(spec('all', { weekdays: EVERY_DAY, official: null }))],
  ]),
};

/** Starts between the autumns of 2025 and 2026, so that holidays and make-up days are met. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 400 })
  .map((days) => addDays(day('2025-09-20'), days));
const anyUnit = fc.constantFrom<TimeUnit>('workday', 'workday', 'calendar-day');
const anyType = fc.constantFrom<LinkType>('FS', 'FS', 'SS', 'FF', 'SF');

export interface Shape {
  /** Only the main calendar and working days. */
  readonly isPlain?: boolean;
  readonly maxTasks?: number;
}

const anyRow = (shape: Shape) =>
  fc.record({
    kind: fc.constantFrom<'task' | 'end' | 'begin'>('task', 'task', 'task', 'end', 'begin'),
    duration: fc.integer({ min: 1, max: 12 }),
    unit: shape.isPlain ? fc.constant<TimeUnit>('workday') : anyUnit,
    calendar: shape.isPlain ? fc.constant(undefined) : fc.constantFrom(undefined, undefined, 'six', 'all'),
    earliest: shape.isPlain ? fc.constant(undefined) : fc.option(anyDay, { nil: undefined, freq: 8 }),
  });

const anyLink = (count: number, shape: Shape) =>
  fc.record({
    ends: fc.tuple(fc.nat(count - 1), fc.nat(count - 1)),
    type: anyType,
    lag: fc.oneof(fc.constant(0), fc.integer({ min: -6, max: 8 })),
    unit: shape.isPlain ? fc.constant<TimeUnit>('workday') : anyUnit,
  });

/** Rows with links that run from earlier to later rows, so without circles; the last row is an opening. */
export const anyTasks = (shape: Shape = {}): fc.Arbitrary<PlanTask[]> =>
  fc.integer({ min: 2, max: shape.maxTasks ?? 9 }).chain((count) =>
    fc
      .tuple(
        fc.array(anyRow(shape), { minLength: count, maxLength: count }),
        fc.array(anyLink(count, shape), { maxLength: count * 2 }),
        fc.nat(count - 1),
      )
      .map(([rows, links, opening]) =>
        rows.map(({ kind, duration, unit, calendar, earliest }, i): PlanTask => {
          const isOpening = i === opening;
          const isTask = kind === 'task' && !isOpening;
          return {
            id: isOpening ? 'opening' : `t${i}`,
            kind: isTask ? 'task' : 'milestone',
            ...(isOpening || kind === 'begin' ? { mark: 'start-of-day' as const } : {}),
            duration: isTask ? duration : 0,
            unit: isTask ? unit : 'workday',
            ...(calendar === undefined ? {} : { calendar }),
            constraints: earliest === undefined || isOpening ? [] : [{ kind: 'earliest-start', day: earliest }],
            after: links
              .filter(({ ends }) => Math.max(...ends) === i && ends[0] !== ends[1])
              .map(({ ends, type, lag, unit: lagUnit }) => ({
                from: Math.min(...ends) === opening ? 'opening' : `t${Math.min(...ends)}`,
                type,
                lag,
                unit: lagUnit,
              })),
          };
        }),
      ),
  );

export const anyDirection: fc.Arbitrary<Direction> = fc.oneof(
  anyDay.map((on): Direction => ({ from: 'start', day: on })),
  anyDay.map((on): Direction => ({ from: 'opening', day: on, milestone: 'opening' })),
  anyDay.map((on): Direction => ({ from: 'opening', day: on })),
  anyDay.map((on): Direction => ({ from: 'finish', day: on })),
);

export const anyPlan = (shape: Shape = {}): fc.Arbitrary<Plan> =>
  fc.record({ direction: anyDirection, tasks: anyTasks(shape) });
