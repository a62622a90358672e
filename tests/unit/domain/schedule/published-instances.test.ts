import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EVERY_DAY } from '../../../../src/domain/calendar/calendar-spec.ts';
import { workdaysBetween } from '../../../../src/domain/calendar/work-calendar.ts';
import { addDays, type Day, day } from '../../../../src/domain/day.ts';
import type { Direction, PlanTask } from '../../../../src/domain/schedule/plan.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import type { Schedule } from '../../../../src/domain/schedule/schedule-result.ts';
import { compiled, spec } from '../calendar/official.ts';
import { milestone, ONLY_CHINA, row, task } from './plans.ts';

interface Instance {
  readonly length: number;
  readonly horizon: number;
  /** Duration, then successors. */
  readonly jobs: Readonly<Record<string, readonly [number, ...number[]]>>;
}

const INSTANCES = parse(
  readFileSync(new URL('../../../fixtures/psplib/instances.yaml', import.meta.url), 'utf8'),
) as Readonly<Record<string, Instance>>;
const EVERY = { main: compiled(spec('every', { weekdays: EVERY_DAY, official: null })), others: new Map() };

function tasksOf({ jobs }: Instance): PlanTask[] {
  const before = (job: string) =>
    Object.entries(jobs).flatMap(([from, [, ...successors]]) =>
      successors.includes(Number(job)) ? [`${from} FS`] : [],
    );
  return Object.entries(jobs).map(([job, [duration]]) =>
    duration === 0 ? milestone(job, before(job), { mark: 'start-of-day' }) : task(job, duration, before(job)),
  );
}

const plan = (name: string, direction: Direction, calendars = EVERY): Schedule =>
  schedule({ direction, tasks: tasksOf(INSTANCES[name] as Instance) }, calendars);
const sinkOf = (name: string): string => String(Object.keys(INSTANCES[name]?.jobs ?? {}).length);

describe.each(Object.keys(INSTANCES))('%s', (name) => {
  const { length, horizon, jobs } = INSTANCES[name] as Instance;
  const start = day('2026-01-05');

  test('the fixture is the published one: its durations add up to the published horizon', () => {
    expect(Object.values(jobs).reduce((sum, [duration]) => sum + duration, 0)).toBe(horizon);
  });

  test('forward, the last job opens after the published length', () => {
    expect(row(plan(name, { from: 'start', day: start }), sinkOf(name)).start).toBe(addDays(start, length));
  });

  test('backward from an opening, the plan begins that much earlier', () => {
    const opening = addDays(start, length);
    const back = plan(name, { from: 'opening', day: opening, milestone: sinkOf(name) });
    expect(back.start).toBe(start);
    expect(back.faults).toEqual([]);
  });

  test('the critical jobs hold a chain whose durations are the published length', () => {
    const { rows } = plan(name, { from: 'start', day: start });
    const longest = new Map<string, number>();
    // Successors have higher numbers in every instance.
    for (const [job, [duration, ...successors]] of Object.entries(jobs).reverse()) {
      const behind = successors
        .filter((to) => rows.get(String(to))?.isCritical)
        .map((to) => longest.get(String(to)) ?? 0);
      longest.set(job, rows.get(job)?.isCritical ? duration + Math.max(0, ...behind) : 0);
    }
    expect(longest.get('1')).toBe(length);
  });

  test('on the Chinese calendar it is as many working days', () => {
    const result = plan(name, { from: 'start', day: start }, ONLY_CHINA as typeof EVERY);
    const last: Day = row(result, sinkOf(name)).start;
    expect(workdaysBetween(ONLY_CHINA.main, start, last)).toBe(length);
  });
});
