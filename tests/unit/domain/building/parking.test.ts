import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type Parking, periodsByHour, reckonParking } from '../../../../src/domain/building/parking.ts';
import type { ParkingInput, ParkingPeriod, ParkingUse } from '../../../../src/domain/building/parking-input.ts';
import { exactText } from '../../../../src/domain/exact.ts';
import { configureProperties } from '../property-runs.ts';

configureProperties();

const periods: ParkingPeriod[] = (['weekday', 'weekend'] as const).flatMap((dayType) => [
  { id: `${dayType}-night`, dayType, fromHour: 0, toHour: 6 },
  { id: `${dayType}-day`, dayType, fromHour: 6, toHour: 18 },
  { id: `${dayType}-evening`, dayType, fromHour: 18, toHour: 24 },
]);
const factors = (weekday: number, weekdayEvening: number, weekend: number, weekendEvening: number, night: number) => ({
  'weekday-night': night,
  'weekday-day': weekday,
  'weekday-evening': weekdayEvening,
  'weekend-night': night,
  'weekend-day': weekend,
  'weekend-evening': weekendEvening,
});
const office: ParkingUse = {
  id: 'office',
  kind: 'lender',
  stalls: 200,
  peakStalls: 200,
  factorPercent: factors(100, 10, 10, 5, 5),
};
const mall: ParkingUse = {
  id: 'mall',
  kind: 'borrower',
  stalls: 100,
  peakStalls: 100,
  factorPercent: factors(80, 90, 100, 70, 5),
};
const source: ParkingInput = { periods, uses: [office, mall], mostBorrowedStalls: 200 };
const done = (more: Partial<ParkingInput> = {}): Parking => {
  const result = reckonParking({ ...source, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

describe('shared parking', () => {
  test('the case of the source: 280, 110, 120, 80 and 15 stalls; sharing saves 20 of 300', () => {
    const result = done();
    const demand = Object.fromEntries(result.periods.map(({ period, sharedDemand }) => [period.id, sharedDemand]));
    expect(demand).toEqual({
      'weekday-night': 15,
      'weekday-day': 280,
      'weekday-evening': 110,
      'weekend-night': 15,
      'weekend-day': 120,
      'weekend-evening': 80,
    });
    expect([result.separateSharedStalls, result.sharedPeakStalls, result.savedStalls, result.builtStalls]).toEqual([
      300, 280, 20, 300,
    ]);
    expect(result.savedShare && exactText(result.savedShare)).toBe('1/15');
    expect(result.days.map(({ shortageHours, uncoveredHours }) => [shortageHours, uncoveredHours.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('the mall uses its own stalls, then the offices’ free ones up to the limit; offices first', () => {
    const crowded = { ...mall, peakStalls: 400 };
    const at = (result: Parking, id: string) => result.periods.find(({ period }) => period.id === id);
    const result = done({ uses: [office, crowded] });
    expect(at(result, 'weekday-day')?.uses[1]).toEqual({
      use: 'mall',
      demand: 320,
      inOwnStalls: 100,
      borrowed: 0,
      shortage: 220,
    });
    expect(at(result, 'weekday-evening')?.uses[1]).toEqual({
      use: 'mall',
      demand: 360,
      inOwnStalls: 100,
      borrowed: 180,
      shortage: 80,
    });
    const capped = done({ uses: [office, crowded], mostBorrowedStalls: 50 });
    expect(at(capped, 'weekday-evening')?.uses[1]).toMatchObject({ borrowed: 50, shortage: 210 });
    expect(result.days[0]).toMatchObject({ shortageHours: 18, greatestShortage: 220, stallHours: 12 * 220 + 6 * 80 });
  });

  test('one pool by choice', () => {
    const crowded = { ...office, peakStalls: 240 };
    expect(done({ uses: [crowded, mall] }).days[0]?.greatestShortage).toBe(40);
    expect(done({ uses: [crowded, mall], sharing: 'one-pool' }).days[0]?.greatestShortage).toBe(20);
    expect(done({ sharing: 'one-pool' }).assumptions[0]).toEqual({
      id: 'sharing',
      value: 'one-pool',
      isDefault: false,
    });
  });

  test('hotel and apartments are dedicated: they never share', () => {
    const hotel: ParkingUse = {
      id: 'hotel',
      kind: 'dedicated',
      stalls: 50,
      peakStalls: 60,
      factorPercent: factors(75, 100, 75, 100, 100),
    };
    const result = done({ uses: [hotel, office, mall] });
    expect(result.periods.find(({ period }) => period.id === 'weekday-evening')).toMatchObject({
      shortage: 10,
      sharedDemand: 110,
    });
    expect([result.separateStalls, result.separateSharedStalls, result.builtStalls]).toEqual([360, 300, 350]);
  });

  test('demand is rounded up for each use', () => {
    const odd = { ...office, peakStalls: 201 };
    expect(done({ uses: [odd] }).periods.find(({ period }) => period.id === 'weekday-evening')?.uses[0]?.demand).toBe(
      21,
    );
  });

  test('hours: over midnight, uncovered, by hour', () => {
    const night: ParkingPeriod = { id: 'weekday-night', dayType: 'weekday', fromHour: 22, toHour: 6 };
    const result = done({ periods: [night] });
    expect(result.days.map(({ hoursCovered }) => hoursCovered)).toEqual([8, 0]);
    expect(
      periodsByHour(result.periods, 'weekday')
        .map((period) => (period ? 1 : 0))
        .join(''),
    ).toBe('111111000000000000000011');
  });

  test('nothing, and what is wrong', () => {
    expect(done({ uses: [], periods: [] })).toMatchObject({
      savedStalls: 0,
      savedShare: undefined,
      sharedPeakStalls: 0,
    });
    const result = reckonParking({
      ...source,
      periods: [
        ...periods,
        { id: 'x', dayType: 'weekday', fromHour: 5, toHour: 5 },
        { id: 'y', dayType: 'weekday', fromHour: 5, toHour: 25 },
      ],
      uses: [{ ...office, stalls: '1.5', peakStalls: '1e12' }],
    });
    expect(result.ok ? [] : result.problems.slice(0, 3)).toEqual([
      { path: 'periods[6].toHour', code: 'wrong-order' },
      { path: 'periods[7].toHour', code: 'not-a-date' },
      { path: 'periods[7].toHour', code: 'wrong-order' },
    ]);
    expect(result.ok ? [] : result.problems).toContainEqual({ path: 'uses[0].stalls', code: 'not-whole' });
    expect(result.ok ? [] : result.problems).toContainEqual({ path: 'uses[0].factorPercent.x', code: 'missing' });
  });

  const stalls = fc.nat(500);
  const percent = fc.nat(120);
  const anyUse = (id: string, kind: ParkingUse['kind']): fc.Arbitrary<ParkingUse> =>
    fc.record({
      id: fc.constant(id),
      kind: fc.constant(kind),
      stalls,
      peakStalls: stalls,
      factorPercent: fc.tuple(percent, percent, percent, percent, percent).map((each) => factors(...each)),
    });
  const anyInput: fc.Arbitrary<ParkingInput> = fc.record({
    periods: fc.constant(periods),
    uses: fc.tuple(anyUse('h', 'dedicated'), anyUse('o', 'lender'), anyUse('m', 'borrower'), anyUse('n', 'borrower')),
    mostBorrowedStalls: stalls,
    sharing: fc.constantFrom('lender-first', 'one-pool'),
  });
  property.prop([anyInput])('everybody parks in one stall or is short of one', (input) => {
    for (const { uses, sharedDemand, shortage, sharedFree } of done(input).periods) {
      const parked = uses.reduce((sum, { inOwnStalls, borrowed }) => sum + inOwnStalls + borrowed, 0);
      const demand = uses.reduce((sum, use) => sum + use.demand, 0);
      if (input.sharing === 'lender-first') expect(parked + shortage).toBe(demand);
      expect(sharedFree).toBeGreaterThanOrEqual(0);
      expect(sharedDemand).toBeLessThanOrEqual(demand);
    }
  });
  property.prop([anyInput])(
    'one pool is never shorter than offices first, and sharing never needs more than separate supply',
    (input) => {
      const pool = done({ ...input, sharing: 'one-pool' });
      done({ ...input, sharing: 'lender-first' }).periods.forEach(({ shortage }, index) => {
        expect(pool.periods[index]?.shortage ?? 0).toBeLessThanOrEqual(shortage);
      });
      expect(pool.savedStalls).toBeGreaterThanOrEqual(0);
    },
  );
});
