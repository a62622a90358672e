import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Plan, PlanTask } from '../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../src/domain/schedule/schedule.ts';
import { writeCsv } from '../../../src/interchange/csv.ts';
import { planTable } from '../../../src/interchange/plan-csv.ts';
import { fromTable } from '../../../src/islands/planner/plan-from-table.ts';
import { OFFICIAL } from '../domain/calendar/official.ts';
import { configureProperties } from '../domain/property-runs.ts';
import { ONLY_CHINA, row, task } from '../domain/schedule/plans.ts';
import { anyDay, anyTasks } from '../domain/schedule/random-plans.ts';

configureProperties();

/** The plan as a new one from its own table. */
function through(plan: Plan): Plan {
  const csv = writeCsv(planTable(plan.tasks, schedule(plan, ONLY_CHINA), 'zh-CN', () => undefined, plan.direction));
  const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : csv;
  const read = fromTable(bytes, 'x', undefined, () => undefined, OFFICIAL);
  if (!read.ok) throw new Error(read.reason);
  expect(read.file.faults).toEqual([]);
  return read.file.plan;
}

const datesOf = (plan: Plan) =>
  [...schedule(plan, ONLY_CHINA).rows.values()].map(({ id, start, finish }) => `${id} ${start}…${finish}`).sort();

describe('a plan from its start comes back from its own table with the same dates', () => {
  property.prop([anyTasks({ isPlain: true }), anyDay, fc.nat(8), fc.integer({ min: -40, max: 20 })])(
    'whatever its links, and with a row that was begun before or after',
    (tasks, start, at, by) => {
      const begun = schedule({ direction: { from: 'start', day: start }, tasks }, ONLY_CHINA);
      const rows = tasks.map((one, i): PlanTask => {
        // An end of a day may show the day before the plan begins.
        if (one.kind === 'milestone') return { ...one, mark: 'start-of-day' };
        if (i !== at) return one;
        const first = row(begun, one.id).start;
        return by < 0 ? { ...one, actualStart: day('2025-06-03') } : { ...one, actualStart: first };
      });
      const plan: Plan = { direction: { from: 'start', day: start }, tasks: rows };
      expect(datesOf(through(plan))).toEqual(datesOf(plan));
    },
  );

  test('what was begun before the plan, and an earliest start before it, pull nothing along', () => {
    const tasks = [
      task('a', 5, [], { actualStart: day('2026-10-12') }),
      task('b', 2, [], { constraints: [{ kind: 'earliest-start', day: day('2026-10-15') }] }),
      task('c', 2),
    ];
    const plan: Plan = { direction: { from: 'start', day: day('2026-11-02') }, tasks };
    const back = through(plan);
    expect(back.direction).toEqual(plan.direction);
    expect(datesOf(back)).toEqual(datesOf(plan));
  });
});
