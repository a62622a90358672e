import { describe, expect, test } from 'vitest';
import { day } from '../../../../src/domain/day.ts';
import { slipFrom, takeBaseline } from '../../../../src/domain/schedule/baseline.ts';
import { comparePlans, compareWithBaseline, type Dated } from '../../../../src/domain/schedule/compare.ts';
import { drivingChain } from '../../../../src/domain/schedule/driver.ts';
import type { Plan, PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import { CHINA } from '../calendar/official.ts';
import { limit, milestone, ONLY_CHINA, task } from './plans.ts';

const dated = (tasks: readonly PlanTask[], more: Partial<Plan> = {}): Dated => {
  const plan: Plan = { direction: { from: 'start', day: day('2026-11-02') }, tasks, ...more };
  return { plan, schedule: schedule(plan, ONLY_CHINA) };
};
const tasks = [
  task('a', 5),
  task('b', 3, ['a FS']),
  task('c', 2, ['b FS']),
  task('side', 1),
  milestone('end', ['c FS', 'side FS']),
];

describe('baseline', () => {
  test('slips are told in working days, only where something moved', () => {
    const before = takeBaseline(dated(tasks).schedule);
    const now = dated(tasks.map((one) => (one.id === 'a' ? { ...one, duration: 7 } : one)));
    expect([...slipFrom(before, now.schedule, CHINA)]).toEqual([
      ['a', { start: 0, finish: 2 }],
      ['b', { start: 2, finish: 2 }],
      ['c', { start: 2, finish: 2 }],
      ['end', { start: 2, finish: 2 }],
    ]);
  });
});

describe('compare', () => {
  test('says what moved, by how much, and from where it came', () => {
    const before = dated(tasks);
    const after = dated(tasks.map((one) => (one.id === 'a' ? { ...one, duration: 7 } : one)));
    const { moved, added, removed } = comparePlans(before, after, CHINA);
    expect([added, removed]).toEqual([[], []]);
    expect(moved.map(({ id, finish, chain, causes }) => ({ id, finish, chain, causes }))).toEqual([
      { id: 'a', finish: 2, chain: ['a'], causes: ['duration'] },
      { id: 'b', finish: 2, chain: ['a', 'b'], causes: ['duration'] },
      { id: 'c', finish: 2, chain: ['a', 'b', 'c'], causes: ['duration'] },
      { id: 'end', finish: 2, chain: ['a', 'b', 'c', 'end'], causes: ['duration'] },
    ]);
  });

  test('names what became critical, what was added, and a moved opening', () => {
    const before = dated(tasks);
    const after = dated([...tasks.map((one) => (one.id === 'side' ? { ...one, duration: 15 } : one)), task('new', 1)]);
    const change = comparePlans(before, after, CHINA);
    expect(change.added).toEqual(['new']);
    expect(change.nowCritical).toEqual(['side']);
    expect(change.noLongerCritical).toEqual(['a', 'b', 'c']);
    const later = dated(tasks, { direction: { from: 'start', day: day('2026-11-04') } });
    expect(comparePlans(before, later, CHINA).moved.every(({ causes }) => causes[0] === 'plan-day')).toBe(true);
  });

  test('a task freed from its chain is explained by the link that went', () => {
    const before = dated(tasks);
    const after = dated(tasks.map((one) => (one.id === 'c' ? { ...one, after: [] } : one)));
    expect(comparePlans(before, after, CHINA).moved[0]).toMatchObject({ id: 'c', finish: -8, causes: ['links'] });
  });
});

describe('compare with a baseline', () => {
  const agreed = takeBaseline(dated(tasks).schedule);

  test('each row is traced back to the row that takes another length', () => {
    const now = dated(tasks.map((one) => (one.id === 'b' ? { ...one, duration: 7 } : one)));
    const { moved } = compareWithBaseline(agreed, now, CHINA);
    expect(moved.map(({ id, finish, chain, causes }) => ({ id, finish, chain, causes }))).toEqual([
      { id: 'b', finish: 4, chain: ['b'], causes: ['duration'] },
      { id: 'c', finish: 4, chain: ['b', 'c'], causes: ['duration'] },
      { id: 'end', finish: 4, chain: ['b', 'c', 'end'], causes: ['duration'] },
    ]);
  });

  test('what really happened is a cause, new and vanished rows are named', () => {
    const now = dated([
      ...tasks
        .filter(({ id }) => id !== 'side')
        .map((one) => ({
          ...one,
          after: one.after.filter(({ from }) => from !== 'side'),
          ...(one.id === 'a' ? { actualStart: day('2026-11-04') } : {}),
        })),
      task('new', 1),
    ]);
    const change = compareWithBaseline(agreed, now, CHINA);
    expect([change.added, change.removed]).toEqual([['new'], ['side']]);
    expect(change.moved.find(({ id }) => id === 'end')).toMatchObject({
      chain: ['a', 'b', 'c', 'end'],
      causes: ['progress'],
    });
  });

  test('backward, an earlier row is traced to what it must leave room for', () => {
    const backward = (length: number) => {
      const plan: Plan = {
        direction: { from: 'opening', day: day('2026-12-18'), milestone: 'open' },
        tasks: [task('a', 5), task('b', length, ['a FS']), milestone('open', ['b FS'], { mark: 'start-of-day' })],
      };
      return { plan, schedule: schedule(plan, ONLY_CHINA) };
    };
    const { moved } = compareWithBaseline(takeBaseline(backward(3).schedule), backward(6), CHINA);
    expect(moved.map(({ id, start, finish, chain }) => ({ id, start, finish, chain }))).toEqual([
      { id: 'a', start: -3, finish: -3, chain: ['b', 'a'] },
      { id: 'b', start: -3, finish: 0, chain: ['b'] },
    ]);
  });
});

describe('the driving chain', () => {
  test('leads from what starts it all to the row; backward, from what holds it', () => {
    expect(drivingChain(dated(tasks).schedule.rows, 'end')).toEqual(['a', 'b', 'c', 'end']);
    const plan: Plan = {
      direction: { from: 'opening', day: day('2026-12-18'), milestone: 'open' },
      tasks: [...tasks, milestone('open', ['end FS'], { mark: 'start-of-day' })],
    };
    expect(drivingChain(schedule(plan, ONLY_CHINA).rows, 'a')).toEqual(['open', 'end', 'c', 'b', 'a']);
  });

  test('a constraint is the head of its chain', () => {
    const held = dated([
      task('a', 1, [], { constraints: [limit('earliest-start', '2026-11-09')] }),
      task('b', 1, ['a FS']),
    ]);
    expect(held.schedule.rows.get('a')?.driver).toEqual({ by: 'constraint' });
    expect(drivingChain(held.schedule.rows, 'b')).toEqual(['a', 'b']);
  });
});
