import { describe, expect, test } from 'vitest';
import { addMonths, type Day, day } from '../../../../src/domain/day.ts';
import { planFromTemplate } from '../../../../src/domain/schedule/from-template.ts';
import { dayAt } from '../../../../src/domain/schedule/offset.ts';
import { schedule } from '../../../../src/domain/schedule/schedule.ts';
import type { Schedule } from '../../../../src/domain/schedule/schedule-result.ts';
import type { PlanTemplate } from '../../../../src/schema/plan.ts';
import { ONLY_CHINA, row } from './plans.ts';
import { TEMPLATES } from './templates.ts';

const template = (id: string): PlanTemplate => TEMPLATES.get(id) as PlanTemplate;
const planned = (id: string, from: 'start' | 'opening' | 'finish', on: Day): Schedule =>
  schedule(planFromTemplate(template(id), { from, day: on }, ONLY_CHINA, 'zh-CN'), ONLY_CHINA);

describe('offsets', () => {
  test.each([
    ['T-18m', '2026-12-18', '2025-06-18'],
    ['T-1m', '2026-03-31', '2026-02-28'],
    ['T+30d', '2026-12-18', '2027-01-17'],
    ['T+8m-1d', '2015-11-01', '2016-06-30'],
    ['T', '2026-12-18', '2026-12-18'],
  ])('%s of %s is %s', (offset, t, expected) => expect(dayAt(offset, day(t))).toBe(expected));
});

/** Openings on every fifth day of more than two years, so that each holiday falls on each part of the plan. */
const openings = Array.from({ length: 26 }, (_, m) => addMonths(day('2025-08-31'), m)).flatMap((on) => [
  on,
  day(`${on.slice(0, 8)}06`),
  day(`${on.slice(0, 8)}18`),
]);

describe('complex-opening', () => {
  test.each(openings)('backward from %s everything fits and the opening stands', (on) => {
    const result = planned('complex-opening', 'opening', on);
    expect(result.faults).toEqual([]);
    expect(row(result, 'open').start).toBe(on);
    const months =
      (Number(on.slice(0, 4)) - Number((result.start as Day).slice(0, 4))) * 12 +
      Number(on.slice(5, 7)) -
      Number((result.start as Day).slice(5, 7));
    expect(months).toBeGreaterThanOrEqual(23);
    expect(months).toBeLessThanOrEqual(26);
  });

  test('the critical path runs from the first task to the opening', () => {
    const result = planned('complex-opening', 'opening', day('2026-12-18'));
    const critical = [...result.rows.values()]
      .filter(({ kind, isCritical }) => kind !== 'stage' && isCritical)
      .map(({ id }) => id);
    expect(critical).toEqual(
      expect.arrayContaining(['early-team', 'base-build', 'delivery', 'fit-out-catering', 'trial-run', 'open']),
    );
    expect(row(result, 'leasing-policy').start).toBe('2025-06-18');
    expect(row(result, 'leasing-policy').isCritical).toBe(false);
  });

  test('the take-over ends at least 15 days before delivery', () => {
    for (const on of openings) {
      const result = planned('complex-opening', 'opening', on);
      expect(dayAt('T-14d', row(result, 'delivery').finish) > row(result, 'take-over-inspection').finish).toBe(true);
    }
  });

  test('forward from a start it finds its own opening, and offsets count from there', () => {
    const result = planned('complex-opening', 'start', day('2026-01-05'));
    expect(result.faults).toEqual([]);
    expect(row(result, 'open').start > '2027-10-01').toBe(true);
  });
});

describe('the cases of the source', () => {
  test('department roll-out on its own days of 2012 meets every deadline', () => {
    const result = planned('department-roll-out', 'start', day('2012-08-12'));
    expect(result.faults).toEqual([]);
    expect([...result.rows.values()].filter(({ deadlineShortBy }) => deadlineShortBy > 0)).toEqual([]);
    expect(row(result, 'staff-in-place').finish).toBe('2012-08-15');
    expect(row(result, 'targets-split').finish).toBe('2012-08-20');
    expect(row(result, 'go-live').start).toBe('2012-09-01');
  });

  test('the platform on its own months of 2015 and 2016 meets every deadline', () => {
    const result = planned('public-service-platform', 'start', day('2015-11-01'));
    expect(result.faults).toEqual([]);
    expect([...result.rows.values()].filter(({ deadlineShortBy }) => deadlineShortBy > 0)).toEqual([]);
    expect(row(result, 'network').finish <= '2016-06-30').toBe(true);
    expect(row(result, 'live').finish <= '2016-10-31').toBe(true);
    expect(row(result, 'city-inspection').start.slice(0, 7)).toBe('2016-11');
    expect(row(result, 'city-acceptance').finish <= '2016-12-31').toBe(true);
  });
});

describe('every template', () => {
  const days = ['2025-01-01', '2026-01-01', '2026-02-01', '2026-09-01', '2026-12-18', '2027-02-05'].map(day);
  const cases = [...TEMPLATES.keys()].flatMap((id) => days.map((on) => [id, on] as const));
  test.each(cases)('%s plans from %s without faults', (id, on) => {
    expect(planned(id, template(id).anchor.kind, on).faults).toEqual([]);
  });

  // The roll-out's deadlines are the case's own count of days; in weeks of holidays they warn, as they should.
  test.each(cases.filter(([id, on]) => id !== 'department-roll-out' && on.endsWith('-01')))(
    '%s from %s meets its deadlines',
    (id, on) => {
      const { rows } = planned(id, template(id).anchor.kind, on);
      expect([...rows.values()].filter(({ deadlineShortBy }) => deadlineShortBy > 0).map((late) => late.id)).toEqual(
        [],
      );
    },
  );

  test.each([...TEMPLATES.keys()])('%s can be planned from either end', (id) => {
    expect(planned(id, 'start', day('2026-03-02')).rows.size).toBeGreaterThan(10);
    const back = planned(id, 'finish', day('2028-06-30'));
    expect(back.faults.filter(({ code }) => code !== 'impossible')).toEqual([]);
  });

  test('links run within their template and no id stands twice', () => {
    for (const { stages } of TEMPLATES.values()) {
      const ids = stages.flatMap((stage) => [stage.id, ...stage.tasks.map((task) => task.id)]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
