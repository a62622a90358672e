import { expect, test } from 'vitest';

/** The hour of a clock in each zone at noon UTC on a summer's day. */
const NOON = { 'Asia/Shanghai': 20, UTC: 12, 'America/New_York': 8 } as const;

test('the clock of this run stands in the time zone that the run is for', () => {
  const zone = process.env['TZ'] as keyof typeof NOON;
  expect(new Date('2026-07-01T12:00:00Z').getHours()).toBe(NOON[zone]);
});
