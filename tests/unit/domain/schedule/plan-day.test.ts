import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../../../src/domain/calendar/calendar-spec.ts';
import type { Json } from '../../../../src/domain/checklist/json.ts';
import { day } from '../../../../src/domain/day.ts';
import type { PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { calendarSpec, otherSpecs, planCalendars } from '../../../../src/domain/schedule/plan-calendar.ts';
import { planDayChanges } from '../../../../src/domain/schedule/plan-day.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import { NO_OWN_DAYS, readPlanValue, type StoredPlan } from '../../../../src/domain/schedule/stored-plan.ts';
import { configureProperties } from '../property-runs.ts';
import { limit, milestone, span, task } from './plans.ts';

configureProperties();

const plan = (...tasks: PlanTask[]): StoredPlan => ({
  id: 'p',
  name: 'x',
  direction: { from: 'opening', day: day('2026-12-18'), milestone: 'open' },
  rows: tasks.map((one, i) => ({ ...one, rank: i })),
  days: NO_OWN_DAYS,
  calendars: [],
  baseline: undefined,
});

describe('planned from another day', () => {
  const rows = [
    task('a', 3, [], { constraints: [limit('earliest-start', '2026-06-18')], deadline: day('2026-07-01') }),
    task('begun', 3, [], { constraints: [limit('earliest-start', '2026-05-04')], actualStart: day('2026-05-04') }),
    task('free', 3),
    milestone('open', [], { mark: 'start-of-day' }),
  ];

  test('rows’ own days move by as many days, but not of what has begun', () => {
    expect(planDayChanges(plan(...rows), day('2026-12-28'), true)).toEqual([
      { item: 'plan/p', field: 'direction', value: { from: 'opening', day: '2026-12-28', milestone: 'open' } },
      { item: 'plan/p/a', field: 'constraints', value: [{ kind: 'earliest-start', day: '2026-06-28' }] },
      { item: 'plan/p/a', field: 'deadline', value: '2026-07-11' },
    ]);
  });

  test('or stay; and the same day is no change', () => {
    expect(planDayChanges(plan(...rows), day('2026-12-28'), false)).toHaveLength(1);
    expect(planDayChanges(plan(...rows), day('2026-12-18'), true)).toEqual([]);
  });
});

describe('calendars of a plan', () => {
  const official = [
    calendarYear({
      year: 2026,
      status: 'known',
      holidays: [{ from: '2026-10-01', to: '2026-10-07' }],
      work: ['2026-09-20', '2026-10-10'],
    } as unknown as Parameters<typeof calendarYear>[0]),
  ];
  const dates = (stored: StoredPlan) => {
    const calendars = planCalendars(calendarSpec(official, stored.days), otherSpecs(official, stored));
    if (!calendars) throw new Error('no working day');
    const direction = { from: 'start', day: day('2026-09-28') } as const;
    return schedule({ direction, tasks: stored.rows }, calendars);
  };

  test('a row may follow another week, with the same holidays', () => {
    const result = dates(plan(task('office', 12), task('site', 12, [], { calendar: 'mon-sat' })));
    expect(span(result, 'office')).toBe('2026-09-28…2026-10-19');
    expect(span(result, 'site')).toBe('2026-09-28…2026-10-17');
  });

  test('holidays can be left out, and a pasted year takes the place of the official one', () => {
    const none = { ...plan(task('a', 6)), days: { ...NO_OWN_DAYS, holidays: 'none' as const } };
    expect(span(dates(none), 'a')).toBe('2026-09-28…2026-10-05');
    const pasted = { ...NO_OWN_DAYS, years: [{ year: 2026, off: [day('2026-10-01')], work: [] }] };
    expect(span(dates({ ...plan(task('a', 6)), days: pasted }), 'a')).toBe('2026-09-28…2026-10-06');
  });

  test('a calendar that came with a file stands for itself', () => {
    const own = { id: 'night', weekdays: [1, 2, 3], official: null, off: [], work: [] };
    const result = dates({ ...plan(task('a', 4, [], { calendar: 'night' })), calendars: [own] });
    expect(span(result, 'a')).toBe('2026-09-28…2026-10-05');
  });
});

describe('a plan from JSON', () => {
  test('is read as it was written', () => {
    const stored = plan(task('a', 3, ['open FS']), milestone('open', [], { mark: 'start-of-day' }));
    const read = readPlanValue(JSON.parse(JSON.stringify(stored)) as Json);
    expect(read?.direction).toEqual(stored.direction);
    expect(read?.rows.map(({ rank: _, ...row }) => row)).toEqual(stored.rows.map(({ rank: _, ...row }) => row));
    expect(read?.days).toEqual(stored.days);
  });

  property.prop([fc.jsonValue()])('nothing makes it throw', (value) => {
    const read = readPlanValue(value as Json);
    if (read) expect(read.rows.every(({ id }) => /^[a-z0-9-]+$/.test(id))).toBe(true);
    else expect(read).toBeUndefined();
  });

  property.prop([
    fc.dictionary(
      fc.constantFrom('id', 'kind', 'after', 'duration', 'constraints', 'percent', 'parent'),
      fc.jsonValue(),
    ),
  ])('rows of any shape are read or left out, and can be planned', (row) => {
    const read = readPlanValue({
      direction: { from: 'start', day: '2026-01-05' },
      rows: [row, { ...row, id: 'a' }],
    } as Json);
    const calendars = planCalendars(calendarSpec([], NO_OWN_DAYS), []);
    if (!read || !calendars) throw new Error('not read');
    const result = schedule({ direction: read.direction, tasks: read.rows }, calendars);
    expect(result.rows.size + result.faults.length).toBeGreaterThan(0);
  });
});
