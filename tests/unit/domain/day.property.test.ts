import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  FIRST_DAY_NUMBER,
  isDay,
  LAST_DAY_NUMBER,
  weekday,
} from '../../../src/domain/day.ts';
import { configureProperties } from './property-runs.ts';

configureProperties();

const anyNumber = fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER });

describe('days as numbers', () => {
  test.prop([anyNumber])('come back as they were, in the order of days', (number) => {
    const on = dayFromNumber(number);
    expect(isDay(on)).toBe(true);
    expect(dayNumber(on)).toBe(number);
    if (number < LAST_DAY_NUMBER) expect(dayFromNumber(number + 1) > on).toBe(true);
  });

  test.prop([anyNumber])('agree with the platform’s UTC calendar', (number) => {
    const date = new Date(number * 86_400_000);
    expect(dayFromNumber(number)).toBe(date.toISOString().slice(0, 10));
    expect(weekday(number) % 7).toBe(date.getUTCDay());
  });

  test('the edges are 0001-01-01 and 9999-12-31', () => {
    expect([dayFromNumber(FIRST_DAY_NUMBER), dayFromNumber(LAST_DAY_NUMBER), dayFromNumber(0)]).toEqual([
      '0001-01-01',
      '9999-12-31',
      '1970-01-01',
    ]);
    expect(() => dayFromNumber(LAST_DAY_NUMBER + 1)).toThrow(RangeError);
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
  });

  test.prop([fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: -600, max: 600 })])(
    'months keep the day of the month, or take its last',
    (number, months) => {
      const from = dayFromNumber(number);
      const to = addMonths(from, months);
      const [year, month, date] = [to.slice(0, 4), to.slice(5, 7), to.slice(8)].map(Number) as [number, number, number];
      expect(date).toBe(Math.min(Number(from.slice(8)), daysInMonth(year, month)));
      expect(year * 12 + month - Number(from.slice(0, 4)) * 12 - Number(from.slice(5, 7))).toBe(months);
    },
  );
});
