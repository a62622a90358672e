import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { placeOf } from '../../../../src/domain/calendar/work-calendar.ts';
import { type Day, dayFromNumber, dayNumber } from '../../../../src/domain/day.ts';
import type { Plan, PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import { CHINA } from '../calendar/official.ts';
import { configureProperties } from '../property-runs.ts';
import { row } from './plans.ts';
import { anyDay, anyPlan, anyTasks, THREE_CALENDARS } from './random-plans.ts';
import { reckonSlowly } from './slow-reference.ts';

configureProperties();

/** Tasks and start-of-day milestones show their place itself, so they can be compared day by day. */
const isPlainly = (task: PlanTask): boolean => task.kind === 'task' || task.mark === 'start-of-day';

describe('schedule', () => {
  test.prop([anyPlan()])('agrees with the slow reference, early, late and as planned', (plan) => {
    const result = schedule(plan, THREE_CALENDARS);
    const slow = reckonSlowly(plan, THREE_CALENDARS);
    const ours = Object.fromEntries(
      plan.tasks.filter(isPlainly).map(({ id }) => {
        const { start, earlyStart, lateStart, finish, lateFinish } = row(result, id);
        return [id, { start, finish, earlyStart, lateStart, lateFinish }];
      }),
    );
    const theirs = Object.fromEntries(
      plan.tasks.filter(isPlainly).map((task) => {
        const place = (of: 'early' | 'late' | 'placed') => slow[of].get(task.id) as { at: number; end: number };
        const last = (of: 'late' | 'placed') => dayFromNumber(place(of).end - (task.kind === 'task' ? 1 : 0));
        return [
          task.id,
          {
            start: dayFromNumber(place('placed').at),
            finish: last('placed'),
            earlyStart: dayFromNumber(place('early').at),
            lateStart: dayFromNumber(place('late').at),
            lateFinish: last('late'),
          },
        ];
      }),
    );
    expect(ours).toEqual(theirs);
  });

  test.prop([anyPlan(), fc.gen()])('does not depend on the order of rows and links', (plan, gen) => {
    const shuffle = <T>(list: readonly T[]): T[] => {
      const order = list.map((item) => ({ item, at: gen(fc.nat) }));
      return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
    };
    const tasks = shuffle(plan.tasks).map((task) => ({
      ...task,
      after: shuffle(task.after),
      constraints: shuffle(task.constraints),
    }));
    const sorted = (of: Plan) => {
      const { rows, ...rest } = schedule(of, THREE_CALENDARS);
      return { ...rest, rows: [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    };
    expect(sorted({ ...plan, tasks })).toEqual(sorted(plan));
  });

  test.prop([anyTasks({ isPlain: true }), anyDay])(
    'a backward plan put forward again meets the same opening day',
    (tasks, on) => {
      const back = schedule({ direction: { from: 'opening', day: on, milestone: 'opening' }, tasks }, THREE_CALENDARS);
      const ahead = tasks.filter(({ id }) => row(back, id).finish <= on);
      const start = ahead.map(({ id }) => row(back, id).start).sort()[0] as Day;
      const free = schedule({ direction: { from: 'start', day: start }, tasks }, THREE_CALENDARS);
      expect(placeOf(CHINA, dayNumber(row(free, 'opening').start))).toBeLessThanOrEqual(placeOf(CHINA, dayNumber(on)));
      const pinned = tasks.map((task) =>
        task.id === 'opening' ? { ...task, constraints: [{ kind: 'fixed-start' as const, day: on }] } : task,
      );
      const forth = schedule({ direction: { from: 'start', day: start }, tasks: pinned }, THREE_CALENDARS);
      expect(row(forth, 'opening').start).toBe(on);
      expect(forth.faults).toEqual([]);
    },
  );

  test.prop([anyPlan()])('float is never below zero unless something is told to be impossible', (plan) => {
    const { rows, faults } = schedule(plan, THREE_CALENDARS);
    if (faults.length === 0) for (const { totalFloat } of rows.values()) expect(totalFloat).toBeGreaterThanOrEqual(0);
  });

  test.prop([anyPlan()])('free float is at most total float, and every plan has a critical task', (plan) => {
    const { rows, faults } = schedule(plan, THREE_CALENDARS);
    const all = [...rows.values()];
    for (const { freeFloat, totalFloat } of all) expect(freeFloat).toBeLessThanOrEqual(Math.max(0, totalFloat));
    if (plan.direction.from === 'start' && faults.length === 0)
      expect(all.some(({ isCritical }) => isCritical)).toBe(true);
  });
});
